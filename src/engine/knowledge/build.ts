import { type AnyRecord, allRecords, type Glossary, kindOf } from "../../glossary/glossary.js";
import { type Alias, type Ambiguity, NOTE_LANGUAGES, type NoteLanguage } from "../../glossary/schema.js";
import { foldText, Scanner } from "../fold/scan.js";
import { buildFoldTable } from "../fold/table.js";
import { compileIndex, type Spelling } from "../index/compile.js";
import { declinedForms } from "../index/declension.js";
import { ENTRY, stampOf } from "../index/layout.js";
import { packIndex } from "../index/pack.js";
import { foldRule } from "../link/rule.js";
import type { KnownRecord, NamesFile, RecordsFile } from "./files.js";
import { type CountryName, localiseRecords } from "./localise.js";

/** What the build writes: the packed index, the names that go with it, and the records by language. */
export interface BuiltKnowledge {
  index: ArrayBuffer;
  names: NamesFile;
  records: Record<NoteLanguage, RecordsFile>;
}

/** A state as CLDR names it. */
export interface CldrCountry {
  code: string;
  /** Long and short names by language. */
  names: Record<string, string[]>;
}

interface Named {
  known: KnownRecord;
  aliases: Record<string, readonly Alias[]>;
  ambiguity: readonly Ambiguity[];
  lookalikes: readonly string[];
}

/**
 * Compiles the glossary into what runs. Pure: countries' names come in as an argument.
 * @throws RangeError where the glossary outgrows the index's layout
 */
export function buildKnowledge(
  glossary: Glossary,
  countries: readonly CldrCountry[],
  countryName: CountryName,
): BuiltKnowledge {
  const table = buildFoldTable();
  const scanner = new Scanner(table);
  const fold = (text: string) => foldText(text, scanner);
  const named = [...recordsOf(glossary), ...countriesOf(glossary, countries)];
  const languages = [
    "und",
    ...new Set(named.flatMap(({ aliases }) => Object.keys(aliases)).filter((tag) => tag !== "und")),
  ];

  const spellings: Spelling[] = [];
  for (const [record, { aliases, ambiguity, known, lookalikes }] of named.entries()) {
    const rules = ambiguity.map((rule) => foldRule(rule, scanner));
    if (rules.length > 0) known.rules = rules;
    const ruled = new Set(rules.flatMap(({ forms }) => forms));
    for (const [languageTag, list] of Object.entries(aliases)) {
      for (const alias of list) {
        const text = textOf(alias);
        const language = languages.indexOf(languageTag);
        const isRuled = ruled.has(fold(text));
        const flags = flagsOf(alias) | (isRuled ? ENTRY.ruled : 0);
        spellings.push({ record, text, language, languageTag, flags });
        // A rule speaks of the spellings that it names; their other cases would go without it.
        const declension = isRuled ? undefined : glossary.languages.get(languageTag)?.declension;
        if (!declension) continue;
        for (const form of declinedForms(text, declension)) {
          spellings.push({ record, text: form, language, languageTag, flags });
        }
      }
    }
    for (const text of lookalikes) {
      spellings.push({ record, text, language: 0, languageTag: "und", flags: ENTRY.lookalike });
    }
  }

  const compiled = compileIndex(spellings, table);
  const names: Omit<NamesFile, "stamp"> = {
    knowledge:
      allRecords(glossary)
        .map(({ reviewed }) => reviewed)
        .sort()
        .at(-1) ?? "",
    languages,
    rules: Object.fromEntries([...glossary.languages].map(([tag, { declension: _, ...rules }]) => [tag, rules])),
    records: named.map(({ known }) => known),
    hosts: glossary.sources.flatMap(({ hosts, id }) =>
      (hosts ?? []).map((host) => ({ ...host, record: id })),
    ) as NamesFile["hosts"],
  };
  const details = NOTE_LANGUAGES.map(
    (language) => [language, localiseRecords(glossary, language, countryName)] as const,
  );
  const stamp = stampOf(JSON.stringify([names, spellings, details]));
  const records = Object.fromEntries(
    details.map(([language, localised]): [NoteLanguage, RecordsFile] => [
      language,
      { stamp, language, records: localised },
    ]),
  ) as BuiltKnowledge["records"];
  return { index: packIndex(compiled, stamp), names: { stamp, ...names }, records };
}

function recordsOf(glossary: Glossary): Named[] {
  return allRecords(glossary).map((record) => ({
    known: {
      id: record.id,
      kind: kindOf(record),
      ...("sort" in record ? { sort: record.sort } : {}),
      ...(record.wikipedia ? { wikipedia: record.wikipedia } : {}),
      ...(record.wikidata ? { wikidata: record.wikidata } : {}),
      names: record.names as Record<string, string>,
      ...originalOf(record),
      ...aboutOf(record),
    },
    aliases: withNames(record.names as Record<string, string>, record.aliases ?? {}),
    ambiguity: record.ambiguity ?? [],
    lookalikes: record.lookalikes ?? [],
  }));
}

/** The language of the country a record belongs to (CLDR likely subtags), where the record has a name in it. */
function originalOf(record: AnyRecord): { original?: string } {
  if (!("country" in record) || record.country === undefined) return {};
  const { language } = new Intl.Locale(`und-${record.country}`).maximize();
  return (record.names as Record<string, string>)[language] === undefined ? {} : { original: language };
}

/** Places and actors stand for their state as evidence; persons and outlets are named in stories about others. */
function aboutOf(record: AnyRecord): { about?: string } {
  if (!("country" in record) || record.country === undefined || record.kind === "person") return {};
  return { about: `country:${record.country}` };
}

/** Display names are spellings too. */
function withNames(
  names: Record<string, string>,
  aliases: Record<string, readonly Alias[]>,
): Record<string, readonly Alias[]> {
  const all: Record<string, readonly Alias[]> = { ...aliases };
  for (const [language, name] of Object.entries(names)) all[language] = [name, ...(aliases[language] ?? [])];
  return all;
}

function countriesOf(glossary: Glossary, countries: readonly CldrCountry[]): Named[] {
  return countries.map(({ code, names }) => {
    const own = glossary.countries.get(code);
    const display: Record<string, string> = {};
    const aliases: Record<string, Alias[]> = {};
    for (const [language, [name, ...others]] of Object.entries(names)) {
      if (name === undefined) continue;
      display[language] = name;
      aliases[language] = [name, ...others];
    }
    for (const [language, list] of Object.entries(own?.aliases ?? {})) {
      aliases[language] = [...(aliases[language] ?? []), ...list];
    }
    return {
      known: {
        id: `country:${code}`,
        kind: "country",
        wikipedia: own?.wikipedia ?? display.en ?? code,
        names: display,
      },
      aliases,
      ambiguity: own?.ambiguity ?? [],
      lookalikes: own?.lookalikes ?? [],
    };
  });
}

const textOf = (alias: Alias): string => (typeof alias === "string" ? alias : alias.text);

function flagsOf(alias: Alias): number {
  if (typeof alias === "string") return 0;
  return (alias.use === "short" ? ENTRY.short : 0) | (alias.quality === "misspelling" ? ENTRY.misspelling : 0);
}
