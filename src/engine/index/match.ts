import { checkLetters } from "../fold/letters.js";
import {
  endOf,
  extendHash,
  firstOf,
  hasApostrophe,
  hashLetters,
  hashOf,
  isCapital,
  isCut,
  isUncased,
  lastOf,
  type Scan,
  startOf,
} from "../fold/scan.js";
import { doubledOpening, isDoubled, type Opening, openingWithout, type Stem, stemEnd, stripPrefix } from "./affixes.js";
import { type Candidate, sortFrom } from "./candidate.js";
import type { CompiledIndex } from "./compile.js";
import { entriesOf } from "./entries.js";
import { isDeclinedOtherwise, type Lemma, uninflect } from "./inflection.js";
import { EDGE, type FoldedAffix, type FoldedRules, noRules } from "./language-rules.js";
import { isSet, MOST_WORDS, slotOf } from "./layout.js";
import { SlipSearch } from "./slip-search.js";

const APOSTROPHE = /['’‘ʼʻ`´]/u;
const NONE: readonly number[] = [];

/**
 * All candidates of a text, longest first at each start, in order of start. Linear in the text's length for a bounded
 * number of words in a name.
 * @param scan the scanned text; must still be the scanner's latest
 */
export function findCandidates(index: CompiledIndex, scan: Scan, rules: FoldedRules): Candidate[] {
  let matcher = MATCHERS.get(index);
  if (!matcher) {
    matcher = new Matcher(index);
    MATCHERS.set(index, matcher);
  }
  return matcher.run(scan, rules);
}

const NO_SCAN: Scan = { text: "", count: 0, tokens: new Int32Array(0), base: 0 };

/** Walks the token-prefix index, one text at a time. The words of the name at hand are kept as pieces of the text, with what stands in for affixes. */
class Matcher {
  private candidates: Candidate[] = [];
  private scan = NO_SCAN;
  private rules: FoldedRules = noRules();
  private readonly capacity: number;
  private readonly slips: SlipSearch;
  private readonly stem: Stem = { start: 0, hash: 0 };
  private readonly lemma: Lemma = { end: 0, hash: 0 };
  private readonly asItStands: Opening = { token: 0, hash: 0, start: 0, restored: NONE };
  private opening = this.asItStands;
  /** Where each word's letters begin and end, and the ending that its dictionary form has. */
  private readonly starts = new Int32Array(MOST_WORDS);
  private readonly ends = new Int32Array(MOST_WORDS);
  private readonly endings: (readonly number[])[] = new Array(MOST_WORDS).fill(NONE);
  /** Words of the name at hand that only persons' names decline so. */
  private personal = 0;

  constructor(private readonly index: CompiledIndex) {
    this.capacity = index.slots.length / 2;
    this.slips = new SlipSearch(index);
  }

  run(scan: Scan, rules: FoldedRules): Candidate[] {
    const candidates: Candidate[] = [];
    this.candidates = candidates;
    this.scan = scan;
    this.rules = rules;
    this.slips.begin(scan, candidates);
    const { edges, reduplication } = rules;
    const { singles } = this.index;
    const { count } = scan;
    for (let token = 0; token < count; token++) {
      // Most tokens begin no name: one bit, and the letters at their edges, say so.
      const hash = hashOf(scan, token);
      const begins = isSet(this.index.firsts, hash);
      const edge = edges[lastOf(scan, token)] as number;
      const opens = ((edges[firstOf(scan, token)] as number) & EDGE.prefix) !== 0;
      const doubled = reduplication && token + 1 < count && hash === hashOf(scan, token + 1) && isDoubled(scan, token);
      const slips = !begins && this.slips.mayHold(token);
      const ends = endsInSuffix(edge, scan, token) && this.hasSuffix(token);
      const inflects = (edge & EDGE.inflection) !== 0 && (isCapital(scan, token) || isUncased(scan, token));
      if (!begins && !ends && !opens && !doubled && !slips && !inflects) continue;
      const whole = begins && (isSet(singles, hash) || this.mayGoOn(token, hash));
      const found = candidates.length;
      if (whole || ends || inflects) this.open(this.plain(token, hash), whole);
      if (opens) {
        for (const prefix of rules.prefixes.get(firstOf(scan, token)) as readonly FoldedAffix[]) {
          if (!stripPrefix(prefix, token, scan, this.index.table, this.stem)) continue;
          const known = isSet(this.index.firsts, this.stem.hash);
          if (known || ends) this.open(openingWithout(prefix, token, scan, this.index.table, this.stem), known);
        }
      }
      if (doubled) this.open(doubledOpening(token, scan), true);
      if (slips) this.slips.search(this.plain(token, hash), 0, token);
      if (candidates.length - found > 1) sortFrom(candidates, found);
    }
    return candidates;
  }

  /** Are the token's last two letters those of a suffix? Most words that end in its last letter are out by the one before. */
  private hasSuffix(token: number): boolean {
    const { scan } = this;
    const { units } = this.index.table;
    const before = units[scan.text.charCodeAt(endOf(scan, token) - 2)];
    for (const { units: suffix } of this.rules.suffixes.get(lastOf(scan, token)) as readonly FoldedAffix[])
      if (suffix.length < 2 || suffix[suffix.length - 2] === before) return true;
    return false;
  }

  /** May a name that begins with this token go on with the next? One more bit, save where the next may be another form. */
  private mayGoOn(token: number, hash: number): boolean {
    const { rules, scan } = this;
    const next = token + 1;
    if (next >= scan.count || isCut(scan, next)) return false;
    if (isSet(this.index.pairs, extendHash(extendHash(0, hash), hashOf(scan, next)))) return true;
    const edge = rules.edges[lastOf(scan, next)] as number;
    return (edge & EDGE.inflection) !== 0 || endsInSuffix(edge, scan, next) || this.slips.mayHold(next);
  }

  /** The opening of a token as it stands; one object, used again. */
  private plain(token: number, hash: number): Opening {
    const opening = this.asItStands;
    opening.token = token;
    opening.hash = hash;
    opening.start = startOf(this.scan, token);
    return opening;
  }

  /** All spellings that begin with an opening. @param whole whether its token as it stands may begin one */
  private open(opening: Opening, whole: boolean): void {
    this.opening = opening;
    this.starts[0] = opening.start;
    this.step(opening.token, 0, 0, opening.hash, whole);
  }

  /**
   * The readings of one word of a name: as it stands, inflected, with a suffix.
   * @param depth its number in the name
   * @param before hash of the words before it
   * @param whole whether the word as it stands may go on
   */
  private step(token: number, depth: number, before: number, hash: number, whole: boolean): void {
    const { rules, scan } = this;
    const edge = rules.edges[lastOf(scan, token)] as number;
    const suffixes = endsInSuffix(edge, scan, token) ? rules.suffixes.get(lastOf(scan, token)) : undefined;
    this.ends[depth] = endOf(scan, token);
    this.endings[depth] = NONE;
    if (whole) {
      const possessive =
        hasApostrophe(scan, token) && (suffixes?.some((suffix) => this.endsInApostrophe(token, suffix)) ?? false);
      const known = this.probe(token, depth, extendHash(before, hash), possessive);
      if (!known && depth > 0 && this.slips.mayHold(token)) this.slips.search(this.opening, before, token);
    }
    // Small words inside a name decline too ("Федеральной службы безопасности"); one that begins a name has its capital.
    if ((edge & EDGE.inflection) !== 0 && (depth > 0 || isCapital(scan, token) || isUncased(scan, token)))
      this.inflect(token, depth, before);
    if (suffixes) {
      for (const suffix of suffixes)
        if (!suffix.apostrophe || hasApostrophe(scan, token)) this.closeWithout(token, depth, before, suffix);
    }
  }

  /** Looks a sequence up: closes what ends here, and goes on where some spelling does. @returns whether anything is known of it */
  private probe(token: number, depth: number, sequence: number, possessive: boolean): boolean {
    const { slots } = this.index;
    let goesOn = false;
    let known = false;
    for (let slot = slotOf(sequence, this.capacity); ; slot = slot + 1 === this.capacity ? 0 : slot + 1) {
      const key = slots[slot * 2];
      if (key === 0) break;
      if (key !== sequence) continue;
      known = true;
      const value = slots[slot * 2 + 1] as number;
      if (value & 1) goesOn = true;
      if (value >> 1 > 0) this.close(token, depth, (value >> 1) - 1, possessive);
    }
    const next = token + 1;
    if (goesOn && next < this.scan.count && depth + 1 < MOST_WORDS && !isCut(this.scan, next)) {
      this.starts[depth + 1] = startOf(this.scan, next);
      this.step(next, depth + 1, sequence, hashOf(this.scan, next), true);
    }
    return known;
  }

  /** The word as an inflected form of another. */
  private inflect(token: number, depth: number, before: number): void {
    const { index, rules, scan } = this;
    const lemma = this.lemma;
    for (const inflection of rules.inflections.get(lastOf(scan, token)) ?? []) {
      if (!uninflect(inflection, token, scan, index.table, lemma, depth > 0)) continue;
      const { end, hash } = lemma;
      if (depth === 0 && !isSet(index.firsts, hash)) continue;
      if (isDeclinedOtherwise(inflection, token, scan, index.table, lemma)) continue;
      this.ends[depth] = end;
      this.endings[depth] = inflection.restore;
      if (inflection.persons) this.personal++;
      this.probe(token, depth, extendHash(before, hash), false);
      if (inflection.persons) this.personal--;
    }
    this.ends[depth] = endOf(scan, token);
    this.endings[depth] = NONE;
  }

  private close(token: number, depth: number, group: number, possessive: boolean): void {
    // "Hama's" has the letters of "Hamas": behind an apostrophe that the spelling does not have, the ending is an ending.
    if (possessive && !APOSTROPHE.test(entriesOf(this.index, group)[0]?.text ?? "")) return;
    if (this.verify(depth, group)) this.add(token, depth, endOf(this.scan, token), group);
  }

  private closeWithout(token: number, depth: number, before: number, suffix: FoldedAffix): void {
    const { index, scan } = this;
    const { slots, table } = index;
    const start = this.starts[depth] as number;
    const restored = depth === 0 ? this.opening.restored : NONE;
    const end = stemEnd(scan, token, start, restored.length, suffix, table);
    if (end < 0) return;
    this.ends[depth] = end;
    this.endings[depth] = suffix.restore;
    const sequence = extendHash(before, hashLetters(table, scan.text, start, end, restored, suffix.restore));
    for (let slot = slotOf(sequence, this.capacity); ; slot = slot + 1 === this.capacity ? 0 : slot + 1) {
      const key = slots[slot * 2];
      if (key === 0) break;
      const group = ((slots[slot * 2 + 1] as number) >> 1) - 1;
      if (key === sequence && group >= 0 && this.verify(depth, group)) this.add(token, depth, end, group, suffix);
    }
    this.ends[depth] = endOf(scan, token);
    this.endings[depth] = NONE;
  }

  private endsInApostrophe(token: number, suffix: FoldedAffix): boolean {
    const { index, scan } = this;
    return suffix.apostrophe && stemEnd(scan, token, startOf(scan, token), 0, suffix, index.table) >= 0;
  }

  /**
   * Compares a second hash, over the letters alone, with the group's: one is no proof (at 100,000 spellings some 0.5 % of hits are
   * collisions), two of 32 bits are, but for pages made to deceive, which gain a wrong mark on themselves.
   */
  private verify(depth: number, group: number): boolean {
    const { endings, ends, index, opening, scan, starts } = this;
    let check = 0;
    for (let i = 0; i <= depth; i++)
      check = checkLetters(
        index.table,
        check,
        scan.text,
        starts[i] as number,
        ends[i] as number,
        i === 0 ? opening.restored : NONE,
        endings[i] as readonly number[],
      );
    return check === index.groups[group * 2 + 1];
  }

  private add(token: number, depth: number, end: number, group: number, suffix?: FoldedAffix): void {
    const { opening } = this;
    this.candidates.push({
      start: opening.shown ?? opening.start,
      end,
      firstToken: opening.firstToken ?? opening.token,
      lastToken: token,
      group,
      affixes: affixesOf(opening.affix, suffix?.text),
      ownOnly: opening.ownOnly === true || suffix?.own === true,
      inflected: suffix === undefined && this.endings[depth] !== NONE,
      personOnly: this.personal > 0,
      slip: false,
    });
  }
}

/** One for each index, with its working memory: blocks are many and short. */
const MATCHERS = new WeakMap<CompiledIndex, Matcher>();

const NO_AFFIXES: readonly string[] = [];

function affixesOf(prefix: string | undefined, suffix: string | undefined): readonly string[] {
  if (prefix === undefined && suffix === undefined) return NO_AFFIXES;
  return [prefix, suffix].filter((affix) => affix !== undefined);
}

function endsInSuffix(edge: number, scan: Scan, token: number): boolean {
  return (edge & EDGE.suffix) !== 0 || ((edge & EDGE.apostropheSuffix) !== 0 && hasApostrophe(scan, token));
}
