import type { LanguageRules } from "../../glossary/schema.js";
import { foldedLetters } from "../fold/letters.js";
import { endOf, hashLetters, type Scan, startOf } from "../fold/scan.js";
import { type FoldTable, UNIT } from "../fold/table.js";

/** A word shorter than this is declined by nobody's rule: too many others would look like it. */
const SHORTEST_WORD = 4;
/** Behind the words of a name that has begun, less is enough. */
const SHORTEST_LATER_WORD = 3;
const PLAIN_VOWEL = /[aeiouy]/iu;

/** One ending that names take in a language, and what the dictionary form has in its place. */
export interface Inflection {
  /** Folded units of the ending. */
  units: number[];
  /** What stands in its place in the dictionary form. */
  restore: number[];
  /** Units one of which must stand before it. */
  after: ReadonlySet<number> | undefined;
  /** Only names of persons take it. */
  persons: boolean;
  /** Its last vowel is plain, and the text's must be too. */
  exactVowel: boolean;
  /** Longer endings of dictionary forms that are declined otherwise. */
  unless: readonly string[];
  ending: string;
}

/** Folds a language's declension: by the last unit of the ending, so that other words cost nothing. */
export function foldDeclension(rules: LanguageRules, table: FoldTable): Map<number, Inflection[]> {
  const byLast = new Map<number, Inflection[]>();
  const units = (text: string) => Array.from(foldedLetters(table, text), (letter) => letter.charCodeAt(0));
  const rows = rules.declension ?? [];
  for (const { after, ending, forms, persons = [] } of rows) {
    const folded = foldedLetters(table, ending);
    // A row with a sign that folding takes away cannot be told from one without: it refuses nobody.
    const unless = rows
      .filter((row) => row.ending === foldedLetters(table, row.ending) && row.ending.length > folded.length)
      .map((row) => row.ending)
      .filter((other) => other.endsWith(folded));
    for (const form of [...forms, ...persons]) {
      const own = units(form);
      const last = own.at(-1);
      if (last === undefined) continue;
      const inflection: Inflection = {
        units: own,
        restore: units(ending),
        after: after === undefined ? undefined : new Set(units(after)),
        persons: !forms.includes(form),
        exactVowel: rules.exact_last_vowel === true && PLAIN_VOWEL.test(form.at(-1) as string),
        unless,
        ending: folded,
      };
      byLast.set(last, [...(byLast.get(last) ?? []), inflection]);
    }
  }
  return byLast;
}

/** Where the stem of an inflected word ends, and the hash of its dictionary form; one object, used again for each word. */
export interface Lemma {
  end: number;
  hash: number;
}

/**
 * Reads a word as an inflected form.
 * @param lemma receives where its stem ends and the hash of the dictionary form
 * @param later whether other words of a name stand before it
 * @returns whether the word ends so, after the letters that the rule asks for
 */
export function uninflect(
  inflection: Inflection,
  token: number,
  scan: Scan,
  table: FoldTable,
  lemma: Lemma,
  later: boolean,
): boolean {
  const { text } = scan;
  const { classes, units } = table;
  const { after, restore, units: wanted } = inflection;
  const start = startOf(scan, token);
  const end = endOf(scan, token);
  let at = wanted.length;
  let i = end - 1;
  for (; i > start && at > 0; i--) {
    const code = text.charCodeAt(i);
    if (classes[code] !== UNIT.letter) continue;
    if (units[code] !== wanted[--at]) return false;
  }
  while (i > start && classes[text.charCodeAt(i)] !== UNIT.letter) i--;
  const stem = i + 1;
  if (at > 0 || stem - start + restore.length < (later ? SHORTEST_LATER_WORD : SHORTEST_WORD)) return false;
  if (after && !after.has(units[text.charCodeAt(i)] as number)) return false;
  if (inflection.exactVowel && !PLAIN_VOWEL.test(text[end - 1] as string)) return false;
  lemma.end = stem;
  lemma.hash = hashLetters(table, text, start, stem, undefined, restore);
  return true;
}

/** Is the dictionary form of a kind that is declined otherwise? Asked only where a name begins so. */
export function isDeclinedOtherwise(
  { ending, unless }: Inflection,
  token: number,
  scan: Scan,
  table: FoldTable,
  lemma: Lemma,
): boolean {
  if (unless.length === 0) return false;
  const word = foldedLetters(table, scan.text, startOf(scan, token), lemma.end) + ending;
  return unless.some((other) => word.endsWith(other));
}
