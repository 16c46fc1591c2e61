import * as v from "valibot";
import { Aliases, Ambiguity, Text } from "./common.js";

/** What CLDR does not say of a state: short and informal names, its Wikipedia title where it is not CLDR's English name. */
export const CountryNames = v.strictObject({
  wikipedia: v.optional(Text),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, "is not a Wikidata id"))),
  aliases: v.optional(Aliases),
  ambiguity: v.optional(v.pipe(v.array(Ambiguity), v.minLength(1))),
  lookalikes: v.optional(v.pipe(v.array(Text), v.minLength(1))),
});
export type CountryNames = v.InferOutput<typeof CountryNames>;

/** `countries.yaml`: by ISO 3166-1 alpha-2 code. */
export const CountryFile = v.record(
  v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "is not a two-letter country code")),
  CountryNames,
);
