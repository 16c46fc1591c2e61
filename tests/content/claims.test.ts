import { describe, expect, test } from "vitest";
import { createTour } from "../../src/content/tour.js";
import { fail } from "../../src/shared/result.js";
import { type Rig, rig } from "./page-rig.js";

const TEXT = "<p>Alpha says one</p><p>it via Gamma says two</p><p>x</p>";
const ALL = ["content one", "cue says", "source Alpha", "content two", "cue says", "source it", "source Gamma"];

const questions = ({ asked }: Rig) => asked.filter(({ name }) => name === "voices").length;
const begun = async (body = TEXT, options: Parameters<typeof rig>[1] = {}) => {
  const r = rig(body, options);
  await r.page.begin(false);
  return r;
};
async function write(r: Rig, n: number, words: string): Promise<void> {
  const text = r.document.querySelectorAll("p")[n]?.firstChild;
  if (!text) throw new Error("no text");
  text.textContent = words;
  r.mutate([{ type: "characterData", target: text }]);
  r.flush();
}

describe("who says what", () => {
  test("is asked of the whole text, once for each state of it", async () => {
    const r = await begun();
    expect((await r.claims.voices())?.claims.map(({ source }) => source.text)).toEqual(["Alpha", "it"]);
    await r.claims.voices();
    expect(questions(r)).toBe(1);
    const parametersOf = (wanted: string) => r.asked.find(({ name }) => name === wanted)?.parameters;
    expect(parametersOf("voices")).toEqual(parametersOf("annotate"));
    await write(r, 2, "Beta says three");
    await r.rest();
    expect((await r.claims.voices())?.claims.length).toBe(3);
    expect(questions(r)).toBe(2);
  });

  test("is asked anew where the text changed before the answer came", async () => {
    const r = await begun();
    r.meanwhile.run = () => void write(r, 0, "nobody said so");
    expect((await r.claims.voices())?.claims.map(({ source }) => source.text)).toEqual(["it"]);
    expect(questions(r)).toBe(2);
  });

  test("is not told of a page that is not annotated, nor where nobody answers", async () => {
    const off = await begun(TEXT, { sites: { "news.example.org": "never" } });
    expect([await off.claims.voices(), await off.claims.show(true), questions(off)]).toEqual([undefined, false, 0]);
    const r = await begun();
    r.failing.with = fail("no-knowledge");
    expect([await r.claims.show(true), r.claims.areMarked, questions(r)]).toEqual([false, false, 1]);
    r.failing.with = fail("unreachable");
    expect(await r.claims.voices()).toBeUndefined();
    r.failing.with = undefined;
    expect(await r.claims.show(true)).toBe(true);
  });
});

describe("marks of claims", () => {
  test("come when they are wanted and go when they are not; names stay", async () => {
    const r = await begun();
    const before = r.document.toString();
    expect([r.claimed(), r.claims.areMarked]).toEqual([[], false]);
    expect(await r.claims.show(true)).toBe(true);
    expect([r.claimed(), r.claims.areMarked, r.marked()]).toEqual([ALL, true, ["Alpha"]]);
    expect(await r.claims.show(false)).toBe(false);
    expect([r.claimed(), r.claims.areMarked, r.marked()]).toEqual([[], false, ["Alpha"]]);
    expect(r.document.toString()).toBe(before);
  });

  test("are not drawn where the reader changed his mind before the answer came", async () => {
    const r = await begun();
    const on = r.claims.show(true);
    const off = r.claims.show(false);
    expect(await Promise.all([on, off])).toEqual([false, false]);
    expect(r.claimed()).toEqual([]);
  });

  test("follow the text: a changed claim's go at once, the others' stay, the new ones' come when it rests", async () => {
    const r = await begun();
    await r.claims.show(true);
    await write(r, 0, "Alpha denies one, Beta says three");
    expect(r.claimed()).toEqual(ALL.slice(3));
    await r.rest();
    expect(r.claimed()).toEqual(["content three", "cue says", "source Beta", ...ALL.slice(3)]);
    expect(questions(r)).toBe(2);
  });

  test("stand in the nodes of now where the same words were put into others", async () => {
    const r = await begun();
    await r.claims.show(true);
    const p = r.document.querySelector("p");
    p?.replaceChildren(r.document.createTextNode("Alpha says one"));
    r.mutate([{ type: "childList", target: p as Node, addedNodes: [...(p?.childNodes ?? [])] }]);
    r.flush();
    await r.rest();
    expect(r.claimed()).toEqual(ALL);
    expect(questions(r)).toBe(1);
  });

  test("come again after a new beginning, and never after Konteks was switched off here", async () => {
    const r = await begun();
    await r.claims.show(true);
    void r.page.begin(false);
    expect(r.claimed()).toEqual([]);
    await r.rest();
    expect(r.claimed()).toEqual(ALL);
    r.page.switchOff();
    expect([r.claimed(), r.claims.areMarked]).toEqual([[], false]);
    await r.page.begin(true);
    await r.rest();
    expect(r.claimed()).toEqual([]);
  });

  test("go with the last name on the page", async () => {
    const r = await begun();
    await r.claims.show(true);
    await write(r, 0, "nobody");
    await r.rest();
    expect([r.page.phase, r.claimed()]).toEqual(["nothing-found", []]);
    await write(r, 0, "Alpha says one");
    await r.rest();
    expect(r.claimed()).toEqual(ALL);
  });

  test("end with the script's life", async () => {
    const r = await begun();
    r.meanwhile.run = () => r.controller.abort();
    expect(await r.claims.show(true)).toBe(false);
    expect(r.claimed()).toEqual([]);
  });
});

describe("stops", () => {
  const wordsOf = (r: Rig, stop: { block: number; start: number; end: number } | undefined) =>
    stop && r.walker.block(stop.block)?.text.slice(stop.start, stop.end);

  test("are names alone while claims are not marked, then cues and sources too; a name keeps its own", async () => {
    const r = await begun();
    const all = () => r.stops.all().map((stop) => wordsOf(r, stop));
    expect(all()).toEqual(["Alpha"]);
    await r.claims.show(true);
    expect(all()).toEqual(["Alpha", "says", "it", "Gamma", "says"]);
    const [first] = r.walker.blocks();
    const at = (offset: number) => r.stops.at(first?.id ?? 0, offset);
    expect([at(0), at(4), at(6), at(11)].map((stop) => stop && Object.keys(stop).at(-1))).toEqual([
      "placed",
      "placed",
      "claim",
      undefined,
    ]);
  });

  test("are one for a source that said several things", async () => {
    const r = await begun("<p>Alpha</p><p>it says two and three</p>");
    await r.claims.show(true);
    expect(r.claimed().filter((mark) => mark.startsWith("content"))).toEqual(["content two", "content three"]);
    expect(r.stops.all().map((stop) => wordsOf(r, stop))).toEqual(["Alpha", "it", "says"]);
  });

  test("are walked through, jumped to and kept while their words stand", async () => {
    const r = await begun();
    await r.claims.show(true);
    // Nothing can be scrolled here.
    for (const p of r.document.querySelectorAll("p")) p.scrollIntoView = () => {};
    const tinted: (string | undefined)[] = [];
    const tour = createTour({ innerHeight: 600 } as Window, r.walker, r.stops, (span) =>
      tinted.push(span?.startContainer.data.slice(span.startOffset, span.endOffset)),
    );
    const [first, second] = r.walker.blocks();
    const place = (id = 0, start: number, end: number) => ({ block: id, start, end });
    tour.jumpTo(place(first?.id, 6, 10));
    tour.step(1);
    tour.step(-1);
    expect(tinted).toEqual(["says", "it", "says"]);
    expect(tour.here()).toHaveProperty("claim");
    tour.jumpTo(place(first?.id, 0, 14));
    expect(tour.here()).toHaveProperty("placed");
    tour.jumpTo(place(second?.id, 3, 12));
    expect(wordsOf(r, tour.here())).toBe("Gamma");
    expect(tour.jumpTo(place(second?.id, 3, 300))).toBeUndefined();
    expect(tour.jumpTo(place(77, 0, 3))).toBeUndefined();
    tinted.length = 0;
    tour.refresh();
    await write(r, 1, "other words, and more of them");
    tour.refresh();
    expect(tinted).toEqual(["via Gamma", undefined]);
  });
});
