import { endOf, type Scan, type Scanner, startOf } from "./scan.js";
import { type FoldTable, UNIT } from "./table.js";

/** Folded letters and digits of a text, separators left out. */
export function foldedLetters(table: FoldTable, text: string, start = 0, end = text.length): string {
  const { classes, expansions, units } = table;
  let letters = "";
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (classes[code] !== UNIT.letter && classes[code] !== UNIT.single) continue;
    letters += units[code] === 1 ? expansions.get(code) : String.fromCharCode(units[code] as number);
  }
  return letters;
}

/** The folded text of a token. */
export function tokenText(scan: Scan, token: number, table: FoldTable): string {
  return foldedLetters(table, scan.text, startOf(scan, token), endOf(scan, token));
}

/** A text folded to its tokens joined by single spaces: the form in which spellings are compared. */
export function foldText(text: string, scanner: Scanner): string {
  return tokensOf(scanner.scan(text), scanner.table).join(" ");
}

/** The folded tokens of a scan. */
export function tokensOf(scan: Scan, table: FoldTable): string[] {
  return Array.from({ length: scan.count }, (_, token) => tokenText(scan, token, table));
}

/**
 * Where the last `count` folded units of `text` before `end` begin.
 * @returns the offset of the first of them, or -1 where they would begin inside a letter that folds to several
 */
export function beforeUnits(table: FoldTable, text: string, start: number, end: number, count: number): number {
  const { classes, expansions, units } = table;
  let left = count;
  for (let i = end - 1; i >= start; i--) {
    const code = text.charCodeAt(i);
    if (classes[code] !== UNIT.letter && classes[code] !== UNIT.single) continue;
    left -= units[code] === 1 ? (expansions.get(code) as string).length : 1;
    if (left <= 0) return left === 0 ? i : -1;
  }
  return -1;
}

/**
 * Extends a check over folded letters, separators aside, by those from `start` to `end` with what stands in for affixes before and
 * behind. Unlike the tokens' hash it does not know where words end, and it mixes otherwise (after MurmurHash2,
 * https://github.com/aappleby/smhasher), so that both agree by chance for one pair in 2^64.
 */
export function checkLetters(
  table: FoldTable,
  check: number,
  text: string,
  start: number,
  end: number,
  before: readonly number[] = NONE,
  after: readonly number[] = NONE,
): number {
  const { classes, expansions, units } = table;
  let mixed = check;
  for (let i = 0; i < before.length; i++) mixed = mix(mixed, before[i] as number);
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (classes[code] !== UNIT.letter && classes[code] !== UNIT.single) continue;
    const folded = units[code] as number;
    if (folded !== 1) mixed = mix(mixed, folded);
    else for (const part of expansions.get(code) as string) mixed = mix(mixed, part.charCodeAt(0));
  }
  for (let i = 0; i < after.length; i++) mixed = mix(mixed, after[i] as number);
  return mixed;
}

const NONE: readonly number[] = [];

function mix(check: number, unit: number): number {
  const part = Math.imul(unit + 1, 0x5bd1e995);
  return Math.imul(check, 0x5bd1e995) ^ part ^ (part >>> 24) ^ (check >>> 15);
}

/** Does an apostrophe stand in the text before the letter at `at`, behind the letter before it? */
export function apostropheBefore(table: FoldTable, text: string, at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const kind = table.classes[text.charCodeAt(i)];
    if (kind === UNIT.apostrophe) return true;
    if (kind !== UNIT.mark) return false;
  }
  return false;
}
