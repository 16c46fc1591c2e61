import { describe, expect, test } from "vitest";
import { annotate } from "../../src/engine/annotate.js";
import { annotateText, found, knowledgeOf } from "../support/knowledge.js";
import { entity, source, term } from "../support/records.js";

/** Invented names where the rule is what counts, real ones where the language is. */
const knowledge = knowledgeOf({
  entities: [
    entity({
      id: "red-valley",
      names: { en: "Red Valley Front", id: "Front Lembah Merah", ar: "جبهة الوادي الأحمر" },
      aliases: {
        en: ["RVF", { text: "the Front", use: "short" }, { text: "Red Vally Front", quality: "misspelling" }],
        id: ["FLM"],
        und: ["Redval"],
      },
      lookalikes: ["Great Red Valley Front"],
    }),
    entity({
      id: "rawa",
      kind: "place",
      names: { en: "Rawa", id: "Rawa", ar: "راوة" },
      ambiguity: [
        {
          forms: ["Rawa"],
          other: "swamp",
          accept: [{ before: ["kota", "town of"] }, { near: ["Anbar"] }, { entities: ["country:IQ"] }],
          reject: [{ after: ["Buaya"] }],
        },
      ],
    }),
    entity({
      id: "old-emir",
      kind: "person",
      names: { en: "Omar Salim", ar: "عمر سالم" },
      aliases: { en: [{ text: "Salim", use: "short" }] },
    }),
    entity({
      id: "two-rivers",
      kind: "group",
      names: { en: "Two Rivers" },
      aliases: { en: ["Delta"] },
      ambiguity: [{ forms: ["Delta"], other: "an airline", accept: [{ near: ["fighters"] }] }],
    }),
    entity({
      id: "delta-air",
      kind: "organisation",
      names: { en: "Delta Air" },
      aliases: { en: ["Delta"] },
      ambiguity: [{ forms: ["Delta"], other: "a group", accept: [{ near: ["flight"] }] }],
    }),
    entity({
      id: "isra",
      names: { en: "ISRA" },
      aliases: { en: ["Isra"] },
      ambiguity: [
        { forms: ["ISRA"], other: "x", accept: [{ case: "upper" }, { named: true }] },
        { forms: ["Isra"], other: "a name", accept: [{ near: ["militants"] }] },
      ],
    }),
    entity({ id: "hama", kind: "place", names: { en: "Hama", ar: "حماة" } }),
    entity({ id: "hamas", names: { en: "Hamas", ar: "حماس", fa: "حماس" } }),
    entity({ id: "raqqa", kind: "place", names: { en: "Raqqa", ar: "الرقة", fa: "رقه" } }),
    entity({ id: "albu-kamal", kind: "place", names: { en: "Albu Kamal", id: "Albu Kamal", ar: "البوكمال" } }),
  ],
  sources: [source({ id: "monitor", kind: "monitor", names: { en: "Valley Watch Group", ar: "المرصد" } })],
  terms: [term({ id: "sleeper-cell", names: { en: "sleeper cell", id: "sel tidur", ar: "خلية نائمة" } })],
});
const en = (...paragraphs: string[]) => found(knowledge, "en", ...paragraphs);
const id = (...paragraphs: string[]) => found(knowledge, "id", ...paragraphs);
const ar = (...paragraphs: string[]) => found(knowledge, "ar", ...paragraphs);

describe("spelling", () => {
  test.each([
    ["as written", "Fighters of Albu Kamal fled.", ["Albu Kamal→albu-kamal"]],
    ["with a hyphen", "Fighters of Albu-Kamal fled.", ["Albu-Kamal→albu-kamal"]],
    ["written together", "Fighters of Albukamal fled.", ["Albukamal→albu-kamal"]],
    ["in capitals", "BATTLE FOR ALBU KAMAL GOES ON", ["ALBU KAMAL→albu-kamal"]],
    ["with a possessive", "The Red Valley Front’s men", ["Red Valley Front→red-valley"]],
    ["misspelt, as probable", "The Red Vally Front said", ["Red Vally Front→red-valley?"]],
  ])("%s", (_, text, expected) => expect(en(text)).toEqual(expected));

  test.each([
    ["inside a longer word", "Albukamalites and Redvalley"],
    ["across the end of a sentence", "He went to Albu. Kamal stayed."],
    ["across brackets", "Albu (Kamal) stayed."],
    ["a proper name without its capital", "the red valley front of the house"],
    ["an acronym without its capitals", "rvf and Rvf"],
    ["a possessive with the letters of another name", "in Hama's"],
  ])("not %s", (_, text) => expect(en(text).filter((one) => !one.endsWith("→hama"))).toEqual([]));

  test("a possessive belongs to the shorter name", () => expect(en("in Hama's old town")).toEqual(["Hama→hama"]));
  test("a very short acronym of one language counts only there", () => {
    expect(id("Menurut FLM, kota itu aman dan warga sudah kembali ke rumah.")).toEqual(["FLM→red-valley"]);
    expect(en("According to FLM the town is safe and the people have returned to it.")).toEqual([]);
  });
});

describe("affixes", () => {
  test.each([
    ["Indonesian -nya", id, "Redvalnya mundur", ["Redval→red-valley"]],
    ["Indonesian doubling", id, "sel-sel tidur di kota", ["sel-sel tidur→sleeper-cell"]],
    ["Arabic conjunction", ar, "وحماس تنفي", ["حماس→hamas"]],
    ["Arabic preposition and article", ar, "دخلوا للرقة أمس", ["لرقة→raqqa"]],
    ["Arabic conjunction and preposition", ar, "وبالرقة أيضا", ["الرقة→raqqa"]],
  ])("%s", (_, language, text, expected) => expect(language(text)).toEqual(expected));

  test.each([
    ["a doubled noun is no name", id, "Rawa-rawa di Anbar dan Irak"],
    ["an ending that is none of the language", id, "Redvalitas"],
    ["a particle before a foreign spelling makes up a word", ar, "فرقة عسكرية"],
  ])("not: %s", (_, language, text) => expect(language(text)).toEqual([]));
});

describe("ambiguity", () => {
  test.each([
    ["a word before", id, ["di kota Rawa"], ["Rawa→rawa"]],
    ["a phrase before", en, ["in the town of Rawa"], ["Rawa→rawa"]],
    ["a word near", id, ["Rawa, di provinsi Anbar,"], ["Rawa→rawa"]],
    ["another name in the document", id, ["Irak mengumumkan.", "Mereka tiba di Rawa pagi tadi."], ["Rawa→rawa"]],
    ["capitals", en, ["ISRA said on Monday"], ["ISRA→isra"]],
    ["another casing by its own rule", en, ["Isra militants said"], ["Isra→isra"]],
    ["evidence that decides between two", en, ["Delta fighters left"], ["Delta→two-rivers"]],
    ["evidence for the other of two", en, ["a Delta flight left"], ["Delta→delta-air"]],
  ])("told by %s", (_, language, texts, expected) => expect(language(...texts)).toEqual(expected));

  test.each([
    ["no evidence", id, ["Rawa itu luas"]],
    ["refused whatever speaks for it", id, ["di kota Rawa Buaya, Irak"]],
    ["in lower case", id, ["kota rawa di Anbar"]],
    ["another casing leans on the document in vain", en, ["ISRA said.", "Isra Marlowe won."].slice(1)],
    ["evidence for both", en, ["Delta fighters on a flight"]],
  ])("unmarked: %s", (_, language, texts) => expect(language(...texts)).toEqual([]));

  test("a name's own casing does not help the other casing", () => {
    expect(en("ISRA said on Monday.", "Isra Marlowe won.")).toEqual(["ISRA→isra"]);
  });
  test("a headline in capitals says nothing by its capitals", () => {
    expect(en("ISRA LEAVES THE TOWN AGAIN")).toEqual([]);
    expect(en("ISRA LEAVES THE TOWN AGAIN", "ISRA said")).toEqual(["ISRA→isra", "ISRA→isra"]);
  });
});

describe("told by how it is set", () => {
  const paper = knowledgeOf({
    sources: [
      source({
        id: "agency",
        names: { en: "Agency Nine", ru: "Девять" },
        aliases: { en: ["nin"] },
        ambiguity: [
          { forms: ["nin"], other: "a word", accept: [{ enclosed: "brackets" }] },
          { forms: ["Девять"], other: "nine", accept: [{ enclosed: "quotes" }] },
        ],
      }),
    ],
  });
  test.each([
    ["en", "Berlin (nin) - A sentence.", ["nin→agency"]],
    ["en", "Berlin [nin] - A sentence.", ["nin→agency"]],
    ["en", "Berlin (nin and others) - A sentence.", []],
    ["ru", "Об этом пишет «Девять».", ["Девять→agency"]],
    ["ru", "Девять раз.", []],
  ])("%s: %s", (lang, text, expected) => expect(found(paper, lang, text)).toEqual(expected));
});

test("a rule for a spelling governs its accented twin, which finds the same text", () => {
  const twins = knowledgeOf({
    entities: [
      entity({
        id: "gull",
        names: { en: "Great Gull", tr: "Güll", de: "Gull" },
        ambiguity: [{ forms: ["Güll"], other: "a flower", accept: [{ near: ["fighters"] }] }],
      }),
    ],
  });
  expect(found(twins, "en", "Gull was red.")).toEqual([]);
  expect(found(twins, "en", "Gull fighters came.")).toEqual(["Gull→gull"]);
});

describe("told as a source that is cited", () => {
  const paper = knowledgeOf({
    sources: [
      source({
        id: "the-sentinel",
        names: { en: "The Sentinel" },
        aliases: { en: ["Sentinel"] },
        ambiguity: [{ forms: ["The Sentinel", "Sentinel"], other: "a guard", accept: [{ cited: true }] }],
      }),
    ],
  });
  test.each([
    ["en", "A clerk told the Sentinel so.", ["Sentinel→the-sentinel"]],
    ["en", "The Sentinel reported a fire.", ["The Sentinel→the-sentinel"]],
    ["en", "The Sentinel stood at the gate.", []],
    ["id", "Kapal itu sudah tiba, menurut Sentinel.", ["Sentinel→the-sentinel"]],
    ["id", "Kapal Sentinel sudah tiba di sana.", []],
    // A block of another language may be too short to be known as such.
    ["id", "Kapal itu sudah tiba. The Sentinel reported it.", ["The Sentinel→the-sentinel"]],
  ])("%s: %s", (lang, text, expected) => expect(found(paper, lang, text)).toEqual(expected));
});

describe("within one document", () => {
  test("a short form counts where the full name stands, before or behind", () => {
    expect(en("The Front left.", "Red Valley Front said so.")).toEqual([
      "The Front→red-valley",
      "Red Valley Front→red-valley",
    ]);
    expect(en("The Front left.")).toEqual([]);
  });
  test("a surname counts where the person is named in full", () => {
    expect(en("Omar Salim spoke. Salim left.")).toEqual(["Omar Salim→old-emir", "Salim→old-emir"]);
    expect(en("Salim left.")).toEqual([]);
  });
  test("an acronym defined in brackets is learned", () => {
    expect(en("The Valley Watch Group (VWG) counted.", "VWG said.")).toEqual([
      "Valley Watch Group→monitor",
      "VWG→monitor",
      "VWG→monitor",
    ]);
  });
  test.each([
    ["its letters do not begin the name's words", "The Valley Watch Group (AFP) counted.", "AFP said."],
    ["it is part of a longer word", "The Valley Watch Group (VWG) counted.", "VWGX said."],
  ])("an acronym is not learned where %s", (_, first, second) => {
    expect(en(first, second).filter((one) => /^(AFP|VWGX)/.test(one))).toEqual([]);
  });
  test("the longest name wins, and a lookalike takes its span without a mention", () => {
    expect(en("The Great Red Valley Front won.")).toEqual([]);
  });
  test("a sidebar takes no evidence from the story and gives none", () => {
    const block = (idNumber: number, text: string, apart: boolean) => ({
      id: idNumber,
      revision: 0,
      text,
      lang: "",
      apart,
    });
    const story = block(0, "Irak mengumumkan kemenangan.", false);
    const aside = block(1, "Mereka tiba di Rawa pagi tadi.", true);
    const mentions = (blocks: ReturnType<typeof block>[]) =>
      annotate({ blocks, lang: { value: "id", from: "given" } }, knowledge).blocks.flatMap((one) =>
        one.mentions.map(({ record }) => record),
      );
    expect(mentions([story, aside])).toEqual(["country:IQ"]);
    expect(
      mentions([
        { ...story, apart: true },
        { ...aside, apart: false },
      ]),
    ).toEqual(["country:IQ"]);
    expect(mentions([story, { ...aside, apart: false }])).toEqual(["country:IQ", "rawa"]);
  });
});

test("every mention says why", () => {
  const { blocks } = annotateText(knowledge, "id", "di kota Rawa, dan Redvalnya");
  expect(blocks[0]?.mentions.map(({ reasons }) => reasons.map(({ code, value }) => `${code}:${value}`))).toEqual([
    ["spelling:Rawa", "word-before:kota"],
    ["spelling:Redval", "affix:nya"],
  ]);
});
