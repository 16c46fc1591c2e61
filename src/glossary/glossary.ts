import type { CountryNames } from "./schema/country.js";
import type {
  ConflictRecord,
  EntityRecord,
  Kind,
  LanguageRules,
  SourceRecord,
  SpellingRules,
  TermRecord,
} from "./schema.js";

/** A record with the id that its file name gives it. */
export type Identified<T> = T & { id: string };

/** All knowledge, read and checked. */
export interface Glossary {
  entities: Identified<EntityRecord>[];
  sources: Identified<SourceRecord>[];
  conflicts: Identified<ConflictRecord>[];
  terms: Identified<TermRecord>[];
  /** Rules by language tag. */
  languages: Map<string, LanguageRules>;
  /** How names of other scripts are written in Latin letters. */
  spelling: SpellingRules;
  /** What CLDR does not say of states, by ISO code. */
  countries: Map<string, CountryNames>;
}

/** Rules that make no spelling. */
export const NO_SPELLING: SpellingRules = {
  languages: [],
  article: { plain: [], assimilated: {} },
  words: [],
  endings: [],
  letters: [],
  surname_particles: [],
  given_names: [],
};

export type AnyRecord = Identified<EntityRecord | SourceRecord | ConflictRecord | TermRecord>;

/** Every record of the glossary, in a stable order. */
export function allRecords(glossary: Glossary): AnyRecord[] {
  return [...glossary.entities, ...glossary.sources, ...glossary.conflicts, ...glossary.terms];
}

/** The kind under which mentions of a record are shown: a conflict is an event. */
export function kindOf(record: AnyRecord): Kind {
  if ("kind" in record) return record.kind;
  return "sides" in record ? "event" : "term";
}
