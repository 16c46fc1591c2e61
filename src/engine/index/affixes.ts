import { apostropheBefore, beforeUnits } from "../fold/letters.js";
import { endOf, hashLetters, hashOf, isCut, type Scan, startOf } from "../fold/scan.js";
import { type FoldTable, UNIT } from "../fold/table.js";
import type { FoldedAffix } from "./language-rules.js";

/** A way to read a token as the beginning of a name: as it stands, or with a particle of the language set aside. */
export interface Opening {
  token: number;
  hash: number;
  /** UTF-16 offset from which letters are compared. */
  start: number;
  /** Where the mention begins, if not at `start`. */
  shown?: number;
  /** First token of the mention, if not `token`. */
  firstToken?: number;
  /** Units that stand in place of the particle; empty for most. */
  restored: readonly number[];
  affix?: string;
  /** The affix goes with the language's own spellings only. */
  ownOnly?: boolean;
}

/** What is set aside where a common noun is doubled. */
const DOUBLED = "×2";

/** Is this token doubled, with a hyphen between (sel-sel)? */
export function isDoubled(scan: Scan, token: number): boolean {
  if (token + 1 >= scan.count || hashOf(scan, token) !== hashOf(scan, token + 1)) return false;
  if (isCut(scan, token + 1)) return false;
  return /^[-‐‑]$/u.test(scan.text.slice(endOf(scan, token), startOf(scan, token + 1)));
}

/** The reading of a doubled token (sel-sel) as one. */
export function doubledOpening(token: number, scan: Scan): Opening {
  const start = startOf(scan, token + 1);
  const shown = startOf(scan, token);
  return { token: token + 1, hash: hashOf(scan, token), start, shown, firstToken: token, restored: [], affix: DOUBLED };
}

/** Where the rest of a token begins, and its hash; one object, used again for each token. */
export interface Stem {
  start: number;
  hash: number;
}

/**
 * Sets a prefix aside.
 * @param stem receives where the rest begins and the hash of what is read in its place
 * @returns whether the token begins so and enough of it remains
 */
export function stripPrefix(prefix: FoldedAffix, token: number, scan: Scan, table: FoldTable, stem: Stem): boolean {
  const { text } = scan;
  const { classes, expansions, units } = table;
  const end = endOf(scan, token);
  const wanted = prefix.units;
  let at = 0;
  let i = startOf(scan, token);
  for (; i < end && at < wanted.length; i++) {
    const code = text.charCodeAt(i);
    const kind = classes[code];
    if (kind !== UNIT.letter && kind !== UNIT.single) continue;
    // Prefixes are plain letters: one that folds to several is none of theirs.
    if (units[code] !== wanted[at++]) return false;
  }
  while (i < end && classes[text.charCodeAt(i)] !== UNIT.letter) i++;
  if (at < wanted.length || i >= end) return false;
  if (prefix.apostrophe && !apostropheBefore(table, text, i)) return false;
  let left = prefix.restore.length;
  for (let k = i; k < end && left < prefix.stem; k++) {
    const code = text.charCodeAt(k);
    if (classes[code] !== UNIT.letter) continue;
    left += units[code] === 1 ? (expansions.get(code) as string).length : 1;
  }
  if (left < prefix.stem) return false;
  stem.start = i;
  stem.hash = hashLetters(table, text, i, end, prefix.restore);
  return true;
}

/** The opening that a stripped prefix leaves. */
export function openingWithout(prefix: FoldedAffix, token: number, scan: Scan, table: FoldTable, stem: Stem): Opening {
  const opening = {
    token,
    hash: stem.hash,
    start: stem.start,
    restored: prefix.restore,
    affix: prefix.text,
    ownOnly: prefix.own,
  };
  if (prefix.restore.length === 0) return opening;
  // What is restored belongs to the name: its letters are the last of the particle's (لل → ال).
  return { ...opening, shown: beforeUnits(table, scan.text, startOf(scan, token), stem.start, 1) };
}

/**
 * Where a token's stem ends once a suffix is set aside.
 * @param start where the name's part of the token begins
 * @param restored how many units stand in for a prefix
 * @returns a UTF-16 offset behind the stem's last letter and its marks, or -1 where the token does not end so
 */
export function stemEnd(
  scan: Scan,
  token: number,
  start: number,
  restored: number,
  suffix: FoldedAffix,
  table: FoldTable,
): number {
  const { text } = scan;
  const { classes, units } = table;
  const wanted = suffix.units;
  let at = wanted.length;
  let i = endOf(scan, token) - 1;
  // From the end, so that most tokens are out after two letters.
  for (; i > start && at > 0; i--) {
    const code = text.charCodeAt(i);
    const kind = classes[code];
    if (kind !== UNIT.letter && kind !== UNIT.single) continue;
    if (units[code] !== wanted[--at]) return -1;
  }
  if (at > 0) return -1;
  const from = i + 1;
  if (suffix.apostrophe && !apostropheBefore(table, text, from)) return -1;
  const left = countUnits(table, text, start, from);
  if (left === 0 || left + restored + suffix.restore.length < suffix.stem) return -1;
  let stem = from;
  while (stem > start && classes[text.charCodeAt(stem - 1)] === UNIT.apostrophe) stem--;
  return stem;
}

function countUnits(table: FoldTable, text: string, from: number, end: number): number {
  const { classes, expansions, units } = table;
  let count = 0;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (classes[code] !== UNIT.letter && classes[code] !== UNIT.single) continue;
    count += units[code] === 1 ? (expansions.get(code) as string).length : 1;
  }
  return count;
}
