import type { AnyRecord } from "./glossary.js";
import { standingsOf } from "./lint/dates.js";
import type { Dated } from "./partial-date.js";
import type { Reference } from "./schema.js";

/** One checkable sentence of a record, in English, with the pages that it rests on: what a second reader is given. */
export interface Statement {
  record: string;
  /** The field that it comes from. */
  field: string;
  says: string;
  references: Reference[];
}

const span = ({ from, or_after, or_before, until }: Dated) =>
  [from && `from ${from}${or_before ? " or before" : ""}`, until && `until ${or_after ? "at least " : ""}${until}`]
    .filter(Boolean)
    .join(" ");
const sentence = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(", ");

/** When the record's subject ended, in words: what a tie or a side without an end of its own ends with. */
function endOf(record: AnyRecord): string | undefined {
  if ("sides" in record) return record.until && `it ended, ${record.until}`;
  const life = "lifetime" in record ? record.lifetime : undefined;
  return life?.until && `it ended, ${life.or_after ? "at the earliest " : ""}${life.until}`;
}

/** Everything that a record states with references, field by field. */
export function statementsOf(record: AnyRecord): Statement[] {
  const name = record.names.en;
  const list: Statement[] = [];
  const end = endOf(record);
  const within = (dates: Dated) => span({ ...dates, until: dates.until ?? end });
  const add = (field: string, says: string, keys: readonly string[]) =>
    list.push({ record: record.id, field, says, references: record.references.filter(({ id }) => keys.includes(id)) });
  for (const { references, says } of record.facts ?? []) add("facts", `${name}: ${says}`, references);
  for (const { text, references, what, ...dates } of record.periods ?? []) {
    add("periods", sentence(`${name}: ${what}: ${text.en}`, span(dates)), references);
  }
  for (const { kind, references, to, ...dates } of record.relations ?? []) {
    // Who came after is told by the end itself, and does not end with it.
    const when = kind === "succeeded_by" ? span(dates) : within(dates);
    add("relations", sentence(`${name}: ${kind.replaceAll("_", " ")} ${to}`, when), references);
  }
  if (record.naming) add("naming", `${name}: ${record.naming.text.en}`, record.naming.references);
  for (const { references, text, until } of record.earlier_notes ?? []) {
    add("earlier_notes", `${name}, before ${until}: ${text.en}`, references);
  }
  for (const { conflict, references, relation, side, described_by, ...dates } of standingsOf(record)) {
    if (!references) continue;
    const how = sentence(relation.replaceAll("_", " "), side, described_by && `described by ${described_by.en}`);
    add("standings", sentence(`${name}: in ${conflict}: ${how}`, within(dates)), references);
  }
  if ("designations" in record) {
    for (const { as, by, date, references, until } of record.designations ?? []) {
      add("designations", sentence(`${name}: ${by.en}: ${as.en}`, span({ from: date, until })), references);
    }
  }
  if ("location" in record && record.location) {
    const { lat, lon, references } = record.location;
    add("location", `${name} lies at ${lat}, ${lon}.`, references);
  }
  if ("lifetime" in record && record.lifetime) {
    const { references, ...dates } = record.lifetime;
    add("lifetime", sentence(`${name}: lived or existed`, span(dates)), references);
  }
  if ("sides" in record) {
    for (const { members, name: side } of record.sides) {
      for (const { references, who, ...dates } of members) {
        add("sides", sentence(`${name}: ${who} on the side "${side.en}"`, within(dates)), references);
      }
    }
  }
  if ("function" in record) {
    if (record.seat)
      add("seat", sentence(`${name}: seat in ${record.seat.country}`, record.seat.city?.en), record.seat.references);
    if (record.founded) add("founded", `${name}: founded ${record.founded.date}`, record.founded.references);
    for (const key of ["owners", "funding"] as const) {
      for (const { references, text, ...dates } of record[key] ?? []) {
        add(key, sentence(`${name}: ${text.en}`, span(dates)), references);
      }
    }
    if (record.method) add("method", `${name}: ${record.method.summary.en}`, record.method.references);
    for (const { by, references, text } of record.criticisms ?? []) {
      add("criticisms", `${name}: ${by.en}: ${text.en}`, references);
    }
  }
  return list;
}
