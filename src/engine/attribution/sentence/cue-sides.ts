import { ROLE } from "../lexicon.js";
import { isBetween, isComma, isMark, isNounish } from "../units/unit.js";
import type { Sentence } from "./sentence.js";

/** How far behind a reporting verb its conjunction, colon or quotation may stand, in units. */
export const REACH = 16;
/** Most units between a verb and its conjunction. */
export const FILLER = 6;
/** How far before a verb its negation may stand, in units. */
const NEGATION_REACH = 3;

/** What follows a reporting verb. */
export interface RightSide {
  /** A conjunction or colon. */
  strong: boolean;
  /** A quotation. */
  quoted: boolean;
}

/** What stands to the right of a verb and announces that something is said. @param start first unit behind the verb */
export function rightOf(sentence: Sentence, start: number): RightSide {
  const { end, lexicon, units } = sentence;
  const weak = sentence.has(start - 1, ROLE.weak);
  const reach = weak && lexicon.cased ? FILLER : REACH;
  let filler = true;
  for (let i = start; i < Math.min(end, start + reach); i++) {
    const unit = sentence.unit(i);
    if (sentence.isQuotation(i)) return { strong: false, quoted: true };
    if (unit.kind === "quote") return { strong: false, quoted: i === start };
    if (isMark(unit, "colon")) {
      const quoted = units[i + 1]?.kind === "quote";
      return { strong: quoted || i - start <= 1 || !lexicon.cased || opensFiller(sentence, start), quoted };
    }
    const anywhere = lexicon.order === "verb-first" || lexicon.order === "verb-last";
    const behindComma = lexicon.order === "verb-second" && isComma(units[i - 1]);
    const near = anywhere || behindComma || i === start;
    // "states with races that …": a form that means other things, too, wants its conjunction at once, or behind a day or listener.
    const isDoubtful = weak && lexicon.cased && !opensTime(sentence, start);
    if (unit.roles & ROLE.that && (near || (filler && !isDoubtful && isFiller(sentence, start, i))))
      return { strong: true, quoted: false };
    if (unit.kind === "mark" && !isComma(unit)) break;
    if (unit.roles & ROLE.verb && !isNounish(unit)) break;
    if (isComma(unit)) {
      if (sentence.has(i + 1, ROLE.that) || units[i + 1]?.kind === "quote") continue;
      filler = false;
      if (lexicon.order === "subject-first") break;
    }
  }
  return { strong: false, quoted: false };
}

/** Is a verb followed by what is said? */
export function isReporting(sentence: Sentence, verb: number): boolean {
  const { quoted, strong } = rightOf(sentence, verb + 1);
  return strong || quoted;
}

/** Nothing is said from a unit on: the sentence ends, or only time, place and listener follow. */
export function isEmptyRight(sentence: Sentence, start: number): boolean {
  const { end } = sentence;
  let i = start;
  while (i < end && (isBetween(sentence.unit(i)) || sentence.unit(i).kind === "aside")) i++;
  if (i >= end) return true;
  if (isComma(sentence.unit(i))) return !sentence.has(i + 1, ROLE.that) && !sentence.isQuotation(i + 1);
  if (sentence.has(i, ROLE.citing)) return true;
  if (sentence.has(i, ROLE.that | ROLE.verb)) return false;
  if (!sentence.has(i, ROLE.stop | ROLE.of | ROLE.day | ROLE.relayBy | ROLE.relayTo)) return false;
  for (; i < end; i++) {
    const { kind, roles } = sentence.unit(i);
    if (isComma(sentence.unit(i))) return true;
    if (kind === "quote" || kind === "mark" || roles & (ROLE.that | ROLE.verb)) return false;
  }
  return true;
}

/** Only what can stand between a verb and its conjunction: whom one spoke to, when and where. */
export function isFiller(sentence: Sentence, start: number, to: number): boolean {
  const { cased } = sentence.lexicon;
  if (to - start > FILLER && cased) return false;
  if (opensFiller(sentence, start) || sentence.has(start - 1, ROLE.relayTo)) return true;
  return to - start <= 2 || !cased;
}

/** Do a day or whom one spoke to follow, or a comma? */
function opensTime(sentence: Sentence, start: number): boolean {
  const isDay = sentence.has(start, ROLE.stop | ROLE.of) && sentence.has(start + 1, ROLE.day);
  return (
    isDay ||
    sentence.has(start, ROLE.day | ROLE.relayTo) ||
    sentence.has(start - 1, ROLE.relayTo) ||
    isComma(sentence.units[start])
  );
}

export function opensFiller(sentence: Sentence, start: number): boolean {
  return sentence.has(start, ROLE.stop | ROLE.of | ROLE.day | ROLE.relayTo | ROLE.between | ROLE.relayBy);
}

/** The unit before a cue, over adverbs, days and one comma. @param from first unit of the clause */
export function leftOf(sentence: Sentence, cue: number, from: number): number | undefined {
  let i = cue - 1;
  while (i >= from && (isBetween(sentence.unit(i)) || sentence.has(i, ROLE.day))) i--;
  while (i > from && isComma(sentence.unit(i))) i--;
  return i >= from ? i : undefined;
}

/** The quotation before a cue, over anything but a semicolon. @param from first unit of the clause */
export function quoteBefore(sentence: Sentence, cue: number, from: number): number | undefined {
  for (let i = cue - 1; i >= from; i--) {
    if (sentence.isQuotation(i)) return i;
    if (isMark(sentence.unit(i), "semicolon")) return undefined;
  }
  return undefined;
}

/** The comma before a cue, over words like "zo" and "so". */
export function commaBefore(sentence: Sentence, cue: number): number | undefined {
  let i = cue - 1;
  while (i > 0 && (isBetween(sentence.unit(i)) || sentence.has(i, ROLE.accordingBefore))) i--;
  return isComma(sentence.units[i]) ? i : undefined;
}

/** Is a cue the first word of its clause, but for conjunctions and adverbs? @param from first unit of the clause */
export function isFirst(sentence: Sentence, cue: number, from: number): boolean {
  for (let i = from; i < cue; i++) {
    const unit = sentence.unit(i);
    if (isComma(unit) || isBetween(unit) || unit.kind === "aside") continue;
    if (unit.kind === "word" && unit.roles & (ROLE.stop | ROLE.day | ROLE.that)) continue;
    return false;
  }
  return true;
}

/** "did not say", "لم يقل", "sagte nicht". */
export function isNegated(sentence: Sentence, verb: number): boolean {
  for (let i = verb - 1; i >= Math.max(0, verb - NEGATION_REACH); i--) {
    if (sentence.has(i, ROLE.negation)) return true;
    if (!isBetween(sentence.unit(i))) break;
  }
  return (
    sentence.lexicon.order === "verb-second" &&
    sentence.lexicon.adjectivesFirst &&
    sentence.has(verb + 1, ROLE.negation)
  );
}

/** "was told", "were accused": an auxiliary of the passive stands before the verb. */
export function isPassive(sentence: Sentence, verb: number): boolean {
  for (let i = verb - 1; i >= 0 && isBetween(sentence.unit(i)); i--) if (sentence.has(i, ROLE.passive)) return true;
  if (sentence.has(verb - 1, ROLE.passive)) return true;
  // "werd aan X gevraagd": where the verb stands second, its auxiliary does, and the participle last.
  if (sentence.lexicon.order !== "verb-second" || !isLast(sentence, verb)) return false;
  for (let i = verb - 1; i >= 0 && sentence.unit(i).kind !== "mark" && sentence.unit(i).kind !== "quote"; i--) {
    if (sentence.has(i, ROLE.passive)) return true;
  }
  return false;
}

/** Does a clause end behind a unit? */
function isLast({ end, units }: Sentence, i: number): boolean {
  return i + 1 >= end || units[i + 1]?.kind === "mark";
}

/** The second part of a split verb ("teilte … mit"), if it stands in the clause. */
export function secondPart(sentence: Sentence, verb: number): number | undefined {
  const parts = sentence.lexicon.split.get(sentence.unit(verb).hash);
  if (!parts) return undefined;
  for (let i = verb + 1; i < Math.min(sentence.end, verb + REACH); i++) {
    const { hash, kind } = sentence.unit(i);
    if (kind === "mark" || kind === "quote") return undefined;
    if (kind === "word" && parts.some(([first]) => first === hash)) return i;
  }
  return undefined;
}
