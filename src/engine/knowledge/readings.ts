import { entriesOf } from "../index/entries.js";
import { RULE_BITS } from "../index/layout.js";
import type { OpenedIndex } from "../index/pack.js";
import type { FoldedRule } from "../link/rule.js";
import type { KnownRecord, NamesFile } from "./files.js";

/** One way to read a span: as this record, by this spelling. */
export interface Reading {
  record: KnownRecord;
  /** Language of the spelling, or `und`. */
  language: string;
  /** Bits of `ENTRY`. */
  flags: number;
  /** The spelling as the glossary has it. */
  alias: string;
  /** The record's ambiguity rules that govern the spelling. */
  rules: readonly FoldedRule[];
  /** A person's given name alone. */
  given: boolean;
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
    const made = entriesOf(this.index, group).flatMap(({ flags, language, record, rules, text }): Reading[] => {
      const owner = this.names.records[record];
      if (!owner) return [];
      return [
        {
          record: owner,
          language: this.names.languages[language] ?? "und",
          flags,
          alias: text,
          rules: (owner.rules ?? []).filter((_, i) => rules & (1 << i)),
          given: (rules & RULE_BITS.given) !== 0,
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
