import { endOf, type Scan, startOf } from "../fold/scan.js";

/** How a text is set: capitals, headlines, brackets and quotation marks. */

/** A capital first, and not an acronym. */
export function isCapitalised(word: string): boolean {
  const first = word[0] as string;
  if (first === first.toLowerCase()) return false;
  return word.length === 1 || word !== word.toUpperCase();
}

/** Words of a span (tokens `first` to `last`) that begin with a capital. */
export function capitalWords(scan: Scan, first: number, last: number): number {
  let count = 0;
  for (let token = first; token <= last; token++) {
    const letter = scan.text[startOf(scan, token)] as string;
    if (letter !== letter.toLowerCase()) count++;
  }
  return count;
}

/** Signs that open and close; straight quotation marks do both. */
const ENCLOSING = {
  brackets: [["(（[", ")）]"]],
  quotes: [
    ['«„“"״', '»“”"״'],
    ["‘'", "’'"],
    ["「『《", "」』》"],
  ],
} as const satisfies Record<string, readonly (readonly [string, string])[]>;

/**
 * The sign that opens the brackets or quotation marks in which a span stands alone, if it does.
 * @param start UTF-16 offsets of the span, affixes set aside
 */
export function enclosed(text: string, start: number, end: number, by: "brackets" | "quotes"): string | undefined {
  const opening = text[start - 1];
  const closing = text[end];
  if (opening === undefined || closing === undefined) return undefined;
  return ENCLOSING[by].some(([open, close]) => open.includes(opening) && close.includes(closing)) ? opening : undefined;
}

/** Fewest letters of a word whose capital says something of a headline, and how many such words make one. */
const HEADLINE_WORD = 4;
const HEADLINE_WORDS = 4;

/** Is the text a headline in which most words begin with a capital? Short words stay small in those, too. */
export function isTitleCase(scan: Scan): boolean {
  let capital = 0;
  let small = 0;
  for (let token = 0; token < scan.count; token++) {
    if (endOf(scan, token) - startOf(scan, token) < HEADLINE_WORD) continue;
    if (isCapitalised(scan.text.slice(startOf(scan, token), endOf(scan, token)))) capital++;
    else small++;
  }
  return capital >= HEADLINE_WORDS && capital > 2 * small;
}

/** Letters needed before a text can be said to be set in capitals ("SOHR:" is not). */
const ENOUGH_LETTERS = 12;
/** So many small letters need nine times as many capitals: no headline has them. */
const TOO_MANY_SMALL = 24;

/** Is a text set in capitals throughout? */
export function isSetInCapitals(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < text.length && lower < TOO_MANY_SMALL; i++) {
    const character = text[i] as string;
    const low = character.toLowerCase();
    if (low === character.toUpperCase()) continue;
    if (character === low) lower++;
    else upper++;
  }
  return upper + lower >= ENOUGH_LETTERS && upper > 9 * lower;
}
