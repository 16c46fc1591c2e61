import { ROLE } from "../lexicon.js";
import { isComma, isMark, isNounish, type Range } from "../units/unit.js";
import { upToClause } from "./clause-end.js";
import { isFiller, opensFiller, REACH } from "./cue-sides.js";
import type { TextSpan } from "./found-claim.js";
import { phraseAfter } from "./noun-phrase.js";
import { FEWEST_WORDS, type Sentence } from "./sentence.js";

/** Fewest words that stand behind a conjunction or colon. */
export const FEWEST_INTRODUCED = 2;
/** How far behind a word its conjunction may stand where nothing else does, in units. */
const CONJUNCTION_REACH = 6;

/** What stands behind a reporting verb (or its subject): conjunction, colon or quotation first, or the bare clause. */
export function contentAfter(sentence: Sentence, start: number): Range | undefined {
  const opening = openingOf(sentence, start);
  if (opening === "none") return undefined;
  const content = upToClause(sentence, opening ?? behindTold(sentence, overDay(sentence, start)));
  return sentence.wordsIn(content) >= FEWEST_INTRODUCED ? content : undefined;
}

/** Where what is said begins behind its conjunction or colon; undefined for a bare clause, "none" where nothing is said. */
function openingOf(sentence: Sentence, start: number): number | "none" | undefined {
  const { end, lexicon, units } = sentence;
  for (let i = start; i < end && i - start < REACH; i++) {
    const unit = sentence.unit(i);
    // "said the siege was “…” and …": the bare clause has begun before.
    if (sentence.isQuotation(i)) return isBareClause(sentence, start, i) ? undefined : i;
    if (isMark(unit, "colon")) {
      const isFar = i - start > 1 && lexicon.cased && !opensFiller(sentence, start);
      return isFar && units[i + 1]?.kind !== "quote" ? "none" : within(sentence, start, i + 1);
    }
    if (unit.kind === "mark") {
      const leadsOn = sentence.isQuotation(i + 1) || sentence.has(i + 1, ROLE.that | ROLE.following);
      if (isComma(unit) && leadsOn) continue;
      if (i > start) return undefined;
      if (isComma(unit) && !sentence.takesBareClause) return "none";
      continue;
    }
    // "vowed to strike if …": a condition is what is said only directly behind the verb.
    const isCondition =
      i > start && !isComma(units[i - 1]) && sentence.has(i, ROLE.conjunction) && unit.entry?.plain !== true;
    if (unit.roles & ROLE.that && !isCondition && (i === start || isFiller(sentence, start, i)))
      return unit.joined ? i : within(sentence, start, i + 1);
    if (unit.roles & ROLE.verb && !isNounish(unit)) {
      // "صرح X قائلا: …", "said, adding that …", and a weak form that is another word.
      if (unit.roles & ROLE.following || (unit.roles & ROLE.weak && !lexicon.cased)) continue;
      return undefined;
    }
  }
  return undefined;
}

/** Do plain words stand between a verb and a quotation, which begin what is said? */
function isBareClause(sentence: Sentence, start: number, quote: number): boolean {
  const { lexicon, units } = sentence;
  if (
    (lexicon.order !== "subject-first" && lexicon.order !== "verb-second") ||
    quote - start < FEWEST_WORDS ||
    isComma(units[quote - 1])
  )
    return false;
  return !opensFiller(sentence, start) && !sentence.has(start - 1, ROLE.relayTo);
}

/** "said on Saturday it had …": over a day and its preposition. */
function overDay(sentence: Sentence, start: number): number {
  if (sentence.has(start, ROLE.day) && sentence.has(start + 1, ROLE.one | ROLE.many | ROLE.definite)) return start + 1;
  const isDay = sentence.has(start, ROLE.stop | ROLE.of) && sentence.has(start + 1, ROLE.day);
  return isDay ? start + 2 : start;
}

/** A unit, if the sentence has it and it stands within reach of where the search began. */
function within({ end }: Sentence, start: number, i: number): number | undefined {
  return i < end && i - start < REACH ? i : undefined;
}

/** Behind the listener of "told": "told Reuters the town …". */
function behindTold(sentence: Sentence, start: number): number {
  if (!sentence.has(start - 1, ROLE.relayTo)) return start;
  const whom = phraseAfter(sentence, start, sentence.end);
  if (!whom || !sentence.slice(whom).some((unit) => isNounish(unit) || unit.capital)) return start;
  // A definite article begins what is said, unless it begins the listener.
  for (let i = whom.from + 1; i < whom.to; i++) if (sentence.has(i, ROLE.definite)) return i;
  return whom.to;
}

/** Over a day and a comma: "Dilansir Reuters, Kamis (28/5/2026), …". */
export function behindDay(sentence: Sentence, start: number): number {
  let i = start;
  while (i < sentence.end && (isComma(sentence.unit(i)) || isTime(sentence, i))) i++;
  return i;
}

function isTime(sentence: Sentence, i: number): boolean {
  return sentence.unit(i).kind === "aside" || sentence.has(i, ROLE.day | ROLE.between);
}

/** Behind the conjunction or colon that follows soon; the unit itself where none does. */
export function behindThat(sentence: Sentence, start: number): number {
  for (let i = start; i < Math.min(sentence.end, start + CONJUNCTION_REACH); i++) {
    if (sentence.has(i, ROLE.that) || isMark(sentence.unit(i), "colon")) return i + 1;
  }
  return start;
}

/** A quotation; one that is part of the page's own sentence takes that with it. @param from first unit of the clause */
export function contentUpTo(sentence: Sentence, quote: number, from: number): Range {
  let start = quote;
  while (start > from && !isMark(sentence.units[start - 1], "end")) start--;
  const alone = sentence.wordsIn({ from: start, to: quote }) === 0;
  return { from: alone ? quote : start, to: quote + 1 };
}

/** What stands before a cue, if it is enough to be said by somebody. @param from first unit of the clause */
export function contentBefore(sentence: Sentence, cue: number, from: number): Range | undefined {
  const content = { from, to: isComma(sentence.units[cue - 1]) ? cue - 1 : cue };
  return sentence.wordsIn(content) >= FEWEST_WORDS ? content : undefined;
}

/** Where the verb stands last, it is no part of what is said. */
export function withoutVerb(sentence: Sentence, { from, to }: Range): Range {
  let end = to;
  if (sentence.lexicon.order !== "verb-last") return { from, to };
  while (end > from && sentence.has(end - 1, ROLE.verb | ROLE.impersonal) && !isNounish(sentence.unit(end - 1))) end--;
  return { from, to: end };
}

/** Words enough to be said by somebody, not a phrase of time or place before the main clause. */
export function isClause(sentence: Sentence, range: Range): boolean {
  return sentence.wordsIn(range) >= FEWEST_WORDS && !sentence.has(range.from, ROLE.relayBy);
}

/** The text of a row of units, without marks at its ends; empty where nothing else is in it. */
export function spansOf(sentence: Sentence, { from, to }: Range): TextSpan[] {
  let first = from;
  let last = to - 1;
  while (first < last && sentence.unit(first).kind === "mark") first++;
  while (last > first && sentence.unit(last).kind === "mark") last--;
  if (last < first) return [];
  const { joined, start } = sentence.unit(first);
  return [{ start: start + joined, end: sentence.unit(last).end }];
}
