import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beforeUnits, foldedLetters, foldText, tokenText } from "../../src/engine/fold/letters.js";
import {
  endOf,
  firstOf,
  hashLetters,
  hashOf,
  isCut,
  lastOf,
  type Scan,
  Scanner,
  startOf,
} from "../../src/engine/fold/scan.js";
import { buildFoldTable, LONGEST_EXPANSION } from "../../src/engine/fold/table.js";
import { anyText } from "../support/any-text.js";

const table = buildFoldTable();
const scanner = new Scanner(table);
const fold = (text: string) => foldText(text, scanner);

describe("spellings that fold to one", () => {
  test.each([
    ["case", "HIZBULLAH", "Hizbullah"],
    ["hyphens and spaces", "Al-Nusra", "al nusra"],
    ["apostrophes of every kind", "Kata'ib", "Kata’ib"],
    ["ayn and hamza signs", "Baʿath", "Ba'ath"],
    ["diacritics, composed or not", "État", "E\u0301tat"],
    ["German, Scandinavian and Polish letters", "Straße Łódź Ærø", "strasse lodz aero"],
    ["Turkish dotted and dotless i", "IŞİD", "ışid"],
    ["alef with and without hamza", "أحرار", "احرار"],
    ["ya and alef maksura", "موسى", "موسي"],
    ["ta marbuta and ha", "الرقة", "الرقه"],
    ["tatweel and vowel signs", "داعـــش", "دَاعِش"],
    ["Persian kaf and ya", "کی", "كي"],
    ["Arabic and European digits", "٣٠", "30"],
    ["zero-width non-joiner and space", "سنگ\u200cچارک", "سنگ چارک"],
    ["Hebrew acronym marks", 'צה"ל', "צה״ל"],
    ["ё and е", "Хёзболла", "Хезболла"],
  ])("%s", (_, a, b) => {
    expect(fold(a)).toBe(fold(b));
  });
});

describe("spellings that stay apart", () => {
  test.each([
    ["Hama", "Hamas"],
    ["Rawa", "Rawah"],
    ["حماس", "حماة"],
    ["か", "が"],
    ["Iran", "Irak"],
  ])("%s is not %s", (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });
});

describe("where a name may not run on", () => {
  const cuts = (text: string) => {
    const scan = scanner.scan(text);
    return Array.from({ length: scan.count - 1 }, (_, token) => Number(isCut(scan, token + 1)));
  };
  test.each([
    ["Damascus. Road", [1]],
    ["Damascus, Road", [1]],
    ["PKK/YPG", [1]],
    ["Abu (Kamal)", [1]],
    ["Abu Kamal", [0]],
    ["Abu-Kamal", [0]],
    ["Brett H. McGurk", [0, 0]],
    ["U.N. said", [0, 0]],
    ["Kompas.com", [0]],
  ])("%s", (text, expected) => {
    expect(cuts(text)).toEqual(expected);
  });
});

test("combining marks behind the last letter belong to the span", () => {
  const text = "دَاعِشَ!";
  expect(endOf(scanner.scan(text), 0)).toBe(text.length - 1);
});

test("no unit folds to more than the scanner has room for", () => {
  for (const expansion of table.expansions.values()) expect(expansion.length).toBeLessThanOrEqual(LONGEST_EXPANSION);
});

test("tokens are ordered, disjoint and inside the text, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const scan = scanner.scan(text);
      let before = 0;
      for (let token = 0; token < scan.count; token++) {
        const start = startOf(scan, token);
        const end = endOf(scan, token);
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        const letters = tokenText(scan, token, table);
        expect(letters).not.toBe("");
        expect(firstOf(scan, token)).toBe(letters.charCodeAt(0));
        expect(lastOf(scan, token)).toBe(letters.charCodeAt(letters.length - 1));
        expect(hashOf(scan, token)).toBe(hashLetters(table, text, start, end));
        before = end;
      }
    }),
  );
});

test("texts scanned together give the tokens that each gives alone", () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
      const seen = (scan: Scan) =>
        Array.from({ length: scan.count }, (_, token) => [
          tokenText(scan, token, table),
          startOf(scan, token),
          endOf(scan, token),
          isCut(scan, token),
        ]);
      const together = scanner.scanAll(texts).map(seen);
      expect(together).toEqual(texts.map((text) => seen(scanner.scan(text))));
    }),
  );
});

test("counting folded units backwards gives exactly those, or none inside a letter that folds to several", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 12 }), (text, count) => {
      const all = foldedLetters(table, text);
      const at = beforeUnits(table, text, 0, text.length, count);
      if (at >= 0) expect(foldedLetters(table, text, at)).toBe(all.slice(-count));
      else if (all.length >= count)
        expect([...table.expansions.keys()].some((unit) => text.includes(String.fromCharCode(unit)))).toBe(true);
    }),
  );
});

test("folding a folded character changes nothing, whichever it is", () => {
  for (let unit = 0; unit < 65536; unit++) {
    const once = fold(String.fromCharCode(unit));
    if (fold(once) !== once) expect.fail(`U+${unit.toString(16)} folds to ${once}, and that to ${fold(once)}`);
  }
});

test("folding what is folded changes nothing", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
