import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Metafile } from "esbuild";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT, textOf } from "../support/repository.js";

const BROWSERS = ["chromium", "firefox"] as const;
/** Most bytes of the script that every page with access pays for, minified. */
const CONTENT_BUDGET = 60_000;
/** Most bytes of the package, each file compressed. */
const PACKAGE_BUDGET = 3_000_000;
/** Addresses that may stand in bundles: names of namespaces, and links that a reader may follow. None is ever loaded. */
const KNOWN_ADDRESSES = [
  /^http:\/\/www\.w3\.org\//,
  /^https:\/\/[^/]*\bwikipedia\.org\//,
  /^https:\/\/www\.wikidata\.org\//,
];

interface Manifest {
  permissions: string[];
  optional_host_permissions: string[];
  background: object;
  content_security_policy: { extension_pages: string };
}

const dist = (browser: string, file = "") => join(ROOT, "dist", browser, file);
const read = (browser: string, file: string) => readFileSync(dist(browser, file), "utf8");
const manifestOf = (browser: string) => JSON.parse(read(browser, "manifest.json")) as Manifest;
const filesOf = (browser: string) =>
  readdirSync(dist(browser), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => statSync(dist(browser, file)).isFile())
    .sort();

function digests(): Record<string, string> {
  return Object.fromEntries(
    BROWSERS.flatMap((browser) =>
      filesOf(browser).map((file) => [
        `${browser}/${file}`,
        createHash("sha256")
          .update(readFileSync(dist(browser, file)))
          .digest("hex"),
      ]),
    ),
  );
}

let first: Record<string, string> = {};

beforeAll(() => {
  const build = () =>
    execFileSync(process.execPath, ["build.mjs"], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  build();
  first = digests();
  build();
}, 240_000);

it("builds the same files from the same sources", () => {
  expect(digests()).toEqual(first);
});

describe.each(BROWSERS)("the build for %s", (browser) => {
  it("asks for exactly these permissions", () => {
    const manifest = manifestOf(browser);
    const panel = browser === "chromium" ? ["sidePanel"] : [];
    expect([...manifest.permissions].sort()).toEqual(["activeTab", "scripting", ...panel, "storage"].sort());
    expect(manifest.optional_host_permissions).toEqual(["<all_urls>"]);
    for (const key of [
      "host_permissions",
      "optional_permissions",
      "content_scripts",
      "web_accessible_resources",
      "externally_connectable",
      "update_url",
    ]) {
      expect(manifest, key).not.toHaveProperty(key);
    }
  });

  it("lets its pages run and load what is packaged and nothing else", () => {
    const { content_security_policy: policy } = manifestOf(browser);
    const directives = new Map(
      policy.extension_pages.split(";").map((part) => {
        const [name = "", ...values] = part.trim().split(/\s+/);
        return [name, values] as const;
      }),
    );
    expect(directives.get("script-src")).toEqual(["'self'"]);
    expect(["'self'", "'none'"]).toContain(directives.get("object-src")?.join(" "));
    expect(policy.extension_pages).not.toMatch(/https?:|unsafe-eval|\*|data:/);
  });

  it("has the engine's own form of background and panel", () => {
    const { version } = JSON.parse(textOf("package.json")) as { version: string };
    const manifest = manifestOf(browser);
    expect(manifest).toMatchObject({ manifest_version: 3, version, default_locale: "en" });
    expect(manifest).toMatchObject(
      browser === "chromium"
        ? {
            background: { service_worker: "background.js", type: "module" },
            side_panel: { default_path: "panel.html" },
          }
        : {
            background: { scripts: ["background.js"], type: "module" },
            sidebar_action: { default_panel: "panel.html", open_at_install: false },
            browser_specific_settings: { gecko: { data_collection_permissions: { required: ["none"] } } },
          },
    );
    expect(manifest.background).not.toHaveProperty(browser === "chromium" ? "scripts" : "service_worker");
  });

  it("is below three megabytes when packed", () => {
    const packed = filesOf(browser).map(
      (file) => deflateRawSync(readFileSync(dist(browser, file)), { level: 9 }).length,
    );
    expect(packed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(PACKAGE_BUDGET);
  });

  it("names only files that are there", () => {
    const named = [...JSON.stringify(manifestOf(browser)).matchAll(/"([\w./-]+\.(?:js|html|png|css))"/g)].map(
      (match) => match[1] ?? "",
    );
    const bundles = filesOf(browser).filter((file) => file.endsWith(".js"));
    const inCode = bundles.flatMap((file) =>
      [
        ...read(browser, file).matchAll(
          /["'`]\/?((?:icons|data)\/[\w./-]+\.\w+|(?:content|card)\.js|marks\.css)["'`]/g,
        ),
      ].map((match) => match[1] ?? ""),
    );
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set([...named, ...inCode])].filter((file) => !existsSync(dist(browser, file)))).toEqual([]);
  });

  it("has pages that load only what lies beside them", () => {
    const pages = filesOf(browser).filter((file) => file.endsWith(".html"));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const page of pages) {
      const { document } = parseHTML(read(browser, page));
      const loaded = [...document.querySelectorAll("[src], link[href]")].map(
        (element) => element.getAttribute("src") ?? element.getAttribute("href") ?? "",
      );
      expect(loaded, page).not.toEqual([]);
      for (const address of loaded) {
        expect(address, page).not.toMatch(/^([a-z]+:)?\/\//i);
        expect(existsSync(dist(browser, posix.join(dirname(page), address))), `${page} loads ${address}`).toBe(true);
      }
      const inline = [...document.querySelectorAll("script:not([src]), style, [style], [onload], [onclick]")];
      expect(inline, page).toEqual([]);
    }
  });

  it("has no address in its code but names and links", () => {
    const addresses = filesOf(browser)
      .filter((file) => /\.(js|css|html)$/.test(file))
      .flatMap((file) =>
        [...read(browser, file).matchAll(/\b(?:https?|wss?):\/\/[^\s"'`)\\]+\.[^\s"'`)\\]+/g)].map(
          ([address]) => `${file}: ${address}`,
        ),
      )
      .filter((told) => !KNOWN_ADDRESSES.some((known) => known.test(told.slice(told.indexOf(": ") + 2))));
    expect(addresses).toEqual([]);
  });

  it(`has a content script of at most ${CONTENT_BUDGET} bytes`, ({ annotate }) => {
    const { size } = statSync(dist(browser, "content.js"));
    annotate(`content.js: ${size} bytes`);
    console.log(
      `${browser}: content.js has ${size} bytes of ${CONTENT_BUDGET}, card.js ${statSync(dist(browser, "card.js")).size}`,
    );
    expect(size).toBeLessThanOrEqual(CONTENT_BUDGET);
  });

  it("puts the browser's own object into pages, and the polyfill nowhere near them", () => {
    const meta = JSON.parse(readFileSync(join(ROOT, `dist/meta-${browser}.json`), "utf8")) as Record<
      "inPages" | "own",
      Metafile
    >;
    const inputs = (metafile: Metafile) => Object.keys(metafile.inputs);
    expect(inputs(meta.inPages)).toContain("src/shared/browser-shim.ts");
    expect(inputs(meta.inPages).filter((file) => file.includes("webextension-polyfill"))).toEqual([]);
    // No engine and no knowledge in pages: they are asked, not carried.
    expect(
      inputs(meta.inPages).filter((file) => /^src\/(background|cli|engine\/(fold|index|knowledge))\//.test(file)),
    ).toEqual([]);
    expect(inputs(meta.own).some((file) => file.includes("webextension-polyfill"))).toBe(true);
    expect(inputs(meta.own)).not.toContain("src/shared/browser-shim.ts");
  });

  it("ships no source, no map and no test", () => {
    const wrong = filesOf(browser).filter((file) => /\.(ts|tsx|map|yaml|svg|md)$|(^|\/)tests?\//.test(file));
    expect(wrong).toEqual([]);
    for (const language of ["en", "id", "ar"])
      expect(existsSync(dist(browser, `_locales/${language}/messages.json`))).toBe(true);
  });
});
