import fc from "fast-check";
import { expect, test } from "vitest";
import { quotationsIn } from "../../src/engine/attribution/units/quotations.js";
import type { PlacedSpan, Voice, Voices } from "../../src/engine/attribution/voices.js";
import { tellVoices } from "../../src/engine/tell-voices.js";
import { anyText } from "../support/any-text.js";
import { article } from "../support/knowledge.js";
import { realKnowledge } from "../support/real-knowledge.js";

const knowledge = realKnowledge();
const LANGUAGES = Object.entries(knowledge.names.rules).flatMap(([tag, { attribution }]) => (attribution ? [tag] : []));

/** Pieces of reporting clauses, which random text alone would hardly ever join. */
const PIECES = [
  "Hezbollah said that ",
  "“We hold the town,” ",
  "he added. ",
  "according to Reuters, ",
  "the army ",
  "citing an official ",
  "kata juru bicara, ",
  "seperti dilansir AFP ",
  "وقال المرصد إن ",
  "نقلا عن ",
  "« Non », a déclaré ",
  "сообщил «Интерфакс», ",
  "dedi. ",
  "laut der Polizei ",
  "“",
  "”",
  "„",
  '"',
  "’",
  "(",
  ")",
  ": ",
  ", ",
  ". ",
  " — ",
  "\n\n",
];
const speech = fc.array(fc.oneof(fc.constantFrom(...PIECES), anyText), { maxLength: 8 }).map((parts) => parts.join(""));
const document = fc.tuple(fc.constantFrom(...LANGUAGES), fc.array(speech, { minLength: 1, maxLength: 4 }));

/** Every place that the answer points to. */
function spansOf({ agencies, claims, unattributed }: Voices): { at: PlacedSpan; text?: string }[] {
  const ofVoice = ({ at, meant, text }: Voice) => [...(at ? [{ at, text }] : []), ...(meant ? [meant] : [])];
  return [
    ...agencies.flatMap(ofVoice),
    ...unattributed.map(({ at }) => ({ at })),
    ...claims.flatMap(({ content, cue, day, source, via }) => [
      ...content.at.map((at) => ({ at })),
      ...(cue ? [cue] : []),
      ...(day ? [day] : []),
      ...ofVoice(source),
      ...via.flatMap(ofVoice),
    ]),
  ];
}

test("random text never throws, and every part of a claim is words of the text", () => {
  fc.assert(
    fc.property(document, ([lang, texts]) => {
      const { voices } = tellVoices(article(lang, ...texts), knowledge);
      for (const { at, text } of spansOf(voices)) {
        const block = texts[at.block] as string;
        expect(at.start).toBeGreaterThanOrEqual(0);
        expect(at.end).toBeGreaterThan(at.start);
        expect(at.end).toBeLessThanOrEqual(block.length);
        if (text !== undefined) expect(block.slice(at.start, at.end)).toBe(text);
      }
    }),
  );
});

test("the same text gives the same answer, whatever was read before it", () => {
  fc.assert(
    fc.property(document, document, ([lang, texts], [other, others]) => {
      const once = tellVoices(article(lang, ...texts), knowledge).voices;
      tellVoices(article(other, ...others), knowledge);
      expect(tellVoices(article(lang, ...texts), knowledge).voices).toEqual(once);
    }),
    { numRuns: 40 },
  );
});

test("what stands apart from the story says nothing and changes nothing", () => {
  fc.assert(
    fc.property(document, speech, ([lang, texts], aside) => {
      const page = article(lang, ...texts);
      const alone = tellVoices(page, knowledge).voices;
      const block = { id: texts.length, revision: 0, text: aside, lang, apart: true };
      const both = tellVoices({ ...page, blocks: [...page.blocks, block] }, knowledge).voices;
      expect(both.claims).toEqual(alone.claims);
    }),
    { numRuns: 40 },
  );
});

test("a claim's own words are never its source's", () => {
  fc.assert(
    fc.property(document, ([lang, texts]) => {
      for (const { content, source } of tellVoices(article(lang, ...texts), knowledge).voices.claims) {
        const { at } = source;
        if (!at) continue;
        for (const span of content.at) {
          const overlaps = span.block === at.block && span.start < at.end && at.start < span.end;
          expect(overlaps, JSON.stringify([lang, texts])).toBe(false);
        }
      }
    }),
  );
});

test("quotations are inside the text, in order and disjoint, and begin with an opening mark", () => {
  const pairs = ["“”", '""', "«»", "„“", "‘’"];
  fc.assert(
    fc.property(speech, (text) => {
      let free = 0;
      for (const { end, start } of quotationsIn(text, pairs)) {
        expect(start).toBeGreaterThanOrEqual(free);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(pairs.some((pair) => pair[0] === text[start])).toBe(true);
        free = end;
      }
    }),
  );
});
