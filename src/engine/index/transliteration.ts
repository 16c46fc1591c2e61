import type { SpellingRules } from "../../glossary/schema.js";

/** Most spellings made of one: beyond it nobody's spelling is left out that anybody writes. */
const MOST_FORMS = 24;
/** Letters are exchanged in words at least this long: shorter ones would become other words. */
const SHORTEST_FOR_LETTERS = 6;

/** The rules, looked up by word. */
export interface Transliteration {
  /** Words, or pairs of words, that stand for one another, by each of them. */
  words: ReadonlyMap<string, readonly string[]>;
  rules: SpellingRules;
}

/** Prepares the rules of `spelling.yaml` for use. */
export function transliterationOf(rules: SpellingRules): Transliteration {
  const words = new Map<string, string[]>();
  for (const group of rules.words)
    for (const word of group) words.set(word, [...(words.get(word) ?? []), ...group.filter((other) => other !== word)]);
  return { words, rules };
}

/**
 * Other Latin spellings of a name that comes from another script: its article, given names, ending and letters as other newsrooms
 * write them. A name of one word keeps its given name: alone it could be anybody's.
 * @param name as the glossary has it; names in other scripts give nothing
 */
export function transliterations(name: string, { rules, words }: Transliteration): string[] {
  if (!/^[\p{Script=Latin}\p{M}\s'’ʿʾ.-]+$/u.test(name)) return [];
  const tokens = name.split(/[\s-]+/u);
  let forms: string[][] = [[]];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as string;
    const next = tokens[at + 1];
    const pair = next === undefined ? undefined : words.get(`${token} ${next}`.toLowerCase());
    const choices = pair
      ? [`${token} ${next}`, ...pair.map((other) => cased(other, token))]
      : [token, ...othersOf(token, next, tokens.length, rules, words)];
    if (pair) at++;
    forms = forms.flatMap((form) => choices.map((choice) => [...form, choice])).slice(0, MOST_FORMS);
  }
  const made = new Set(forms.map((form) => form.join(" ")));
  made.delete(tokens.join(" "));
  return [...made];
}

function othersOf(
  token: string,
  next: string | undefined,
  count: number,
  { article, endings, letters }: SpellingRules,
  words: Transliteration["words"],
): string[] {
  const low = token.toLowerCase();
  if (next !== undefined && article.plain.includes(low)) {
    const start = next.toLowerCase();
    const taken = Object.entries(article.assimilated).filter(([letter]) => start.startsWith(letter));
    return [...article.plain, ...taken.flatMap(([, forms]) => forms)]
      .filter((form) => form !== low)
      .map((form) => cased(form, token));
  }
  const others = count > 1 ? (words.get(low) ?? []) : [];
  if (others.length > 0) return others.map((other) => cased(other, token));
  const ending = endings.flatMap((group) =>
    group
      .filter((one) => low.endsWith(one) && low.length - one.length >= 3)
      .map((one) => ({ one, others: group.filter((other) => other !== one) })),
  );
  const longest = ending.sort((a, b) => b.one.length - a.one.length)[0];
  if (longest) return longest.others.map((other) => token.slice(0, -longest.one.length) + other);
  if (low.length < SHORTEST_FOR_LETTERS) return [];
  // One exchange at a time: two are another word sooner than another spelling.
  return letters.flatMap(({ from, to }) => {
    const at = low.indexOf(from, 1);
    return at < 0 ? [] : [token.slice(0, at) + to + token.slice(at + from.length)];
  });
}

/** In the casing of the word it stands for. */
function cased(word: string, like: string): string {
  const [first = ""] = like;
  return first === first.toLowerCase() ? word : word.charAt(0).toUpperCase() + word.slice(1);
}
