import * as v from "valibot";
import {
  base,
  bordersAreThere,
  CountryCode,
  Designation,
  Evidence,
  FUNCTIONS,
  Standing,
  spanFields,
} from "./common.js";

export const ENTITY_KINDS = [
  "place",
  "group",
  "force",
  "government",
  "person",
  "organisation",
  "party",
  "event",
] as const;

/** A group, force, government, person, place, body, party or event: `entities/<kind>/<id>.yaml`. */
export const EntityRecord = v.strictObject({
  ...base,
  kind: v.picklist(ENTITY_KINDS),
  /** The state it belongs to or lies in. */
  country: v.optional(CountryCode),
  /** Places: WGS 84 degrees. */
  location: v.optional(
    v.strictObject({
      lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      lon: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
      references: Evidence,
    }),
  ),
  /** Birth and death of a person, founding and end of anything else, start and end of an event. */
  lifetime: v.optional(v.pipe(v.strictObject({ ...spanFields, references: Evidence }), bordersAreThere())),
  designations: v.optional(v.array(Designation)),
  /** How it stands as a source, where it speaks in the news. */
  speaking: v.optional(
    v.strictObject({
      function: v.picklist(FUNCTIONS),
      standings: v.optional(v.array(Standing)),
    }),
  ),
});
export type EntityRecord = v.InferOutput<typeof EntityRecord>;
