import * as v from "valibot";
import {
  base,
  bordersAreThere,
  CountryCode,
  Day,
  Evidence,
  FUNCTIONS,
  Id,
  Localized,
  PartialDate,
  Standing,
  spanFields,
  Text,
} from "./common.js";

/** Structure of ownership and control, one value. */
export const INDEPENDENCE = [
  "state_controlled",
  "state_captured_public",
  "state_captured_private",
  "state_funded_independent",
  "public_independent",
  "party_or_armed_group_owned",
  "organisation_owned",
  "independent_commercial",
  "independent_nonprofit",
  "undisclosed",
  "not_applicable",
] as const;

/** Assessors whose verdicts may be restated, each in its own scale, dated and linked. */
export const ASSESSORS = [
  "wikipedia_en",
  "wikipedia_id",
  "smm",
  "ifcn",
  "rsf_country",
  "jti",
  "dewan_pers",
  "amsi",
  "mbfc",
  "meta_label",
  "x_label",
  "every_casualty",
] as const;

const DatedText = v.pipe(v.strictObject({ text: Localized, ...spanFields, references: Evidence }), bordersAreThere());

/** An assessor's own verdict: never merged, never translated into another scale. */
export const Assessment = v.strictObject({
  assessor: v.picklist(ASSESSORS),
  dimension: Text,
  /** The assessor's own word, in its own language. */
  verdict: Text,
  date: PartialDate,
  url: v.pipe(v.string(), v.url("is not a URL")),
  seen: Day,
  display: v.picklist(["open", "folded", "link_only"]),
});

/** An address at which the source publishes. `suffix` takes subdomains with it, `exact` does not. */
export const Host = v.strictObject({
  host: v.pipe(v.string(), v.regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "is not a host name")),
  match: v.picklist(["suffix", "exact"]),
  /** First part of the path where several sources share a host, for example `/arabic`. */
  path: v.optional(v.pipe(v.string(), v.regex(/^\/[a-z0-9/_-]*$/i, "is not a path"))),
});

/** An outlet, agency or monitor: `sources/<id>.yaml`, names and note included. */
export const SourceRecord = v.strictObject({
  ...base,
  kind: v.picklist(["outlet", "monitor"]),
  function: v.picklist(FUNCTIONS),
  hosts: v.optional(v.array(Host)),
  seat: v.optional(v.strictObject({ country: CountryCode, city: v.optional(Localized), references: Evidence })),
  covers: v.optional(v.array(CountryCode)),
  founded: v.optional(v.strictObject({ date: PartialDate, references: Evidence })),
  owners: v.optional(v.array(DatedText)),
  funding: v.optional(v.array(DatedText)),
  /** Absent: not looked into yet, which `undisclosed` would not say. */
  independence: v.optional(v.picklist(INDEPENDENCE)),
  /** How it gathers what it reports. */
  method: v.optional(
    v.strictObject({
      summary: Localized,
      network_disclosed: v.optional(v.boolean()),
      publishes_method: v.optional(v.picklist(["yes", "partly", "no"])),
      corrections_url: v.optional(v.pipe(v.string(), v.url("is not a URL"))),
      references: Evidence,
    }),
  ),
  standings: v.optional(v.array(Standing)),
  assessments: v.optional(v.array(Assessment)),
  criticisms: v.optional(
    v.array(v.strictObject({ text: Localized, by: Localized, reply: v.optional(Localized), references: Evidence })),
  ),
  caveats: v.optional(Localized),
  not_to_confuse_with: v.optional(v.array(Id)),
});
export type SourceRecord = v.InferOutput<typeof SourceRecord>;
