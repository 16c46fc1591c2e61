import { type AnyRecord, allRecords, type Glossary, kindOf } from "../../glossary/glossary.js";
import {
  type Alias,
  type ConflictRecord,
  type Kind,
  type LanguageRules,
  NOTE_LANGUAGES,
  type NoteLanguage,
} from "../../glossary/schema.js";
import { foldAttribution } from "../attribution/fold.js";
import { foldText } from "../fold/letters.js";
import { Scanner } from "../fold/scan.js";
import { buildFoldTable } from "../fold/table.js";
import { compileIndex } from "../index/compile.js";
import { stampOf } from "../index/layout.js";
import { packIndex } from "../index/pack.js";
import { transliterationOf } from "../index/transliteration.js";
import { foldRule } from "../link/rule.js";
import type { KnownConflict, KnownRecord, NamesFile, RecordsFile } from "./files.js";
import { type CountryName, localiseRecords, originalLanguage } from "./localise.js";
import { packSpellings, type SpellingsFile } from "./spelling-list.js";
import { type NamedRecord, spellingsOf } from "./spellings.js";
import { givenNameOf } from "./surnames.js";

/** What the build writes: the spellings, the names that go with them, and the records by language; and the index of the spellings. */
export interface BuiltKnowledge {
  spellings: SpellingsFile;
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

/** Slips are looked for in the names that most pages have: in Latin letters and in Arabic. */
const SLIP_LANGUAGES: readonly string[] = ["en", "ar"];
/** Kinds whose names are proper names, not words of a language. */
const PROPER_KINDS: ReadonlySet<Kind> = new Set(["force", "group", "monitor", "outlet", "party", "person", "place"]);

interface Named extends NamedRecord {
  known: KnownRecord;
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
  const fold = remembered((text) => foldText(text, scanner));
  const named = [...recordsOf(glossary), ...countriesOf(glossary, countries)];
  const languages = [
    "und",
    ...new Set(named.flatMap(({ aliases }) => Object.keys(aliases)).filter((tag) => tag !== "und")),
  ];
  const forms = {
    languages: glossary.languages,
    transliteration: transliterationOf(glossary.spelling),
    surnames: {
      particles: new Set(glossary.spelling.surname_particles),
      titles: new Set([...glossary.languages.values()].flatMap(({ titles }) => titles ?? [])),
    },
    fold,
  };
  const titles = new Set([...forms.surnames.titles].map(fold));
  const given = new Set(glossary.spelling.given_names.map(fold));
  const spellings = named.flatMap((record, number) => {
    const { aliases, ambiguity, known, person } = record;
    if (ambiguity.length > 0) known.rules = ambiguity.map((rule) => foldRule(rule, fold));
    if (person) {
      known.given = givenNames(aliases, fold).filter((name) => !titles.has(name));
      known.surnames = surnameWords(aliases, fold);
      for (const name of known.given) given.add(name);
    }
    return spellingsOf(number, record, (tag) => languages.indexOf(tag), forms);
  });
  const compiled = compileIndex(spellings, table);
  const names: Omit<NamesFile, "stamp"> = {
    knowledge:
      allRecords(glossary)
        .map(({ reviewed }) => reviewed)
        .sort()
        .at(-1) ?? "",
    languages,
    rules: Object.fromEntries([...glossary.languages].map(([tag, rules]) => [tag, withFoldedPhrases(rules, fold)])),
    records: named.map(({ known }) => known),
    given: [...given].sort(),
    conflicts: glossary.conflicts.map(conflictOf),
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
  return {
    spellings: packSpellings(spellings, languages, stamp),
    index: packIndex(compiled, stamp),
    names: { stamp, ...names },
    records,
  };
}

/** Phrases are compared folded, as those of ambiguity rules are. */
function withFoldedPhrases(rules: LanguageRules, fold: (text: string) => string): LanguageRules {
  const { attribution, citing, titles } = rules;
  return {
    ...rules,
    ...(citing ? { citing: { before: citing.before.map(fold), after: citing.after.map(fold) } } : {}),
    ...(titles ? { titles: titles.map(fold) } : {}),
    ...(attribution ? { attribution: foldAttribution(attribution, fold) } : {}),
  };
}

function conflictOf({ area, from, id, sides, until }: ConflictRecord & { id: string }): KnownConflict {
  return {
    id,
    from,
    ...(until === undefined ? {} : { until }),
    countries: area.countries,
    places: area.places ?? [],
    sides: sides.map((side) => ({
      id: side.id,
      members: side.members.map(({ references: _, ...member }) => member),
    })),
  };
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
    person: "kind" in record && record.kind === "person",
    proper: PROPER_KINDS.has(kindOf(record)),
    slips: PROPER_KINDS.has(kindOf(record)) ? SLIP_LANGUAGES : [],
    aliases: withNames(record.names as Record<string, string>, record.aliases ?? {}),
    ambiguity: record.ambiguity ?? [],
    lookalikes: record.lookalikes ?? [],
  }));
}

/** The language of the country a record belongs to, where the record has a name in it. */
function originalOf(record: AnyRecord): { original?: string } {
  const language = originalLanguage(record);
  const named = language !== undefined && (record.names as Record<string, string>)[language] !== undefined;
  return named ? { original: language } : {};
}

/** Places and actors stand for their state as evidence; persons and outlets are named in stories about others. */
function aboutOf(record: AnyRecord): { about?: string; state?: string } {
  if (!("country" in record) || record.country === undefined) return {};
  const state = `country:${record.country}`;
  return record.kind === "person" ? { state } : { about: state };
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
        ...(own?.wikidata ? { wikidata: own.wikidata } : {}),
        names: display,
      },
      person: false,
      proper: false,
      slips: [],
      ownLanguage: true,
      aliases,
      ambiguity: own?.ambiguity ?? [],
      lookalikes: own?.lookalikes ?? [],
    };
  });
}

/** Folded given names in a person's names. */
function givenNames(aliases: Record<string, readonly Alias[]>, fold: (text: string) => string): string[] {
  const names = Object.values(aliases)
    .flat()
    .flatMap((alias) => givenNameOf(typeof alias === "string" ? alias : alias.text) ?? []);
  return [...new Set(names.map(fold))].filter((name) => name !== "").sort();
}

/** Folded words behind the given name in a person's names. */
function surnameWords(aliases: Record<string, readonly Alias[]>, fold: (text: string) => string): string[] {
  const texts = Object.values(aliases).flatMap((list) =>
    list.map((alias) => (typeof alias === "string" ? alias : alias.text)),
  );
  const words = texts.flatMap((text) => fold(text).split(" ").slice(1));
  return [...new Set(words)].filter((word) => word.length > 1).sort();
}

function remembered(fold: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let form = known.get(text);
    if (form === undefined) {
      form = fold(text);
      known.set(text, form);
    }
    return form;
  };
}
