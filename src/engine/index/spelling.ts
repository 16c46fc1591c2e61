import { tokensOf } from "../fold/letters.js";
import type { Scanner } from "../fold/scan.js";
import { ENTRY } from "./layout.js";

/** Longest spelling that is likely to be a word of a neighbouring language. */
export const SHORT_SPELLING = 4;

/** Names of up to this many words are also found written together ("Albukamal" for "Albu Kamal"). */
const MOST_JOINED_WORDS = 3;
/** A joined spelling shorter than this could be an ordinary word. */
const SHORTEST_JOINED = 6;
/** Words are written together where one of them is at most this long (al, abu, deir, tel): "SyrianObservatory" is nobody's spelling. */
const LONGEST_JOINT = 4;
/** Acronyms up to this length mean other things in other languages. */
const SHORT_ACRONYM = 3;

/**
 * All token sequences under which a spelling is found: as written, and with neighbouring words written together.
 * @param joins whether words may be written together; a case or transliteration is found as written only
 */
export function tokenSequences(text: string, scanner: Scanner, joins = true): string[][] {
  const tokens = tokensOf(scanner.scan(text), scanner.table);
  const sequences = [tokens];
  if (!joins || tokens.length < 2 || tokens.length > MOST_JOINED_WORDS) return sequences;
  if (tokens.join("").length < SHORTEST_JOINED) return sequences;
  const gaps = tokens.length - 1;
  const mayJoin = (gap: number) =>
    Math.min((tokens[gap] as string).length, (tokens[gap + 1] as string).length) <= LONGEST_JOINT;
  for (let joined = 1; joined < 1 << gaps; joined++) {
    if (tokens.some((_, gap) => (joined & (1 << gap)) !== 0 && !mayJoin(gap))) continue;
    const sequence: string[] = [tokens[0] as string];
    for (let gap = 0; gap < gaps; gap++) {
      const next = tokens[gap + 1] as string;
      if (joined & (1 << gap)) sequence[sequence.length - 1] += next;
      else sequence.push(next);
    }
    sequences.push(sequence);
  }
  return sequences;
}

/**
 * What the casing of a spelling asks of the text: as written it is the weakest casing that counts. `und` spellings count in
 * every language; a very short acronym of one language only there.
 */
export function casingFlags(text: string, language: string): number {
  const first = /\p{L}/u.exec(text)?.[0];
  if (first === undefined || first.toLowerCase() === first.toUpperCase() || first !== first.toUpperCase()) return 0;
  const letters = text === text.toUpperCase() ? (text.match(/\p{L}/gu)?.length ?? 0) : 0;
  if (letters < 2) return ENTRY.capital;
  return ENTRY.capitals | (letters <= SHORT_ACRONYM && language !== "und" ? ENTRY.ownLanguage : 0);
}
