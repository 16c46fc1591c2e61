import type { LanguageRules } from "../../src/glossary/schema.js";

type Declension = NonNullable<LanguageRules["declension"]>;

/** A word shorter than this is declined by nobody's rule: too many others would look like it. */
const SHORTEST_WORD = 4;
/** Longer names are titles, whose words do not all decline alike. */
const MOST_WORDS = 4;

/**
 * The oracle of declension: slow, and plainly what the rules say. The forms of a name in the other cases: the first word declined, the last, and all that can be, each in the same case. A form
 * that no text uses costs a few bytes; a missed one costs a mention.
 * @param name as the glossary has it, in the language of the rules
 * @param person whether it takes the endings of persons too
 */
export function declinedForms(name: string, declension: Declension, person = false): string[] {
  const words = name.split(" ");
  if (words.length > MOST_WORDS) return [];
  const byWord = words.map((word) => formsOf(word, declension, person));
  const cases = Math.max(0, ...byWord.map((forms) => forms.length));
  const found = new Set<string>();
  const add = (nth: number, declines: (at: number) => boolean) => {
    const form = words.map((word, at) => (declines(at) ? (byWord[at]?.[nth] ?? word) : word)).join(" ");
    if (form !== name) found.add(form);
  };
  for (let nth = 0; nth < cases; nth++) {
    add(nth, () => true);
    add(nth, (at) => at === 0);
    add(nth, (at) => at === words.length - 1);
  }
  return [...found];
}

/** The other cases of one word; none where it is no name (lower case, acronym, too short) or nothing fits. */
function formsOf(word: string, declension: Declension, person: boolean): string[] {
  const [first = ""] = word;
  if (word.length < SHORTEST_WORD || first === first.toLowerCase() || word === word.toUpperCase()) return [];
  const fitting = declension.filter(({ after, ending }) => {
    const before = word.at(-1 - ending.length) ?? "";
    return word.endsWith(ending) && (after === undefined || (before !== "" && after.includes(before)));
  });
  const longest = fitting.reduce<Declension[number] | undefined>(
    (best, one) => (best && best.ending.length >= one.ending.length ? best : one),
    undefined,
  );
  if (!longest) return [];
  const stem = word.slice(0, word.length - longest.ending.length);
  return [...longest.forms, ...(person ? (longest.persons ?? []) : [])].map((form) => stem + form);
}
