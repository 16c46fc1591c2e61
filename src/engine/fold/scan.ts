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
  /**
   * Four numbers a token, read by the functions below: where it starts with its flags, where it ends, its hash, its edges. One
   * array, since the inner loop of the scanner would run out of registers with six.
   */
  tokens: Int32Array;
  /** Where in `tokens` the text's first token stands: texts scanned together share one array. */
  base: number;
}

/** UTF-16 offset of a token's first letter. */
export function startOf({ base, tokens }: Scan, token: number): number {
  return (tokens[base + token * 4] as number) >>> FLAG_BITS;
}

/** UTF-16 offset behind a token's last letter; combining marks that follow it are inside. */
export function endOf({ base, tokens }: Scan, token: number): number {
  return tokens[base + token * 4 + 1] as number;
}

export function hashOf({ base, tokens }: Scan, token: number): number {
  return tokens[base + token * 4 + 2] as number;
}

/** First folded unit of a token. */
export function firstOf({ base, tokens }: Scan, token: number): number {
  return (tokens[base + token * 4 + 3] as number) & 0xffff;
}

/** Last folded unit of a token. */
export function lastOf({ base, tokens }: Scan, token: number): number {
  return (tokens[base + token * 4 + 3] as number) >>> 16;
}

/** Does something stand before the token that no name runs across? */
export function isCut({ base, tokens }: Scan, token: number): boolean {
  return ((tokens[base + token * 4] as number) & CUT) !== 0;
}

/** Does an apostrophe stand inside the token? */
export function hasApostrophe({ base, tokens }: Scan, token: number): boolean {
  return ((tokens[base + token * 4] as number) & APOSTROPHE) !== 0;
}

/** Does the token begin with a capital? What folds is no ordinary small letter, so a first letter with a diacritic counts as one. */
export function isCapital({ base, tokens }: Scan, token: number): boolean {
  return ((tokens[base + token * 4] as number) & CAPITAL) !== 0;
}

/** Is the token of a script without capitals? */
export function isUncased(scan: Scan, token: number): boolean {
  return firstOf(scan, token) > LAST_CASED;
}

/** Behind the scripts that have capitals (Latin, Greek, Cyrillic, Armenian). */
const LAST_CASED = 0x058f;

const FLAG_BITS = 3;
const CUT = 1;
const APOSTROPHE = 2;
const CAPITAL = 4;

/** What `Scanner.packed` has for units that are no plain letter: their class; letters that fold to several have `EXPANDING`. */
const LAST_CLASS = 7;
const EXPANDING = UNIT.letter;

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
  private tokens = new Int32Array(0);

  /** Folded unit << 3 of each plain letter, otherwise the unit's class: one look-up tells the inner loop all it asks. */
  private readonly packed: Uint32Array;

  constructor(table: FoldTable) {
    this.table = table;
    this.packed = packedOf(table);
  }

  /** Offsets in the result are UTF-16 units of `text`. Valid until the next call. */
  scan(text: string): Scan {
    this.reserve(text.length);
    return { text, count: this.fill(text, 0), tokens: this.tokens, base: 0 };
  }

  /** Scans several texts at once; all results are valid until the next call. */
  scanAll(texts: readonly string[]): Scan[] {
    this.reserve(texts.reduce((sum, text) => sum + text.length, 0));
    let from = 0;
    return texts.map((text) => {
      const to = this.fill(text, from);
      const scan = { text, count: to - from, tokens: this.tokens, base: from * 4 };
      from = to;
      return scan;
    });
  }

  /**
   * Writes the tokens of a text from number `token` on; returns the number after the last. The inner loop sees letters only and
   * holds little else: with more at hand the compiler runs out of registers, and every character costs twice as much.
   */
  private fill(text: string, token: number): number {
    const tokens = this.tokens;
    const packed = this.packed;
    const length = text.length;
    const { apostrophe, dot, hard, mark, quote, single } = UNIT;
    const lastClass = LAST_CLASS;
    const lastCased = LAST_CASED;
    const seed = SEED;
    const prime = PRIME;
    let cut = CUT;
    let tokenStart = 0;
    let tokenEnd = -1;
    let i = 0;
    while (i < length) {
      let both = packed[text.charCodeAt(i)] as number;
      if (both <= lastClass && both !== EXPANDING) {
        if (both === single) {
          const unit = this.table.units[text.charCodeAt(i)] as number;
          const at = token++ * 4;
          tokens[at] = (i << FLAG_BITS) | cut;
          tokens[at + 1] = i + 1;
          tokens[at + 2] = Math.imul(seed ^ unit, prime);
          tokens[at + 3] = unit | (unit << 16);
          cut = 0;
        } else if (both === hard || both === quote) cut = CUT;
        else if (both === dot) {
          // "U.N.", "Brett H. McGurk" and "Kompas.com" go on; the end of a sentence does not.
          const initial = tokenEnd === i && tokenEnd - tokenStart === 1;
          if (!initial && !this.isLetter(text, i + 1)) cut = CUT;
        }
        i++;
        continue;
      }
      tokenStart = i;
      let flag = cut;
      cut = 0;
      let running = seed;
      let unit = 0;
      const first = both > lastClass ? both >>> 3 : this.expansion(text, i).charCodeAt(0);
      if (first <= lastCased && text.charCodeAt(i) !== first) flag |= CAPITAL;
      for (;;) {
        if (both > lastClass) {
          do {
            unit = both >>> 3;
            running = Math.imul(running ^ unit, prime);
            i++;
            if (i >= length) break;
            both = packed[text.charCodeAt(i)] as number;
          } while (both > lastClass);
          tokenEnd = i;
        } else if (both === EXPANDING) {
          const expansion = this.expansion(text, i);
          for (let k = 0; k < expansion.length; k++) {
            unit = expansion.charCodeAt(k);
            running = Math.imul(running ^ unit, prime);
          }
          tokenEnd = ++i;
          if (i < length) both = packed[text.charCodeAt(i)] as number;
        }
        // Behind the letters: marks and apostrophes belong to the word, anything else ends it.
        let inside = i < length && both <= lastClass && both !== EXPANDING;
        while (inside) {
          if (both === mark) {
            if (tokenEnd === i) tokenEnd = i + 1;
          } else if (both === apostrophe) flag |= APOSTROPHE;
          else if (both !== quote || !isHebrewMark(text, i)) break;
          i++;
          if (i >= length) break;
          both = packed[text.charCodeAt(i)] as number;
          inside = both <= lastClass && both !== EXPANDING;
        }
        if (i >= length || inside) break;
      }
      const at = token++ * 4;
      tokens[at] = (tokenStart << FLAG_BITS) | flag;
      tokens[at + 1] = tokenEnd;
      tokens[at + 2] = running;
      tokens[at + 3] = first | (unit << 16);
    }
    return token;
  }

  private expansion(text: string, at: number): string {
    return this.table.expansions.get(text.charCodeAt(at)) as string;
  }

  private isLetter(text: string, at: number): boolean {
    return at < text.length && this.table.classes[text.charCodeAt(at)] === UNIT.letter;
  }

  private reserve(count: number): void {
    if (this.tokens.length < count * 4)
      this.tokens = new Int32Array(Math.max(16_384, 2 ** Math.ceil(Math.log2(count * 4))));
  }
}

const PACKED = new WeakMap<FoldTable, Uint32Array>();

/** Made once for a table: scanners share it. */
function packedOf(table: FoldTable): Uint32Array {
  const known = PACKED.get(table);
  if (known) return known;
  const { classes, units } = table;
  const packed = new Uint32Array(units.length);
  for (let i = 0; i < packed.length; i++) {
    const isPlain = classes[i] === UNIT.letter && units[i] !== 1;
    packed[i] = isPlain ? (units[i] as number) << 3 : (classes[i] as number);
  }
  PACKED.set(table, packed);
  return packed;
}

/** A quotation mark inside a Hebrew acronym. */
function isHebrewMark(text: string, at: number): boolean {
  return at > 0 && at + 1 < text.length && isHebrew(text.charCodeAt(at - 1)) && isHebrew(text.charCodeAt(at + 1));
}

function isHebrew(unit: number): boolean {
  return unit >= 0x05d0 && unit <= 0x05ea;
}
