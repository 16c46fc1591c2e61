import * as v from "valibot";
import { LanguageTag, Text } from "./common.js";

const group = v.pipe(v.array(Text), v.minLength(2, "has fewer than two members"));

/**
 * `spelling.yaml`: how names of other scripts are written in Latin letters, whatever the language. Only what holds for every name
 * stands here; the spellings of a single name are aliases of its record. Members are in lower case.
 */
export const SpellingRules = v.strictObject({
  /** Languages under which names stand in such Latin spellings; others have spellings of their own. */
  languages: v.array(LanguageTag),
  /** The Arabic article: its plain forms, and those before a letter that it takes on ("as-Sisi"). */
  article: v.strictObject({ plain: group, assimilated: v.record(Text, v.array(Text)) }),
  /** Words, or pairs of words, that stand for one another inside a longer name. */
  words: v.array(group),
  /** Endings of surnames that stand for one another. */
  endings: v.array(group),
  /** Letters that others write more simply, inside a word of six letters or more. */
  letters: v.array(v.strictObject({ from: Text, to: Text })),
  /** Words between given name and surname that belong to the surname and may be left out, in any script. */
  surname_particles: v.array(Text),
  /** Given names, in any script: before a surname they tell another bearer. */
  given_names: v.array(Text),
});
export type SpellingRules = v.InferOutput<typeof SpellingRules>;
