import { checkLetters } from "../fold/letters.js";
import { extendHash, hashUnits, Scanner } from "../fold/scan.js";
import { buildFoldTable, type FoldTable } from "../fold/table.js";
import {
  bitOf,
  LONGEST_SPELLING,
  MOST_LANGUAGES,
  MOST_RECORDS,
  MOST_TEXT_UNITS,
  MOST_WORDS,
  slotOf,
} from "./layout.js";
import { slippedSequences } from "./slips.js";
import { casingFlags, tokenSequences } from "./spelling.js";

/** A spelling to be found. */
export interface Spelling {
  /** Number of the record it names. */
  record: number;
  /** As the glossary has it. */
  text: string;
  /** As the text has it, where that is a transliteration of it. */
  form?: string;
  /** Number of its language in the list the index is compiled with; 0 is `und`. */
  language: number;
  languageTag: string;
  /** `short`, `misspelling`, `surname`, `lookalike` of `ENTRY`; casing is added here. */
  flags: number;
  /** A bit for each of the record's ambiguity rules that governs the spelling. */
  rules?: number;
  /** Also found with one letter wrong. */
  slips?: boolean;
}

/** The index before packing. */
export interface CompiledIndex {
  firsts: Int32Array;
  singles: Int32Array;
  pairs: Int32Array;
  slots: Int32Array;
  slips: Int32Array;
  slipBits: Int32Array;
  groups: Int32Array;
  lists: Int32Array;
  entries: Int32Array;
  texts: Uint16Array;
  table: FoldTable;
}

/** A spelling as a group has it. */
interface Entry {
  flags: number;
  /** A bit for each language that has the spelling. */
  languages: number;
  spelling: Spelling;
}

/** What one sequence of folded tokens stands for. */
interface Group {
  entries: Entry[];
  slips: boolean;
}

/** Slots for each hash: with a quarter of them empty a search ends after two or three. */
const ROOM = 1.3;
/** Bits of `firsts` for each token that begins a spelling: one token in sixteen passes without reason. */
const BITS_EACH = 16;

/**
 * Compiles spellings into the token-prefix hash index (see `layout.ts`).
 * @throws RangeError where the layout cannot hold the glossary or a spelling.
 */
export function compileIndex(spellings: readonly Spelling[], table: FoldTable = buildFoldTable()): CompiledIndex {
  const scanner = new Scanner(table);
  const groups = new Map<string, Group>();
  for (const spelling of spellings) {
    if (spelling.record > MOST_RECORDS) throw new RangeError(`more than ${MOST_RECORDS} records`);
    if (spelling.text.length > LONGEST_SPELLING)
      throw new RangeError(`"${spelling.text}" is longer than ${LONGEST_SPELLING}`);
    if (spelling.language >= MOST_LANGUAGES) throw new RangeError(`more than ${MOST_LANGUAGES} languages`);
    const form = spelling.form ?? spelling.text;
    const flags = spelling.flags | casingFlags(form, spelling.languageTag);
    for (const sequence of tokenSequences(form, scanner, spelling.form === undefined)) {
      const key = sequence.join(" ");
      if (key === "") throw new RangeError(`"${form}" has no letter`);
      if (sequence.length > MOST_WORDS) throw new RangeError(`"${form}" has more than ${MOST_WORDS} words`);
      const group = groups.get(key) ?? { entries: [], slips: false };
      // One entry for each record and set of conditions; the rest would only repeat the answer.
      const known = group.entries.find(
        (entry) =>
          entry.spelling.record === spelling.record &&
          entry.flags === flags &&
          (entry.spelling.rules ?? 0) === (spelling.rules ?? 0),
      );
      if (known) known.languages |= 1 << spelling.language;
      else group.entries.push({ flags, languages: 1 << spelling.language, spelling });
      group.slips ||= spelling.slips === true;
      groups.set(key, group);
    }
  }
  return layOut(groups, table);
}

function layOut(groups: ReadonlyMap<string, Group>, table: FoldTable): CompiledIndex {
  const texts = new TextPool();
  const starts: number[] = [];
  const entries: number[] = [];
  const lists = new Map<string, number>();
  const rows: number[] = [];
  const slots = new SlotBuilder();
  const slips = new SlotBuilder();
  const firsts = new Set<number>();
  const singles = new Set<number>();
  const pairs = new Set<number>();
  const tokenHashes = new Map<string, number>();
  const hashOfToken = (token: string): number => {
    let hash = tokenHashes.get(token);
    if (hash === undefined) {
      hash = hashUnits(Array.from({ length: token.length }, (_, i) => token.charCodeAt(i)));
      tokenHashes.set(token, hash);
    }
    return hash;
  };
  for (const [key, group] of groups) {
    const number = rows.length / 2;
    const tokens = key.split(" ");
    const list = group.entries.flatMap(({ flags, languages, spelling }) => [
      spelling.record | (flags << 16),
      languages,
      texts.add(spelling.text),
      spelling.rules ?? 0,
    ]);
    const listed = list.join();
    let place = lists.get(listed);
    if (place === undefined) {
      place = starts.length;
      lists.set(listed, place);
      starts.push(entries.length / 4);
      entries.push(...list);
    }
    const letters = tokens.join("");
    rows.push(place, checkLetters(table, 0, letters, 0, letters.length));
    const hashes = tokens.map(hashOfToken);
    firsts.add(hashes[0] as number);
    const sequence: number[] = [];
    for (const token of hashes) sequence.push(extendHash(sequence.at(-1) ?? 0, token));
    if (hashes.length === 1) singles.add(hashes[0] as number);
    else pairs.add(sequence[1] as number);
    slots.sequence(sequence, number);
    if (group.slips) for (const slipped of slippedSequences(tokens, hashes)) slips.sequence(slipped, number);
  }
  starts.push(entries.length / 4);
  return {
    firsts: bitsOf(firsts),
    singles: bitsOf(singles),
    pairs: bitsOf(pairs),
    slots: slots.build(),
    slips: slips.build(),
    slipBits: bitsOf(slips.hashes()),
    groups: Int32Array.from(rows),
    lists: Int32Array.from(starts),
    entries: Int32Array.from(entries),
    texts: texts.build(),
    table,
  };
}

function bitsOf(tokens: ReadonlySet<number>): Int32Array {
  const bits = 2 ** Math.ceil(Math.log2(Math.max(32, tokens.size * BITS_EACH)));
  const firsts = new Int32Array(bits / 32);
  for (const token of tokens) {
    const bit = bitOf(token, bits);
    firsts[bit >>> 5]! |= 1 << (bit & 31);
  }
  return firsts;
}

class TextPool {
  private readonly offsets = new Map<string, number>();
  private length = 0;

  /** @returns offset << 8 | length */
  add(text: string): number {
    const known = this.offsets.get(text);
    if (known !== undefined) return (known << 8) | text.length;
    const offset = this.length;
    if (offset + text.length > MOST_TEXT_UNITS) throw new RangeError(`more than ${MOST_TEXT_UNITS} units of spellings`);
    this.offsets.set(text, offset);
    this.length += text.length;
    return (offset << 8) | text.length;
  }

  build(): Uint16Array {
    const pool = new Uint16Array(this.length);
    for (const [text, offset] of this.offsets)
      for (let i = 0; i < text.length; i++) pool[offset + i] = text.charCodeAt(i);
    return pool;
  }
}

/** Two sequences with one 32-bit hash share a slot: their groups are chained by verification order, so both must fit one. */
class SlotBuilder {
  /** Number of each hash in the order in which they came. */
  private readonly numbers = new Map<number, number>();
  /** By number: group + 1 << 1 | is-prefix, of the first group; 0 << 1 where there is none. */
  private readonly values: number[] = [];
  /** Further groups of a hash: few have any. */
  private readonly others = new Map<number, number[]>();

  /** Enters a group under its sequence: each hash but the last begins it. */
  sequence(hashes: readonly number[], group: number): void {
    const last = hashes.length - 1;
    for (let i = 0; i < last; i++) {
      const at = this.at(hashes[i] as number);
      this.values[at] = (this.values[at] as number) | 1;
    }
    const at = this.at(hashes[last] as number);
    const value = this.values[at] as number;
    if (value >> 1 === 0) this.values[at] = ((group + 1) << 1) | value;
    else if (value >> 1 !== group + 1) {
      const others = this.others.get(at) ?? [];
      if (!others.includes(group)) this.others.set(at, [...others, group]);
    }
  }

  hashes(): Set<number> {
    return new Set(this.numbers.keys());
  }

  build(): Int32Array {
    let wanted = this.values.length;
    for (const others of this.others.values()) wanted += others.length;
    const capacity = Math.ceil(Math.max(8, wanted * ROOM));
    const slots = new Int32Array(capacity * 2);
    const enter = (hash: number, value: number) => {
      let slot = slotOf(hash, capacity);
      while (slots[slot * 2] !== 0) slot = slot + 1 === capacity ? 0 : slot + 1;
      slots[slot * 2] = hash;
      slots[slot * 2 + 1] = value;
    };
    for (const [hash, at] of this.numbers) {
      const value = this.values[at] as number;
      enter(hash, value);
      for (const group of this.others.get(at) ?? []) enter(hash, ((group + 1) << 1) | (value & 1));
    }
    return slots;
  }

  private at(hash: number): number {
    let at = this.numbers.get(hash);
    if (at === undefined) {
      at = this.values.length;
      this.numbers.set(hash, at);
      this.values.push(0);
    }
    return at;
  }
}
