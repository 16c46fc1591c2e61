import { afterUnits, apostropheBefore, beforeUnits } from "../fold/letters.js";
import { hashLetters, type Scan } from "../fold/scan.js";
import { type FoldTable, UNIT } from "../fold/table.js";
import type { FoldedAffix, FoldedRules } from "./language-rules.js";

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
}

/** What is set aside where a common noun is doubled. */
const DOUBLED = "×2";

/** The readings of a token with a particle before it set aside, and as one half of a doubled word. */
export function openingsWithAffix(
  token: number,
  scan: Scan,
  rules: FoldedRules,
  doubled: boolean,
  table: FoldTable,
): Opening[] {
  const openings: Opening[] = [];
  for (const prefix of rules.prefixes.get(scan.first[token] as number) ?? []) {
    const opening = openingWithout(prefix, token, scan, table);
    if (opening) openings.push(opening);
  }
  if (doubled) {
    const start = scan.start[token + 1] as number;
    const shown = scan.start[token] as number;
    const hash = scan.hash[token] as number;
    openings.push({ token: token + 1, hash, start, shown, firstToken: token, restored: [], affix: DOUBLED });
  }
  return openings;
}

function openingWithout(prefix: FoldedAffix, token: number, scan: Scan, table: FoldTable): Opening | undefined {
  const { text } = scan;
  const from = scan.start[token] as number;
  const end = scan.end[token] as number;
  const { restore, units } = prefix;
  if (!unitsAt(table, text, from, end, units)) return undefined;
  const start = afterUnits(table, text, from, units.length);
  if (start < 0 || start >= end) return undefined;
  if (countUnits(table, text, start, end) + restore.length < prefix.stem) return undefined;
  if (prefix.apostrophe && !apostropheBefore(table, text, start)) return undefined;
  const hash = hashLetters(table, text, start, end, restore);
  const opening = { token, hash, start, restored: restore, affix: prefix.text };
  // What is restored belongs to the name: its letters are the last of the particle's (لل → ال).
  return restore.length > 0 ? { ...opening, shown: beforeUnits(table, text, from, start, 1) } : opening;
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
  const end = scan.end[token] as number;
  const at = beforeUnits(table, text, start, end, suffix.units.length);
  if (at <= start || !unitsAt(table, text, at, end, suffix.units)) return -1;
  if (suffix.apostrophe && !apostropheBefore(table, text, at)) return -1;
  const left = countUnits(table, text, start, at);
  if (left === 0 || left + restored + suffix.restore.length < suffix.stem) return -1;
  let stem = at;
  while (stem > start && table.classes[text.charCodeAt(stem - 1)] === UNIT.apostrophe) stem--;
  return stem;
}

/** Are these the next folded units of the text? */
function unitsAt(table: FoldTable, text: string, from: number, end: number, wanted: readonly number[]): boolean {
  const { classes, expansions, units } = table;
  let at = 0;
  for (let i = from; i < end && at < wanted.length; i++) {
    const code = text.charCodeAt(i);
    if (classes[code] !== UNIT.letter && classes[code] !== UNIT.single) continue;
    const folded = units[code] as number;
    if (folded !== 1) {
      if (wanted[at++] !== folded) return false;
    } else for (const part of expansions.get(code) as string) if (wanted[at++] !== part.charCodeAt(0)) return false;
  }
  return at === wanted.length;
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
