import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokensOf } from "../../src/engine/fold/letters.js";
import { isCut, Scanner } from "../../src/engine/fold/scan.js";
import { buildFoldTable } from "../../src/engine/fold/table.js";
import { compileIndex } from "../../src/engine/index/compile.js";
import { entriesOf } from "../../src/engine/index/entries.js";
import { noRules } from "../../src/engine/index/language-rules.js";
import { FORMAT } from "../../src/engine/index/layout.js";
import { findCandidates } from "../../src/engine/index/match.js";
import { IndexError, openIndex, packIndex } from "../../src/engine/index/pack.js";
import { tokenSequences } from "../../src/engine/index/spelling.js";
import { anyText } from "../support/any-text.js";

const table = buildFoldTable();
const NO_AFFIXES = noRules();

const spellings = (texts: readonly string[]) =>
  texts.map((text, record) => ({ record, text, language: 0, languageTag: "und", flags: 0 }));

/** Every place where a spelling's tokens stand, found by comparing token by token: slow, and plainly right. */
function naive(texts: readonly string[], text: string): string[] {
  const scanner = new Scanner(table);
  const wanted = texts.map((spelling) => tokenSequences(spelling, scanner));
  const scan = scanner.scan(text);
  const tokens = tokensOf(scan, table);
  const cuts = tokens.map((_, token) => isCut(scan, token));
  const found = new Set<string>();
  for (const [record, sequences] of wanted.entries()) {
    for (const sequence of sequences) {
      for (let at = 0; at + sequence.length <= tokens.length; at++) {
        const fits = sequence.every((token, i) => tokens[at + i] === token && (i === 0 || !cuts[at + i]));
        if (fits) found.add(`${at}-${at + sequence.length - 1} ${record}`);
      }
    }
  }
  return [...found].sort();
}

function indexed(texts: readonly string[], text: string): string[] {
  const index = compileIndex(spellings(texts), table);
  const scanner = new Scanner(table);
  const found = new Set<string>();
  for (const { firstToken, group, lastToken } of findCandidates(index, scanner.scan(text), NO_AFFIXES)) {
    for (const { record } of entriesOf(index, group)) found.add(`${firstToken}-${lastToken} ${record}`);
  }
  return [...found].sort();
}

test("the index finds what a naive search finds, and nothing else", () => {
  const letter = /[\p{L}\p{N}]/u;
  const scanner = new Scanner(table);
  const spelling = anyText.filter(
    (text) => text.length <= 40 && letter.test(text) && scanner.scan(text).count > 0 && scanner.scan(text).count < 6,
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(spelling, { minLength: 1, maxLength: 8 }),
      fc.array(anyText, { maxLength: 4 }),
      (texts, around) => {
        const text = [...around, ...texts].join(" ");
        expect(indexed(texts, text)).toEqual(naive(texts, text));
      },
    ),
    { numRuns: 300 },
  );
});

test("ten thousand spellings share one packed index without losing any", () => {
  const texts = Array.from({ length: 10_000 }, (_, i) => `name${i.toString(36)} of ${i % 97}`);
  const index = openIndex(packIndex(compileIndex(spellings(texts), table), 1));
  const scanner = new Scanner(table);
  for (let i = 0; i < texts.length; i += 501) {
    const candidates = findCandidates(index, scanner.scan(`and ${texts[i]} too`), NO_AFFIXES);
    expect(candidates.flatMap(({ group }) => entriesOf(index, group).map(({ record }) => record))).toEqual([i]);
  }
});

describe("a packed index that cannot be used says why", () => {
  const packed = () => packIndex(compileIndex(spellings(["Daesh"]), table), 7);
  const change = (word: number, value: number) => {
    const buffer = packed();
    new Int32Array(buffer)[word] = value;
    return buffer;
  };
  test.each([
    ["cut short", () => packed().slice(0, 40), /cut short/],
    ["not one at all", () => new ArrayBuffer(128), /not a Konteks name index/],
    ["of another version", () => change(1, FORMAT + 1), new RegExp(`format ${FORMAT + 1}.*build it again`)],
    ["truncated", () => packed().slice(0, packed().byteLength - 8), /cut short or has grown/],
    ["damaged", () => change(30, 12345), /damaged/],
  ])("%s", (_, buffer, sentence) => {
    expect(() => openIndex(buffer())).toThrow(IndexError);
    expect(() => openIndex(buffer())).toThrow(sentence);
  });
  test("a whole one opens with its stamp", () => {
    expect(openIndex(packed()).stamp).toBe(7);
  });
});

test("a spelling without a letter is refused at build time", () => {
  expect(() => compileIndex(spellings(["—"]), table)).toThrow(/no letter/);
});

test("more languages than an entry has bits for are refused at build time", () => {
  const [one] = spellings(["Daesh"]);
  expect(() => compileIndex([{ ...(one as NonNullable<typeof one>), language: 32 }], table)).toThrow(RangeError);
});
