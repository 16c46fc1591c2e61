import type { LanguageRules, NoteLanguage } from "../../glossary/schema.js";
import type { EntitySummary } from "../annotation.js";
import { Lexicon } from "../attribution/lexicon.js";
import { Scanner } from "../fold/scan.js";
import { type FoldedRules, foldRules, noRules } from "../index/language-rules.js";
import { IndexError, type OpenedIndex, openIndex } from "../index/pack.js";
import { LanguageTeller } from "../link/language.js";
import { wordHash } from "../link/phrases.js";
import type { KnownRecord, NamesFile, RecordsFile } from "./files.js";
import { Readings } from "./readings.js";

/** All that `annotate` knows, in one reader's language. One knowledge serves one caller at a time (its scanner is reused). */
export interface Knowledge {
  index: OpenedIndex;
  scanner: Scanner;
  names: NamesFile;
  records: RecordsFile;
  teller: LanguageTeller;
  readings: Readings;
  /** Hashes of people's given names. */
  givenNames: ReadonlySet<number>;
  /** Affix rules by language, folded when first asked for. */
  rulesOf(language: string): FoldedRules;
  /** How the language says who says what, made when first asked for; undefined where it has no rules for that. */
  lexiconOf(language: string): Lexicon | undefined;
  byId: ReadonlyMap<string, KnownRecord>;
  reader: NoteLanguage;
  /** Summaries made so far, by page language and record: they are the same for every page. */
  summaries: Map<string, EntitySummary>;
}

/** The words for citing of all languages. */
function citingOf(languages: readonly LanguageRules[]): FoldedRules["citing"] {
  const all = (side: "before" | "after") => [...new Set(languages.flatMap(({ citing }) => citing?.[side] ?? []))];
  return { before: all("before"), after: all("after") };
}

/**
 * Opens what the build wrote.
 * @throws IndexError where the index is broken or stale, or where index, names and records are not of one build
 */
export function openKnowledge(index: ArrayBuffer, names: NamesFile, records: RecordsFile): Knowledge {
  const opened = openIndex(index);
  if (opened.stamp !== names.stamp || opened.stamp !== records.stamp) {
    throw new IndexError("The name index and the records are of different builds: build them again.");
  }
  const folded = new Map<string, FoldedRules>();
  const lexicons = new Map<string, Lexicon | undefined>();
  const bit = (tag: string): number => (names.languages.includes(tag) ? 1 << names.languages.indexOf(tag) : 0);
  const citing = citingOf(Object.values(names.rules));
  const sharedBy = (language: string, related: readonly string[] = []) => {
    const own = related.reduce((bits, tag) => bits | bit(tag), bit(language));
    return { own, declined: own | bit("und") | bit("en"), citing };
  };
  return {
    index: opened,
    scanner: new Scanner(opened.table),
    names,
    records,
    teller: new LanguageTeller(Object.entries(names.rules), new Scanner(opened.table)),
    readings: new Readings(opened, names),
    givenNames: new Set(names.given.map(wordHash)),
    rulesOf(language) {
      const known = folded.get(language);
      if (known) return known;
      const rules = names.rules[language];
      const made = rules ? foldRules(rules, opened.table, sharedBy(language, rules.related)) : { ...noRules(), citing };
      folded.set(language, made);
      return made;
    },
    lexiconOf(language) {
      if (lexicons.has(language)) return lexicons.get(language);
      const rules = names.rules[language];
      const made = rules?.attribution && new Lexicon(rules, rules.attribution);
      lexicons.set(language, made);
      return made;
    },
    byId: new Map(names.records.map((record) => [record.id, record])),
    reader: records.language,
    summaries: new Map(),
  };
}
