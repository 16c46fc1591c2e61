import type { LanguageRules } from "../../glossary/schema.js";
import { primaryTag } from "./context.js";

type Script = LanguageRules["script"];

/** Units of a block that are looked at to tell its script and language; a paragraph's beginning says it. */
const SAMPLE = 400;
/** Frequent words in one block that outweigh the page's language, and how many times as many as its own. */
const STRONG_HITS = 4;
const STRONG_RATIO = 3;

/** Tells languages apart by script and frequent words, all of it data of the language files. */
export class LanguageTeller {
  private readonly byWord = new Map<string, string[]>();
  private readonly scripts = new Map<string, Script>();
  private readonly defaults = new Map<Script, string>();

  constructor(languages: Iterable<[string, Pick<LanguageRules, "script" | "default_for_script" | "function_words">]>) {
    for (const [tag, rules] of languages) {
      this.scripts.set(tag, rules.script);
      if (rules.default_for_script) this.defaults.set(rules.script, tag);
      for (const word of rules.function_words) this.byWord.set(word, [...(this.byWord.get(word) ?? []), tag]);
    }
  }

  /** Frequent words of each language in the beginning of a text, sorted by language. */
  words(text: string): [string, number][] {
    const hits = new Map<string, number>();
    for (const word of text
      .slice(0, SAMPLE)
      .toLowerCase()
      .split(/[^\p{L}\p{M}'’]+/u)) {
      for (const tag of this.byWord.get(word) ?? []) hits.set(tag, (hits.get(tag) ?? 0) + 1);
    }
    return [...hits.entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }

  /**
   * The language whose rules a block is read by.
   * @param declared language declared for the block, empty where only the page's is known
   * @param page language of the page as decided by `pageLanguage`
   * @returns a tag that has rules, or empty
   */
  ofBlock(text: string, words: readonly [string, number][], declared: string, page: string): string {
    const script = scriptOf(text.slice(0, SAMPLE));
    const fits = (tag: string) => this.scripts.has(tag) && (script === undefined || this.scripts.get(tag) === script);
    const expected = [primaryTag(declared), page].find((tag) => tag !== "" && fits(tag));
    const inScript = words.filter(([tag]) => fits(tag)).sort((a, b) => b[1] - a[1]);
    const [best, most] = inScript[0] ?? ["", 0];
    if (expected !== undefined) {
      const own = new Map(words).get(expected) ?? 0;
      return most >= STRONG_HITS && most >= own * STRONG_RATIO ? best : expected;
    }
    if (most >= 2) return best;
    return (script && this.defaults.get(script)) ?? "";
  }
}

const RANGES: [Script, RegExp][] = [
  ["Jpan", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Arab", /\p{Script=Arabic}/gu],
  ["Cyrl", /\p{Script=Cyrillic}/gu],
  ["Hebr", /\p{Script=Hebrew}/gu],
  ["Ethi", /\p{Script=Ethiopic}/gu],
  ["Hans", /\p{Script=Han}/gu],
  ["Latn", /\p{Script=Latin}/gu],
];

/** The script of most letters; undefined where there is none of those we know. */
function scriptOf(text: string): Script | undefined {
  let best: Script | undefined;
  let most = 0;
  for (const [script, letters] of RANGES) {
    const count = text.match(letters)?.length ?? 0;
    // Kana among Han is Japanese however much Han there is.
    if (script === "Jpan" && count > 2) return script;
    if (count > most) {
      most = count;
      best = script;
    }
  }
  return best;
}
