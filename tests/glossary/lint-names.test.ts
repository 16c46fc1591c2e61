import { describe, expect, it } from "vitest";
import { complaints, type LintRow } from "../support/complaints.js";
import { entity, source, term } from "../support/records.js";

const allowed: LintRow[] = [
  ["sorted aliases", { entities: [entity({ aliases: { en: ["A valley", "B valley", "a valley"] } })] }, []],
  ["the same spelling in two languages", { entities: [entity({ aliases: { de: ["Daesch"], nl: ["Daesch"] } })] }, []],
  [
    "a shared alias that one of the two may only have with evidence",
    {
      entities: [
        entity({
          id: "river",
          aliases: { en: ["ISIS"] },
          ambiguity: [{ forms: ["ISIS"], other: "a group", accept: [{ near: ["Oxford"] }] }],
        }),
        entity({ id: "group", aliases: { en: ["ISIS"] } }),
      ],
    },
    [],
  ],
  [
    "a shared alias that is short in one of the two",
    {
      entities: [
        entity({ id: "rifaat", aliases: { en: [{ text: "Assad", use: "short" }] } }),
        entity({ id: "bashar", aliases: { en: ["Assad"] } }),
      ],
    },
    [],
  ],
];
const aliases: LintRow[] = [
  [
    "unsorted",
    { entities: [entity({ aliases: { en: ["Daesh", "ISIS", "IS"] } })] },
    ['red-valley: Aliases of "en" are not sorted: "IS" stands too late.'],
  ],
  [
    "sorted as a dictionary sorts, not by code units",
    { entities: [entity({ aliases: { id: ["negara Islam", "Negara Islam"] } })] },
    ['red-valley: Aliases of "id" are not sorted: "Negara Islam" stands too late.'],
  ],
  [
    "twice",
    { entities: [entity({ aliases: { ar: ["داعش", "داعش"] } })] },
    ['red-valley: Alias "داعش" of "ar" is there twice, or repeats the name.'],
  ],
  [
    "twice, once with its qualities",
    { entities: [entity({ aliases: { en: ["Daesh", { text: "Daesh", stance: "loaded" }] } })] },
    ['red-valley: Alias "Daesh" of "en" is there twice, or repeats the name.'],
  ],
  [
    "the name again",
    { entities: [entity({ names: { en: "Islamic State" }, aliases: { en: ["Islamic State"] } })] },
    ['red-valley: Alias "Islamic State" of "en" is there twice, or repeats the name.'],
  ],
  [
    "one alias, two records, no way to tell them apart",
    {
      entities: [
        entity({ id: "hezbollah", aliases: { id: ["Hizbullah"] } }),
        entity({ id: "laskar", aliases: { id: ["Hizbullah"] } }),
      ],
    },
    ['laskar: "Hizbullah" is also an alias of hezbollah, and neither says how they are told apart (ambiguity).'],
  ],
  [
    "spellings that folding makes equal",
    {
      entities: [entity({ id: "town", names: { en: "Al-Bāb" } }), entity({ id: "gate", aliases: { tr: ["al bab"] } })],
    },
    ['gate: "al bab" is also an alias of town, and neither says how they are told apart (ambiguity).'],
  ],
  [
    "a rule that only rejects does not tell two records apart",
    {
      entities: [
        entity({
          id: "first",
          aliases: { en: ["The Front"] },
          ambiguity: [{ forms: ["The Front"], other: "a front", reject: [{ near: ["cold"] }] }],
        }),
        entity({ id: "second", aliases: { en: ["The Front"] } }),
      ],
    },
    ['second: "The Front" is also an alias of first, and neither says how they are told apart (ambiguity).'],
  ],
  [
    "three records share one",
    {
      entities: [entity({ id: "one", aliases: { en: ["NLF"] } })],
      sources: [source({ id: "two", aliases: { en: ["NLF"] } })],
      terms: [term({ id: "three", aliases: { en: ["NLF"] } })],
    },
    [
      'two: "NLF" is also an alias of one, and neither says how they are told apart (ambiguity).',
      'three: "NLF" is also an alias of one, and neither says how they are told apart (ambiguity).',
    ],
  ],
  [
    "ambiguity of a spelling that the record does not have",
    { entities: [entity({ ambiguity: [{ forms: ["rawa"], other: "a swamp", accept: [{ before: ["kota"] }] }] })] },
    ['red-valley: Ambiguity speaks of "rawa", which is no name or alias of the record.'],
  ],
  [
    "a lookalike that is an alias",
    { entities: [entity({ aliases: { en: ["Red Vale"] }, lookalikes: ["red vale"] })] },
    ['red-valley: "red vale" is a lookalike and an alias at once.'],
  ],
];

describe("what the lint says of names", () => {
  describe.each([
    ["allowed", allowed],
    ["refused", aliases],
  ])("%s", (_, rows) => {
    it.each(rows)("%s", (_name, parts, says) => {
      expect(complaints(parts)).toEqual(says);
    });
  });
});
