import { ROLE } from "../lexicon.js";
import {
  bareParticle,
  isBetween,
  isComma,
  isNounish,
  isUnknownCapital,
  PRONOUN,
  type Range,
  type Unit,
} from "../units/unit.js";
import { isApposition, openingComma, withApposition } from "./apposition.js";
import { regionStart, subjectIn } from "./clause-region.js";
import { isOutlet } from "./outlets.js";
import { LONGEST_PHRASE, type Sentence } from "./sentence.js";
import { isSpeaker, namesSpeaker } from "./who-speaks.js";

/** Most insertions between commas that may stand between a speaker and the verb, and clauses that begin with a preposition. */
const INSERTIONS = 3;
const PREPOSITIONS = 2;
/** So many small words that no list has say what somebody does. */
const ACTION = 2;
/** Longest row of units that says to whom one spoke ("агентству Reuters"). */
const LISTENER = 4;

/** Words at which a phrase behind a verb is over. */
const ENDS =
  ROLE.that |
  ROLE.relative |
  ROLE.day |
  ROLE.relayBy |
  ROLE.relayTo |
  ROLE.accordingBefore |
  ROLE.citing |
  ROLE.impersonal;

/**
 * The phrase that stands before a reporting word: over adverbs, insertions between commas and appositions.
 * @param from first unit that may belong to it
 */
export function phraseBefore(sentence: Sentence, cue: number, from: number): Range | undefined {
  const { units } = sentence;
  let end = skipBack(sentence, cue, from);
  // "Leeds, who told CNN that …": the relative pronoun's noun says it.
  const isRelative = end > from && sentence.has(end - 1, ROLE.relative) && !sentence.has(end - 1, PRONOUN);
  if (isRelative) {
    end--;
    while (end > from && isComma(units[end - 1])) end--;
  }
  let apposition: Range | undefined;
  for (let rounds = 0; rounds < INSERTIONS && end > from && isComma(units[end - 1]); rounds++) {
    const open = openingComma(sentence, end - 1, from);
    if (open === undefined) return undefined;
    const inserted = { from: open + 1, to: end - 1 };
    if (isApposition(sentence, inserted)) apposition ??= inserted;
    end = skipBack(sentence, open, from);
  }
  let start = regionStart(sentence, end, from);
  let found = subjectIn(sentence, { from: start, to: end }, isRelative);
  // "X, in a video on the net, said": what begins with a preposition behind a comma is an insertion.
  for (let rounds = 0; !found && rounds < PREPOSITIONS && isComma(units[start - 1]) && start - 1 > from; rounds++) {
    if (!sentence.has(start, ROLE.stop | ROLE.of) || sentence.has(start, ROLE.conjunction)) break;
    end = skipBack(sentence, start - 1, from);
    start = regionStart(sentence, end, from);
    found = subjectIn(sentence, { from: start, to: end });
  }
  if (!found) return undefined;
  const whole = { from: withJoined(sentence, found.from, from), to: found.to };
  if (isClause(sentence, whole)) return undefined;
  return apposition && apposition.from === found.to + 1 ? { from: whole.from, to: apposition.to } : whole;
}

/** "Clinton confidently expands her campaign …": small words that no list has, behind a person, are what the person does. */
function isClause(sentence: Sentence, { from, to }: Range): boolean {
  if (!sentence.lexicon.cased) return false;
  let behindPerson = false;
  let unknown = 0;
  for (let i = from; i < to; i++) {
    const unit = sentence.unit(i);
    if (sentence.kindNamed(unit) === "person" || sentence.has(i, PRONOUN)) behindPerson = true;
    unknown = unit.kind === "word" && !unit.capital && unit.roles === 0 ? unknown + 1 : 0;
    if (behindPerson && unknown >= ACTION) return true;
  }
  return false;
}

/** "Trump and Putin said": back over names joined to the first of a phrase. */
function withJoined(sentence: Sentence, start: number, from: number): number {
  let first = start;
  while (first - 2 >= from && sentence.has(first - 1, ROLE.conjunction) && sentence.unit(first).kind === "name") {
    const { kind } = sentence.unit(first - 2);
    if (kind !== "name" || !namesSpeaker(sentence, sentence.unit(first - 2))) break;
    first -= 2;
  }
  return first;
}

/**
 * The phrase that stands behind a reporting word.
 * @param to first unit that may not belong to it
 * @param closes what is said stands before: an apposition may end the sentence
 */
export function phraseAfter(sentence: Sentence, start: number, to: number, closes = false): Range | undefined {
  const { lexicon, units } = sentence;
  const from = overListener(sentence, overDays(sentence, start, to), to);
  let stop = from;
  let step: Step = "on";
  while (stop < to && stop - from < LONGEST_PHRASE) {
    step = stepAt(sentence, stop, from);
    if (step === "pronoun") stop++;
    if (step !== "on") break;
    stop++;
  }
  let end = stop;
  const boundary = units[stop];
  const closed = stop >= to || boundary?.kind === "mark" || boundary?.kind === "quote" || sentence.has(stop, ROLE.that);
  if (!closed && step !== "name over" && !lexicon.cased) end = behindLastNoun(sentence, from, stop);
  while (end > from && (sentence.has(end - 1, ROLE.of | ROLE.definite) || isBetween(sentence.unit(end - 1)))) {
    if (isNounish(sentence.unit(end - 1))) break;
    end--;
  }
  if (end <= from) return undefined;
  return withApposition(sentence, { from, to: end }, to, closes);
}

/** The speaker with whom the clause begins, up to a comma. @param to first unit that may not belong to it */
export function phraseFirst(sentence: Sentence, from: number, to: number): Range | undefined {
  let start = from;
  while (start < to && opensClause(sentence, start)) start++;
  const range = phraseAfter(sentence, start, to);
  if (!range) return undefined;
  // "Reuters'a konuşan iki yetkili": whom one spoke to stands first.
  const isListener =
    sentence.lexicon.order === "verb-last" && isOutlet(sentence, range) && sentence.has(range.to, ROLE.relayTo);
  if (isListener) return phraseFirst(sentence, range.to + 1, to);
  return isSpeaker(sentence, range) ? range : undefined;
}

function opensClause(sentence: Sentence, i: number): boolean {
  const unit = sentence.unit(i);
  return isBetween(unit) || sentence.has(i, ROLE.stop | ROLE.day) || isComma(unit);
}

/** Back over adverbs, days and brackets: "officials (…) on Monday also | said". */
function skipBack(sentence: Sentence, cue: number, from: number): number {
  let end = cue;
  while (end > from) {
    const unit = sentence.unit(end - 1);
    if (isBetween(unit)) end--;
    else if (unit.roles & ROLE.day && unit.kind === "word") {
      end--;
      if (end > from && sentence.has(end - 1, ROLE.stop | ROLE.of)) end--;
    } else if (unit.kind === "aside" && end - 1 > from && sentence.has(end - 2, ROLE.day)) end--;
    else break;
  }
  return end;
}

/** Over adverbs and days: "informou na segunda-feira o Observatório". */
function overDays(sentence: Sentence, start: number, to: number): number {
  let i = start;
  while (i < to && (isBetween(sentence.unit(i)) || isDay(sentence, i))) i++;
  return i;
}

/** A day, or the preposition before one. */
function isDay(sentence: Sentence, i: number): boolean {
  const unit = sentence.unit(i);
  if (unit.roles & ROLE.day && unit.kind === "word") return true;
  return (unit.roles & (ROLE.stop | ROLE.of | ROLE.definite)) !== 0 && sentence.has(i + 1, ROLE.day);
}

/** Over whom one spoke to, where that stands first: "рассказала агентству Reuters жительница". */
function overListener(sentence: Sentence, start: number, to: number): number {
  if (start >= to || !sentence.has(start, ROLE.relayTo) || sentence.has(start, ROLE.verb)) return start;
  let i = start;
  while (i < to && i - start < LISTENER && !isNameOrMark(sentence.unit(i))) i++;
  return sentence.units[i]?.kind === "name" ? i + 1 : start;
}

function isNameOrMark({ kind }: Unit): boolean {
  return kind === "name" || kind === "mark";
}

/** What a unit is to the phrase that began before it: part of it, its end, all of it, or its end behind a name. */
type Step = "on" | "over" | "pronoun" | "name over";

function stepAt(sentence: Sentence, i: number, from: number): Step {
  const unit = sentence.unit(i);
  const isFirst = i === from;
  const before = isFirst ? undefined : sentence.unit(i - 1);
  // "Reuters and AP", "A, وB": names joined to a name go on.
  if (before?.kind === "name" && joins(sentence, i + 1) && isJoint(sentence, unit)) return "on";
  if (unit.kind === "mark" || unit.kind === "quote") return "over";
  if (unit.kind === "aside") return isFirst ? "over" : "on";
  if (unit.kind === "name") {
    if (before && unit.prefix !== "" && !mayFollow(sentence, i)) return "over";
    // "اتهمت الجماعة | جبهة النصرة": a noun with its article is complete.
    const isComplete =
      sentence.lexicon.order === "verb-first" &&
      before?.kind === "word" &&
      (before.roles & ROLE.definite) !== 0 &&
      (before.roles & ROLE.noun) !== 0 &&
      (before.roles & ROLE.title) === 0;
    const follows = before?.kind === "name" || isComplete;
    return follows && unit.prefix === "" && isOther(sentence, unit) ? "over" : "on";
  }
  if (unit.roles & ENDS) return "over";
  if (unit.roles & PRONOUN) return isFirst ? "pronoun" : "over";
  if (unit.roles & ROLE.of && before) return leadsOn(sentence, i, before) ? "on" : "over";
  // "בריאיון": in an interview.
  if (before && unit.prefix !== "" && unit.roles & ROLE.speech && !sentence.lexicon.cased) return "over";
  if (unit.roles & (ROLE.stop | ROLE.of)) return "over";
  if (unit.roles & ROLE.verb && !isNounish(unit)) return "over";
  // Where the verb stands last, a person's name ends the phrase: what follows is what is said of others.
  const isLast = sentence.lexicon.order === "verb-last";
  if (isLast && before && sentence.kindNamed(before) === "person" && !(unit.roles & ROLE.title)) return "over";
  // "erklärte Präsident X den Ausnahmezustand": another noun begins behind a name.
  const isName = before !== undefined && (before.kind === "name" || isUnknownCapital(before));
  if (sentence.lexicon.capitalNouns && isName && unit.roles & ROLE.definite) return "over";
  if (isNounish(unit) || unit.roles & ROLE.definite) return "on";
  if (before && unit.roles & ROLE.determiner && isNounish(before)) return "over";
  return before && endsName(sentence, before, unit) ? "name over" : "on";
}

/** Does a preposition lead on from a phrase: to a noun for a speaker or a name, not from a name to where or in what it was said? */
function leadsOn(sentence: Sentence, i: number, before: Unit): boolean {
  const isName = before.kind === "name" || before.kind === "aside" || before.capital;
  if (!isName) return true;
  if (namesSpeech(sentence, i + 1)) return false;
  if (before.kind === "word" || !sentence.lexicon.cased) return true;
  const next = sentence.units[sentence.has(i + 1, ROLE.determiner | ROLE.definite) ? i + 2 : i + 1];
  return next !== undefined && (isNounish(next) || next.capital);
}

/** Does a noun for what is said follow, over its article ("in a report")? */
function namesSpeech(sentence: Sentence, i: number): boolean {
  return sentence.has(sentence.has(i, ROLE.determiner) ? i + 1 : i, ROLE.speech);
}

/** Is a name over at a word that is written small, or, without capitals, that is no office behind a person? */
function endsName({ lexicon }: Sentence, before: Unit, unit: Unit): boolean {
  if (lexicon.cased) {
    if (lexicon.capitalNouns) return isNounish(before) && !unit.capital;
    if (lexicon.adjectivesFirst && isNounish(before)) return !unit.capital;
    return !unit.capital && (before.kind === "name" || before.capital);
  }
  return before.kind === "name";
}

/** Where the last noun or pronoun ends; behind the first unit where there is none. */
function behindLastNoun(sentence: Sentence, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (isNounish(sentence.unit(i)) || sentence.has(i, PRONOUN)) return i + 1;
  return Math.min(to, from + 1);
}

/** Is a unit the name of a speaker, joined to what stands before it? */
function joins(sentence: Sentence, i: number): boolean {
  const unit = sentence.units[i];
  if (!unit || !namesSpeaker(sentence, unit)) return false;
  return sentence.lexicon.cased || sentence.lexicon.joining.has(unit.prefix);
}

function isJoint({ lexicon }: Sentence, unit: Unit): boolean {
  if (unit.kind === "mark") return unit.sign === "comma" && !lexicon.cased;
  return (unit.roles & ROLE.conjunction) !== 0;
}

/** A name with a particle: joined ("وأحرار"), of ("באו"ם", "dell'ONU"); not one that says to whom ("all'ANSA"). */
function mayFollow(sentence: Sentence, i: number): boolean {
  const { cased, joinedOf, spokenTo } = sentence.lexicon;
  const particle = bareParticle(sentence.unit(i).prefix);
  if (spokenTo.has(particle)) return false;
  return cased || joins(sentence, i) || joinedOf.has(particle);
}

/**
 * Directly behind a name, with nothing between: a body is another one ("اتهم A B …"), a person bears the name's office. Where the verb stands
 * first, a state is another one, too: of whose it is an adjective speaks.
 */
function isOther(sentence: Sentence, unit: Unit): boolean {
  const kind = sentence.kindNamed(unit);
  if (kind === "country") return sentence.lexicon.order === "verb-first";
  return kind !== "person" && kind !== "place";
}
