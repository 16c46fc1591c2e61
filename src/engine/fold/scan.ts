import { type FoldTable, UNIT } from "./table.js";

/**
 * One text cut into tokens. What a token folds to is not kept, only its hash and its edges: whoever needs the letters folds
 * them again from the text (`FoldedLetters`), which happens for one token in a hundred.
 *
 *     text    A l - Q ā ʿ i d a ’ s   b a s e
 *     tokens  [al]  [qaidas]          [base]
 */
export interface Scan {
  text: string;
  count: number;
  /** UTF-16 offset of each token's first letter, and behind its last (combining marks that follow it are inside). */
  start: Int32Array;
  end: Int32Array;
  hash: Int32Array;
  /** First and last folded unit. */
  first: Uint16Array;
  last: Uint16Array;
  /** Bits of `TOKEN`. */
  flags: Uint8Array;
}

export const TOKEN = {
  /** Something stands before the token that no name runs across. */
  cut: 1,
  /** An apostrophe stands inside. */
  apostrophe: 2,
} as const;

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Hash of folded units, the same everywhere: FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashUnits(units: ArrayLike<number>): number {
  let hash = SEED;
  for (let i = 0; i < units.length; i++) hash = Math.imul(hash ^ (units[i] as number), PRIME);
  return hash;
}

/** Hash of the folded letters of `text` from `start` to `end`, behind and before units that stand in for an affix. */
export function hashLetters(
  table: FoldTable,
  text: string,
  start: number,
  end: number,
  before: readonly number[] = NONE,
  after: readonly number[] = NONE,
): number {
  let hash = SEED;
  for (let i = 0; i < before.length; i++) hash = Math.imul(hash ^ (before[i] as number), PRIME);
  const { classes, expansions, units } = table;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const kind = classes[code];
    if (kind !== UNIT.letter && kind !== UNIT.single) continue;
    const folded = units[code] as number;
    if (folded !== 1) hash = Math.imul(hash ^ folded, PRIME);
    else for (const part of expansions.get(code) as string) hash = Math.imul(hash ^ part.charCodeAt(0), PRIME);
  }
  for (let i = 0; i < after.length; i++) hash = Math.imul(hash ^ (after[i] as number), PRIME);
  return hash;
}

const NONE: readonly number[] = [];

/** Hash of a token sequence, extended by one token. Never 0, which marks an empty slot. */
export function extendHash(sequence: number, token: number): number {
  let hash = Math.imul(sequence ^ token, 0x9e3779b1 | 0);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca77 | 0);
  hash ^= hash >>> 13;
  return hash === 0 ? 1 : hash;
}

/** Cuts texts into tokens. One scanner serves one caller at a time; it allocates only when a text is longer than any before. */
export class Scanner {
  readonly table: FoldTable;
  private arrays: Omit<Scan, "text" | "count"> = room(0);

  /** Class (three bits) and folded unit of each unit in one look-up: the inner loop asks for both. */
  private readonly packed: Uint32Array;

  constructor(table: FoldTable) {
    this.table = table;
    this.packed = packedOf(table);
  }

  /** Offsets in the result are UTF-16 units of `text`. Valid until the next call. */
  scan(text: string): Scan {
    this.reserve(text.length);
    return { text, count: this.fill(text, 0), ...this.arrays };
  }

  /** Scans several texts at once; all results are valid until the next call. */
  scanAll(texts: readonly string[]): Scan[] {
    this.reserve(texts.reduce((sum, text) => sum + text.length, 0));
    let from = 0;
    return texts.map((text) => {
      const to = this.fill(text, from);
      const { end, first, flags, hash, last, start } = this.arrays;
      const scan: Scan = {
        text,
        count: to - from,
        start: start.subarray(from, to),
        end: end.subarray(from, to),
        hash: hash.subarray(from, to),
        first: first.subarray(from, to),
        last: last.subarray(from, to),
        flags: flags.subarray(from, to),
      };
      from = to;
      return scan;
    });
  }

  /** Writes the tokens of a text from number `token` on; returns the number after the last. */
  private fill(text: string, token: number): number {
    const { classes, expansions } = this.table;
    const { end, first, flags, hash, last, start } = this.arrays;
    const packed = this.packed;
    const length = text.length;
    let open = false;
    let running = 0;
    let lastUnit = 0;
    let letterEnd = 0;
    let cut: number = TOKEN.cut;

    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      const both = packed[code] as number;
      let kind = both & 7;
      if (kind === UNIT.letter) {
        let folded = both >>> 3;
        if (!open) {
          open = true;
          start[token] = i;
          flags[token] = cut;
          cut = 0;
          running = SEED;
          first[token] = folded === 1 ? (expansions.get(code) as string).charCodeAt(0) : folded;
        }
        if (folded === 1) {
          const expansion = expansions.get(code) as string;
          const rest = expansion.length - 1;
          for (let k = 0; k < rest; k++) running = Math.imul(running ^ expansion.charCodeAt(k), PRIME);
          folded = expansion.charCodeAt(rest);
        }
        running = Math.imul(running ^ folded, PRIME);
        lastUnit = folded;
        letterEnd = i + 1;
        continue;
      }
      if (kind === UNIT.mark) {
        if (open && letterEnd === i) letterEnd = i + 1;
        continue;
      }
      if (kind === UNIT.apostrophe) {
        if (open) flags[token] = (flags[token] as number) | TOKEN.apostrophe;
        continue;
      }
      if (kind === UNIT.quote) {
        if (open && isHebrew(text.charCodeAt(i - 1)) && isHebrew(text.charCodeAt(i + 1))) continue;
        kind = UNIT.hard;
      }
      let oneLetter = false;
      if (open) {
        oneLetter = letterEnd - (start[token] as number) === 1;
        end[token] = letterEnd;
        last[token] = lastUnit;
        hash[token++] = running;
        open = false;
      }
      if (kind === UNIT.single) {
        const folded = both >>> 3;
        start[token] = i;
        end[token] = i + 1;
        first[token] = folded;
        last[token] = folded;
        flags[token] = cut;
        cut = 0;
        hash[token++] = Math.imul(SEED ^ folded, PRIME);
      } else if (kind === UNIT.hard) {
        cut = TOKEN.cut;
      } else if (kind === UNIT.dot) {
        // "U.N.", "Brett H. McGurk" and "Kompas.com" go on; the end of a sentence does not.
        if (!oneLetter && classes[text.charCodeAt(i + 1)] !== UNIT.letter) cut = TOKEN.cut;
      }
    }
    if (open) {
      end[token] = letterEnd;
      last[token] = lastUnit;
      hash[token++] = running;
    }
    return token;
  }

  private reserve(tokens: number): void {
    if (this.arrays.hash.length < tokens) this.arrays = room(Math.max(4096, 2 ** Math.ceil(Math.log2(tokens))));
  }
}

const PACKED = new WeakMap<FoldTable, Uint32Array>();

/** Made once for a table: scanners share it. */
function packedOf(table: FoldTable): Uint32Array {
  const known = PACKED.get(table);
  if (known) return known;
  const { classes, units } = table;
  const packed = new Uint32Array(units.length);
  for (let i = 0; i < packed.length; i++) packed[i] = ((units[i] as number) << 3) | (classes[i] as number);
  PACKED.set(table, packed);
  return packed;
}

function room(size: number): Omit<Scan, "text" | "count"> {
  return {
    start: new Int32Array(size),
    end: new Int32Array(size),
    hash: new Int32Array(size),
    first: new Uint16Array(size),
    last: new Uint16Array(size),
    flags: new Uint8Array(size),
  };
}

function isHebrew(unit: number): boolean {
  return unit >= 0x05d0 && unit <= 0x05ea;
}
