import { ROLE } from "../lexicon.js";
import { isMark, NOUNISH, PRONOUN, type Range, type Unit } from "../units/unit.js";
import type { Sentence } from "./sentence.js";

/** Kinds of records that can say something; a place speaks only as a seat of power, which the words around cannot tell. */
const SPEAKING = new Set([
  "group",
  "force",
  "government",
  "person",
  "outlet",
  "monitor",
  "organisation",
  "party",
  "country",
]);

/** A capital on such a word is the sentence's. */
export const NO_NAME =
  ROLE.stop | ROLE.between | ROLE.definite | ROLE.day | ROLE.that | ROLE.of | ROLE.verb | ROLE.impersonal;

/** Longest description in small letters of somebody who speaks, in units; without capitals a noun needs more words. */
const DESCRIPTION = 5;
const UNCASED_DESCRIPTION = 6;

/** Is a unit the name of somebody who can speak? */
export function namesSpeaker(sentence: Sentence, unit: Unit | undefined): boolean {
  return unit !== undefined && SPEAKING.has(sentence.kindNamed(unit) ?? "");
}

/** Do the words name somebody who can speak? */
export function isSpeaker(sentence: Sentence, { from, to }: Range): boolean {
  const { capitalNouns } = sentence.lexicon;
  for (let i = from; i < to; i++) {
    const unit = sentence.unit(i);
    if (namesSpeaker(sentence, unit)) return true;
    // "Moscow said": a place alone speaks for whoever sits there.
    if (to - from === 1 && sentence.kindNamed(unit) === "place" && unit.capital) return true;
    if (unit.kind !== "word") continue;
    if (unit.roles & (NOUNISH | PRONOUN)) return true;
    if (!unit.capital) continue;
    const alone = to - from === 1;
    const nextIsCapital = sentence.units[i + 1]?.capital === true;
    if (capitalNouns) {
      if (unit.roles === 0 && (alone || (i + 1 < to && nextIsCapital))) return true;
    } else if ((unit.roles & NO_NAME) === 0) {
      if (i > 0 || (unit.roles === 0 && (alone || nextIsCapital))) return true;
    }
  }
  return false;
}

/** Can a phrase stand for the source of a claim, where the words around it make that plain? Less strict than `isSpeaker`. */
export function mayBeSource(sentence: Sentence, range: Range): boolean {
  const { cased, order } = sentence.lexicon;
  // Where the verb stands first, the head of the phrase does, too.
  const isHead =
    order !== "verb-first" || isSpeaker(sentence, { from: range.from, to: Math.min(range.to, range.from + 2) });
  // "Nobody said", "Neither X nor Y said".
  const isNobody = sentence.has(range.from, ROLE.negation) || sentence.has(range.from - 1, ROLE.negation);
  if (isNobody) return false;
  if (isHead && isSpeaker(sentence, range)) return true;
  // Somebody described in small letters ("the widow"): short, and no place or thing that the glossary knows.
  const units = sentence.slice(range);
  if (units.some((unit) => unit.kind === "name" || unit.kind === "mark")) return false;
  if (units.every((unit) => unit.roles & (ROLE.definite | ROLE.that | ROLE.relative))) return false;
  // Without capitals only what follows tells a name from a noun.
  if (!cased) {
    const next = sentence.units[range.to];
    const isIntroduced = sentence.has(range.to, ROLE.that) || isMark(next, "colon") || next?.kind === "quote";
    return units.length <= UNCASED_DESCRIPTION && isIntroduced;
  }
  return units.length <= DESCRIPTION && units.some((unit) => unit.roles & ROLE.definite);
}
