import { describe, expect, it, vi } from "vitest";
import { ClaimsView, type ClaimsViewProps } from "../../src/ui/claims-view.js";
import { frontDetail } from "./records.js";
import { draw, named, press, textOf, words } from "./rendering.js";
import { claim, noVoices, source, voice, voices } from "./voices.js";

const props = (change: Partial<ClaimsViewProps> = {}): ClaimsViewProps => ({
  voices,
  pageLang: "id",
  marked: false,
  page: { url: "https://a.example/x", title: "A page", site: "a.example", date: "2017-11-20", knowledge: "2026-11" },
  recordOf: vi.fn(async () => frontDetail),
  onGo: vi.fn(),
  onOpen: vi.fn(),
  onMark: vi.fn(),
  ...change,
});
const drawClaims = async (change: Partial<ClaimsViewProps> = {}, inWords = words.en) => {
  const given = props(change);
  const root = await draw(<ClaimsView {...given} />, inWords);
  return { root, given, claims: [...root.querySelectorAll(".claim")] };
};
const parts = (item: Element | undefined, selector: string) =>
  [...(item?.querySelectorAll(selector) ?? [])].map(textOf);

describe("the statements of a page", () => {
  it("stand in order, each with its way here as a sentence and how every hand stands", async () => {
    const { claims } = await drawClaims();
    expect(claims).toHaveLength(6);
    const second = claims[1];
    expect(parts(second, ".chain")).toEqual([
      "Example Front (“Front Contoh”) “kata” passed on by Harbour Times (“Harbour Tims”) and given on this page",
    ]);
    expect(parts(second, ".facts li")).toEqual([
      "Example Front: Armed group · Party to the conflict (Example war), side: the Province",
      "Harbour Times: News site · Described as close to one side (Example war), side: the Harbour, according to Example Agency",
    ]);
    expect(parts(second, ".said > .quiet")).toEqual([
      "19 Nov 2017 · control of a place · direct quote · differs from statement 1",
    ]);
  });

  it("say of a source once how it stands, and then where that is said", async () => {
    const { claims } = await drawClaims();
    expect(parts(claims[2], ".facts li")).toEqual([
      "seorang sumber: Unnamed source",
      "Harbour Times: as in statement 2",
    ]);
    expect(parts(claims[3], ".facts li")[0]).toBe("seorang sumber: Unnamed source");
  });

  it("keep the page's language and direction, and quote once what the page quotes", async () => {
    const { claims } = await drawClaims({ pageLang: "ar" });
    const content = claims[1]?.querySelector(".content");
    expect([content?.getAttribute("lang"), content?.getAttribute("dir")]).toEqual(["ar", "rtl"]);
    expect(parts(claims[1], "q")).toEqual(["Kota itu kami kuasai"]);
    expect(claims[0]?.querySelector("q")).toBeNull();
  });

  it("say what an unnamed source is, whom “he” goes back to, what is not plain and whose standing it is", async () => {
    const { claims } = await drawClaims();
    expect(parts(claims[2], ".facts li")[0]).toBe("seorang sumber: Unnamed source");
    expect(parts(claims[4], "strong")).toEqual(["Menteri Anu (“dia”) Unclear"]);
    expect(parts(claims[4], ".facts li")).toEqual([
      "belongs to Province of Examplia · Party to the conflict (Example war), side: the Province, through Province of Examplia",
    ]);
    expect(parts(claims[5], "strong")).toEqual(["No source"]);
    expect(parts(claims[5], ".said > .quiet")[0]).toContain("earlier report of the page itself");
  });

  it("say both words where a known name stands for a word that goes back to another", async () => {
    const he = voice({ text: "dia", meant: { text: "Panglima Front", at: { block: 0, start: 0, end: 1 } } });
    const { claims } = await drawClaims({ voices: { ...noVoices, claims: [claim("x", { source: he })] } });
    expect(parts(claims[0], "strong")).toEqual(["Example Front (“dia”, meaning “Panglima Front”)"]);
  });

  it("say that nothing is known of a source without a record", async () => {
    const { record: _, name: __, function: ___, ...unknown } = voice({ text: "Ibu Fulan", group: "other", ties: [] });
    const { claims } = await drawClaims({ voices: { ...noVoices, claims: [claim("x", { source: unknown })] } });
    expect(parts(claims[0], ".facts")).toEqual(["nothing is known here of this source"]);
  });

  it("lead into the page and to the profiles of those who are known, never of countries", async () => {
    const { root, given, claims } = await drawClaims();
    await press(named(root, "button", "Statement 2: go to the words in the page"));
    expect(given.onGo).toHaveBeenCalledWith({ block: 2, start: 0, end: 5 });
    for (const button of claims[1]?.querySelectorAll(".chain button") ?? []) await press(button);
    expect(vi.mocked(given.onOpen).mock.calls).toEqual([["example-front"], ["times"]]);
    const state = voice({ record: "country:SY", name: "Examplia" });
    const { claims: ofState } = await drawClaims({ voices: { ...noVoices, claims: [claim("x", { source: state })] } });
    expect(ofState[0]?.querySelector(".chain button")).toBeNull();
  });

  it("lead to the reporting words where nothing else is there", async () => {
    const only = claim("", { content: { text: "", at: [] }, source });
    const { root, given } = await drawClaims({ voices: { ...noVoices, claims: [only] } });
    await press(named(root, "button", /^Statement 1: go/));
    expect(given.onGo).toHaveBeenCalledWith(only.cue?.at);
  });
});

describe("what stands around them", () => {
  it("marks them in the page and takes the marks away", async () => {
    const { root, given } = await drawClaims({ marked: true });
    const control = named(root, "[role=switch]", "Mark statements in the page");
    expect(control.getAttribute("aria-checked")).toBe("true");
    await press(control);
    expect(given.onMark).toHaveBeenCalledWith(false);
    const { root: unable } = await drawClaims({ marked: undefined });
    expect(unable.querySelector("[role=switch]")).toBeNull();
  });

  it("puts those that differ side by side, with speaker and day, and calls none wrong", async () => {
    const { root, given } = await drawClaims();
    const differences = root.querySelector(".differences");
    expect(textOf(differences?.querySelector("h2"))).toBe("Statements that differ");
    expect(textOf(differences?.querySelector("h3"))).toBe("On who holds Port Nowhere");
    expect(parts(differences ?? undefined, "button")).toEqual([
      "Example ObservatorySebagian besar pasukan mundurStatement 1",
      "Example Front“Kota itu kami kuasai”Statement 2 · 19 Nov 2017",
    ]);
    for (const side of differences?.querySelectorAll("button") ?? []) await press(side);
    expect(given.onGo).toHaveBeenCalledTimes(2);
  });

  it("folds what is stated without a source, counted", async () => {
    const { root, given } = await drawClaims();
    const folded = root.querySelector("details");
    expect(folded?.hasAttribute("open")).toBe(false);
    expect(textOf(folded?.querySelector("summary"))).toBe("2 sentences state something without a source");
    await press(named(root, "details button", /tepi sungai/));
    expect(given.onGo).toHaveBeenCalledWith({ block: 8, start: 0, end: 5 });
    const { root: arabic } = await drawClaims({}, words.ar);
    expect(textOf(arabic.querySelector("summary"))).toBe("جملتان تذكران خبرًا بلا مصدر");
  });

  it("names the conflicts that standing is told for, the agencies of the whole text, and what the newsroom set in", async () => {
    const agency = voice({ text: "EXA", record: "exa", name: "Example Agency", group: "outlet", ties: [] });
    const { root, given } = await drawClaims({ voices: { ...voices, agencies: [agency] } });
    expect(parts(root, ".background p")).toEqual([
      "The whole text came by way of Example Agency.",
      "Standing is given for: Example war",
      "Set into the text by the editors: (Alpha, red)",
      "Initials of the writer or editor: [xyz]",
    ]);
    await press(named(root, ".background button", "Example Agency"));
    expect(given.onOpen).toHaveBeenCalledWith("exa");
  });

  it("says that there are none", async () => {
    const { root } = await drawClaims({ voices: noVoices });
    expect(textOf(root)).toBe("No attributed statements found on this page.");
  });
});
