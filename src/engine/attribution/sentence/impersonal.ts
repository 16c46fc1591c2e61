import { upToClause } from "./clause-end.js";
import { behindThat } from "./content.js";
import { isEmptyRight, isFirst } from "./cue-sides.js";
import { FEWEST_WORDS, type Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";

/**
 * "It was reported that …": reads a cue for which nobody is named.
 * @param earlier the cue speaks of an earlier report of the page itself
 */
export function impersonal(sentence: Sentence, told: ToldClaims, cue: number, earlier: boolean): boolean {
  const { end, lexicon } = sentence;
  const from = told.clauseStart(cue);
  const isLast = lexicon.order === "verb-last" && cue > from && isEmptyRight(sentence, cue + 1);
  const content =
    earlier || isFirst(sentence, cue, from)
      ? upToClause(sentence, behindThat(sentence, cue + 1))
      : { from, to: isLast ? cue : end };
  if (sentence.wordsIn(content) < FEWEST_WORDS) return false;
  told.claims.push({
    ...told.made({ cue, content, to: cue + 1 }),
    impersonal: true,
    ...(earlier ? { earlier } : {}),
  });
  return true;
}
