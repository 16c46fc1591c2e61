import type { NoteLanguage } from "../../glossary/schema.js";
import { foldText, Scanner } from "../fold/scan.js";
import { type FoldedRules, foldRules, noRules } from "../index/language-rules.js";
import { IndexError, type OpenedIndex, openIndex } from "../index/pack.js";
import { LanguageTeller } from "../link/language.js";
import type { KnownRecord, NamesFile, RecordsFile } from "./files.js";

/** All that `annotate` knows, in one reader's language. One knowledge serves one caller at a time (its scanner is reused). */
export interface Knowledge {
  index: OpenedIndex;
  scanner: Scanner;
  names: NamesFile;
  records: RecordsFile;
  teller: LanguageTeller;
  /** Affix rules by language, folded when first asked for. */
  rulesOf(language: string): FoldedRules;
  /** Folded form of a spelling of the glossary. Uses a scanner of its own, so a scan in use stays valid. */
  folded(spelling: string): string;
  byId: ReadonlyMap<string, KnownRecord>;
  reader: NoteLanguage;
}

const NONE = noRules();

/**
 * Opens what the build wrote.
 * @throws IndexError where the index is broken or stale, or where index, names and records are not of one build
 */
export function openKnowledge(index: ArrayBuffer, names: NamesFile, records: RecordsFile): Knowledge {
  const opened = openIndex(index);
  if (opened.stamp !== names.stamp || opened.stamp !== records.stamp) {
    throw new IndexError("The name index and the records are of different builds: build them again.");
  }
  const scanner = new Scanner(opened.table);
  const folded = new Map<string, FoldedRules>();
  const forms = new Map<string, string>();
  const speller = new Scanner(opened.table);
  return {
    index: opened,
    scanner,
    names,
    records,
    teller: new LanguageTeller(Object.entries(names.rules), new Scanner(opened.table)),
    rulesOf(language) {
      const known = folded.get(language);
      if (known) return known;
      const rules = names.rules[language];
      const made = rules ? foldRules(rules, speller) : NONE;
      folded.set(language, made);
      return made;
    },
    folded(spelling) {
      const known = forms.get(spelling);
      if (known !== undefined) return known;
      const form = foldText(spelling, speller);
      forms.set(spelling, form);
      return form;
    },
    byId: new Map(names.records.map((record) => [record.id, record])),
    reader: records.language,
  };
}
