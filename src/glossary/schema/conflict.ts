import * as v from "valibot";
import {
  base,
  bordersAreThere,
  CountryCode,
  Evidence,
  Id,
  Localized,
  PartialDate,
  RecordRef,
  spanFields,
} from "./common.js";

/** A war or armed conflict with its sides and their dated members: `conflicts/<id>.yaml`. */
export const ConflictRecord = v.strictObject({
  ...base,
  from: PartialDate,
  until: v.optional(PartialDate),
  /** States on whose ground it is fought, and places (records) that point to it. */
  area: v.strictObject({
    countries: v.pipe(v.array(CountryCode), v.minLength(1)),
    places: v.optional(v.array(Id)),
  }),
  sides: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        name: Localized,
        members: v.pipe(
          v.array(v.pipe(v.strictObject({ who: RecordRef, ...spanFields, references: Evidence }), bordersAreThere())),
          v.minLength(1, "has no member"),
        ),
      }),
    ),
    v.minLength(2, "has fewer than two sides"),
  ),
});
export type ConflictRecord = v.InferOutput<typeof ConflictRecord>;
