import { type AnyRecord, allRecords, type Glossary, kindOf } from "./glossary.js";
import { restsOnOldPages } from "./lint/warnings.js";
import { statementsOf } from "./statements.js";

/** Fewest statements with references that a record with a note should hold. */
const FEW_STATEMENTS = 4;

/** How much a group of records holds. */
export interface Coverage {
  records: number;
  /** With a note in every language of the interface. */
  notes: number;
  /** Statements with references, in records with a note. */
  statements: number;
  /** Records with a note that cite a recent page. */
  recent: number;
  /** Records with a note whose statements somebody else has read. */
  readTwice: number;
  wikidata: number;
}

/** The records by any division, each group with what it holds; groups in order of their size. */
export function coverageBy(glossary: Glossary, groupOf: (record: AnyRecord) => string): Map<string, Coverage> {
  const groups = new Map<string, Coverage>();
  for (const record of allRecords(glossary)) {
    const name = groupOf(record);
    const group = groups.get(name) ?? { records: 0, notes: 0, statements: 0, recent: 0, readTwice: 0, wikidata: 0 };
    groups.set(name, group);
    group.records += 1;
    if (record.wikidata) group.wikidata += 1;
    if (!record.note) continue;
    group.notes += 1;
    group.statements += statementsOf(record).length;
    if (!restsOnOldPages(record)) group.recent += 1;
    if (record.second_reading) group.readTwice += 1;
  }
  return new Map([...groups].sort(([a, x], [b, y]) => y.records - x.records || (a < b ? -1 : 1)));
}

/** How many records have a name in each language, most first. */
export function namesByLanguage(glossary: Glossary): [language: string, records: number][] {
  const counts = new Map<string, number>();
  for (const record of allRecords(glossary)) {
    const languages = new Set([...Object.keys(record.names), ...Object.keys(record.aliases ?? {})]);
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Why a record with a note is thin; empty where it is not. */
export function thinness(record: AnyRecord): string[] {
  if (!record.note) return [];
  const reasons: string[] = [];
  const count = statementsOf(record).length;
  if (!("sort" in record) && count < FEW_STATEMENTS) reasons.push(`${count} statements`);
  if (new Set(record.references.map(({ publisher }) => publisher)).size < 2) reasons.push("one publisher");
  if (!("sort" in record) && restsOnOldPages(record)) reasons.push("no recent page");
  return reasons;
}

/** The state that a record is of, where it says so: its own, its seat, or where it lies. */
export function stateOf(record: AnyRecord): string | undefined {
  if ("country" in record && record.country) return record.country;
  if ("seat" in record && record.seat) return record.seat.country;
  if ("area" in record) return record.area.countries[0];
  const place = record.relations?.find(({ kind, to }) => kind === "located_in" && to.startsWith("country:"));
  return place?.to.slice("country:".length);
}

/** Kind and region: what the reader of the report, and the sampler, divide by. */
export function stratumOf(record: AnyRecord, regionOf: (state: string | undefined) => string): string {
  return `${kindOf(record)}, ${regionOf(stateOf(record))}`;
}
