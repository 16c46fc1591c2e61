import type { Dated } from "../../glossary/partial-date.js";
import type { Kind, LanguageRules, NoteLanguage } from "../../glossary/schema.js";
import type { FoldedRule } from "../link/rule.js";
import type { RecordDetail } from "../record-detail.js";

/** A record as the linker needs it, whatever the reader's language. */
export interface KnownRecord {
  id: string;
  kind: Kind;
  sort?: "loaded" | "technical" | "newsroom";
  wikipedia?: string;
  wikidata?: string;
  /** Display name by language. */
  names: Record<string, string>;
  /** Language of the name in its own country. */
  original?: string;
  rules?: FoldedRule[];
  /** Persons: folded given names, by which a namesake is told from them. */
  given?: string[];
  /** Persons: folded surnames, word by word. */
  surnames?: string[];
  /** Persons: the state they belong to, as `country:XX`. */
  state?: string;
  /** The state whose affairs a text is about that names this record, as `country:XX`. */
  about?: string;
}

/** An address of a source. */
export interface KnownHost {
  host: string;
  match: "suffix" | "exact";
  path?: string;
  record: string;
}

/** A conflict as far as pages are told to be about it, and its members to be parties. Dates may be inexact. */
export interface KnownConflict {
  id: string;
  from: string;
  until?: string;
  countries: string[];
  places: string[];
  sides: { id: string; members: ({ who: string } & Dated)[] }[];
}

/** `names.json`: what goes with the packed index. Records stand in the order of their numbers in the index. */
export interface NamesFile {
  stamp: number;
  /** `YYYY-MM`: newest review in the glossary. */
  knowledge: string;
  /** Languages by their number in the index; 0 is `und`. */
  languages: string[];
  rules: Record<string, LanguageRules>;
  records: KnownRecord[];
  /** Folded given names of people, the records' own and others. */
  given: string[];
  hosts: KnownHost[];
  conflicts: KnownConflict[];
}

/** `records.<language>.json`: what a reader of that language is shown. */
export interface RecordsFile {
  stamp: number;
  language: NoteLanguage;
  records: Record<string, RecordDetail>;
}
