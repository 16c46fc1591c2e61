import { type FoldTable, LONGEST_EXPANSION, UNIT } from "./table.js";

/**
 * One text folded into tokens. All arrays are reused between texts: read before the next `scan`.
 *
 *     raw     A l - Q ā ʿ i d a ’ s   b a s e
 *     units   a l   q a   i d a   s   b a s e
 *     tokens  [al]  [qaidas]          [base]
 */
export interface Scan {
  text: string;
  /** Folded units, all tokens one after another. */
  units: Uint16Array;
  /** For each folded unit, where in the text it came from. */
  raw: Int32Array;
  /** Tokens: first unit, unit after the last, hash. */
  first: Int32Array;
  last: Int32Array;
  hash: Int32Array;
  /** 1 where something stands before the token that no name runs across. */
  cut: Uint8Array;
  count: number;
}

const PRIME = 0x01000193;

/** Hash of folded units, the same everywhere: FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashUnits(units: ArrayLike<number>, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (units[i] as number), PRIME);
  return hash;
}

/** Hash of a token sequence, extended by one token. Never 0, which marks an empty slot. */
export function extendHash(sequence: number, token: number): number {
  let hash = Math.imul(sequence ^ token, 0x9e3779b1 | 0);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca77 | 0);
  hash ^= hash >>> 13;
  return hash === 0 ? 1 : hash;
}

/** Folds and cuts texts into tokens. One scanner serves one caller at a time; it allocates only when a text is longer than any before. */
export class Scanner {
  readonly table: FoldTable;
  private readonly scanned: Scan = {
    text: "",
    units: new Uint16Array(0),
    raw: new Int32Array(0),
    first: new Int32Array(0),
    last: new Int32Array(0),
    hash: new Int32Array(0),
    cut: new Uint8Array(0),
    count: 0,
  };

  /** Class (three bits) and folded unit of each unit in one look-up: the inner loop asks for both. */
  private readonly packed: Uint32Array;

  constructor(table: FoldTable) {
    this.table = table;
    this.packed = Uint32Array.from(table.units, (unit, i) => (unit << 3) | (table.classes[i] as number));
  }

  /** Offsets in the result are UTF-16 units of `text`. Valid until the next call. */
  scan(text: string): Scan {
    const { classes, expansions } = this.table;
    const packed = this.packed;
    const out = this.reserve(text);
    const { units, raw, first, last, hash, cut } = out;
    const length = text.length;
    let unit = 0;
    let token = 0;
    let open = false;
    let running = 0;
    let cutBefore = 1;

    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      const both = packed[code] as number;
      let kind = both & 7;
      if (kind === UNIT.letter) {
        if (!open) {
          open = true;
          first[token] = unit;
          cut[token] = cutBefore;
          cutBefore = 0;
          running = 0x811c9dc5 | 0;
        }
        const folded = both >>> 3;
        if (folded !== 1) {
          units[unit] = folded;
          raw[unit++] = i;
          running = Math.imul(running ^ folded, PRIME);
        } else {
          const expansion = expansions.get(code) as string;
          for (let k = 0; k < expansion.length; k++) {
            const part = expansion.charCodeAt(k);
            units[unit] = part;
            raw[unit++] = i;
            running = Math.imul(running ^ part, PRIME);
          }
        }
        continue;
      }
      if (kind === UNIT.mark || kind === UNIT.apostrophe) continue;
      if (kind === UNIT.quote) {
        if (open && isHebrew(text.charCodeAt(i - 1)) && isHebrew(text.charCodeAt(i + 1))) continue;
        kind = UNIT.hard;
      }
      const tokenLength = open ? unit - (first[token] as number) : 0;
      if (open) {
        last[token] = unit;
        hash[token++] = running;
        open = false;
      }
      if (kind === UNIT.single) {
        first[token] = unit;
        cut[token] = cutBefore;
        cutBefore = 0;
        const folded = both >>> 3;
        units[unit] = folded;
        raw[unit++] = i;
        last[token] = unit;
        hash[token++] = Math.imul((0x811c9dc5 | 0) ^ folded, PRIME);
      } else if (kind === UNIT.hard) {
        cutBefore = 1;
      } else if (kind === UNIT.dot) {
        // "U.N.", "Brett H. McGurk" and "Kompas.com" go on; the end of a sentence does not.
        if (tokenLength !== 1 && classes[text.charCodeAt(i + 1)] !== UNIT.letter) cutBefore = 1;
      }
    }
    if (open) {
      last[token] = unit;
      hash[token++] = running;
    }
    out.count = token;
    return out;
  }

  private reserve(text: string): Scan {
    const out = this.scanned;
    out.text = text;
    if (out.raw.length < text.length * LONGEST_EXPANSION) grow(out, text.length * LONGEST_EXPANSION);
    return out;
  }
}

function grow(scan: Scan, least: number): void {
  const size = Math.max(4096, 2 ** Math.ceil(Math.log2(least)));
  scan.units = new Uint16Array(size);
  scan.raw = new Int32Array(size);
  scan.first = new Int32Array(size);
  scan.last = new Int32Array(size);
  scan.hash = new Int32Array(size);
  scan.cut = new Uint8Array(size);
}

function isHebrew(unit: number): boolean {
  return unit >= 0x05d0 && unit <= 0x05ea;
}

/** The folded text of a token. */
export function tokenText(scan: Scan, token: number): string {
  return unitsText(scan.units, scan.first[token] as number, scan.last[token] as number);
}

export function unitsText(units: Uint16Array, from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += String.fromCharCode(units[i] as number);
  return text;
}

/** Where a span that ends with folded unit `unit` ends in the text: marks that belong to the letter are inside. */
export function rawEnd(scan: Scan, unit: number, table: FoldTable): number {
  let end = (scan.raw[unit] as number) + 1;
  while (end < scan.text.length && table.classes[scan.text.charCodeAt(end)] === UNIT.mark) end++;
  return end;
}

/** A text folded to its tokens joined by single spaces: the form in which spellings are compared. */
export function foldText(text: string, scanner: Scanner): string {
  const scan = scanner.scan(text);
  const tokens: string[] = [];
  for (let token = 0; token < scan.count; token++) tokens.push(tokenText(scan, token));
  return tokens.join(" ");
}
