import { beforeEach, expect, it, vi } from "vitest";
import type { TabActions } from "../../src/tab/state.js";
import type { Site, View } from "../../src/tab/view.js";
import type { VoicesState } from "../../src/ui/voices-summary.js";
import { front } from "../ui/records.js";
import { draw, named, press, textOf, words } from "../ui/rendering.js";
import { noVoices, voices } from "../ui/voices.js";

vi.mock("webextension-polyfill", () => ({
  default: { runtime: { sendMessage: async () => ({ ok: false, error: { code: "failed" } }) } },
}));
const { afterPress, PopupPage } = await import("../../src/popup/popup-page.js");

const actions = {
  again: vi.fn(),
  annotateNow: vi.fn(),
  alwaysOnSite: vi.fn(),
  annotateAnyway: vi.fn(),
  switchSite: vi.fn(),
  jump: vi.fn(),
  jumpTo: vi.fn(),
  showClaims: vi.fn(),
} satisfies TabActions;
beforeEach(() => void vi.clearAllMocks());

const site: Site = { host: "a.example", url: "https://a.example/x", granted: true };
const report = { phase: "annotated" as const, url: site.url, title: "", limits: [], marks: true };
const evidence = { named: [], acronyms: [], words: [] };
const mention = { start: 0, end: 1, record: front.id, confidence: "sure" as const, alias: "x", reasons: [] };
const annotated: View = {
  state: "annotated",
  site,
  report,
  annotation: {
    blocks: [{ id: 1, revision: 0, lang: "id", mentions: [mention], evidence }],
    entities: [front],
    lang: { value: "id", from: "markup" },
    reader: "en",
    knowledge: "2026-11",
    context: evidence,
  },
};
const drawView = (view: View, inWords = words.en, declined = false, told: VoicesState = undefined) =>
  draw(<PopupPage tab={{ view, voices: told, declined, actions }} />, inWords);

it.each<[string, View, string, [string, keyof TabActions][]]>([
  ["loading", { state: "loading", working: true, site }, "Reading the page", []],
  ["not possible", { state: "not-possible" }, "Notes are not possible here", []],
  ["unreachable", { state: "unreachable" }, "Konteks does not answer", [["Try again", "again"]]],
  [
    "no access",
    { state: "no-access", site },
    "Konteks has no access to a.example",
    [
      ["Annotate this page now", "annotateNow"],
      ["Always on this site", "alwaysOnSite"],
    ],
  ],
  [
    "no access, address hidden",
    { state: "no-access", site: { host: "", url: "", granted: false } },
    "Konteks has no access to this page",
    [],
  ],
  [
    "not started",
    { state: "not-started", site },
    "This page has no notes yet",
    [["Annotate this page now", "annotateNow"]],
  ],
  [
    "not news",
    { state: "not-news", site },
    "This page does not look like news",
    [
      ["Annotate anyway", "annotateAnyway"],
      ["Always on this site", "alwaysOnSite"],
    ],
  ],
  ["off", { state: "off", site }, "Konteks is off on a.example", [["Switch on here", "switchSite"]]],
  ["nothing found", { state: "nothing-found", site, report }, "No known name on this page", []],
  ["failed", { state: "failed", what: "no-knowledge" }, "The page could not be annotated", [["Try again", "again"]]],
])("words the state %s and offers what can be done", async (_, view, title, buttons) => {
  const root = await drawView(view);
  expect(textOf(root.querySelector("main h2"))).toBe(title);
  for (const [name, action] of buttons) {
    await press(named(root, "main button", name));
    expect(actions[action]).toHaveBeenCalledOnce();
  }
  const arabic = await drawView(view, words.ar);
  expect(textOf(arabic.querySelector("main h2"))).toMatch(/\p{Script=Arabic}/u);
});

it("says what failed, and that the browser declined", async () => {
  expect(textOf(await drawView({ state: "failed", what: "no-knowledge" }))).toContain(
    "the glossary could not be loaded",
  );
  expect(textOf(await drawView({ state: "no-access", site }, words.en, true))).toContain("did not give access");
});

it("asks for access in the very click", async () => {
  const root = await drawView({ state: "no-access", site });
  named(root, "main button", "Always on this site").dispatchEvent(new window.Event("click"));
  expect(actions.alwaysOnSite).toHaveBeenCalledOnce();
});

it("shows an annotated page: switch, site, unknown date, names, knowledge", async () => {
  const root = await drawView(annotated);
  expect(textOf(root)).toContain("Article date unknown, shown as of today · Indonesian");
  expect(textOf(root)).toContain("Nothing is known of this site here.");
  expect(textOf(root)).toContain("Knowledge of November 2026");
  await press(named(root, "button", "Go to the mention of Example Front"));
  expect(actions.jump).toHaveBeenCalledWith(front.id, 0);
  await press(named(root, "[role=switch]", "Notes on a.example"));
  expect(actions.switchSite).toHaveBeenCalledWith(false);
});

it("shows the names first, with the sum of who says what above them", async () => {
  const root = await drawView(annotated, words.en, false, voices);
  const tabs = [...root.querySelectorAll("[role=tab]")].map(textOf);
  expect(tabs).toEqual(["Who says so 6", "Who is who 1"]);
  const [said, who] = root.querySelectorAll("[role=tabpanel]");
  expect([said, who].map((panel) => panel?.hasAttribute("hidden"))).toEqual([true, false]);
  const place = (element: Element | null | undefined) => root.innerHTML.indexOf(element?.outerHTML ?? "?");
  expect(place(root.querySelector(".site"))).toBeLessThan(place(root.querySelector(".sum")));
  expect(place(root.querySelector(".sum"))).toBeLessThan(place(root.querySelector("[role=tablist]")));
});

it("shows the statements, leads to them, marks them, and comes back to them from a record", async () => {
  const root = await drawView(annotated, words.en, false, voices);
  await press(named(root, "[role=tab]", /^Who says so/));
  await press(named(root, "button", "Statement 2: go to the words in the page"));
  expect(actions.jumpTo).toHaveBeenCalledWith({ block: 2, start: 0, end: 5 });
  await press(named(root, "[role=switch]", "Mark statements in the page"));
  expect(actions.showClaims).toHaveBeenCalledWith(true);
  const opener = root.querySelectorAll(".claim")[1]?.querySelector(".chain button");
  if (!opener) throw new Error("no way to the record");
  await press(opener);
  await press(named(root, "button", "Back"));
  expect(named(root, "[role=tab]", /^Who says so/).getAttribute("aria-selected")).toBe("true");
});

it("says where who says what is not known yet, cannot be told, or is nobody", async () => {
  for (const [told, text] of [
    [undefined, "Reading who says what"],
    ["failed", "could not be read"],
    [noVoices, "No attributed statements found"],
  ] as const) {
    const root = await drawView(annotated, words.en, false, told);
    expect(textOf(root.querySelectorAll("[role=tabpanel]")[0])).toContain(text);
  }
});

it("says which limits there are", async () => {
  const limits = ["text-left-out" as const, "keeps-changing" as const];
  const root = await drawView({ ...annotated, report: { ...report, limits, marks: false } });
  expect(root.querySelectorAll('[aria-label="To bear in mind"] li')).toHaveLength(3);
});

it("opens a record in place and goes back", async () => {
  const root = await drawView(annotated);
  await press(named(root, "button", /^Example Front/));
  expect(textOf(root.querySelector("article"))).toContain(front.note);
  await press(named(root, "button", "Back"));
  expect(root.querySelector("article")).toBeNull();
});

it("takes a page that stays hidden after the press of the button for one that no extension may read", () => {
  expect(afterPress({ state: "no-access", site: { host: "", url: "", granted: false } })).toEqual({
    state: "not-possible",
  });
  expect(afterPress({ state: "no-access", site })).toEqual({ state: "no-access", site });
});
