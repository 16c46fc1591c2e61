import * as v from "valibot";
import { Attribution } from "./attribution.js";
import { LanguageTag, Text } from "./common.js";

const affix = v.strictObject({
  /** As written; a leading apostrophe in a suffix asks for an apostrophe in the text. */
  text: Text,
  /** What stands in its place in the dictionary form (Arabic لل → ال). */
  restore: v.optional(Text),
  /** Fewest letters that must remain. */
  stem: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Only from names spelled in this language: with a foreign spelling it would make up words. */
  own: v.optional(v.literal(true)),
});

/** Rules of one language, `languages/<tag>.yaml`: applied at the edges of a match, never in the inner loop. */
export const LanguageRules = v.strictObject({
  name: Text,
  script: v.picklist(["Latn", "Arab", "Cyrl", "Hebr", "Ethi", "Hans", "Jpan"]),
  /** The language assumed for text of this script where the page declares none that uses it. */
  default_for_script: v.optional(v.literal(true)),
  /** Particles written together with the word that follows; outside the mention. */
  prefixes: v.optional(v.array(affix)),
  /** Endings written together with the word before; outside the mention. */
  suffixes: v.optional(v.array(affix)),
  /**
   * How names decline: a word that ends so takes these endings instead. The longest ending that fits counts.
   */
  declension: v.optional(
    v.array(
      v.strictObject({
        /** What the word ends in and loses; empty: it loses nothing. */
        ending: v.string(),
        /** The letters that may stand before the ending; omitted: any. */
        after: v.optional(Text),
        forms: v.pipe(v.array(Text), v.minLength(1, "is an empty list")),
        /** Further endings that only names of persons take (Slovenian "Trumpov"). */
        persons: v.optional(v.array(Text)),
      }),
    ),
  ),
  /** A plain last vowel is not the accented one: Czech "Ruska" is of Russia, "Ruská" is Russian. */
  exact_last_vowel: v.optional(v.literal(true)),
  /** A record that has a name in this language is not found by short spellings of others in its script: they are sooner words. */
  own_spellings: v.optional(v.literal(true)),
  /** Languages whose own names count in this one too (Malay in Indonesian). */
  related: v.optional(v.array(LanguageTag)),
  /** Words that stand before a person's name ("President", "menlu") and are no given name, however they begin. */
  titles: v.optional(v.array(Text)),
  /** Words that stand directly before and after the name of a source that is cited ("according to", "reports"). */
  citing: v.optional(v.strictObject({ before: v.array(Text), after: v.array(Text) })),
  /** How the language says who says what; absent: claims are not looked for. */
  attribution: v.optional(Attribution),
  /** Common nouns begin with a capital: a capital before a surname says nothing. */
  capital_nouns: v.optional(v.literal(true)),
  /** Endings that, hung on a name by a zero-width non-joiner, make another word of it: Persian ای makes "Syrian" of "Syria". */
  other_word_endings: v.optional(v.array(Text)),
  /** Words doubled with a hyphen count once (Indonesian sel-sel). */
  reduplication: v.optional(v.literal(true)),
  /** Frequent little words, by which undeclared text is told from that of other languages. */
  function_words: v.pipe(v.array(Text), v.minLength(5)),
});
export type LanguageRules = v.InferOutput<typeof LanguageRules>;
