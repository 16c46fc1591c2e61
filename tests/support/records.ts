import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";
import { GLOSSARY_FOLDER } from "../../src/cli/glossary-files.js";
import type { Glossary, Identified } from "../../src/glossary/glossary.js";
import {
  type ConflictRecord,
  type CountryNames,
  type EntityRecord,
  LanguageRules,
  type Localized,
  type Reference,
  type SourceRecord,
  SpellingRules,
  type TermRecord,
} from "../../src/glossary/schema.js";

/** Names of a built record: English at least; Indonesian and Arabic are the English one where they are not given. */
export type GivenNames = { en: string } & Record<string, string>;

/** What a test says of a record; whatever it leaves out is filled with something valid that says nothing. */
export type Given<R extends { names: object }> = Partial<Omit<R, "names">> & { id?: string; names?: GivenNames };

/** The only reference of a record that a test gives none: `r1`. */
export const REFERENCE: Reference = {
  id: "r1",
  url: "https://example.com/page",
  publisher: "Example Encyclopedia",
  supports: "what it is",
  published: "undated",
  opened: "2024-01-31",
};

/** The same text in the three languages of the interface. */
export const inAll = (text: string): Localized => ({ en: text, id: text, ar: text });

/**
 * A group named by its id ("red-valley" → "Red Valley"), without aliases.
 * @example entity({ id: "rawa", kind: "place", names: { en: "Rawa", ar: "راوة" }, aliases: { id: ["Rawah"] } })
 */
export function entity(given: Given<EntityRecord> = {}): Identified<EntityRecord> {
  return { kind: "group", ...given, ...commonOf(given, "red-valley") };
}

/** A news outlet without hosts, independent and commercial. */
export function source(given: Given<SourceRecord> = {}): Identified<SourceRecord> {
  return {
    kind: "outlet",
    function: "news_site",
    independence: "independent_commercial",
    ...given,
    ...commonOf(given, "valley-news"),
  };
}

/** A war in Syria since 2011 between the sides `north` (Syria) and `south` (Iraq). */
export function conflict(given: Given<ConflictRecord> = {}): Identified<ConflictRecord> {
  return {
    from: "2011",
    area: { countries: ["SY"] },
    sides: [
      { id: "north", name: inAll("North"), members: [{ who: "country:SY", references: ["r1"] }] },
      { id: "south", name: inAll("South"), members: [{ who: "country:IQ", references: ["r1"] }] },
    ],
    ...given,
    ...commonOf(given, "valley-war"),
  };
}

/** A loaded word. */
export function term(given: Given<TermRecord> = {}): Identified<TermRecord> {
  return { sort: "loaded", ...given, ...commonOf(given, "usurper") };
}

/** What a glossary of a test is made of. */
export interface GlossaryParts {
  entities?: Identified<EntityRecord>[];
  sources?: Identified<SourceRecord>[];
  conflicts?: Identified<ConflictRecord>[];
  terms?: Identified<TermRecord>[];
  /** Rules by language tag; the real ones where left out. */
  languages?: Map<string, LanguageRules>;
  /** By ISO code; none where left out. */
  countries?: Map<string, CountryNames>;
  /** The real ones where left out. */
  spelling?: SpellingRules;
}

/** A glossary of exactly these records, with the real rules of every language. */
export function glossaryOf(parts: GlossaryParts = {}): Glossary {
  return {
    entities: parts.entities ?? [],
    sources: parts.sources ?? [],
    conflicts: parts.conflicts ?? [],
    terms: parts.terms ?? [],
    languages: parts.languages ?? realLanguages(),
    spelling: parts.spelling ?? realSpelling(),
    countries: parts.countries ?? new Map(),
  };
}

let languagesRead: ReadonlyMap<string, LanguageRules> | undefined;

/** The rules that ship, `src/glossary/languages/<tag>.yaml`, by tag; a map of the caller's own. */
export function realLanguages(): Map<string, LanguageRules> {
  languagesRead ??= readLanguages(join(GLOSSARY_FOLDER, "languages"));
  return new Map(languagesRead);
}

let spellingRead: SpellingRules | undefined;

/** The spelling rules that ship. */
export function realSpelling(): SpellingRules {
  spellingRead ??= v.parse(SpellingRules, parse(readFileSync(join(GLOSSARY_FOLDER, "spelling.yaml"), "utf8")));
  return spellingRead;
}

function readLanguages(folder: string): Map<string, LanguageRules> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
  return new Map(
    files.map((file) => [
      basename(file, ".yaml"),
      v.parse(LanguageRules, parse(readFileSync(join(folder, file), "utf8"))),
    ]),
  );
}

/** The fields that every record has, filled where the test gives none. */
function commonOf(given: Given<EntityRecord | SourceRecord | ConflictRecord | TermRecord>, defaultId: string) {
  const id = given.id ?? defaultId;
  const en = given.names?.en ?? titleOf(id);
  return {
    id,
    names: { id: en, ar: en, ...given.names, en },
    description: given.description ?? inAll("Something in a test"),
    note: given.note ?? inAll("Something that exists in a test and nowhere else."),
    references: given.references ?? [REFERENCE],
    reviewed: given.reviewed ?? "2024-01",
  };
}

function titleOf(id: string): string {
  return id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
