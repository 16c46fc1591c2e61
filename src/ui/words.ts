import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type en from "../_locales/en/messages.json";

/**
 * The words that components need, as they come in from outside. The types name the catalogue's keys, so that a word which does not
 * exist is an error of the compiler; no text is bundled by this.
 */
type Entry = keyof typeof en;
export type CountKey = Entry extends infer E ? (E extends `${infer Base}_other` ? Base : never) : never;
export type WordKey = Exclude<Entry, `${CountKey}_${Intl.LDMLPluralRule}`>;
type Values = Record<string, string | number>;

/** Interface words in the reader's language; `shared/words.ts` makes them. */
export interface Words {
  language: "en" | "id" | "ar";
  direction: "ltr" | "rtl";
  t(key: WordKey, values?: Values): string;
  count(key: CountKey, n: number, values?: Values): string;
  number(n: number): string;
  date(value: string): string;
  month(value: string): string;
  languageName(tag: string): string;
  countryName(code: string): string;
}

const Context = createContext<Words | undefined>(undefined);

/** Hands the words down to every component below. */
export const WordsProvider = Context.Provider;

/**
 * The words of the nearest provider.
 * @throws when a component is rendered outside any: that is a mistake of the caller, never a state of the page.
 */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error("rendered without words");
  return words;
}
