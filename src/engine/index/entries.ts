import type { CompiledIndex } from "./compile.js";

/** An entry unpacked. */
export interface Entry {
  record: number;
  /** A bit for each language that has the spelling. */
  languages: number;
  flags: number;
  /** The spelling as the glossary has it. */
  text: string;
  /** A bit for each rule of the record that governs the spelling. */
  rules: number;
}

/** Text at a packed place: offset << 8 | length. */
function textAt(index: CompiledIndex, place: number): string {
  const offset = place >>> 8;
  return String.fromCharCode(...index.texts.subarray(offset, offset + (place & 0xff)));
}

/** The entries of a group. */
export function entriesOf(index: CompiledIndex, group: number): Entry[] {
  const entries: Entry[] = [];
  const list = index.groups[group * 2] as number;
  for (let entry = index.lists[list] as number; entry < (index.lists[list + 1] as number); entry++) {
    const packed = index.entries[entry * 4] as number;
    entries.push({
      record: packed & 0xffff,
      languages: index.entries[entry * 4 + 1] as number,
      flags: packed >>> 16,
      text: textAt(index, index.entries[entry * 4 + 2] as number),
      rules: index.entries[entry * 4 + 3] as number,
    });
  }
  return entries;
}

/** How many groups an index has. */
export function groupCount(index: CompiledIndex): number {
  return index.groups.length / 2;
}
