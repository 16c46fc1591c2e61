import { allRecords, type Glossary } from "./glossary.js";
import { aliasSentences, collisionSentences, spellingsOf } from "./lint/aliases.js";
import type { Problem } from "./lint/problem.js";
import { hostSentences, referenceSentences, relationSentences } from "./lint/references.js";
import { textSentences } from "./lint/texts.js";

export type { Problem } from "./lint/problem.js";

/**
 * What a glossary that fits the schema still has wrong. `fileOf` gives the file of a record, `fold` the engine's folding.
 * Pure; the sentences are in English, for contributors.
 */
export function lintGlossary(
  glossary: Glossary,
  fileOf: (id: string) => string,
  fold: (text: string) => string,
): Problem[] {
  const problems: Problem[] = [];
  const report = (id: string, sentences: readonly string[]) => {
    for (const sentence of sentences) problems.push({ file: fileOf(id), sentence });
  };
  const ids = new Set<string>();
  const titles = new Map<string, string>();
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
    report(record.id, referenceSentences(record));
    report(record.id, relationSentences(record, glossary));
  }
  const spellings = records.flatMap((record) => spellingsOf(record, fold));
  for (const [id, sentences] of collisionSentences(spellings, fold)) report(id, sentences);
  for (const [id, sentences] of hostSentences(glossary)) report(id, sentences);
  return problems;
}
