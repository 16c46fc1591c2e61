import { ROLE } from "../lexicon.js";
import { isBetween, isNounish, NOUNISH, PRONOUN, type Range, type Unit } from "../units/unit.js";
import { LONGEST_PHRASE, type Sentence } from "./sentence.js";
import { isSpeaker, NO_NAME } from "./who-speaks.js";

const PLACES_AND_EVENTS: ReadonlySet<string> = new Set(["place", "country", "event", "term"]);

/** Where the clause begins in which the subject of a verb at `end` must stand. @param from first unit that may belong to it */
export function regionStart(sentence: Sentence, end: number, from: number): number {
  for (let i = end - 1; i >= from; i--) {
    const unit = sentence.unit(i);
    if (unit.kind === "mark" || unit.kind === "quote") return i + 1;
    if (unit.kind !== "word") continue;
    if (unit.roles & ROLE.that && (unit.roles & ROLE.relative) === 0) return i + 1;
    // "what X said", "nobody in X said": no speaker.
    if (unit.roles & ROLE.negation && (unit.roles & ROLE.between) === 0) return i + 1;
    if (unit.roles & ROLE.verb && (unit.roles & ROLE.weak) === 0 && !isNounish(unit)) return i + 1;
  }
  return from;
}

/**
 * The subject of a clause: read back from its verb, which stands behind the region, over one preposition's noun after the other.
 * @param isRelative the verb stands in a relative clause of the region's last noun
 */
export function subjectIn(sentence: Sentence, region: Range, isRelative = false): Range | undefined {
  const { from, to, ...rest } = withoutRelative(sentence, region);
  const related = rest.related || isRelative;
  let stop = to;
  let best: Range | undefined;
  for (let i = to - 1; i >= from - 1; i--) {
    const unit = i >= from ? sentence.unit(i) : undefined;
    if (unit && (unit.roles & (ROLE.stop | ROLE.relayTo | ROLE.relayBy)) === 0) continue;
    if (unit && unit.roles & (ROLE.relayTo | ROLE.relayBy) && (unit.roles & (ROLE.verb | ROLE.between)) === 0) {
      // "Katz in an interview with CNN": to whom one spoke is no part of the speaker.
      stop = i;
      best = undefined;
      continue;
    }
    // The relative pronoun belongs to the nearest noun ("a conference with women who …").
    const isNearest = related && best === undefined && isSpeaker(sentence, { from: i + 1, to: stop });
    if (unit && unit.roles & ROLE.of && i > from && !isNearest && carries(sentence, i - 1)) continue;
    const piece = trimmed(sentence, { from: i + 1, to: stop });
    stop = i;
    if (piece === undefined) {
      // Nothing between the conjunction and the verb ("… and said"): the subject of the clause says that, too.
      if (i === to - 1)
        return hasConjunction(sentence, { from, to: i }) ? undefined : opening(sentence, { from, to: i });
      continue;
    }
    if (isSpeaker(sentence, piece) && !(unit && i > from && namesOnlyPlaces(sentence, piece))) {
      const onDay = sentence.has(i + 1, ROLE.day);
      const behindPreposition = unit !== undefined && !onDay && (unit.roles & (ROLE.conjunction | ROLE.between)) === 0;
      if (!behindPreposition || (related && best === undefined))
        return bounded(sentence, { from: piece.from, to: best?.to ?? piece.to });
      // "In a statement | the army said": a phrase of its own begins behind the preposition's noun.
      const second = secondPhrase(sentence, piece);
      if (second) return bounded(sentence, second);
      if (i <= from) return undefined;
    }
    best = { from: piece.from, to: best?.to ?? piece.to };
  }
  if (!best || (sentence.has(from, ROLE.stop) && !sentence.has(from, ROLE.conjunction))) return undefined;
  return bounded(sentence, trimmed(sentence, best) ?? best);
}

/**
 * A region without its relative clause, which belongs to the noun before it; only that clause where a subject of its own follows ("which
 * the army said"). `related`: a relative clause was left out.
 */
function withoutRelative(sentence: Sentence, { from, to }: Range): Range & { related: boolean } {
  let end = to;
  for (let i = to - 1; i > from; i--) {
    if (!sentence.has(i, ROLE.relative)) continue;
    const next = i + 1 < to ? sentence.unit(i + 1) : undefined;
    const hasSubject =
      next && (next.kind === "name" || next.capital || (next.roles & (ROLE.definite | PRONOUN | NOUNISH)) !== 0);
    if (hasSubject) return { from: i + 1, to: end, related: end !== to };
    end = i;
  }
  return { from, to: end, related: end !== to };
}

/** Does what is said stand in a region ("X said that Y erred but noted …")? Then its first words are no subject of the verb. */
function hasConjunction(sentence: Sentence, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (sentence.has(i, ROLE.that)) return true;
  return false;
}

/** Does a phrase name places and nothing that speaks? */
function namesOnlyPlaces(sentence: Sentence, range: Range): boolean {
  const units = sentence.slice(range);
  const names = units.filter(({ kind }) => kind === "name");
  const hasNoun = units.some(({ kind, roles }) => kind === "word" && (roles & (NOUNISH | PRONOUN)) !== 0);
  return names.length > 0 && !hasNoun && names.every((unit) => PLACES_AND_EVENTS.has(sentence.kindNamed(unit) ?? ""));
}

/** Where behind the noun of a preposition another phrase begins: at an article, a pronoun or a name behind a small word. */
function secondPhrase(sentence: Sentence, { from, to }: Range): Range | undefined {
  for (let i = to - 1; i > from + 1; i--) {
    if (sentence.unit(i).kind !== "word" || !sentence.has(i, ROLE.definite | PRONOUN)) continue;
    const range = { from: i, to };
    return isSpeaker(sentence, range) && !sentence.has(i - 1, ROLE.of | ROLE.stop) ? range : undefined;
  }
  return undefined;
}

/** A long row of words is a phrase only from its last part that can begin one. */
function bounded(sentence: Sentence, range: Range): Range {
  // "which they say": a pronoun is the whole subject.
  if (sentence.has(range.to - 1, PRONOUN) && !isNounish(sentence.unit(range.to - 1)))
    return { from: range.to - 1, to: range.to };
  if (range.to - range.from <= LONGEST_PHRASE) return range;
  for (let i = range.to - LONGEST_PHRASE; i < range.to; i++) {
    const unit = sentence.unit(i);
    if (unit.roles & ROLE.definite || unit.kind === "name" || unit.capital) return { from: i, to: range.to };
  }
  return { from: range.to - 1, to: range.to };
}

/** The name, pronoun or known noun with which a clause begins. */
function opening(sentence: Sentence, { from, to }: Range): Range | undefined {
  let start = from;
  while (start < to && (isBetween(sentence.unit(start)) || sentence.has(start, ROLE.stop))) start++;
  if (start < to && sentence.has(start, PRONOUN)) return { from: start, to: start + 1 };
  let end = start;
  for (let i = start; i < to && i - start < LONGEST_PHRASE; i++) {
    const unit = sentence.unit(i);
    if (isNounish(unit) || (unit.capital && unit.kind === "word" && (unit.roles & NO_NAME) === 0)) end = i + 1;
    else if (unit.kind !== "aside" && (unit.roles & ROLE.definite) === 0) break;
  }
  const range = { from: start, to: end };
  return end > start && isSpeaker(sentence, range) ? range : undefined;
}

/** Can a prepositional phrase hang on this unit? */
function carries(sentence: Sentence, i: number): boolean {
  const unit = sentence.unit(i);
  if (unit.kind === "aside") return i > 0 && carries(sentence, i - 1);
  return isNounish(unit) || unit.capital || !sentence.lexicon.cased;
}

/** Without conjunctions, adverbs and days at its ends; undefined where nothing is left. */
function trimmed(sentence: Sentence, { from, to }: Range): Range | undefined {
  let start = from;
  let end = to;
  while (start < end && isDroppable(sentence.unit(start))) {
    // "that" before a noun is a demonstrative, before a phrase of its own a conjunction.
    const isConjunction = sentence.has(start, ROLE.that) && start + 1 < end && beginsPhrase(sentence.unit(start + 1));
    if (sentence.has(start, ROLE.definite) && !isConjunction) break;
    start++;
  }
  while (end > start && isDroppable(sentence.unit(end - 1)) && sentence.unit(end - 1).kind !== "aside") end--;
  return start < end ? { from: start, to: end } : undefined;
}

function isDroppable(unit: Unit): boolean {
  if (unit.kind === "aside" || isBetween(unit)) return true;
  const isSmall = (unit.roles & (ROLE.day | ROLE.stop | ROLE.that)) !== 0;
  return unit.kind === "word" && isSmall && (unit.roles & (NOUNISH | PRONOUN)) === 0;
}

function beginsPhrase(unit: Unit): boolean {
  return unit.kind === "name" || unit.capital || (unit.roles & (ROLE.definite | ROLE.determiner | PRONOUN)) !== 0;
}
