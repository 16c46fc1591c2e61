import * as v from "valibot";
import { base, LanguageTag, Localized, Text } from "./common.js";

/** A loaded or technical word: `terms/<id>.yaml`. Marked more faintly than names. */
export const TermRecord = v.strictObject({
  ...base,
  /** `loaded`: carries a stance; `technical`: a word of the trade; `newsroom`: an editor's mark. */
  sort: v.picklist(["loaded", "technical", "newsroom"]),
  /** What the word asserts where it is used. */
  asserts: v.optional(Localized),
  /** Who tends to use it. */
  used_by: v.optional(Localized),
  /** A word without the stance, by language. */
  neutral: v.optional(v.record(LanguageTag, Text)),
});
export type TermRecord = v.InferOutput<typeof TermRecord>;
