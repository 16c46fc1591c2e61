import { extendHash, hashUnits, rawEnd, type Scan, type Scanner, unitsText } from "../fold/scan.js";
import { UNIT } from "../fold/table.js";
import type { CompiledIndex } from "./compile.js";
import { foldedLetters, spellingText } from "./entries.js";
import type { FoldedAffix, FoldedRules } from "./language-rules.js";

const APOSTROPHE = /['’‘ʼʻ`´]/u;

/** A sequence of tokens that folds to a spelling of the glossary; whether it is a mention is decided elsewhere. */
export interface Candidate {
  /** UTF-16 offsets in the scanned text, affixes set aside. */
  start: number;
  end: number;
  /** First and last token (inclusive). */
  firstToken: number;
  lastToken: number;
  /** Number of the group in the index. */
  group: number;
  /** The affixes set aside, as the language file has them. */
  affixes: string[];
}

/** Where a reading of a token begins: as it stands, or with a particle of the language set aside. */
interface Opening {
  token: number;
  hash: number;
  /** Folded unit at which the name begins. */
  unit: number;
  start: number;
  /** Units that stand in place of the particle; empty for most. */
  restored: number[];
  affix?: string;
}

/**
 * All candidates of a text, longest first at each start, in order of start. Linear in the text's length for a bounded
 * number of words in a name.
 * @param scan the scanned text; must still be the scanner's latest
 */
export function findCandidates(index: CompiledIndex, scanner: Scanner, scan: Scan, rules: FoldedRules): Candidate[] {
  const candidates: Candidate[] = [];
  const { slots } = index;
  const mask = slots.length / 2 - 1;
  const { begins, ends, reduplication } = rules;
  const { count, first, hash, last, units } = scan;
  for (let token = 0; token < count; token++) {
    // Most tokens begin no name: one look-up, and the letters at their edges, say so.
    const sequence = extendHash(0, hash[token] as number);
    let slot = (sequence >>> 0) & mask;
    while (slots[slot * 2] !== 0 && slots[slot * 2] !== sequence) slot = (slot + 1) & mask;
    const begin = units[first[token] as number] as number;
    const end = units[(last[token] as number) - 1] as number;
    const doubled = reduplication && hash[token] === hash[token + 1] && isDoubled(scan, token);
    if (slots[slot * 2] === 0 && begins[begin] === 0 && ends[end] === 0 && !doubled) continue;
    const found = candidates.length;
    for (const opening of openingsAt(token, scan, rules, doubled))
      follow(index, scanner, scan, rules, opening, candidates);
    if (candidates.length - found > 1) sortFrom(candidates, found);
  }
  return candidates;
}

/** The ways to read the token as the beginning of a name. */
function openingsAt(token: number, scan: Scan, rules: FoldedRules, doubled: boolean): Opening[] {
  const first = scan.first[token] as number;
  const start = scan.raw[first] as number;
  const openings: Opening[] = [{ token, hash: scan.hash[token] as number, unit: first, start, restored: NOTHING }];
  if (rules.begins[scan.units[first] as number] !== 0) {
    for (const prefix of rules.prefixes.get(scan.units[first] as number) ?? [])
      openWithout(prefix, token, scan, openings);
  }
  if (doubled) {
    const again = scan.first[token + 1] as number;
    openings.push({
      token: token + 1,
      hash: scan.hash[token] as number,
      unit: again,
      start,
      restored: NOTHING,
      affix: "×2",
    });
  }
  return openings;
}

const NOTHING: number[] = [];

/** Longest first; of equals the reading that sets nothing aside. */
function sortFrom(candidates: Candidate[], from: number): void {
  const tail = candidates.splice(from);
  tail.sort((a, b) => b.end - a.end || a.affixes.length - b.affixes.length || a.start - b.start);
  candidates.push(...tail);
}

function openWithout(prefix: FoldedAffix, token: number, scan: Scan, openings: Opening[]): void {
  const first = scan.first[token] as number;
  const last = scan.last[token] as number;
  const unit = first + prefix.units.length;
  if (last - unit + prefix.restore.length < prefix.stem) return;
  for (let i = 0; i < prefix.units.length; i++) if (scan.units[first + i] !== prefix.units[i]) return;
  const before = scan.raw[unit - 1] as number;
  const start = scan.raw[unit] as number;
  if (prefix.apostrophe && start - before < 2) return;
  const { restore } = prefix;
  const units = restore.length > 0 ? [...restore, ...scan.units.subarray(unit, last)] : undefined;
  const hash = units ? hashUnits(units, 0, units.length) : hashUnits(scan.units, unit, last);
  // What is restored belongs to the name: its letters are the last of the particle's (لل → ال).
  openings.push({
    token,
    hash,
    unit,
    start: restore.length > 0 ? before : start,
    restored: restore,
    affix: prefix.text,
  });
}

/** Is this token doubled, with a hyphen between (sel-sel)? */
export function isDoubled(scan: Scan, token: number): boolean {
  if (token + 1 >= scan.count || scan.hash[token] !== scan.hash[token + 1] || scan.cut[token + 1]) return false;
  const gapStart = (scan.raw[(scan.last[token] as number) - 1] as number) + 1;
  const gapEnd = scan.raw[scan.first[token + 1] as number] as number;
  return /^[-‐‑]$/u.test(scan.text.slice(gapStart, gapEnd));
}

function follow(
  index: CompiledIndex,
  scanner: Scanner,
  scan: Scan,
  rules: FoldedRules,
  opening: Opening,
  candidates: Candidate[],
): void {
  let sequence = 0;
  for (let token = opening.token; token < scan.count; token++) {
    if (token > opening.token && scan.cut[token]) return;
    const before = sequence;
    sequence = extendHash(sequence, token === opening.token ? opening.hash : (scan.hash[token] as number));
    const last = scan.last[token] as number;
    const ending = scan.units[last - 1] as number;
    const suffixes = rules.ends[ending] === 0 ? undefined : rules.suffixes.get(ending);
    const possessive = suffixes?.some((suffix) => suffix.apostrophe && endsWith(scanner, scan, token, suffix)) ?? false;
    const goesOn = probe(index, sequence, (group) => {
      // "Hama's" has the letters of "Hamas": behind an apostrophe that the spelling does not have, the ending is an ending.
      if (possessive && !APOSTROPHE.test(spellingText(index, index.groups[group] as number))) return;
      if (!verify(index, scanner, scan, opening, last, group)) return;
      candidates.push(candidate(scan, scanner, opening, token, last, group));
    });
    if (suffixes) {
      for (const suffix of suffixes) closeWithout(index, scanner, scan, opening, before, token, suffix, candidates);
    }
    if (!goesOn) return;
  }
}

/** Looks a sequence up; calls back with each group of that hash. Returns whether some spelling goes on from here. */
function probe(index: CompiledIndex, sequence: number, found: (group: number) => void): boolean {
  const { slots } = index;
  const mask = slots.length / 2 - 1;
  let goesOn = false;
  for (let slot = (sequence >>> 0) & mask; ; slot = (slot + 1) & mask) {
    const key = slots[slot * 2];
    if (key === 0) return goesOn;
    if (key !== sequence) continue;
    const value = slots[slot * 2 + 1] as number;
    if (value & 1) goesOn = true;
    if (value >> 1 > 0) found((value >> 1) - 1);
  }
}

function closeWithout(
  index: CompiledIndex,
  scanner: Scanner,
  scan: Scan,
  opening: Opening,
  before: number,
  token: number,
  suffix: FoldedAffix,
  candidates: Candidate[],
): void {
  const first = token === opening.token ? opening.unit : (scan.first[token] as number);
  const last = (scan.last[token] as number) - suffix.units.length;
  if (last - first + suffix.restore.length < suffix.stem || last <= first) return;
  if (!endsWith(scanner, scan, token, suffix)) return;
  const head = token === opening.token ? opening.restored : [];
  const units =
    head.length + suffix.restore.length > 0
      ? [...head, ...scan.units.subarray(first, last), ...suffix.restore]
      : undefined;
  const hash = units ? hashUnits(units, 0, units.length) : hashUnits(scan.units, first, last);
  probe(index, extendHash(before, hash), (group) => {
    if (!verify(index, scanner, scan, opening, last, group, suffix.restore)) return;
    candidates.push(candidate(scan, scanner, opening, token, last, group, suffix.text));
  });
}

/** Does the token end with the suffix, with its apostrophe where it asks for one? */
function endsWith(scanner: Scanner, scan: Scan, token: number, suffix: FoldedAffix): boolean {
  const from = (scan.last[token] as number) - suffix.units.length;
  if (from <= (scan.first[token] as number)) return false;
  for (let i = 0; i < suffix.units.length; i++) if (scan.units[from + i] !== suffix.units[i]) return false;
  return !suffix.apostrophe || hasApostrophe(scanner, scan, from);
}

function hasApostrophe(scanner: Scanner, scan: Scan, unit: number): boolean {
  const from = (scan.raw[unit - 1] as number) + 1;
  for (let i = from; i < (scan.raw[unit] as number); i++) {
    if (scanner.table.classes[scan.text.charCodeAt(i)] === UNIT.apostrophe) return true;
  }
  return false;
}

function candidate(
  scan: Scan,
  scanner: Scanner,
  opening: Opening,
  token: number,
  last: number,
  group: number,
  suffix?: string,
): Candidate {
  const affixes = [opening.affix, suffix].filter((affix) => affix !== undefined);
  const end = rawEnd(scan, last - 1, scanner.table);
  const firstToken = opening.affix === "×2" ? opening.token - 1 : opening.token;
  return { start: opening.start, end, firstToken, lastToken: token, group, affixes };
}

/**
 * Compares the folded letters of the text with the group's first spelling, separators aside: a hash alone is no proof
 * (at 100,000 spellings some 0.5 % of hits are collisions).
 */
function verify(
  index: CompiledIndex,
  scanner: Scanner,
  scan: Scan,
  opening: Opening,
  last: number,
  group: number,
  ending: number[] = [],
): boolean {
  const text = unitsText(scan.units, opening.unit, last);
  const found = String.fromCharCode(...opening.restored) + text + String.fromCharCode(...ending);
  return found === foldedLetters(index, scanner, group);
}
