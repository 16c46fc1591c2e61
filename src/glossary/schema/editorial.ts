import * as v from "valibot";
import { CountryCode, Text } from "./common.js";

const words = v.pipe(v.array(Text), v.minLength(1, "is an empty list"));

/** `editorial.yaml`: what the lint holds the texts of records against. */
export const EditorialRules = v.strictObject({
  /** By language of the interface: words that judge, in every form that a text may use; each word stands alone, or begins or ends one where `*` stands. */
  verdicts: v.strictObject({ en: words, id: words, ar: words }),
  /** Words that make a verdict somebody's: one in the same sentence, or quotation marks around the verdict, is enough. */
  attributing: v.strictObject({ en: words, id: words, ar: words }),
  /** Places that a state claims or is held to own where maps draw the border of another one. */
  disputed: v.array(v.strictObject({ state: CountryCode, drawn_as: CountryCode })),
});
export type EditorialRules = v.InferOutput<typeof EditorialRules>;
