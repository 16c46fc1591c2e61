import { foldedLetters, type Letters, lettersAre } from "../fold/letters.js";
import {
  endOf,
  extendHash,
  firstOf,
  hasApostrophe,
  hashLetters,
  hashOf,
  isCut,
  lastOf,
  type Scan,
  startOf,
} from "../fold/scan.js";
import { doubledOpening, type Opening, openingWithout, type Stem, stemEnd, stripPrefix } from "./affixes.js";
import type { CompiledIndex } from "./compile.js";
import { entriesOf, lettersOf } from "./entries.js";
import { EDGE, type FoldedAffix, type FoldedRules } from "./language-rules.js";
import { firstBit } from "./layout.js";
import { deletionsIn, isSlip, SLIP_WORD, SLIP_WORD_UNCASED } from "./slips.js";

const APOSTROPHE = /['’‘ʼʻ`´]/u;
const NONE: readonly number[] = [];
/** Behind the scripts that have capitals (Latin, Greek, Cyrillic, Armenian). */
const LAST_CASED = 0x058f;

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
  affixes: readonly string[];
  /** An affix was set aside that goes with the language's own spellings only. */
  ownOnly: boolean;
  /** One letter differs. */
  slip: boolean;
}

const NO_AFFIXES: readonly string[] = [];

/**
 * All candidates of a text, longest first at each start, in order of start. Linear in the text's length for a bounded
 * number of words in a name.
 * @param scan the scanned text; must still be the scanner's latest
 */
export function findCandidates(index: CompiledIndex, scan: Scan, rules: FoldedRules): Candidate[] {
  return new Matcher(index, scan, rules).run();
}

class Matcher {
  private readonly candidates: Candidate[] = [];
  private readonly mask: number;
  private readonly bits: number;
  private readonly letters: Letters;
  private readonly stem: Stem = { start: 0, hash: 0 };

  constructor(
    private readonly index: CompiledIndex,
    private readonly scan: Scan,
    private readonly rules: FoldedRules,
  ) {
    this.mask = index.slots.length / 2 - 1;
    this.bits = index.firsts.length * 32;
    this.letters = { pool: index.texts, offset: 0, length: 0 };
  }

  run(): Candidate[] {
    const { candidates, scan } = this;
    const { edges, reduplication } = this.rules;
    const { count } = scan;
    for (let token = 0; token < count; token++) {
      // Most tokens begin no name: one bit, and the letters at their edges, say so.
      const hash = hashOf(scan, token);
      const begins = this.mayBegin(hash);
      const edge = edges[lastOf(scan, token)] as number;
      const ends = (edge & EDGE.suffix) !== 0 || ((edge & EDGE.apostropheSuffix) !== 0 && hasApostrophe(scan, token));
      const opens = ((edges[firstOf(scan, token)] as number) & EDGE.prefix) !== 0;
      const doubled = reduplication && token + 1 < count && hash === hashOf(scan, token + 1) && isDoubled(scan, token);
      const slips = !begins && this.mayHoldSlip(token);
      if (!begins && !ends && !opens && !doubled && !slips) continue;
      const found = candidates.length;
      if (begins) this.follow({ token, hash, start: startOf(scan, token), restored: NONE });
      else if (ends) this.closeAt(token);
      if (slips) this.slipAt({ token, hash, start: startOf(scan, token), restored: NONE }, 0, token);
      if (opens) {
        for (const prefix of this.rules.prefixes.get(firstOf(scan, token)) as readonly FoldedAffix[]) {
          if (!stripPrefix(prefix, token, scan, this.index.table, this.stem)) continue;
          if (!ends && !this.mayBegin(this.stem.hash)) continue;
          this.follow(openingWithout(prefix, token, scan, this.index.table, this.stem));
        }
      }
      if (doubled) this.follow(doubledOpening(token, scan));
      if (candidates.length - found > 1) sortFrom(candidates, found);
    }
    return candidates;
  }

  /** May a token of this hash begin a spelling? */
  private mayBegin(hash: number): boolean {
    const bit = firstBit(hash, this.bits);
    return ((this.index.firsts[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }

  /** Names of one token that begins none as it stands: all that can be is an ending behind it. */
  private closeAt(token: number): void {
    const { rules, scan } = this;
    const apostrophe = hasApostrophe(scan, token);
    let opening: Opening | undefined;
    for (const suffix of rules.suffixes.get(lastOf(scan, token)) as readonly FoldedAffix[]) {
      if (suffix.apostrophe && !apostrophe) continue;
      opening ??= { token, hash: 0, start: startOf(scan, token), restored: NONE };
      this.closeWithout(opening, 0, token, suffix);
    }
  }

  /** All spellings that begin with an opening. */
  private follow(opening: Opening): void {
    const { index, rules, scan } = this;
    const { edges } = rules;
    let sequence = 0;
    for (let token = opening.token; token < scan.count; token++) {
      if (token > opening.token && isCut(scan, token)) return;
      const before = sequence;
      sequence = extendHash(sequence, token === opening.token ? opening.hash : hashOf(scan, token));
      const edge = edges[lastOf(scan, token)] as number;
      const apostrophe = hasApostrophe(scan, token);
      const suffixes =
        edge & EDGE.suffix || (edge & EDGE.apostropheSuffix && apostrophe)
          ? rules.suffixes.get(lastOf(scan, token))
          : undefined;
      const possessive = apostrophe && (suffixes?.some((suffix) => this.endsInApostrophe(token, suffix)) ?? false);
      let goesOn = false;
      for (let slot = (sequence >>> 0) & this.mask; ; slot = (slot + 1) & this.mask) {
        const key = index.slots[slot * 2];
        if (key === 0) break;
        if (key !== sequence) continue;
        const value = index.slots[slot * 2 + 1] as number;
        if (value & 1) goesOn = true;
        if (value >> 1 > 0) this.close(opening, token, (value >> 1) - 1, possessive);
      }
      if (suffixes) {
        for (const suffix of suffixes)
          if (!suffix.apostrophe || apostrophe) this.closeWithout(opening, before, token, suffix);
      }
      if (!goesOn) {
        if (token > opening.token && this.mayHoldSlip(token)) this.slipAt(opening, before, token);
        return;
      }
    }
  }

  /** Is the token long enough for a slip, and written as a name where its script has capitals? */
  private mayHoldSlip(token: number): boolean {
    const { scan } = this;
    const start = startOf(scan, token);
    const length = endOf(scan, token) - start;
    if (length < SLIP_WORD) return false;
    const code = scan.text.charCodeAt(start);
    return code !== firstOf(scan, token) || (code > LAST_CASED && length >= SLIP_WORD_UNCASED);
  }

  /** Names that go on from `before` with this token, one of its letters wrong. */
  private slipAt(opening: Opening, before: number, token: number): void {
    const { scan } = this;
    this.followSlip(opening, extendHash(before, hashOf(scan, token)), token);
    const slipped = deletionsIn(this.index.table, scan.text, startOf(scan, token), endOf(scan, token));
    for (let i = 0; i < slipped.length; i++) this.followSlip(opening, extendHash(before, slipped[i] as number), token);
  }

  private followSlip(opening: Opening, first: number, token: number): void {
    const { scan } = this;
    const { slipBits, slips } = this.index;
    const bit = firstBit(first, slipBits.length * 32);
    if (((slipBits[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return;
    const mask = slips.length / 2 - 1;
    let sequence = first;
    for (let at = token; ; ) {
      let goesOn = false;
      for (let slot = (sequence >>> 0) & mask; ; slot = (slot + 1) & mask) {
        const key = slips[slot * 2];
        if (key === 0) break;
        if (key !== sequence) continue;
        const value = slips[slot * 2 + 1] as number;
        if (value & 1) goesOn = true;
        if (value >> 1 > 0) this.closeSlip(opening, at, (value >> 1) - 1);
      }
      at++;
      if (!goesOn || at >= scan.count || isCut(scan, at)) return;
      sequence = extendHash(sequence, hashOf(scan, at));
    }
  }

  private closeSlip(opening: Opening, token: number, group: number): void {
    const { candidates, index, scan } = this;
    const end = endOf(scan, token);
    const found = String.fromCharCode(...opening.restored) + foldedLetters(index.table, scan.text, opening.start, end);
    if (!isSlip(found, lettersOf(index, group))) return;
    if (candidates.some((one) => one.group === group && one.end === end && one.start === opening.start)) return;
    this.add(opening, token, end, group, undefined, true);
  }

  private close(opening: Opening, token: number, group: number, possessive: boolean): void {
    // "Hama's" has the letters of "Hamas": behind an apostrophe that the spelling does not have, the ending is an ending.
    if (possessive && !APOSTROPHE.test(entriesOf(this.index, group)[0]?.text ?? "")) return;
    const end = endOf(this.scan, token);
    if (this.verify(opening, end, group, NONE)) this.add(opening, token, end, group);
  }

  private closeWithout(opening: Opening, before: number, token: number, suffix: FoldedAffix): void {
    const { index, scan } = this;
    const { table } = index;
    const own = token === opening.token;
    const start = own ? opening.start : startOf(scan, token);
    const restored = own ? opening.restored : NONE;
    const end = stemEnd(scan, token, start, restored.length, suffix, table);
    if (end < 0) return;
    const hash = hashLetters(table, scan.text, start, end, restored, suffix.restore);
    const sequence = extendHash(before, hash);
    for (let slot = (sequence >>> 0) & this.mask; ; slot = (slot + 1) & this.mask) {
      const key = index.slots[slot * 2];
      if (key === 0) return;
      if (key !== sequence) continue;
      const group = ((index.slots[slot * 2 + 1] as number) >> 1) - 1;
      if (group >= 0 && this.verify(opening, end, group, suffix.restore)) this.add(opening, token, end, group, suffix);
    }
  }

  private endsInApostrophe(token: number, suffix: FoldedAffix): boolean {
    const { index, scan } = this;
    return suffix.apostrophe && stemEnd(scan, token, startOf(scan, token), 0, suffix, index.table) >= 0;
  }

  /**
   * Compares the folded letters of the text with the group's, separators aside: a hash alone is no proof (at 100,000
   * spellings some 0.5 % of hits are collisions).
   */
  private verify(opening: Opening, end: number, group: number, ending: readonly number[]): boolean {
    const place = this.index.groups[group * 2 + 1] as number;
    this.letters.offset = place >>> 8;
    this.letters.length = place & 0xff;
    return lettersAre(this.index.table, this.letters, this.scan.text, opening.start, end, opening.restored, ending);
  }

  private add(opening: Opening, token: number, end: number, group: number, suffix?: FoldedAffix, slip = false): void {
    const { affix } = opening;
    const affixes = affix === undefined && suffix === undefined ? NO_AFFIXES : named(affix, suffix?.text);
    this.candidates.push({
      start: opening.shown ?? opening.start,
      end,
      firstToken: opening.firstToken ?? opening.token,
      lastToken: token,
      group,
      affixes,
      ownOnly: opening.ownOnly === true || suffix?.own === true,
      slip,
    });
  }
}

function named(...affixes: readonly (string | undefined)[]): string[] {
  return affixes.filter((affix) => affix !== undefined);
}

/**
 * Longest first; of equals the reading that sets nothing aside. In place, by insertion: there are two or three, mostly in order.
 */
function sortFrom(candidates: Candidate[], from: number): void {
  for (let i = from + 1; i < candidates.length; i++) {
    const one = candidates[i] as Candidate;
    let at = i;
    while (at > from && goesBefore(one, candidates[at - 1] as Candidate)) {
      candidates[at] = candidates[at - 1] as Candidate;
      at--;
    }
    candidates[at] = one;
  }
}

function goesBefore(a: Candidate, b: Candidate): boolean {
  if (a.end !== b.end) return a.end > b.end;
  if (a.affixes.length !== b.affixes.length) return a.affixes.length < b.affixes.length;
  return a.start < b.start;
}

/** Is this token doubled, with a hyphen between (sel-sel)? */
export function isDoubled(scan: Scan, token: number): boolean {
  if (token + 1 >= scan.count || hashOf(scan, token) !== hashOf(scan, token + 1)) return false;
  if (isCut(scan, token + 1)) return false;
  return /^[-‐‑]$/u.test(scan.text.slice(endOf(scan, token), startOf(scan, token + 1)));
}
