import { describe, expect, it, vi } from "vitest";
import type { Claim, Voices } from "../../src/engine/attribution/voices.js";
import { countedIn, sumText } from "../../src/ui/voices-sum.js";
import { VoicesSummary } from "../../src/ui/voices-summary.js";
import { draw, named, nameOf, press, textOf, words } from "./rendering.js";
import { aligned, claim, monitor, noVoices, party, relay, source, voice, voices } from "./voices.js";

const of = (...claims: Claim[]): Voices => ({ ...noVoices, claims });
const times = (n: number, change: Partial<Claim>) => Array.from({ length: n }, () => claim("x", change));
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, "");
const sum = (claims: Claim[], language: "en" | "id" | "ar" = "en") => bare(sumText(of(...claims), words[language]));

describe("the page in one sentence", () => {
  it("is made of counts, and tells earlier reports of the page apart", () => {
    expect(bare(sumText(voices, words.en))).toBe(
      "5 attributed statements: 2 from parties to the fighting, 1 from a monitor, 2 from unnamed sources; " +
        "3 reached this page through an outlet that others describe as close to one side (the Harbour); " +
        "none names a witness. Counted apart: 1 earlier report of the page itself.",
    );
    expect(bare(sumText(voices, words.id))).toBe(
      "5 pernyataan bersumber: 2 dari pihak yang bertikai, 1 dari lembaga pemantau, 2 dari sumber tanpa nama; " +
        "3 sampai ke halaman ini melalui media yang disebut kalangan lain dekat dengan salah satu pihak (the Harbour); " +
        "tak ada yang menyebut saksi. Dihitung terpisah: 1 pemberitaan terdahulu situs ini sendiri.",
    );
  });

  it.each([
    [1, "قول واحد منسوب إلى مصدر: واحد عن طرف في القتال؛ ولا يذكر شاهدًا."],
    [2, "قولان منسوبان إلى مصدر: اثنان عن أطراف في القتال؛ ولا يذكر أيٌّ منهما شاهدًا."],
    [3, "3 أقوال منسوبة إلى مصادر: 3 عن أطراف في القتال؛ ولا يذكر أيٌّ منها شاهدًا."],
    [11, "11 قولًا منسوبًا إلى مصادر: 11 عن أطراف في القتال؛ ولا يذكر أيٌّ منها شاهدًا."],
    [100, "100 قول منسوب إلى مصادر: 100 عن أطراف في القتال؛ ولا يذكر أيٌّ منها شاهدًا."],
  ])("has the Arabic form for %i", (n, wanted) => {
    expect(sum(times(n, {}), "ar")).toBe(wanted);
  });

  it("joins the parts as Arabic does", () => {
    expect(sum([...times(3, {}), ...times(2, { source }), claim("x", { source: monitor })], "ar")).toContain(
      "3 عن أطراف في القتال، وواحد عن جهة رصد، واثنان عن مصادر غير مسماة؛",
    );
  });

  it("says one in the singular", () => {
    expect(sum([claim("x")])).toBe("1 attributed statement: 1 from a party to the fighting; it names no witness.");
  });

  it("counts each statement under the hand that matters most, and names no side where there are two", () => {
    const owned = voice({ group: "outlet", ties: [{ ...party, relation: "outlet_of_party" }, aligned] });
    const other = voice({ group: "outlet", ties: [{ ...aligned, side: "the Province" }] });
    const unknown = voice({ group: "outlet", ties: [] });
    const text = sum([owned, relay, other, unknown].map((via) => claim("x", { via: [via] })));
    expect(text).toContain(
      "1 reached this page through an outlet tied to a party to the fighting; " +
        "2 reached this page through an outlet that others describe as close to one side; " +
        "1 reached this page through another outlet;",
    );
  });

  it("keeps statements without any source out of the attributed ones", () => {
    const nobody = voice({ text: "", type: "nobody", group: "nobody", ties: [] });
    expect(sum([claim("x"), ...times(2, { source: nobody })])).toMatch(
      /^1 attributed statement: 1 from .*; besides, 2 statements reported without any source\.$/,
    );
    expect(sum([claim("x", { source: nobody })])).toBe(
      "0 attributed statements; besides, 1 statement reported without any source.",
    );
  });

  it("says that there are witnesses", () => {
    const witness = { ...source, type: "witness" as const };
    expect(sum(times(2, { source: witness }))).toContain("; 2 name witnesses as the source.");
  });

  it("has statements behind every number", () => {
    expect(countedIn(voices).map(({ label, claims }) => [label, claims])).toEqual([
      ["voice_party", [1, 4]],
      ["voice_monitor", [0]],
      ["voice_unnamed", [2, 3]],
      ["voice_through_aligned", [1, 2, 3]],
      ["voice_earlier", [5]],
    ]);
  });
});

describe("the summary", () => {
  const drawSum = async (state: Parameters<typeof VoicesSummary>[0]["voices"], inWords = words.en) => {
    const onGo = vi.fn();
    return { root: await draw(<VoicesSummary voices={state} pageLang="id" onGo={onGo} />, inWords), onGo };
  };

  it("has a bar whose every part is told in words and numbers", async () => {
    const { root } = await drawSum(voices);
    const parts = [...root.querySelectorAll(".part")].map(nameOf);
    expect(parts).toEqual([
      "Parties to the fighting2, 2 statements",
      "Monitors1, 1 statement",
      "Unnamed2, 2 statements",
    ]);
    const weights = [...root.querySelectorAll<HTMLElement>(".weights i")];
    expect(weights.map((weight) => weight.className)).toEqual(["texture party", "texture monitor", "texture unnamed"]);
    expect(root.querySelector(".weights")?.getAttribute("aria-hidden")).toBe("true");
  });

  it("opens the statements of a part, which lead into the page, and closes them again", async () => {
    const { root, onGo } = await drawSum(voices);
    const part = named(root, ".part", /^Unnamed/);
    await press(part);
    expect(part.getAttribute("aria-expanded")).toBe("true");
    const proof = root.querySelector(`[id="${part.getAttribute("aria-controls")}"]`);
    if (!proof) throw new Error("no list");
    expect([...proof.querySelectorAll("button")].map(textOf)).toEqual([
      "seorang sumber: Mereka bergabung",
      "seorang sumber: Mereka menggali parit",
    ]);
    await press(named(proof, "button", /parit/));
    expect(onGo).toHaveBeenCalledWith({ block: 5, start: 0, end: 5 });
    await press(part);
    expect(proof.querySelector("button")).toBeNull();
    expect(proof.hasAttribute("hidden")).toBe(true);
  });

  it("opens all that is counted", async () => {
    const { root } = await drawSum(voices);
    await press(named(root, "button", "Show what is counted"));
    expect([...root.querySelectorAll("h3")].map(textOf)).toEqual([
      "Parties to the fighting 2",
      "Monitors 1",
      "Unnamed 2",
      "Through an outlet described as close to one side 3",
      "Earlier reports of the page itself 1",
    ]);
    expect(named(root, "button", "Hide what is counted").getAttribute("aria-expanded")).toBe("true");
  });

  it.each(["en", "id", "ar"] as const)("words every state in %s", async (language) => {
    const own = words[language];
    const { root: loading } = await drawSum(undefined, own);
    expect(textOf(loading.querySelector("[role=status]"))).toBe(own.t("voices_loading"));
    expect(textOf((await drawSum("failed", own)).root)).toContain(own.t("voices_failed"));
    const { root: none } = await drawSum(noVoices, own);
    expect(textOf(none.querySelector("p"))).toBe(own.t("voices_none"));
    const { root: unread } = await drawSum({ ...noVoices, readable: false }, own);
    expect(textOf(unread)).toContain(own.languageName("id"));
  });
});
