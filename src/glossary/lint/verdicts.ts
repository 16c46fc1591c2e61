import type { AnyRecord } from "../glossary.js";
import type { EditorialRules } from "../schema/editorial.js";
import { NOTE_LANGUAGES } from "../schema.js";
import { localizedTexts, withoutNames } from "./languages.js";

const QUOTED = /["“”«»„‘][^"“”«»„’]*["“”«»’]/gu;

/**
 * Complaints about words that judge and are nobody's: no word in the sentence says whose, and no quotation marks stand around them.
 * Terms are left out, whose subject such words are; so is the bearer's own name ("National Counter-Terrorism Agency").
 */
export function verdictSentences(record: AnyRecord, rules: EditorialRules): string[] {
  if ("sort" in record) return [];
  const sentences: string[] = [];
  for (const [what, text] of localizedTexts(record)) {
    for (const language of NOTE_LANGUAGES) {
      for (const sentence of sentencesOf(withoutNames(text[language], record, language))) {
        const words = wordsOf(sentence.replace(QUOTED, " "));
        const verdict = words.find((word) => rules.verdicts[language].some((entry) => fits(word, entry)));
        if (verdict === undefined) continue;
        if (wordsOf(sentence).some((word) => rules.attributing[language].some((entry) => fits(word, entry)))) continue;
        sentences.push(`"${verdict}" in ${what} (${language}) judges, and the sentence does not say who does.`);
      }
    }
  }
  return sentences;
}

const sentencesOf = (text: string) => text.split(/(?<=[.!?؟;؛])\s+/u);
const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []).map((word) => word.normalize("NFC"));

/** `entry` may end in `*` for any ending; Arabic words may have و, ف, ب or ل before them. */
function fits(word: string, entry: string): boolean {
  const stem = entry.endsWith("*") ? entry.slice(0, -1) : undefined;
  const isIt = (form: string) => (stem === undefined ? form === entry : form.startsWith(stem));
  return isIt(word) || (/^[وفبل]/u.test(word) && isIt(word.slice(1)));
}
