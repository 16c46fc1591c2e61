import { describe, expect, it } from "vitest";
import type { Annotation } from "../../src/engine/annotation.js";
import type { PagePhase, PageReport, TabAccess } from "../../src/shared/protocol.js";
import { fail, succeed } from "../../src/shared/result.js";
import { countMentions, decideView } from "../../src/tab/view.js";

const access = (change: Partial<TabAccess> = {}) =>
  succeed<TabAccess>({ possible: true, granted: true, url: "https://a.example/x", host: "a.example", ...change });
const mention = (record: string) => ({
  start: 0,
  end: 1,
  record,
  confidence: "sure" as const,
  alias: "x",
  reasons: [],
});
const evidence = { named: [], acronyms: [], words: [] };
const annotation: Annotation = {
  blocks: [{ id: 1, revision: 0, lang: "en", mentions: [mention("a"), mention("b"), mention("a")], evidence }],
  entities: [{ id: "a", kind: "place", marked: true, name: "A", references: 0 }],
  lang: { value: "en", from: "markup" },
  reader: "en",
  knowledge: "2026-11",
  context: evidence,
};
const report = (phase: PagePhase, change: Partial<PageReport> = {}) =>
  succeed<PageReport>({ phase, url: "https://a.example/x", title: "", limits: [], marks: true, ...change });

describe("the state of a tab", () => {
  it.each([
    ["nothing is known yet", undefined, undefined, "loading"],
    ["the page has not answered yet", access(), undefined, "loading"],
    ["the background does not answer", fail("unreachable"), undefined, "unreachable"],
    ["the background fails", fail("no-knowledge"), undefined, "failed"],
    ["the browser keeps extensions out", access({ possible: false }), fail("no-page"), "not-possible"],
    ["access is missing", access({ granted: false }), fail("no-page"), "no-access"],
    ["no script is there yet", access(), fail("no-page"), "not-started"],
    ["the reader chose never", access({ choice: "never" }), fail("no-page"), "off"],
    [
      "the reader chose never where access is missing",
      access({ granted: false, choice: "never" }),
      fail("no-page"),
      "off",
    ],
    ["the page answers with an error", access(), fail("failed", "x"), "failed"],
    ["the page waits", access(), report("waiting"), "loading"],
    ["the page works", access(), report("working"), "loading"],
    ["the gate said no", access(), report("not-news"), "not-news"],
    ["it is off here", access(), report("off"), "off"],
    ["it failed", access(), report("failed", { error: { code: "no-knowledge", detail: "x" } }), "failed"],
    ["nothing was found", access(), report("nothing-found"), "nothing-found"],
    ["it is annotated", access(), report("annotated", { annotation }), "annotated"],
    [
      "it is annotated by the button alone",
      access({ granted: false }),
      report("annotated", { annotation }),
      "annotated",
    ],
    [
      "the annotation is empty",
      access(),
      report("annotated", { annotation: { ...annotation, entities: [] } }),
      "nothing-found",
    ],
    ["the annotation is missing", access(), report("annotated"), "failed"],
  ])("when %s", (_, ofTab, ofPage, wanted) => {
    expect(decideView(ofTab, ofPage).state).toBe(wanted);
  });

  it("keeps what failed for the reader", () => {
    const error = { code: "no-knowledge", detail: "details" } as const;
    expect(decideView(access(), report("failed", { error }))).toMatchObject({
      what: "no-knowledge",
      detail: "details",
    });
  });
});

it("counts the mentions of each record over all blocks", () => {
  expect([...countMentions(annotation)]).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
});
