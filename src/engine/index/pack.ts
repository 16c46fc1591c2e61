import type { FoldTable } from "../fold/table.js";
import type { CompiledIndex } from "./compile.js";
import { checksum, FORMAT, HEADER_BYTES, MAGIC } from "./layout.js";

/** A packed index that cannot be used: broken, cut short, or made by another version. The message says which. */
export class IndexError extends Error {
  override name = "IndexError";
}

const pad = (bytes: number) => (bytes + 7) & ~7;

/** Packs an index. `stamp` ties it to the records compiled with it. */
export function packIndex(index: CompiledIndex, stamp: number): ArrayBuffer {
  const expansions: number[] = [];
  for (const [unit, text] of index.table.expansions) {
    expansions.push(unit, text.length, ...Array.from(text, (_, i) => text.charCodeAt(i)));
  }
  const sections = [
    index.firsts,
    index.singles,
    index.pairs,
    index.slots,
    index.slips,
    index.slipBits,
    index.groups,
    index.lists,
    index.entries,
    index.texts,
    index.table.classes,
    index.table.units,
    Uint16Array.from(expansions),
  ];
  const size = sections.reduce((sum, section) => sum + pad(section.byteLength), HEADER_BYTES);
  const buffer = new ArrayBuffer(size);
  const bytes = new Uint8Array(buffer);
  let offset = HEADER_BYTES;
  for (const section of sections) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset);
    offset += pad(section.byteLength);
  }
  const header = new Int32Array(buffer, 0, HEADER_BYTES / 4);
  header.set([
    MAGIC,
    FORMAT,
    stamp,
    checksum(new Int32Array(buffer, HEADER_BYTES)),
    ...sections.map((section) => section.length),
  ]);
  return buffer;
}

/** An index as views over its buffer, and the stamp it carries. */
export interface OpenedIndex extends CompiledIndex {
  stamp: number;
}

/**
 * Opens a packed index without copying it.
 * @throws IndexError with a sentence for the reader's console where the buffer is not an index of this version.
 */
export function openIndex(buffer: ArrayBuffer): OpenedIndex {
  if (buffer.byteLength < HEADER_BYTES) throw new IndexError("The name index is cut short.");
  const header = new Int32Array(buffer, 0, HEADER_BYTES / 4);
  if (header[0] !== MAGIC) throw new IndexError("This file is not a Konteks name index.");
  if (header[1] !== FORMAT) {
    throw new IndexError(`The name index has format ${header[1]}, this version reads ${FORMAT}: build it again.`);
  }
  const lengths = Array.from(header.subarray(4, 17));
  const widths = [4, 4, 4, 4, 4, 4, 4, 4, 4, 2, 1, 2, 2];
  const size = lengths.reduce((sum, length, i) => sum + pad(length * (widths[i] as number)), HEADER_BYTES);
  if (lengths.some((length) => length < 0) || size !== buffer.byteLength) {
    throw new IndexError("The name index is cut short or has grown.");
  }
  if (checksum(new Int32Array(buffer, HEADER_BYTES)) !== header[3]) throw new IndexError("The name index is damaged.");
  let offset = HEADER_BYTES;
  const next = (section: number) => {
    const start = offset;
    offset += pad((lengths[section] as number) * (widths[section] as number));
    return [start, lengths[section] as number] as const;
  };
  const firsts = new Int32Array(buffer, ...next(0));
  const singles = new Int32Array(buffer, ...next(1));
  const pairs = new Int32Array(buffer, ...next(2));
  const slots = new Int32Array(buffer, ...next(3));
  const slips = new Int32Array(buffer, ...next(4));
  const slipBits = new Int32Array(buffer, ...next(5));
  const groups = new Int32Array(buffer, ...next(6));
  const lists = new Int32Array(buffer, ...next(7));
  const entries = new Int32Array(buffer, ...next(8));
  const texts = new Uint16Array(buffer, ...next(9));
  const classes = new Uint8Array(buffer, ...next(10));
  const units = new Uint16Array(buffer, ...next(11));
  const table: FoldTable = { classes, units, expansions: readExpansions(new Uint16Array(buffer, ...next(12))) };
  const stamp = header[2] as number;
  return { firsts, singles, pairs, slots, slips, slipBits, groups, lists, entries, texts, table, stamp };
}

function readExpansions(packed: Uint16Array): Map<number, string> {
  const expansions = new Map<number, string>();
  for (let i = 0; i < packed.length; ) {
    const [unit, length] = [packed[i] as number, packed[i + 1] as number];
    expansions.set(unit, String.fromCharCode(...packed.subarray(i + 2, i + 2 + length)));
    i += 2 + length;
  }
  return expansions;
}
