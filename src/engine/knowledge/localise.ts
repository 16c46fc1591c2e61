import { type AnyRecord, allRecords, type Glossary, kindOf } from "../../glossary/glossary.js";
import type { Alias, NoteLanguage, SourceRecord } from "../../glossary/schema.js";
import type { RecordDetail, RecordName } from "../record-detail.js";

/** Name of a state in a language; the caller brings it (CLDR). */
export type CountryName = (code: string, language: string) => string;

/** Every record in one reader's language. Fields without evidence were refused by the schema; nothing is added here. */
export function localiseRecords(
  glossary: Glossary,
  language: NoteLanguage,
  countryName: CountryName,
): Record<string, RecordDetail> {
  const records = allRecords(glossary);
  const byId = new Map(records.map((record) => [record.id, record]));
  const nameOf = (id: string): RecordName => {
    const name = id.startsWith("country:")
      ? countryName(id.slice("country:".length), language)
      : byId.get(id)?.names[language];
    return { id, name: name ?? id };
  };
  return Object.fromEntries(
    records.map((record) => [record.id, localise(record, language, nameOf, byId, countryName)]),
  );
}

function localise(
  record: AnyRecord,
  language: NoteLanguage,
  nameOf: (id: string) => RecordName,
  byId: ReadonlyMap<string, AnyRecord>,
  countryName: CountryName,
): RecordDetail {
  const sides = (conflict: string, side: string | undefined) => {
    const found = byId.get(conflict);
    return found && "sides" in found ? found.sides.find(({ id }) => id === side)?.name[language] : undefined;
  };
  return dropEmpty({
    id: record.id,
    kind: kindOf(record),
    name: record.names[language],
    description: record.description[language],
    note: record.note?.[language],
    earlierNotes: (record.earlier_notes ?? []).map(({ description, references, text, until }) =>
      dropEmpty({ until, description: description?.[language], text: text[language], references }),
    ),
    alsoCalled: alsoCalled(record, language),
    naming: record.naming && { text: record.naming.text[language], references: record.naming.references },
    periods: (record.periods ?? []).map((period) => ({ ...period, text: period.text[language] })),
    designations: ("designations" in record ? (record.designations ?? []) : []).map((designation) => ({
      ...designation,
      by: designation.by[language],
      as: designation.as[language],
    })),
    relations: (record.relations ?? []).map((relation) => ({ ...relation, to: nameOf(relation.to) })),
    function: functionOf(record),
    standings: standingsOf(record).map(({ conflict, described_by, side, ...standing }) =>
      dropEmpty({
        ...standing,
        references: standing.references ?? [],
        conflict: nameOf(conflict),
        side: sides(conflict, side),
        describedBy: described_by?.[language],
      }),
    ),
    sides: "sides" in record ? record.sides.map(({ id, name }) => ({ id, name: name[language] })) : undefined,
    source: sourceOf(record, language, countryName),
    term:
      "sort" in record
        ? dropEmpty({
            sort: record.sort,
            asserts: record.asserts?.[language],
            usedBy: record.used_by?.[language],
            neutral: record.neutral?.[language],
          })
        : undefined,
    references: record.references,
    wikipedia: record.wikipedia,
    wikidata: record.wikidata,
    reviewed: record.reviewed,
  }) as RecordDetail;
}

function isLookedInto({ assessments, independence, method, owners }: SourceRecord): boolean {
  return [assessments, independence, method, owners].some((field) => field !== undefined);
}

function functionOf(record: AnyRecord) {
  if ("function" in record) return record.function;
  return "speaking" in record ? record.speaking?.function : undefined;
}

function standingsOf(record: AnyRecord) {
  if ("standings" in record) return record.standings ?? [];
  return "speaking" in record ? (record.speaking?.standings ?? []) : [];
}

function sourceOf(record: AnyRecord, language: NoteLanguage, countryName: CountryName): RecordDetail["source"] {
  // Known by name only: to say "not rated" would claim that somebody looked.
  if (!("function" in record) || !isLookedInto(record)) return undefined;
  const dated = (list: typeof record.owners) => (list ?? []).map((one) => ({ ...one, text: one.text[language] }));
  return dropEmpty({
    hosts: (record.hosts ?? []).map(({ host, path }) => `${host}${path ?? ""}`),
    seat:
      record.seat &&
      dropEmpty({
        country: countryName(record.seat.country, language),
        city: record.seat.city?.[language],
        references: record.seat.references,
      }),
    founded: record.founded,
    owners: dated(record.owners),
    funding: dated(record.funding),
    independence: record.independence,
    method: record.method && { summary: record.method.summary[language], references: record.method.references },
    assessments: (record.assessments ?? []).map(({ assessor, date, dimension, url, verdict }) => ({
      assessor,
      date,
      dimension,
      url,
      verdict,
    })),
    criticisms: (record.criticisms ?? []).map((criticism) =>
      dropEmpty({
        text: criticism.text[language],
        by: criticism.by[language],
        reply: criticism.reply?.[language],
        references: criticism.references,
      }),
    ),
    caveats: record.caveats?.[language],
  }) as RecordDetail["source"];
}

/**
 * Other spellings, the reader's language first: then English and what is used across languages, and the name in its own country's
 * language; of the rest only those that carry a stance. All two dozen languages would be nobody's reading. Misspellings are for
 * finding, not for showing.
 */
function alsoCalled(record: AnyRecord, language: NoteLanguage): RecordDetail["alsoCalled"] {
  const original = originalLanguage(record);
  const rank = (tag: string) => [language, "en", "und", original].indexOf(tag);
  const names = Object.entries(record.names as Record<string, string>).map(([tag, alias]) => ({ tag, alias }));
  const aliases = Object.entries(record.aliases ?? {}).flatMap(([tag, list]) => list.map((alias) => ({ tag, alias })));
  const seen = new Set<string>([record.names[language]]);
  return [...names, ...aliases]
    .filter(({ alias, tag }) => shown(alias) && (rank(tag) >= 0 || stanceOf(alias) !== undefined))
    .sort((a, b) => (rank(a.tag) >>> 0) - (rank(b.tag) >>> 0))
    .flatMap(({ alias, tag }) => {
      const text = typeof alias === "string" ? alias : alias.text;
      if (seen.has(text)) return [];
      seen.add(text);
      const stance = stanceOf(alias);
      return [stance ? { text, lang: tag, stance } : { text, lang: tag }];
    });
}

function stanceOf(alias: Alias) {
  return typeof alias === "string" ? undefined : alias.stance;
}

/** The language of the country a record belongs to (CLDR likely subtags). */
export function originalLanguage(record: AnyRecord): string | undefined {
  if (!("country" in record) || record.country === undefined) return undefined;
  return new Intl.Locale(`und-${record.country}`).maximize().language;
}

function shown(alias: Alias): boolean {
  return typeof alias === "string" || (alias.quality === undefined && alias.use !== "short");
}

/** Absent fields are left out, not written as `undefined`: the result is JSON. */
function dropEmpty<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never;
}
