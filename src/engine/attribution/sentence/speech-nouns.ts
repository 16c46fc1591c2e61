import { ROLE } from "../lexicon.js";
import { isMark, type Range } from "../units/unit.js";
import { upToClause } from "./clause-end.js";
import { phraseAfter, phraseBefore } from "./noun-phrase.js";
import { FEWEST_WORDS, type Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";
import { isSpeaker } from "./who-speaks.js";

/** "a statement by X that …", "X's claim that …": reads a noun for what is said. */
export function speechNoun(sentence: Sentence, told: ToldClaims, cue: number): void {
  const phrase = speakerOf(sentence, told, cue);
  if (!phrase || !isSpeaker(sentence, phrase.source)) return;
  const { behind: that, source } = phrase;
  const isThat = sentence.has(that, ROLE.that) && !sentence.has(that, ROLE.between);
  if (!isThat && !isMark(sentence.units[that], "colon")) return;
  const content = upToClause(sentence, that + 1);
  if (sentence.wordsIn(content) >= FEWEST_WORDS) told.add({ cue, source, content, to: that });
}

/** Whose the noun is. `behind`: first unit behind noun and speaker. */
function speakerOf(sentence: Sentence, told: ToldClaims, cue: number): { source: Range; behind: number } | undefined {
  const isOf = sentence.has(cue + 1, ROLE.of);
  if (!isOf && sentence.units[cue - 1]?.possessive) {
    const source = phraseBefore(sentence, cue, told.clauseStart(cue));
    return source && { source, behind: cue + 1 };
  }
  if (!isOf && sentence.units[cue + 1]?.kind !== "name") return undefined;
  const source = phraseAfter(sentence, isOf ? cue + 2 : cue + 1, sentence.end);
  return source && { source, behind: source.to };
}
