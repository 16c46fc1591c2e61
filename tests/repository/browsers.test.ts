import data from "@mdn/browser-compat-data/forLegacyNode";
import { describe, expect, it } from "vitest";
import { codeFiles, runningCode, textOf } from "../support/repository.js";

type Browser = "chrome" | "firefox" | "firefox_android";

/** What MDN says of a feature in a browser. */
interface Support {
  version_added: string | false;
  version_removed?: string;
  flags?: unknown[];
}

interface Node {
  [key: string]: Node;
}

const DATA = data as unknown as Node;

/** The oldest browsers, as the build writes them into the manifests. */
const OLDEST = oldestBrowsers();

/** Features without which something is missing, by their path in MDN's data. */
const NEEDED = [
  "api.CSS.highlights_static",
  "api.Highlight",
  "api.HighlightRegistry.set",
  "api.StaticRange.StaticRange",
  "css.selectors.highlight",
  "api.Document.caretPositionFromPoint",
  "api.CaretPosition.offsetNode",
  "api.Document.adoptedStyleSheets",
  "api.ShadowRoot.adoptedStyleSheets",
  "api.CSSStyleSheet.replaceSync",
  "api.Element.attachShadow",
  "api.Element.checkVisibility",
  "api.HTMLElement.popover",
  "api.HTMLElement.showPopover",
  "api.MutationObserver.observe",
  "api.Window.requestIdleCallback",
  "api.Clipboard.writeText",
  "api.URL.canParse_static",
  "api.AbortController",
  "api.EventTarget.addEventListener.options_parameter.options_signal_parameter",
  "css.at-rules.container",
  "css.at-rules.media.forced-colors",
  "css.at-rules.media.prefers-color-scheme",
  "css.at-rules.media.prefers-reduced-motion",
  "css.properties.margin-inline-start",
  "css.properties.text-underline-offset",
  "css.selectors.dir",
  "css.types.color.color-mix",
  "javascript.builtins.Array.toSorted",
  "javascript.builtins.Intl.DateTimeFormat",
  "javascript.builtins.Intl.DisplayNames",
  "javascript.builtins.Intl.getCanonicalLocales",
  "javascript.builtins.Intl.Locale",
  "javascript.builtins.Intl.PluralRules",
  "javascript.builtins.RegExp.unicode",
  "webextensions.manifest.action",
  "webextensions.manifest.background",
  "webextensions.manifest.optional_host_permissions",
  "webextensions.manifest.options_ui",
];

/** Features that one sort of browser has, and what does its work elsewhere is another one of the list or the toolbar button. */
const SOMEWHERE: [feature: string, where: Browser[]][] = [
  ["webextensions.api.sidePanel.open", ["chrome"]],
  ["webextensions.manifest.side_panel", ["chrome"]],
  ["webextensions.api.sidebarAction.open", ["firefox"]],
  ["webextensions.manifest.sidebar_action", ["firefox"]],
  ["webextensions.manifest.commands", ["chrome", "firefox"]],
];

/** Extension interfaces that may be absent on Android: the code asks before it calls. */
const ASKED_FIRST = ["commands", "windows", "extension"];

describe(`browsers from Chromium ${OLDEST.chrome} and Firefox ${OLDEST.firefox} on`, () => {
  it.each(NEEDED)("have %s", (feature) => {
    expect(lacking(feature, ["chrome", "firefox", "firefox_android"])).toEqual([]);
  });

  it.each(SOMEWHERE)("have %s: %j", (feature, where) => {
    expect(lacking(feature, where)).toEqual([]);
  });

  it.each(extensionCalls())("have browser.%s", (call) => {
    const mayLack = ASKED_FIRST.includes(call.split(".")[0] ?? "");
    const where: Browser[] = mayLack ? ["chrome", "firefox"] : ["chrome", "firefox", "firefox_android"];
    expect(lacking(`webextensions.api.${call}`, where)).toEqual([]);
  });

  it("are not older than what was settled, and are what the bundles are made for", () => {
    expect(OLDEST.chrome).toBeGreaterThanOrEqual(128);
    expect(OLDEST.firefox).toBeGreaterThanOrEqual(153);
    expect(textOf("build.mjs")).toContain(`target: ["chrome${OLDEST.chrome}", "firefox${OLDEST.firefox}"]`);
  });
});

function oldestBrowsers(): Record<Browser, number> {
  const [, chromium, firefox] = /OLDEST = \{ chromium: "(\d+)", firefox: "(\d+)\.0" \}/.exec(textOf("build.mjs")) ?? [];
  return { chrome: Number(chromium), firefox: Number(firefox), firefox_android: Number(firefox) };
}

/** Every `browser.a.b` of the source. */
function extensionCalls(): string[] {
  const calls = codeFiles("src/shared").flatMap((file) =>
    [...runningCode(file).matchAll(/\bbrowser\.(\w+)\??\.(\w+)/g)].map((match) => `${match[1]}.${match[2]}`),
  );
  return [...new Set(calls)].sort();
}

/** Of these browsers the ones whose oldest version lacks the feature. */
function lacking(feature: string, where: readonly Browser[]): Browser[] {
  const node = feature.split(".").reduce<Node | undefined>((inside, key) => inside?.[key], DATA);
  const compat = node?.__compat as { support: Partial<Record<Browser, Support | Support[]>> } | undefined;
  if (!compat) throw new Error(`MDN's data knows no ${feature}.`);
  return where.filter((browser) => {
    const statements = [compat.support[browser] ?? []].flat();
    return !statements.some((statement) => isIn(statement, OLDEST[browser]));
  });
}

function isIn({ flags, version_added: added, version_removed: removed }: Support, version: number): boolean {
  if (flags !== undefined || removed !== undefined || typeof added !== "string") return false;
  return Number.parseInt(added.replace("≤", ""), 10) <= version;
}
