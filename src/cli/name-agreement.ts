import { annotate } from "../engine/annotate.js";
import type { Knowledge } from "../engine/knowledge/open.js";
import type { AnyRecord } from "../glossary/glossary.js";
import { NOTE_LANGUAGES } from "../glossary/schema.js";

/**
 * The records that a note names in one language of the interface and not in another, each with the languages that name it: `raqqa (en, id)`.
 * Found as on a page, so a name may also have been missed, or a state be told of by its capital: somebody has to look. States are left out.
 */
export function namesThatDiffer(record: AnyRecord, knowledge: Knowledge): string[] {
  if (!record.note) return [];
  const found = new Map<string, string[]>();
  for (const language of NOTE_LANGUAGES) {
    const text = `${record.names[language]}. ${record.note[language]}`;
    const { entities } = annotate({ blocks: [{ id: 1, revision: 1, text, lang: language }] }, knowledge);
    for (const { id, kind } of entities) {
      if (kind !== "country" && id !== record.id) found.set(id, [...(found.get(id) ?? []), language]);
    }
  }
  return [...found]
    .filter(([, languages]) => languages.length < NOTE_LANGUAGES.length)
    .map(([id, languages]) => `${id} (${languages.join(", ")})`);
}
