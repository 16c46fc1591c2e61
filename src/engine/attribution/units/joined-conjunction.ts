import { type Entry, type Lexicon, ROLE } from "../lexicon.js";
import type { Unit } from "./unit.js";

/**
 * Letters of a conjunction written together with a word: with an apostrophe ("qu'il") anywhere; without one (Hebrew ש) only behind a
 * reporting verb or what was said with it, since many words begin so.
 * @param before the unit before the word
 * @param entry what the lexicon has for the word
 */
export function joinedConjunction(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  before: Unit | undefined,
  entry: Entry | undefined,
): number {
  for (const letters of lexicon.joinedThat) {
    if (end - start <= letters.length + 2 && !lexicon.cased) continue;
    if (text.slice(start, start + letters.length).toLowerCase() !== letters) continue;
    if (/['’]/u.test(text[start + letters.length] ?? "")) return letters.length + 1;
    if (!lexicon.cased && entry === undefined && before !== undefined && tellsOfSpeech(before)) return letters.length;
  }
  return 0;
}

function tellsOfSpeech({ roles }: Unit): boolean {
  return ((roles & ROLE.verb) !== 0 && (roles & ROLE.weak) === 0) || (roles & ROLE.speech) !== 0;
}
