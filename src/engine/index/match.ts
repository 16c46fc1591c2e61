import { type Letters, lettersAre } from "../fold/letters.js";
import { extendHash, hashLetters, type Scan, TOKEN } from "../fold/scan.js";
import { type Opening, openingsWithAffix, stemEnd } from "./affixes.js";
import type { CompiledIndex } from "./compile.js";
import { entriesOf } from "./entries.js";
import { EDGE, type FoldedAffix, type FoldedRules } from "./language-rules.js";
import { firstBit } from "./layout.js";

const APOSTROPHE = /['’‘ʼʻ`´]/u;
const NONE: readonly number[] = [];

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
    const { firsts } = this.index;
    const { edges, reduplication } = this.rules;
    const { count, first, flags, hash, last } = scan;
    for (let token = 0; token < count; token++) {
      // Most tokens begin no name: one bit, and the letters at their edges, say so.
      const own = hash[token] as number;
      const bit = firstBit(own, this.bits);
      const begins = ((firsts[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
      const edge = edges[last[token] as number] as number;
      const ends =
        (edge & EDGE.suffix) !== 0 ||
        ((edge & EDGE.apostropheSuffix) !== 0 && ((flags[token] as number) & TOKEN.apostrophe) !== 0);
      const opens = ((edges[first[token] as number] as number) & EDGE.prefix) !== 0;
      const doubled = reduplication && own === hash[token + 1] && isDoubled(scan, token);
      if (!begins && !ends && !opens && !doubled) continue;
      const found = candidates.length;
      if (begins || ends) this.follow({ token, hash: own, start: scan.start[token] as number, restored: NONE }, begins);
      if (opens || doubled) {
        for (const opening of openingsWithAffix(token, scan, this.rules, doubled, this.index.table))
          this.follow(opening, true);
      }
      if (candidates.length - found > 1) sortFrom(candidates, found);
    }
    return candidates;
  }

  /** All spellings that begin with an opening. @param whole whether its token as it stands may begin one */
  private follow(opening: Opening, whole: boolean): void {
    const { index, rules, scan } = this;
    const { edges } = rules;
    let sequence = 0;
    for (let token = opening.token; token < scan.count; token++) {
      if (token > opening.token && (scan.flags[token] as number) & TOKEN.cut) return;
      const before = sequence;
      sequence = extendHash(sequence, token === opening.token ? opening.hash : (scan.hash[token] as number));
      const edge = edges[scan.last[token] as number] as number;
      const hasApostrophe = ((scan.flags[token] as number) & TOKEN.apostrophe) !== 0;
      const suffixes =
        edge & EDGE.suffix || (edge & EDGE.apostropheSuffix && hasApostrophe)
          ? rules.suffixes.get(scan.last[token] as number)
          : undefined;
      const possessive = hasApostrophe && (suffixes?.some((suffix) => this.endsInApostrophe(token, suffix)) ?? false);
      let goesOn = false;
      if (whole || token > opening.token) {
        for (let slot = (sequence >>> 0) & this.mask; ; slot = (slot + 1) & this.mask) {
          const key = index.slots[slot * 2];
          if (key === 0) break;
          if (key !== sequence) continue;
          const value = index.slots[slot * 2 + 1] as number;
          if (value & 1) goesOn = true;
          if (value >> 1 > 0) this.close(opening, token, (value >> 1) - 1, possessive);
        }
      }
      if (suffixes) {
        for (const suffix of suffixes)
          if (!suffix.apostrophe || hasApostrophe) this.closeWithout(opening, before, token, suffix);
      }
      if (!goesOn) return;
    }
  }

  private close(opening: Opening, token: number, group: number, possessive: boolean): void {
    // "Hama's" has the letters of "Hamas": behind an apostrophe that the spelling does not have, the ending is an ending.
    if (possessive && !APOSTROPHE.test(entriesOf(this.index, group)[0]?.text ?? "")) return;
    const end = this.scan.end[token] as number;
    if (this.verify(opening, end, group, NONE)) this.add(opening, token, end, group);
  }

  private closeWithout(opening: Opening, before: number, token: number, suffix: FoldedAffix): void {
    const { index, scan } = this;
    const { table } = index;
    const own = token === opening.token;
    const start = own ? opening.start : (scan.start[token] as number);
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
    return suffix.apostrophe && stemEnd(scan, token, scan.start[token] as number, 0, suffix, index.table) >= 0;
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

  private add(opening: Opening, token: number, end: number, group: number, suffix?: FoldedAffix): void {
    const { affix } = opening;
    const affixes = affix === undefined && suffix === undefined ? NO_AFFIXES : named(affix, suffix?.text);
    this.candidates.push({
      start: opening.shown ?? opening.start,
      end,
      firstToken: opening.firstToken ?? opening.token,
      lastToken: token,
      group,
      affixes,
    });
  }
}

function named(...affixes: readonly (string | undefined)[]): string[] {
  return affixes.filter((affix) => affix !== undefined);
}

/** Longest first; of equals the reading that sets nothing aside. */
function sortFrom(candidates: Candidate[], from: number): void {
  const tail = candidates.splice(from);
  tail.sort((a, b) => b.end - a.end || a.affixes.length - b.affixes.length || a.start - b.start);
  candidates.push(...tail);
}

/** Is this token doubled, with a hyphen between (sel-sel)? */
export function isDoubled(scan: Scan, token: number): boolean {
  if (token + 1 >= scan.count || scan.hash[token] !== scan.hash[token + 1]) return false;
  if ((scan.flags[token + 1] as number) & TOKEN.cut) return false;
  return /^[-‐‑]$/u.test(scan.text.slice(scan.end[token], scan.start[token + 1]));
}
