import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameContext, unionOf } from "../../src/engine/link/context.js";
import { sourceAt } from "../../src/engine/sources/site.js";
import { anyText } from "../support/any-text.js";
import { annotatePart, annotateText, knowledgeOf } from "../support/knowledge.js";
import { realKnowledge } from "../support/real-knowledge.js";
import { entity, source } from "../support/records.js";

const real = realKnowledge();

/** Sentences that lean on each other: short forms, surnames, ambiguous names, acronyms, other languages. */
const SENTENCES = [
  "Observatorium Suriah untuk Hak Asasi Manusia (SOHR) melaporkan hal itu.",
  "Menurut SOHR, Daesh (ISIS, red) mundur dari Albu Kamal.",
  "Pasukan rezim tiba di kota itu.",
  "Tentara Suriah mengumumkan kemenangan.",
  "Assad berpidato di Damaskus.",
  "Rawa direbut kembali.",
  "Mereka tiba di provinsi Anbar, Irak.",
  "Qasim al-Araji memuji pasukannya.",
  "Al-Araji lalu pulang.",
  "وقال المرصد إن داعش انسحب من البوكمال.",
  "أعلن المرصد السوري لحقوق الإنسان ذلك.",
  "The Islamic State said nothing, AP reported.",
  "Isis Marlowe won the race.",
  "ISTRI PETEMPUR IS BERTAHAN",
  "Tidak ada nama di sini.",
];

test("random Unicode never throws, and mentions are inside the text, in order, disjoint, and what the text says", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, fc.constantFrom(...SENTENCES)), { maxLength: 5 }), (texts) => {
      const { blocks, entities } = annotateText(real, "id", ...texts);
      const ids = new Set(entities.map(({ id }) => id));
      for (const [i, { mentions }] of blocks.entries()) {
        let free = 0;
        for (const { end, record, start } of mentions) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(texts[i]?.length ?? 0);
          expect(ids.has(record)).toBe(true);
          free = end;
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("any sequence of edits ends where annotating the final text at once ends", () => {
  const sentence = fc.constantFrom(...SENTENCES);
  const edits = fc.array(fc.record({ block: fc.nat(5), text: sentence }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 6, maxLength: 6 }), edits, (start, changes) => {
      const texts = [...start];
      let blocks = new Map(annotateText(real, "id", ...texts).blocks.map((block) => [block.id, block]));
      let context = annotateText(real, "id", ...texts).context;
      for (const { block, text } of changes) {
        texts[block] = text;
        const others = [...blocks.values()].filter(({ id }) => id !== block).map(({ evidence }) => evidence);
        const part = annotatePart(real, "id", [{ id: block, text }], unionOf(others));
        for (const one of part.blocks) blocks.set(one.id, one);
        if (sameContext(part.context, context, "id")) {
          context = part.context;
          continue;
        }
        // Another language of the page may be another of a block, and so what the block knows.
        const all = annotateText(real, "id", ...texts);
        blocks = new Map(all.blocks.map((one) => [one.id, one]));
        context = all.context;
      }
      const whole = annotateText(real, "id", ...texts);
      expect([...blocks.values()].map(({ mentions }) => mentions)).toEqual(
        whole.blocks.map(({ mentions }) => mentions),
      );
      expect(context).toEqual(whole.context);
    }),
    { numRuns: 100 },
  );
});

test("a sentence without names changes nothing elsewhere", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SENTENCES), { maxLength: 6 }), (texts) => {
      const without = annotateText(real, "id", ...texts);
      const withOne = annotateText(real, "id", ...texts, "Tidak ada nama di sini.");
      // The sentence may tip the balance of the page's languages, and with it the words of a block that is too short to tell its own.
      fc.pre(withOne.lang.value === without.lang.value);
      const mentions = ({ blocks }: typeof without) => blocks.map((block) => block.mentions);
      expect(mentions(withOne).slice(0, -1)).toEqual(mentions(without));
    }),
  );
});

describe("the language of a page", () => {
  test.each([
    ["declared and spoken", "id", "Mereka yang tiba di kota itu tidak akan pulang.", "id", "given"],
    [
      "declared wrongly by a template",
      "en",
      "Mereka yang tiba di kota itu tidak akan pulang karena hal ini telah terjadi pada para warga.",
      "id",
      "guess",
    ],
    ["not declared", "", "The men who came to the town would not go home.", "en", "guess"],
    ["not recognised", "", "Xyz.", "", "guess"],
  ])("%s", (_, declared, text, lang, from) => {
    expect(annotateText(real, declared, text).lang).toEqual({ value: lang, from });
  });
  test("each block is read in its own script", () => {
    const { blocks } = annotateText(real, "id", "Mereka tiba di kota itu.", "وقال المرصد إن القوات انسحبت.");
    expect(blocks.map(({ lang }) => lang)).toEqual(["id", "ar"]);
  });
});

describe("the site of a page", () => {
  const hosts = [
    { host: "example.com", match: "suffix" as const, record: "whole" },
    { host: "en.example.com", match: "suffix" as const, record: "english" },
    { host: "example.com", match: "suffix" as const, path: "/arabic", record: "arabic" },
    { host: "example.org", match: "exact" as const, record: "exact" },
  ];
  test.each([
    ["https://example.com/a", "whole"],
    ["https://www.example.com/a", "whole"],
    ["https://m.example.com/a", "whole"],
    ["https://en.example.com/a", "english"],
    ["https://example.com/arabic/a", "arabic"],
    ["https://example.com/arabica", "whole"],
    ["https://www.example.org/", "exact"],
    ["https://m.example.org/", undefined],
    ["https://notexample.com/", undefined],
    ["https://example.com.evil.net/", undefined],
    ["not an address", undefined],
  ])("%s is %s", (url, record) => expect(sourceAt(url, hosts)).toBe(record));
});

test("summaries speak the reader's language and show the page's and the original name", () => {
  const parts = {
    entities: [
      entity({
        id: "front",
        country: "SY",
        names: { en: "Front", id: "Barisan", ar: "جبهة" },
        aliases: { id: ["Barisan Lembah"] },
      }),
    ],
    sources: [source({ id: "paper", hosts: [{ host: "example.com", match: "suffix" as const }] })],
  };
  const { entities } = annotateText(knowledgeOf(parts, "en"), "id", "Barisan Lembah tiba.");
  expect(entities[0]).toMatchObject({
    name: "Front",
    pageName: "Barisan",
    originalName: { text: "جبهة", lang: "ar" },
    marked: true,
    references: 1,
  });
});
