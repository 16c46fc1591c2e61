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
  private readonly forms = new Map<number, string[]>();
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
    if (token === 0 || (!across && this.scan.cut[token])) return undefined;
    const { byFirst, longest } = phraseBook(phrases);
    for (let words = 1; words <= longest; words++) {
      const found = this.phraseAt(token - words, byFirst, words);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Which of the phrases stands directly after token `token`. */
  after(token: number, phrases: readonly string[], across: boolean): string | undefined {
    if (token + 1 >= this.scan.count || (!across && this.scan.cut[token + 1])) return undefined;
    return this.phraseAt(token + 1, phraseBook(phrases).byFirst);
  }

  /** Which of the phrases stands within ten words of the span, outside it. */
  near(first: number, last: number, phrases: readonly string[]): string | undefined {
    const { byFirst } = phraseBook(phrases);
    const to = Math.min(this.scan.count, last + 1 + NEAR);
    for (let token = Math.max(0, first - NEAR); token < to; token++) {
      if (token === first) token = last + 1;
      const end = token < first ? first : to;
      const found = token < to ? this.phraseAt(token, byFirst, undefined, end) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
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

  /** The phrase that begins at a token, of exactly so many words where `words` says so, ending before token `end`. */
  private phraseAt(
    token: number,
    byFirst: PhraseBook["byFirst"],
    words?: number,
    end = this.scan.count,
  ): string | undefined {
    if (token < 0) return undefined;
    for (const form of this.formsOf(token)) {
      for (const phrase of byFirst.get(form) ?? []) {
        if ((words !== undefined && phrase.length !== words) || token + phrase.length > end) continue;
        if (phrase.every((word, i) => i === 0 || this.formsOf(token + i).includes(word))) return phrase.join(" ");
      }
    }
    return undefined;
  }

  /** A token as it stands, and without each affix of the language that it may bear. */
  private formsOf(token: number): string[] {
    const known = this.forms.get(token);
    if (known) return known;
    const { first, last, units } = this.scan;
    const from = first[token] as number;
    const to = last[token] as number;
    const text = tokenText(this.scan, token);
    const forms = [text];
    for (const affix of this.rules.prefixes.get(units[from] as number) ?? []) {
      if (unitsAre(affix.units, units, from) && affix.units.length < text.length)
        forms.push(text.slice(affix.units.length));
    }
    for (const affix of this.rules.suffixes.get(units[to - 1] as number) ?? []) {
      const stem = to - from - affix.units.length;
      if (stem > 0 && unitsAre(affix.units, units, from + stem)) forms.push(text.slice(0, stem));
    }
    this.forms.set(token, forms);
    return forms;
  }
}

/** Phrases of a rule by their first word. */
interface PhraseBook {
  byFirst: Map<string, string[][]>;
  /** Words of the longest. */
  longest: number;
}

const BOOKS = new WeakMap<readonly string[], PhraseBook>();

/** Made once for each list of a rule; the lists live as long as the knowledge. */
function phraseBook(phrases: readonly string[]): PhraseBook {
  const known = BOOKS.get(phrases);
  if (known) return known;
  const byFirst = new Map<string, string[][]>();
  let longest = 0;
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const [first = ""] = words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
    longest = Math.max(longest, words.length);
  }
  const book = { byFirst, longest };
  BOOKS.set(phrases, book);
  return book;
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

function unitsAre(wanted: readonly number[], units: Uint16Array, from: number): boolean {
  for (let i = 0; i < wanted.length; i++) if (units[from + i] !== wanted[i]) return false;
  return true;
}
