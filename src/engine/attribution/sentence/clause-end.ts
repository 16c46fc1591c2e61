import { ROLE } from "../lexicon.js";
import { isComma, isMark, type Range } from "../units/unit.js";
import { isEmptyRight, isReporting } from "./cue-sides.js";
import { phraseAfter, phraseBefore } from "./noun-phrase.js";
import { isOutlet } from "./outlets.js";
import { FEWEST_WORDS, type Sentence } from "./sentence.js";
import { isSpeaker } from "./who-speaks.js";

/** From a unit to the end of the sentence, or to where the next reporting clause begins; without marks at its end. */
export function upToClause(sentence: Sentence, from: number): Range {
  let to = nextClause(sentence, from) ?? sentence.end;
  while (to > from && divides(sentence, to - 1)) to--;
  return { from, to };
}

/** Is a unit a comma, dash, semicolon or colon? */
export function divides({ units }: Sentence, i: number): boolean {
  return isComma(units[i]) || isMark(units[i], "semicolon") || isMark(units[i], "colon");
}

/** Where the next reporting clause begins, if the sentence has another one. */
function nextClause(sentence: Sentence, from: number): number | undefined {
  for (let i = from + 1; i < sentence.end; i++) {
    const { kind, roles } = sentence.unit(i);
    if (kind !== "word") continue;
    const comma = isComma(sentence.units[i - 1]);
    // "what X reported" is part of what is said.
    const isCue = (roles & (ROLE.relayBy | ROLE.accordingBefore | ROLE.citing)) !== 0;
    if (isCue && (comma || (roles & ROLE.relayBy && sentence.wordsIn({ from, to: i }) >= FEWEST_WORDS)))
      return comma ? i - 1 : i;
    // "announced the end of the battle through the agency X": its relay is no part of what is said.
    if (roles & ROLE.relayTo && (roles & ROLE.verb) === 0 && sentence.wordsIn({ from, to: i }) >= FEWEST_WORDS) {
      const outlet = phraseAfter(sentence, i + 1, sentence.end);
      if (outlet && outlet.to >= sentence.end && isOutlet(sentence, outlet)) return i;
    }
    if ((roles & ROLE.verb) === 0) continue;
    if (comma && roles & ROLE.following && isReporting(sentence, i)) return i - 1;
    // "…, while the army said that …"; "… and added that …"
    if ((roles & (ROLE.following | ROLE.weak)) === 0 || isReporting(sentence, i)) {
      const start = reportingClause(sentence, i, from);
      if (start !== undefined && start > from + 1) return start;
    }
  }
  return undefined;
}

/** Where the clause of a later reporting verb begins, if it is a clause of its own behind a comma or conjunction. */
function reportingClause(sentence: Sentence, verb: number, from: number): number | undefined {
  const { lexicon, units } = sentence;
  const isVerbFirst = lexicon.order === "verb-first";
  const subject = isVerbFirst ? undefined : phraseBefore(sentence, verb, from);
  if (!subject && !isVerbFirst && !isReporting(sentence, verb)) return undefined;
  const start = subject ? subject.from : verb;
  const before = units[start - 1];
  if (!before || (subject && !isSpeaker(sentence, subject))) return undefined;
  const isConjunction = before.kind === "word" && (before.roles & ROLE.stop) !== 0 && (before.roles & ROLE.of) === 0;
  if (isConjunction && isComma(units[start - 2])) return start - 2;
  if (isConjunction && subject === undefined) return start - 1;
  // Without a comma only a name with a conjunction of speech behind its verb is plainly another speaker.
  if (isConjunction && subject && isReporting(sentence, verb) && sentence.unit(subject.from).kind === "name")
    return start - 1;
  // "…, but officials have said they …": a plain verb with something behind it.
  const isPlain = !sentence.has(verb, ROLE.weak | ROLE.following) && !isEmptyRight(sentence, verb + 1);
  if (
    isConjunction &&
    subject &&
    isPlain &&
    sentence.has(start - 1, ROLE.conjunction) &&
    units[start - 2]?.kind !== "name"
  )
    return start - 1;
  return isComma(before) || isMark(before, "semicolon") ? start - 1 : undefined;
}
