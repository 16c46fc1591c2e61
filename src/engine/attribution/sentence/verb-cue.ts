import { ROLE } from "../lexicon.js";
import { leftOf, type RightSide, rightOf, secondPart } from "./cue-sides.js";
import type { Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";

/** A reporting verb and what its surroundings tell at first sight. */
export interface VerbCue {
  /** The verb's unit. */
  at: number;
  /** First unit of its clause. */
  from: number;
  /** Second part of a split verb ("teilte … mit"). */
  particle?: number;
  /** The verb means other things, too: it counts only with what is plainly said. */
  weak: boolean;
  /** It goes with a speaker who was named before ("…, adding that …"). */
  following: boolean;
  /** The quotation that stands before it, if one does. */
  quoteLeft?: number;
  right: RightSide;
}

/** Looks around a reporting verb. */
export function verbCueAt(sentence: Sentence, told: ToldClaims, at: number): VerbCue {
  const from = told.clauseStart(at);
  const left = leftOf(sentence, at, from);
  const particle = secondPart(sentence, at);
  return {
    at,
    from,
    ...(particle === undefined ? {} : { particle }),
    weak: sentence.has(at, ROLE.weak) && particle === undefined,
    following: sentence.has(at, ROLE.following),
    ...(left !== undefined && sentence.isQuotation(left) ? { quoteLeft: left } : {}),
    right: rightOf(sentence, at + 1),
  };
}
