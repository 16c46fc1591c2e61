import { ROLE } from "../lexicon.js";
import { isBetween, isComma, isNounish, PRONOUN, type Range } from "../units/unit.js";
import { contentAfter } from "./content.js";
import { isEmptyRight, isFirst } from "./cue-sides.js";
import { phraseAfter } from "./noun-phrase.js";
import type { Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";
import type { VerbCue } from "./verb-cue.js";
import { isSpeaker, mayBeSource, namesSpeaker } from "./who-speaks.js";

/** Most units of a sentence's subject to which a participle goes back. */
const SUBJECT = 8;

/** "…, adding that …": the speaker of the clause goes on; the sentence's subject, where nobody has spoken in it. */
export function participleGoesOn(sentence: Sentence, told: ToldClaims, { at, right }: VerbCue): void {
  const isDoubtful = sentence.has(at, ROLE.weak) && !right.strong && !right.quoted;
  if (isDoubtful || isEmptyRight(sentence, at + 1)) return;
  const content = contentAfter(sentence, at + 1);
  if (!content) return;
  const { last } = told;
  // "صرح X قائلا: …": both words report the same.
  if (last?.said.from === content.from) return;
  const subject = last ? undefined : subjectOf(sentence, at);
  // Over more than one comma only what is plainly said goes back to the subject ("Two men arrived in X, Y, claiming …").
  const isPlain = right.strong || right.quoted || (subject !== undefined && commasIn(sentence, subject.to, at) <= 1);
  const source = isPlain ? subject : undefined;
  if (source && mayBeSource(sentence, source)) told.add({ cue: at, source, content, to: at + 1 });
  else if (last?.source || last?.goesOn) told.addGoingOn({ cue: at, content, to: at + 1 });
}

function commasIn(sentence: Sentence, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (isComma(sentence.units[i])) count++;
  return count;
}

/** "…, and added that …", "warnte jedoch, dass …", "Añadió que …": no subject; the speaker of before goes on. */
export function clauseGoesOn(sentence: Sentence, told: ToldClaims, { at, from, right, weak }: VerbCue): void {
  if (weak || (!right.strong && !right.quoted)) return;
  const before = sentence.units[at - 1];
  const joined = before === undefined || isComma(before) || sentence.has(at - 1, ROLE.conjunction);
  const content = contentAfter(sentence, at + 1);
  if (!content) return;
  if (!told.last && before && sentence.has(at - 1, ROLE.conjunction)) {
    // "Trump called it a mistake and promised that …"
    const source = subjectOf(sentence, at);
    if (source && mayBeSource(sentence, source)) told.add({ cue: at, source, content, to: at + 1 });
    return;
  }
  if (told.last ? joined : isFirst(sentence, at, from)) told.addGoingOn({ cue: at, content, to: at + 1 });
}

/** The speaker with whom a sentence begins, if it is a short phrase. */
function subjectOf(sentence: Sentence, cue: number): Range | undefined {
  let start = sentence.lexicon.order === "verb-first" && sentence.has(0, ROLE.verb) ? 1 : 0;
  // "In Washington, President X …": the subject stands behind the comma.
  if (sentence.has(start, ROLE.stop) && !sentence.has(start, ROLE.conjunction)) {
    while (start < cue && !isComma(sentence.units[start])) start++;
    start++;
  }
  while (start < cue && (isBetween(sentence.unit(start)) || sentence.has(start, ROLE.stop | ROLE.day))) start++;
  const range = phraseAfter(sentence, start, cue);
  if (!range || range.to - range.from > SUBJECT || !isSpeaker(sentence, range)) return undefined;
  // A capital alone may be the sentence's, and a place a dateline.
  const first = sentence.unit(range.from);
  const isPlain =
    range.to - range.from > 1 || namesSpeaker(sentence, first) || isNounish(first) || (first.roles & PRONOUN) !== 0;
  return isPlain && sentence.kindNamed(first) !== "place" ? range : undefined;
}
