import type { AnyRecord } from "../glossary.js";
import { type Localized, NOTE_LANGUAGES, type NoteLanguage } from "../schema.js";

/** Complaints about texts of a record whose numerals or months differ between the languages. */
export function languageSentences(record: AnyRecord): string[] {
  const sentences: string[] = [];
  for (const [what, text] of localizedTexts(record)) {
    for (const [things, read] of [
      ["numerals", numeralsOf],
      ["months", monthsOf],
    ] as const) {
      const found = NOTE_LANGUAGES.map((language) => {
        const all = read(withoutNames(text[language], record, language), language);
        return [...new Set(all)].sort().join(" ") || "none";
      });
      if (new Set(found).size > 1) {
        const list = NOTE_LANGUAGES.map((language, i) => `${language} ${found[i]}`).join(", ");
        sentences.push(`The ${things} of ${what} differ: ${list}.`);
      }
    }
  }
  return sentences;
}

/** The texts in three languages that a reader sees as one statement. */
export function* localizedTexts(record: AnyRecord): Generator<[string, Localized]> {
  yield ["the description", record.description];
  if (record.note) yield ["the note", record.note];
  for (const { text, until } of record.earlier_notes ?? []) yield [`the note until ${until}`, text];
  for (const { from, text, what } of record.periods ?? []) yield [`the period ${what} of ${from}`, text];
  for (const key of ["owners", "funding"] as const) {
    if (!(key in record)) continue;
    const list = (record as Partial<Record<typeof key, { text: Localized }[]>>)[key] ?? [];
    for (const [i, { text }] of list.entries()) yield [`${key} ${i + 1}`, text];
  }
  if ("method" in record && record.method) yield ["the method", record.method.summary];
  if ("caveats" in record && record.caveats) yield ["the caveats", record.caveats];
}

/** A name may hold a number ("i24NEWS") that another language does not write. */
export function withoutNames(text: string, record: AnyRecord, language: NoteLanguage): string {
  return [record.names[language], record.names.en].reduce((rest, name) => rest.replaceAll(name ?? "\0", " "), text);
}

/**
 * Numerals of a text, Arabic-Indic ones too, without the separators of thousands; decimals with a point. Decades ("1960s", "1960-an") and
 * ordinals ("4th", "ke-4") are left out: Arabic has words for them.
 */
export function numeralsOf(text: string): string[] {
  const western = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٫/g, ".")
    .replace(/٬/g, ",");
  return (western.match(/(?<![A-Za-z\d.,]|ke-)\d+(?:[.,]\d+)*(?!\d|s\b|-an\b|st\b|nd\b|rd\b|th\b)/g) ?? []).map(
    (numeral) => (/^\d{1,3}(?:[.,]\d{3})+$/.test(numeral) ? numeral.replace(/[.,]/g, "") : numeral.replace(",", ".")),
  );
}

/** Months as numbers, where a numeral stands beside them: alone some are other words ("may", "مارس"). */
function monthsOf(text: string, language: NoteLanguage): string[] {
  const names = MONTHS[language];
  const found: string[] = [];
  for (const [i, name] of names.entries()) {
    const beside = new RegExp(`(?:\\d\\s+|\\d\\s+[وف]?)${name}(?!\\p{L})|(?<!\\p{L})[ولبف]?${name}\\s+\\d`, "gu");
    for (const _ of text.matchAll(beside)) found.push(String(i + 1).padStart(2, "0"));
  }
  return [...new Set(found)];
}

/** Names of the months in each language of the interface, from CLDR. */
const MONTHS = Object.fromEntries(
  NOTE_LANGUAGES.map((language) => {
    const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    return [language, Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 1)))];
  }),
) as Record<NoteLanguage, string[]>;
