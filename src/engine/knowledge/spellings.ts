import type { Glossary } from "../../glossary/glossary.js";
import type { Alias, Ambiguity } from "../../glossary/schema.js";
import type { Spelling } from "../index/compile.js";
import { ENTRY, MOST_RULES, RULE_BITS } from "../index/layout.js";
import { SHORT_SPELLING } from "../index/spelling.js";
import { type Transliteration, transliterations } from "../index/transliteration.js";
import { rulesFor } from "../link/rule.js";
import { givenNameOf, type SurnameRules, surnamesOf } from "./surnames.js";

/** A record as far as its spellings go. */
export interface NamedRecord {
  person: boolean;
  /** A proper name, which other newsrooms transliterate otherwise; a body's or event's is words of a language. */
  proper: boolean;
  /** Languages whose spellings are also found with one letter wrong. */
  slips: readonly string[];
  /** Spellings of a language other than English count in text of that language only: a state has two dozen names. */
  ownLanguage?: boolean;
  aliases: Record<string, readonly Alias[]>;
  ambiguity: readonly Ambiguity[];
  lookalikes: readonly string[];
}

/** What makes further forms of a spelling. */
export interface FormRules {
  surnames: SurnameRules;
  languages: Glossary["languages"];
  transliteration: Transliteration;
  fold: (text: string) => string;
}

/**
 * Everything by which a record is found: its aliases, a person's surname alone, and their transliterations, each under the
 * ambiguity rules of the spelling that it comes from.
 * @param record its number in the index
 * @param languageNumber number of a language in the index
 * @throws RangeError where a record has more rules than the index can hold
 */
export function spellingsOf(
  record: number,
  { aliases, ambiguity, lookalikes, ownLanguage, person, proper, slips }: NamedRecord,
  languageNumber: (tag: string) => number,
  { fold, languages, surnames, transliteration }: FormRules,
): Spelling[] {
  if (ambiguity.length > MOST_RULES) throw new RangeError(`more than ${MOST_RULES} ambiguity rules in one record`);
  const spellings: Spelling[] = [];
  // As one language lists a surname it counts in another that has it too, save where it is as short as a word.
  const listed = new Map(
    Object.values(aliases).flatMap((list) => list.map((alias) => [fold(textOf(alias)), flagsOf(alias)] as const)),
  );
  const alone = new Set<string>();
  const firstNames = new Set(
    person
      ? allOf(aliases)
          .flatMap((text) => givenNameOf(text) ?? [])
          .map(fold)
      : [],
  );
  const add = (languageTag: string, text: string, given: number, exact = false) => {
    const isFirstName = firstNames.has(fold(text)) && !alone.has(fold(text));
    const rules =
      rulesFor(ambiguity, text, fold) | (isFirstName ? RULE_BITS.given : 0) | (exact ? RULE_BITS.exactCasing : 0);
    const language = languages.get(languageTag);
    const atHome = ownLanguage && languageTag !== "und" && languageTag !== "en" ? ENTRY.ownLanguage : 0;
    const flagsOfForm = (form: string) =>
      given | atHome | (language?.exact_last_vowel && /[aeiouy]$/u.test(form) ? ENTRY.exactVowel : 0);
    const own = { record, text, language: languageNumber(languageTag), languageTag, rules };
    // Under a rule a name is an ordinary word too, or another's: a slip of it could be either.
    const maySlip = (rules & ~RULE_BITS.exactCasing) === 0 && given === 0 && slips.includes(languageTag);
    spellings.push({ ...own, flags: flagsOfForm(text), ...(maySlip ? { slips: true } : {}) });
    if (!proper || !transliteration.rules.languages.includes(languageTag)) return;
    for (const form of transliterations(text, transliteration))
      if (!listed.has(fold(form))) spellings.push({ ...own, form, flags: flagsOfForm(form) });
  };
  if (person) {
    for (const [languageTag, list] of Object.entries(aliases)) {
      for (const alias of list) {
        if (flagsOf(alias) !== 0) continue;
        for (const surname of surnamesOf(textOf(alias), surnames)) {
          alone.add(fold(surname));
          const likeListed = surname.length > SHORT_SPELLING ? listed.get(fold(surname)) : undefined;
          add(languageTag, surname, ENTRY.surname | (likeListed ?? ENTRY.short));
        }
      }
    }
  }
  for (const [languageTag, list] of Object.entries(aliases)) {
    for (const alias of list) {
      const text = textOf(alias);
      const exact = typeof alias === "object" && alias.casing === "exact";
      add(languageTag, text, flagsOf(alias) | (alone.has(fold(text)) ? ENTRY.surname : 0), exact);
    }
  }
  for (const text of lookalikes) {
    spellings.push({ record, text, language: 0, languageTag: "und", flags: ENTRY.lookalike });
  }
  return spellings;
}

/** Every spelling listed. */
function allOf(aliases: Record<string, readonly Alias[]>): string[] {
  return Object.values(aliases).flatMap((list) => list.map(textOf));
}

const textOf = (alias: Alias): string => (typeof alias === "string" ? alias : alias.text);

function flagsOf(alias: Alias): number {
  if (typeof alias === "string") return 0;
  return (alias.use === "short" ? ENTRY.short : 0) | (alias.quality === "misspelling" ? ENTRY.misspelling : 0);
}
