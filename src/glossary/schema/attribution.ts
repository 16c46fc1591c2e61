import * as v from "valibot";
import { Text } from "./common.js";
import { SPEECH_ACTS, UNNAMED, VOICE_NOUNS } from "./vocabulary.js";

const words = v.array(Text);
const wordsBy = <K extends string>(keys: readonly K[]) =>
  v.partial(v.strictObject(Object.fromEntries(keys.map((key) => [key, words])) as Record<K, typeof words>));

/**
 * How a language says who says what: all that the one mechanism of `engine/attribution` reads. Words and phrases are compared
 * folded (case, diacritics and punctuation set aside), so each inflected form that newsrooms use is listed and no variant of spelling.
 */
export const Attribution = v.strictObject({
  /**
   * Where the speaker stands by default: "X said"; "X sagte" and behind an adverb "sagte X", with a bare clause behind a comma; "قال X"; or
   * first with the verb at the sentence's end ("X … dedi").
   */
  order: v.picklist(["subject-first", "verb-second", "verb-first", "verb-last"]),
  /** What describes a noun stands before it: behind "officials" a small word is no part of the phrase. */
  adjectives_first: v.optional(v.literal(true)),
  /** Finite forms of reporting verbs, participles and gerunds that report too ("saying", "menambahkan", "مضيفا"), by what they do. */
  verbs: wordsBy(SPEECH_ACTS),
  /** Those forms of `verbs` that are often other words ("claims", "reports", "found"): they count only with a quotation or a conjunction. */
  weak: v.optional(words),
  /** Those forms that go on with the speaker of their clause and have none of their own ("saying", "adding", "مضيفا"). */
  following: v.optional(words),
  /** Verbs whose second part stands later in the clause (German "teilte … mit"). */
  split: v.optional(v.array(v.strictObject({ verb: Text, with: Text }))),
  /** Conjunctions and particles that begin what is said ("that", "bahwa", "أن", "dass"), the plainest first. */
  that: words,
  /** Words by which editors sign what they set into a text ("(ISIS, red)"). */
  editor: v.optional(words),
  /** Beginnings of lines that lead to other articles ("Read also:"): what they say is no claim of this one. */
  links: v.optional(words),
  /** Words that point to the sentence before as what was said ("Das teilte X mit", "Об этом сообщает X", "Demikian dilaporkan X"). */
  pointing: v.optional(words),
  /** Auxiliaries of the passive ("was", "wurde"): who stands before "was told" says nothing. */
  passive: v.optional(words),
  /** Prepositions of the passive's agent ("by"): a form directly before one is a participle. */
  agent: v.optional(words),
  /** Words that, beside a reporting verb, say that nothing was said ("did not say", "tidak", "не"), and speakers who are none ("nobody"). */
  negations: v.optional(words),
  /** Articles and possessives that begin a noun: a form of a verb directly behind them is none ("a confirmed report", "his claims"). */
  determiners: v.optional(words),
  /** Auxiliaries, negations and adverbs that may stand between speaker and verb ("has", "also", "telah", "قد"). */
  between: words,
  /** Phrases before (or postpositions after) a source: "according to", "menurut", "بحسب", "zufolge". */
  according: v.strictObject({ before: words, after: v.optional(words) }),
  relay: v.strictObject({
    /** Before the outlet that passes a claim on: "as reported by", "seperti dilansir", "quoted by". */
    by: words,
    /** Before the outlet that was spoken to: "told", "kepada", "in an interview with", "لوكالة". */
    to: words,
    /** Between an outlet and the source that it cites: "citing", "mengutip", "نقلا عن". */
    citing: words,
  }),
  /** Reported by nobody: "reportedly", "it was reported", "dilaporkan". */
  impersonal: words,
  /** The page's own earlier report: "sebelumnya diberitakan". */
  earlier: v.optional(words),
  /** Nouns for what is said: "statement", "pernyataan"; with `of` before a source, or as "in a statement". */
  speech: words,
  /** Prepositions within a phrase that names a source ("spokesman *for* the ministry *of* health", "juru bicara *dari*"). */
  of: words,
  /** Words with which another phrase begins, at which a source ends: conjunctions, other prepositions, relative pronouns. */
  stops: words,
  /** Those after which a clause with a speaker of its own can begin ("and", "while", "tetapi"); behind the other `stops` stands none. */
  conjunctions: v.optional(words),
  /** Relative pronouns: what they begin belongs to the noun before ("sumber *yang* dikutip", "officials *who*"). */
  relative: words,
  /** Nouns for sources without a name, singular and plural. */
  unnamed: wordsBy(UNNAMED),
  /** Nouns for somebody of somebody's, where the name follows without a preposition ("pengacara Trump", "адвокат Караджича"): not that one speaks. */
  relational: v.optional(words),
  /** Common nouns that can go back to a speaker named before ("the army", "kelompok itu", "الحركة"), by kind. */
  nouns: wordsBy(VOICE_NOUNS),
  pronouns: v.strictObject({ one: words, many: words }),
  /** Articles and demonstratives, before or behind a noun that was spoken of ("the", "tersebut", "itu"). */
  definite: words,
  /** Opening and closing quotation marks, two characters each. */
  quotes: v.pipe(v.array(v.pipe(v.string(), v.length(2))), v.minLength(1)),
  /** Words behind whose full stop the sentence goes on ("Mr", "Gen", "hlm"). */
  abbreviations: v.optional(words),
  /** Names of the days from Monday to Sunday, and words for days near the article's ("yesterday": -1). */
  days: v.strictObject({
    week: v.pipe(v.array(words), v.length(7)),
    near: v.optional(v.record(Text, v.pipe(v.number(), v.integer()))),
  }),
  /** Words of the content that show the kind of claim beyond doubt. */
  content: v.partial(
    v.strictObject({
      /** Somebody took, holds or has won a place. */
      control: words,
      /** Fighting goes on. */
      fighting: words,
      /** Killed and wounded: counts only with a number near. */
      casualties: words,
      /** "claimed responsibility", "was behind the attack". */
      responsibility: words,
      /** A photograph or film is the ground of what is said. */
      image: words,
    }),
  ),
});
export type Attribution = v.InferOutput<typeof Attribution>;
