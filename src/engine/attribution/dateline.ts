import type { Lexicon } from "./lexicon.js";
import type { KindOf } from "./sentence/sentence.js";
import { isComma, isMark, type Unit } from "./units/unit.js";

/** A dateline's dash or colon stands among the first units. */
const WITHIN = 9;

/**
 * First unit behind a dateline: "BEIRUT (Reuters) –", "Jakarta, CNN Indonesia --", "بيروت – مرافئ:", "BEIRUT Most of …". A dateline begins with
 * a place; 0 where there is none.
 */
export function behindDateline(units: readonly Unit[], text: string, { cased }: Lexicon, kindOf: KindOf): number {
  const [first, second] = units;
  if (!first?.mention) return 0;
  const kind = kindOf(first.mention.record);
  if (kind !== "place" && kind !== "country") return 0;
  let end = 0;
  for (let i = 1; i < Math.min(units.length, WITHIN); i++) {
    const unit = units[i] as Unit;
    if (isMark(unit, "dash") || (end > 0 && isMark(unit, "colon"))) end = i + 1;
    else if (isMark(unit, "end") || unit.kind === "quote") break;
    else if (cased && unit.kind === "word" && !unit.capital && !/^\d/u.test(text.slice(unit.start, unit.end))) break;
    else if (end > 0 && isComma(unit)) break;
  }
  if (end > 0) return end;
  // Set apart by looks alone, the place stands in capitals before a sentence that begins with one.
  const isUpper = cased && text.slice(first.start, first.end) === text.slice(first.start, first.end).toUpperCase();
  return isUpper && second?.kind === "word" && second.capital && first.end - first.start > SHORTEST ? 1 : 0;
}

/** Shorter capitals are acronyms. */
const SHORTEST = 3;
