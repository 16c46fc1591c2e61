import { ROLE } from "../lexicon.js";
import { isComma, isMark, isNounish, type Range } from "../units/unit.js";
import { LONGEST_PHRASE, type Sentence } from "./sentence.js";

/** An apposition that ends a sentence is short. */
const SHORT = 9;
/** First units of an apposition among which its noun stands. */
const NOUN_WITHIN = 5;
/** Longest name in apposition that the glossary does not know. */
const UNKNOWN_NAME = 3;

/** What stands between commas behind a name and says who it is: an office, a kind of person or body. */
export function isApposition(sentence: Sentence, range: Range): boolean {
  const { from, to } = range;
  if (to - from > LONGEST_PHRASE || to <= from) return false;
  if (sentence.has(from, ROLE.relayBy | ROLE.accordingBefore | ROLE.citing | ROLE.relayTo)) return false;
  const opensClause = sentence.has(from, ROLE.stop | ROLE.verb | ROLE.relative | ROLE.that);
  if (opensClause && !isNounish(sentence.unit(from))) return false;
  const units = sentence.slice(range);
  const opensPhrase = sentence.has(from, ROLE.determiner | ROLE.definite);
  if (opensPhrase && sentence.has(from, ROLE.determiner) && !sentence.has(from, ROLE.definite)) return true;
  const first = units[0];
  const begins =
    !sentence.lexicon.cased ||
    opensPhrase ||
    (first !== undefined && (isNounish(first) || first.capital)) ||
    !sentence.lexicon.adjectivesFirst;
  if (begins && units.slice(0, NOUN_WITHIN).some(isNounish)) return true;
  // A bare name behind an office ("the governor of the region, Oleh Tarnawez").
  return (
    sentence.lexicon.cased && units.length <= UNKNOWN_NAME && units.every((unit) => unit.capital && unit.roles === 0)
  );
}

/**
 * A phrase with the apposition that follows between commas (or before the end); the phrase alone where none follows.
 * @param to first unit that may not belong to it
 * @param closes what is said stands before the phrase
 */
export function withApposition(sentence: Sentence, phrase: Range, to: number, closes: boolean): Range {
  const { lexicon, units } = sentence;
  if (!isComma(units[phrase.to]) || lexicon.order === "verb-last") return phrase;
  let close = phrase.to + 1;
  while (close < to && units[close]?.kind !== "mark" && units[close]?.kind !== "quote") {
    if (sentence.has(close, ROLE.verb | ROLE.that) && !isNounish(sentence.unit(close))) return phrase;
    close++;
  }
  // At the sentence's end it is one only behind what is said: "According to X, the …" begins the main clause.
  const atEnd = (close >= to || isMark(units[close], "end")) && closes && close - phrase.to <= SHORT;
  const closed = atEnd || isComma(units[close]);
  return closed && isApposition(sentence, { from: phrase.to + 1, to: close })
    ? { from: phrase.from, to: close }
    : phrase;
}

/** The comma or dash that opens an insertion, back from the one that closes it. @param from first unit where it may stand */
export function openingComma({ units }: Sentence, close: number, from: number): number | undefined {
  const sign = isMark(units[close], "dash") ? "dash" : "comma";
  for (let i = close - 1; i >= from; i--) {
    const unit = units[i];
    if (unit?.kind === "quote" && sign === "dash") return undefined;
    if (isMark(unit, sign)) return i;
    if (unit?.kind === "mark" && !isComma(unit)) return undefined;
  }
  return undefined;
}
