import { type Scan, tokenText } from "../fold/scan.js";
import type { FoldedRules } from "../index/language-rules.js";
import { isDoubled } from "../index/match.js";

/** Words on either side that count as near. */
const NEAR = 10;

/** The words around a candidate, folded; token texts are made only where a rule asks for them. */
export class Surroundings {
  readonly lang: string;
  private readonly scan: Scan;
  private readonly rules: FoldedRules;
  private readonly texts = new Map<number, string>();
  private capitals: boolean | undefined;

  constructor(scan: Scan, lang: string, rules: FoldedRules) {
    this.scan = scan;
    this.lang = lang;
    this.rules = rules;
  }

  /**
   * Which of the phrases stands directly before token `token`, if any.
   * @param across whether brackets and other punctuation may stand between
   */
  before(token: number, phrases: readonly string[], across: boolean): string | undefined {
    return phrases.find((phrase) => {
      const words = phrase.split(" ");
      const first = token - words.length;
      if (first < 0 || (!across && this.scan.cut[token])) return false;
      return words.every((word, i) => this.is(first + i, word));
    });
  }

  /** Which of the phrases stands directly after token `token`. */
  after(token: number, phrases: readonly string[], across: boolean): string | undefined {
    return phrases.find((phrase) => {
      const words = phrase.split(" ");
      if (token + words.length >= this.scan.count || (!across && this.scan.cut[token + 1])) return false;
      return words.every((word, i) => this.is(token + 1 + i, word));
    });
  }

  /** Which of the phrases stands within ten words of the span, outside it. */
  near(first: number, last: number, phrases: readonly string[]): string | undefined {
    return phrases.find((phrase) => {
      const words = phrase.split(" ");
      const from = Math.max(0, first - NEAR);
      const to = Math.min(this.scan.count, last + 1 + NEAR);
      for (let token = from; token + words.length <= to; token++) {
        if (token + words.length > first && token <= last) continue;
        if (words.every((word, i) => this.is(token + i, word))) return true;
      }
      return false;
    });
  }

  /** May an affix of this text's language stand at a spelling of that language? */
  affixesGoWith(language: string): boolean {
    return !this.rules.ownNamesOnly || language === this.lang || language === "und";
  }

  /** Is the span one half of a doubled word (rawa-rawa), where the language doubles common nouns? */
  doubled(first: number, last: number): boolean {
    const { rules, scan } = this;
    if (!rules.reduplication) return false;
    return isDoubled(scan, last) || isDoubled(scan, first) || (first > 0 && isDoubled(scan, first - 1));
  }

  /** Is the whole block set in capitals, so that capitals say nothing? */
  allCapitals(): boolean {
    this.capitals ??= isSetInCapitals(this.scan.text);
    return this.capitals;
  }

  /** Is the token this word, as it stands or without an affix of the language? */
  private is(token: number, word: string): boolean {
    let text = this.texts.get(token);
    if (text === undefined) {
      text = tokenText(this.scan, token);
      this.texts.set(token, text);
    }
    if (text === word) return true;
    if (text.length <= word.length) return false;
    const { first, last, units } = this.scan;
    const from = first[token] as number;
    const to = last[token] as number;
    const strip = text.length - word.length;
    if (text.endsWith(word)) {
      return (this.rules.prefixes.get(units[from] as number) ?? []).some((affix) =>
        unitsAre(affix.units, units, from, strip),
      );
    }
    if (text.startsWith(word)) {
      const suffixes = this.rules.suffixes.get(units[to - 1] as number) ?? [];
      return suffixes.some((affix) => unitsAre(affix.units, units, to - strip, strip));
    }
    return false;
  }
}

/** Letters needed before a text can be said to be set in capitals ("SOHR:" is not). */
const ENOUGH_LETTERS = 12;

function isSetInCapitals(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (const character of text) {
    const low = character.toLowerCase();
    const up = character.toUpperCase();
    if (low === up) continue;
    if (character === up) upper++;
    else lower++;
  }
  return upper + lower >= ENOUGH_LETTERS && upper > 9 * lower;
}

function unitsAre(wanted: readonly number[], units: Uint16Array, from: number, length: number): boolean {
  return wanted.length === length && wanted.every((unit, i) => units[from + i] === unit);
}
