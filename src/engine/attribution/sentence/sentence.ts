import type { Lexicon } from "../lexicon.js";
import { isMark, type Range, type Unit } from "../units/unit.js";

/** Kind of a record of the glossary. */
export type KindOf = (record: string) => string | undefined;

/** Fewest words of a quotation that stands for itself (shorter ones are words in quotation marks), and of most that is said. */
export const FEWEST_WORDS = 3;
/** Longest phrase that names a source, in units. */
export const LONGEST_PHRASE = 16;

/** A sentence as its readers see it: its units, and the small questions that all of them ask. */
export class Sentence {
  /** First unit of the signs that close the sentence. */
  readonly end: number;

  /** @param text of the block; @param start first unit behind a dateline */
  constructor(
    readonly units: readonly Unit[],
    readonly text: string,
    readonly lexicon: Lexicon,
    readonly kindOf: KindOf,
    readonly start = 0,
  ) {
    let end = units.length;
    while (end > 0 && isMark(units[end - 1], "end")) end--;
    this.end = end;
  }

  unit(i: number): Unit {
    return this.units[i] as Unit;
  }

  /** Has a unit one of these roles? Not where the sentence has no such unit. */
  has(i: number, roles: number): boolean {
    return ((this.units[i]?.roles ?? 0) & roles) !== 0;
  }

  slice({ from, to }: Range): readonly Unit[] {
    return this.units.slice(from, to);
  }

  /** Kind of the record that a unit names, if it names one. */
  kindNamed({ kind, mention }: Unit): string | undefined {
    return kind === "name" && mention ? this.kindOf(mention.record) : undefined;
  }

  /** Words of a row of units; those of quotations and names are counted one by one, insertions in brackets not. */
  wordsIn({ from, to }: Range): number {
    let count = 0;
    for (let i = from; i < to; i++) count += this.wordsOf(this.unit(i));
    return count;
  }

  wordsOf({ end, kind, start }: Unit): number {
    if (kind === "mark" || kind === "aside") return 0;
    return kind === "word" ? 1 : (this.text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0);
  }

  /** A quotation that stands for itself: of some words, or closed like a sentence. */
  isQuotation(i: number): boolean {
    const unit = this.units[i];
    if (unit?.kind !== "quote") return false;
    return unit.open === true || this.wordsOf(unit) >= FEWEST_WORDS || this.endsInside(unit);
  }

  /** Is what is said joined by a comma alone ("sagte, der Sohn habe …")? */
  get takesBareClause(): boolean {
    return this.lexicon.order !== "subject-first";
  }

  /** A comma or full stop inside the marks makes a quotation of any length ("No," he said). */
  private endsInside({ end }: Unit): boolean {
    const { text } = this;
    // A part of a quotation before a reporting clause within the marks has its comma behind it.
    const inner = /[\p{L}\p{N}]/u.test(text[end - 1] ?? "") ? text[end] : text[end - 2];
    return /[.,!?…؟،]/u.test(inner ?? "");
  }
}
