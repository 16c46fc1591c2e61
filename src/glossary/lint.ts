import { allRecords, type Glossary } from "./glossary.js";
import {
  type DesignationWords,
  designationSentences,
  relationAgreementSentences,
  standingAgreementSentences,
} from "./lint/agreement.js";
import { aliasSentences, collisionSentences, spellingsOf } from "./lint/aliases.js";
import { conflictDateSentences, dateSentences } from "./lint/dates.js";
import { languageSentences } from "./lint/languages.js";
import { type CountryAt, placeSentences } from "./lint/places.js";
import type { Problem } from "./lint/problem.js";
import { hostSentences, referenceSentences, relationSentences } from "./lint/references.js";
import { textSentences } from "./lint/texts.js";
import { verdictSentences } from "./lint/verdicts.js";
import type { EditorialRules } from "./schema/editorial.js";

export type { Problem } from "./lint/problem.js";

/** What the lint needs and this room does not hold. */
export interface LintMeans {
  /** The file of a record. */
  fileOf(id: string): string;
  /** The engine's folding: spellings that it makes equal are one. */
  fold(text: string): string;
  countryAt: CountryAt;
  editorial: EditorialRules;
}

/** What a glossary that fits the schema still has wrong. Pure; the sentences are in English, for contributors. */
export function lintGlossary(glossary: Glossary, { countryAt, editorial, fileOf, fold }: LintMeans): Problem[] {
  const problems: Problem[] = [];
  const report = (id: string, sentences: readonly string[]) => {
    for (const sentence of sentences) problems.push({ file: fileOf(id), sentence });
  };
  const ids = new Set<string>();
  const titles = new Map<string, string>();
  const designations: DesignationWords = new Map();
  const records = allRecords(glossary);
  for (const record of records) {
    if (ids.has(record.id)) report(record.id, [`The id "${record.id}" is used twice.`]);
    ids.add(record.id);
    for (const key of ["wikipedia", "wikidata"] as const) {
      const value = record[key];
      const other = value === undefined ? undefined : titles.get(value);
      if (other !== undefined) report(record.id, [`${key} "${value}" already belongs to ${other}.`]);
      if (value !== undefined) titles.set(value, record.id);
    }
    report(record.id, aliasSentences(record, fold));
    report(record.id, textSentences(record));
    report(record.id, languageSentences(record));
    report(record.id, verdictSentences(record, editorial));
    report(record.id, referenceSentences(record));
    report(record.id, dateSentences(record));
    report(record.id, conflictDateSentences(record, glossary));
    report(record.id, relationSentences(record, glossary));
    report(record.id, relationAgreementSentences(record, glossary));
    report(record.id, standingAgreementSentences(record, glossary));
    report(record.id, designationSentences(record, designations));
    report(record.id, placeSentences(record, countryAt, editorial));
  }
  const spellings = records.flatMap((record) => spellingsOf(record, fold));
  for (const [id, sentences] of collisionSentences(spellings, fold)) report(id, sentences);
  for (const [id, sentences] of hostSentences(glossary)) report(id, sentences);
  return problems;
}
