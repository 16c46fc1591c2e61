import { type Lexicon, ROLE } from "../lexicon.js";
import { isEndSign } from "./marks.js";
import { isMark, type Unit } from "./unit.js";

/** How far behind a quotation its reporting verb may stand, in units. */
const TAIL = 6;

/**
 * Sentences: a row of units up to a closing sign behind which the text begins anew. A full stop behind an abbreviation or an initial does
 * not close; a quotation that ends in a sign closes where a new sentence begins behind it and no reporting word follows.
 */
export function sentencesOf(units: readonly Unit[], text: string, lexicon: Lexicon): Unit[][] {
  const sentences: Unit[][] = [];
  let from = 0;
  /** Full stops of abbreviations: no signs of the sentence. */
  const inner = new Set<Unit>();
  const close = (to: number) => {
    if (to > from)
      sentences.push(
        inner.size === 0 ? units.slice(from, to) : units.slice(from, to).filter((unit) => !inner.has(unit)),
      );
    from = to;
  };
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    const next = units[i + 1];
    if (isMark(unit, "end")) {
      if (unit.start + 1 < text.length && text[unit.start] !== "\n" && isInner(units, i, text)) {
        inner.add(unit);
        continue;
      }
      // A quotation directly behind "said." would be another sentence; behind a space it is, too.
      if (isMark(next, "end")) continue;
      close(i + 1);
    } else if (unit.kind === "quote" && next && endsInSign(text, unit) && next.kind !== "mark") {
      if (beginsAnew(units, i + 1, lexicon)) close(i + 1);
    }
  }
  close(units.length);
  return sentences;
}

/** Does the sentence go on behind this full stop? */
function isInner(units: readonly Unit[], i: number, text: string): boolean {
  const stop = units[i] as Unit;
  const before = units[i - 1];
  const next = units[i + 1];
  // "…" and "!" within a sentence: what follows begins small.
  const goesOnSmall = next?.kind === "word" && !next.capital && /^\p{Ll}/u.test(text.slice(next.start, next.start + 1));
  if (text[stop.start] !== ".") return goesOnSmall;
  const follows = text[stop.end] ?? " ";
  if (!/\s/.test(follows) && next?.kind !== "quote" && /\p{L}|\p{N}/u.test(follows)) {
    // No space follows: "U.S", "CNNIndonesia.com"; but a sentence may follow a small letter without space.
    return !(next?.capital && before !== undefined && before.end - before.start > 2 && !before.capital);
  }
  if (before?.kind === "word" && before.end === stop.start) {
    if (before.roles & ROLE.abbreviation) return true;
    if (/^\p{Lu}$/u.test(text.slice(before.start, before.end))) return true;
  }
  return goesOnSmall;
}

/** Is the last character within the marks of a quotation one that ends a sentence? */
function endsInSign(text: string, quote: Unit): boolean {
  return isEndSign(text[quote.end - 2] ?? "");
}

/** Does a new sentence begin at a unit behind a quotation that ended in a full stop? Not where its reporting clause follows. */
function beginsAnew(units: readonly Unit[], i: number, lexicon: Lexicon): boolean {
  const first = units[i] as Unit;
  if (first.kind === "quote") return true;
  if (first.roles & (ROLE.verb | ROLE.relayBy | ROLE.accordingBefore)) return false;
  if (lexicon.cased && !first.capital && first.kind !== "aside") return false;
  // "…!" Clinton said.
  for (let j = i; j < Math.min(units.length, i + TAIL); j++) {
    const unit = units[j] as Unit;
    if (unit.kind === "quote") return true;
    if (unit.kind === "mark") return unit.sign !== "comma";
    if (unit.roles & ROLE.verb) {
      const next = units[j + 1];
      return !(next === undefined || isMark(next, "end"));
    }
  }
  return true;
}
