import ar from "../_locales/ar/messages.json";
import en from "../_locales/en/messages.json";
import id from "../_locales/id/messages.json";
import type { NoteLanguage } from "../glossary/schema/vocabulary.js";

/**
 * The interface catalogue at run time. The files are the browsers' own (`_locales`), but the language is the reader's choice and
 * plurals are real, neither of which `browser.i18n` can do. Placeholders are `{name}`, which the browsers leave alone.
 */

type Entry = keyof typeof en;
/** Plural forms are separate entries, `<key>_<category>`; every set has `_other`. */
export type CountKey = Entry extends infer E ? (E extends `${infer Base}_other` ? Base : never) : never;
type PluralForm = `${CountKey}_${Intl.LDMLPluralRule}`;
/** Every word but the plural sets. */
export type WordKey = Exclude<Entry, PluralForm>;

export type Values = Record<string, string | number>;
export type Messages = Record<string, { message: string; description?: string }>;

/** Interface words in one language. */
export interface Words {
  language: NoteLanguage;
  direction: "ltr" | "rtl";
  /** The word, with `{name}` replaced by values; numbers are written in the language's digits. */
  t(key: WordKey, values?: Values): string;
  /** The plural form for `n`, which also fills `{n}`. */
  count(key: CountKey, n: number, values?: Values): string;
  number(n: number): string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exact as given; anything else comes back unchanged. */
  date(value: string): string;
  /** `YYYY-MM` in full words. */
  month(value: string): string;
  /** Name of a language by its BCP 47 tag. */
  languageName(tag: string): string;
  /** Name of a state by its ISO 3166-1 code. */
  countryName(code: string): string;
}

const CATALOGUES: Record<NoteLanguage, Messages> = { en, id, ar };

/** British order (day, month, year) is what the notes use; Arabic notes are written with European digits, as most Arabic newsrooms do. */
const FORMATS: Record<NoteLanguage, string> = { en: "en-GB", id: "id", ar: "ar-u-ca-gregory-nu-latn" };

/** The catalogue in a language, from the bundled files. */
export const loadWords = (language: NoteLanguage): Words => makeWords(language);

/**
 * Words from a catalogue. A key that it lacks gives the English word and an error on the console: a gap in a translation must
 * never cost the reader the interface.
 */
export function makeWords(language: NoteLanguage, messages: Messages = CATALOGUES[language]): Words {
  const direction = language === "ar" ? "rtl" : "ltr";
  const locale = FORMATS[language];
  const plural = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);

  const message = (key: string): string | undefined =>
    Object.hasOwn(messages, key) ? messages[key]?.message : undefined;
  const fallBack = (key: string, english: string): string => {
    console.error(`no word for ${key} in ${language}`);
    return (en as Messages)[english]?.message ?? key;
  };
  const fill = (text: string, values: Values): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? numbers.format(value) : isolate(value, direction);
    });

  return {
    language,
    direction,
    t: (key, values = {}) => fill(message(key) ?? fallBack(key, key), values),
    count(key, n, values = {}) {
      const form = `${key}_${plural.select(n)}`;
      const text = message(form) ?? message(`${key}_other`) ?? fallBack(form, `${key}_${n === 1 ? "one" : "other"}`);
      return fill(text, { n, ...values });
    },
    number: (n) => numbers.format(n),
    date: (value) => formatDate(value, locale, "short"),
    month: (value) => formatDate(value, locale, "long"),
    languageName: (tag) => displayName(tag, locale, "language"),
    countryName: (code) => displayName(code, locale, "region"),
  };
}

const RTL_LETTER = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;
const LTR_LETTER = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u;

/** A value of the other direction is isolated, so that it cannot reorder the sentence around it. */
function isolate(value: string, direction: Words["direction"]): string {
  return (direction === "rtl" ? LTR_LETTER : RTL_LETTER).test(value) ? `\u2068${value}\u2069` : value;
}

function formatDate(value: string, locale: string, month: "short" | "long"): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(value);
  if (!parts) return value;
  const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1)));
  const exact: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (parts[2]) exact.month = month;
  if (parts[3]) exact.day = "numeric";
  return new Intl.DateTimeFormat(locale, exact).format(date);
}

function displayName(code: string, locale: string, type: "language" | "region"): string {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
  } catch {
    // A page may declare any nonsense as its language.
    return code;
  }
}
