import { entriesOf } from "../index/entries.js";
import { RULE_BITS } from "../index/layout.js";
import type { OpenedIndex } from "../index/pack.js";
import { wordHash } from "../link/phrases.js";
import type { FoldedRule } from "../link/rule.js";
import type { KnownRecord, NamesFile } from "./files.js";

/** One way to read a span: as this record, by this spelling. */
export interface Reading {
  record: KnownRecord;
  /** A bit for each language that has the spelling. */
  languages: number;
  /** Bits of `ENTRY`. */
  flags: number;
  /** The spelling as the glossary has it. */
  alias: string;
  /** The record's ambiguity rules that govern the spelling. */
  rules: readonly FoldedRule[];
  /** A person's given name alone. */
  givenAlone: boolean;
  /** Persons: hashes of their given names, and of the words of their surnames. */
  given: readonly number[];
  surnames: readonly number[];
  /** Words that must begin with a capital; 0: the first at most. */
  capitals: number;
}

/** Readings by group, unpacked when first met: pages name the same things again and again. */
export class Readings {
  private readonly known: (readonly Reading[] | undefined)[] = [];

  constructor(
    private readonly index: OpenedIndex,
    private readonly names: NamesFile,
  ) {}

  /** The readings of a group of the index. */
  of(group: number): readonly Reading[] {
    const known = this.known[group];
    if (known) return known;
    const made = entriesOf(this.index, group).flatMap(({ flags, languages, record, rules, text }): Reading[] => {
      const owner = this.names.records[record];
      if (!owner) return [];
      return [
        {
          record: owner,
          languages,
          flags,
          alias: text,
          rules: (owner.rules ?? []).filter((_, i) => rules & (1 << i)),
          givenAlone: (rules & RULE_BITS.given) !== 0,
          given: hashesOf(owner.given),
          surnames: hashesOf(owner.surnames),
          capitals: rules & RULE_BITS.exactCasing ? capitalWords(text) : 0,
        },
      ];
    });
    this.known[group] = made;
    return made;
  }
}

function capitalWords(text: string): number {
  return text.split(/[\s\-‐‑]+/u).filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length;
}

const NOBODY: readonly number[] = [];
const HASHES = new WeakMap<readonly string[], readonly number[]>();

/** Made once for each list of a record. */
function hashesOf(words: readonly string[] | undefined): readonly number[] {
  if (!words) return NOBODY;
  let hashes = HASHES.get(words);
  if (!hashes) {
    hashes = words.map(wordHash);
    HASHES.set(words, hashes);
  }
  return hashes;
}
