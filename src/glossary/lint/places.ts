import type { AnyRecord } from "../glossary.js";
import type { EditorialRules } from "../schema/editorial.js";

/** ISO code of the state in whose borders a point lies, as maps draw them; `undefined` at sea. */
export type CountryAt = (lat: number, lon: number) => string | undefined;

/** Complaints about coordinates that lie outside the stated country. */
export function placeSentences(record: AnyRecord, countryAt: CountryAt, rules: EditorialRules): string[] {
  if (!("location" in record) || !record.location || record.country === undefined) return [];
  const { lat, lon } = record.location;
  const found = countryAt(lat, lon);
  const isDisputed = rules.disputed.some(({ drawn_as, state }) => state === record.country && drawn_as === found);
  if (found === undefined || found === record.country || isDisputed) return [];
  return [`The coordinates ${lat}, ${lon} lie in ${found}, but the country is ${record.country}.`];
}
