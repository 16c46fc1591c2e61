import type { Scanner } from "../fold/scan.js";
import { UNIT } from "../fold/table.js";
import type { CompiledIndex } from "./compile.js";

const LETTERS = new WeakMap<CompiledIndex, Map<number, string>>();
const ENTRIES = new WeakMap<CompiledIndex, Map<number, Entry[]>>();

/** Folded letters of a group's first spelling, without separators; kept, since pages name the same things again and again. */
export function foldedLetters(index: CompiledIndex, scanner: Scanner, group: number): string {
  return kept(LETTERS, index, group, () => {
    const { classes, expansions, units } = scanner.table;
    const spelling = spellingText(index, index.groups[group] as number);
    let letters = "";
    for (let i = 0; i < spelling.length; i++) {
      const code = spelling.charCodeAt(i);
      if (classes[code] !== UNIT.letter && classes[code] !== UNIT.single) continue;
      letters += units[code] === 1 ? expansions.get(code) : String.fromCharCode(units[code] as number);
    }
    return letters;
  });
}

function kept<T>(store: WeakMap<CompiledIndex, Map<number, T>>, index: CompiledIndex, group: number, make: () => T): T {
  let groups = store.get(index);
  if (!groups) {
    groups = new Map();
    store.set(index, groups);
  }
  let value = groups.get(group);
  if (value === undefined) {
    value = make();
    groups.set(group, value);
  }
  return value;
}

/** A spelling as the glossary has it. */
export function spellingText(index: CompiledIndex, entry: number): string {
  const place = index.entries[entry * 2 + 1] as number;
  const offset = place >>> 8;
  return String.fromCharCode(...index.texts.subarray(offset, offset + (place & 0xff)));
}

/** An entry unpacked. */
export interface Entry {
  record: number;
  language: number;
  flags: number;
  text: string;
}

/** The entries of a candidate's group. */
export function entriesOf(index: CompiledIndex, group: number): readonly Entry[] {
  return kept(ENTRIES, index, group, () => {
    const entries: Entry[] = [];
    for (let entry = index.groups[group] as number; entry < (index.groups[group + 1] as number); entry++) {
      const packed = index.entries[entry * 2] as number;
      entries.push({
        record: packed & 0xffff,
        language: (packed >>> 16) & 0xff,
        flags: packed >>> 24,
        text: spellingText(index, entry),
      });
    }
    return entries;
  });
}
