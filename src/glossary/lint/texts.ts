import type { AnyRecord } from "../glossary.js";
import { DESCRIPTION_MAX_WORDS, NOTE_LANGUAGES, NOTE_MAX_WORDS } from "../schema.js";

/** Words as a reader counts them: runs between spaces that hold a letter or digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** Complaints about the length of a record's texts. */
export function textSentences(record: AnyRecord): string[] {
  const sentences: string[] = [];
  for (const language of NOTE_LANGUAGES) {
    const note = countWords(record.note?.[language] ?? "");
    if (note > NOTE_MAX_WORDS)
      sentences.push(`The note in "${language}" has ${note} words; at most ${NOTE_MAX_WORDS} fit a card.`);
    for (const { text, until } of record.earlier_notes ?? []) {
      const earlier = countWords(text[language]);
      if (earlier > NOTE_MAX_WORDS)
        sentences.push(
          `The note until ${until} in "${language}" has ${earlier} words; at most ${NOTE_MAX_WORDS} fit a card.`,
        );
    }
    const description = countWords(record.description[language]);
    if (description > DESCRIPTION_MAX_WORDS) {
      sentences.push(
        `The description in "${language}" has ${description} words; at most ${DESCRIPTION_MAX_WORDS} fit a line.`,
      );
    }
  }
  return sentences;
}
