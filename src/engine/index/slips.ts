import { extendHash } from "../fold/scan.js";
import { type FoldTable, UNIT } from "../fold/table.js";

/**
 * One-letter slips: a long name is also found where one of its letters is wrong, missing, doubled or too many. Both the name and the
 * text lose one letter, each in turn, and meet where they differ by one (after W. Garbe's symmetric deletes,
 * https://seekstorm.com/blog/1000x-spelling-correction/). Only inside a word: what differs at its edges is an ending or another word.
 */

/** Fewest letters of a word that may hold a slip, in a script without capitals, and of the whole name. */
export const SLIP_WORD = 6;
export const SLIP_WORD_UNCASED = 8;
export const SLIP_NAME = 9;
/** Letters at a word's end in which no slip is looked for. */
const EDGE_LETTERS = 2;

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Longest word in which a slip is looked for. */
const LONGEST = 40;
/** Letters of a word, and its hash up to each; used again for every word. */
const letters = new Int32Array(LONGEST);
const prefixes = new Int32Array(LONGEST);

/**
 * Hashes of a folded word without each of its inner letters, one at a time. The first letter and the last stay.
 * @param out receives the hashes
 * @returns how many there are
 */
export function deletions(word: ArrayLike<number>, length: number, out: Int32Array): number {
  let hash = SEED;
  for (let i = 0; i < length; i++) {
    prefixes[i] = hash;
    hash = Math.imul(hash ^ (word[i] as number), PRIME);
  }
  let count = 0;
  for (let left = 1; left < length - 1; left++) {
    hash = prefixes[left] as number;
    for (let i = left + 1; i < length; i++) hash = Math.imul(hash ^ (word[i] as number), PRIME);
    out[count++] = hash;
  }
  return count;
}

/** Hashes of one deletion each of the word between two places of a text, in a list that is used again; empty for words too long. */
export function deletionsIn(table: FoldTable, text: string, start: number, end: number): Int32Array {
  const { classes, units } = table;
  let length = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (classes[code] !== UNIT.letter) continue;
    // A letter that folds to several is no letter that a hand slips on.
    if (units[code] === 1 || length === LONGEST) return found.subarray(0, 0);
    letters[length++] = units[code] as number;
  }
  return found.subarray(0, deletions(letters, length, found));
}

const found = new Int32Array(LONGEST);

/** The sequences by which a name is found with a slip in one of its words: hashes up to each word, the slipped one on. */
export function slippedSequences(words: readonly string[], wordHashes: readonly number[]): number[][] {
  if (words.join("").length < SLIP_NAME) return [];
  const sequence = (from: number, first: number) => {
    const hashes = [first];
    for (let i = from + 1; i < words.length; i++)
      hashes.push(extendHash(hashes.at(-1) as number, wordHashes[i] as number));
    return hashes;
  };
  // As it should be, too: a letter too many is taken from the text alone.
  const slipped = [sequence(0, extendHash(0, wordHashes[0] as number))];
  for (const [at, word] of words.entries()) {
    if (word.length < SLIP_WORD || word.length > LONGEST) continue;
    let before = 0;
    for (let i = 0; i < at; i++) before = extendHash(before, wordHashes[i] as number);
    const units = Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
    const hashes = new Int32Array(word.length);
    for (const hash of hashes.subarray(0, deletions(units, units.length, hashes)))
      slipped.push(sequence(at, extendHash(before, hash)));
  }
  return slipped;
}

/**
 * Do two folded names differ by exactly one letter: changed, missing, added, or exchanged with its neighbour? Never the first
 * letter, never the last two.
 */
export function isSlip(written: string, name: string): boolean {
  if (written === name) return false;
  const [short, long] = written.length <= name.length ? [written, name] : [name, written];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (at === 0) return false;
  const rest = (text: string, from: number) => text.slice(from);
  const same =
    short.length < long.length
      ? rest(short, at) === rest(long, at + 1)
      : rest(short, at + 1) === rest(long, at + 1) ||
        (short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, at + 2) === rest(long, at + 2));
  return same && at <= long.length - 1 - EDGE_LETTERS;
}
