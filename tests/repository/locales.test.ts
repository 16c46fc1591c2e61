import { describe, expect, it } from "vitest";
import { NOTE_LANGUAGES } from "../../src/glossary/schema.js";
import { repositoryFiles, textOf } from "../support/repository.js";

interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string }>;
}
type Catalogue = Record<string, Message>;

const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];
const catalogues = Object.fromEntries(
  NOTE_LANGUAGES.map((language) => [
    language,
    JSON.parse(textOf(`src/_locales/${language}/messages.json`)) as Catalogue,
  ]),
) as Record<(typeof NOTE_LANGUAGES)[number], Catalogue>;
const { en } = catalogues;
/** What stands between the parts of a list. */
const JOINING = "list_separator";

/** Words that change with a number: `key_one`, `key_other` … in the catalogues. */
const counted = Object.keys(en).flatMap((key) => (key.endsWith("_other") ? [key.slice(0, -"_other".length)] : []));
const splitForm = (key: string) => {
  const [, base = "", category = ""] = /^(.+)_([a-z]+)$/.exec(key) ?? [];
  return counted.includes(base) && CATEGORIES.includes(category) ? { base, category } : undefined;
};
const plainKeys = (catalogue: Catalogue) => Object.keys(catalogue).filter((key) => !splitForm(key));
const placeholdersOf = (text: string) => [...new Set(text.match(/\{\w+\}|\$\w+\$?/g) ?? [])].sort();

describe("the catalogues of the interface", () => {
  it("are those of the languages of notes", () => {
    const found = repositoryFiles().filter((file) => file.startsWith("src/_locales/"));
    expect(found).toEqual(NOTE_LANGUAGES.map((language) => `src/_locales/${language}/messages.json`).sort());
  });

  it.each(NOTE_LANGUAGES)("%s has the English words and no others", (language) => {
    expect(plainKeys(catalogues[language]).sort()).toEqual(plainKeys(en).sort());
    const bases = Object.keys(catalogues[language]).flatMap((key) => splitForm(key)?.base ?? []);
    expect([...new Set(bases)].sort()).toEqual([...counted].sort());
  });

  it.each(NOTE_LANGUAGES)("%s has every plural form of its language and no others", (language) => {
    const needed = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
    if (language === "ar") expect(needed).toHaveLength(6);
    for (const base of counted) {
      const forms = Object.keys(catalogues[language]).flatMap((key) => {
        const form = splitForm(key);
        return form?.base === base ? [form.category] : [];
      });
      expect(forms.sort(), base).toEqual(needed);
    }
  });

  it.each(NOTE_LANGUAGES)("%s leaves the same places open", (language) => {
    const wrong = plainKeys(en).filter((key) => {
      const expected = placeholdersOf(en[key]?.message ?? "");
      return JSON.stringify(placeholdersOf(catalogues[language][key]?.message ?? "")) !== JSON.stringify(expected);
    });
    expect(wrong).toEqual([]);
    for (const [key, { message }] of Object.entries(catalogues[language])) {
      const form = splitForm(key);
      if (!form) continue;
      // "One mention" may leave the number out, but never asks for what the general form does not have.
      const known = placeholdersOf(en[`${form.base}_other`]?.message ?? "");
      expect(known, key).toEqual(expect.arrayContaining(placeholdersOf(message)));
    }
  });

  it.each(NOTE_LANGUAGES)("%s has no empty word, and a space at an end only where words are joined", (language) => {
    const wrong = Object.entries(catalogues[language]).filter(
      ([key, { message }]) => message === "" || (message !== message.trim() && key !== JOINING),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it("hold what the manifest asks for", () => {
    const asked = [...textOf("manifest.json").matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? "");
    expect(asked).not.toEqual([]);
    for (const language of NOTE_LANGUAGES) {
      expect(asked.filter((key) => !(key in catalogues[language]))).toEqual([]);
    }
  });
});
