import { tokenText } from "../fold/letters.js";
import { endOf, firstOf, hasApostrophe, isCut, lastOf, type Scan, startOf } from "../fold/scan.js";
import type { FoldTable } from "../fold/table.js";
import { isDoubled } from "../index/affixes.js";
import type { Candidate } from "../index/candidate.js";
import type { FoldedRules } from "../index/language-rules.js";
import type { Reading } from "../knowledge/readings.js";
import { isCapitalised, isSetInCapitals, isTitleCase } from "./setting.js";

/** Words on either side that count as near. */
const NEAR = 10;

/** The words around a candidate, folded; token texts are made only where a rule asks for them. */
export class Surroundings {
  private readonly forms: (string[] | undefined)[] = [];
  private capitals: boolean | undefined;
  private headline: boolean | undefined;
  private named: Uint8Array | undefined;

  /**
   * @param candidates all candidates of the block
   * @param givenNames folded given names of people
   */
  constructor(
    readonly scan: Scan,
    readonly lang: string,
    private readonly rules: FoldedRules,
    private readonly table: FoldTable,
    private readonly candidates: readonly Candidate[],
    private readonly givenNames: ReadonlySet<string>,
  ) {}

  /**
   * Which of the phrases stands directly before token `token`, if any.
   * @param across whether brackets and other punctuation may stand between
   */
  before(token: number, phrases: readonly string[], across: boolean): string | undefined {
    if (token === 0 || (!across && isCut(this.scan, token))) return undefined;
    const { byFirst, longest } = phraseBook(phrases);
    for (let words = 1; words <= longest; words++) {
      const found = this.phraseAt(token - words, byFirst, words);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Which of the phrases stands directly after token `token`. */
  after(token: number, phrases: readonly string[], across: boolean): string | undefined {
    if (token + 1 >= this.scan.count || (!across && isCut(this.scan, token + 1))) return undefined;
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

  /**
   * Is a short spelling another language's, in the same script, of a record that has a name in the text's own? It is sooner a word
   * (Arabic وام, an agency, is Persian for a loan).
   */
  isForeignWord({ alias, language, record }: Reading): boolean {
    if (!this.rules.ownSpellings || language === "und" || alias.length > SHORT_SPELLING || this.isOwn(language))
      return false;
    return alias.charCodeAt(0) > LAST_LATIN && record.names[this.lang] !== undefined;
  }

  /** Is a spelling of this language at home in the text? */
  isOwn(language: string): boolean {
    return language === this.lang || this.rules.related.has(language);
  }

  /** Is the span one half of a doubled word (rawa-rawa), where the language doubles common nouns? */
  doubled(first: number, last: number): boolean {
    const { rules, scan } = this;
    if (!rules.reduplication) return false;
    return isDoubled(scan, last) || isDoubled(scan, first) || (first > 0 && isDoubled(scan, first - 1));
  }

  /** The title that stands directly before token `token`, if any. */
  title(token: number): string | undefined {
    if (token === 0 || isCut(this.scan, token)) return undefined;
    return this.formsOf(token - 1).find((form) => this.rules.titles.has(form));
  }

  /**
   * Does a given name stand before a surname that is not one of the bearer's own ("Eric Trump")? A known given name is told by
   * itself, an unknown one by its capital within a sentence, where it is neither a title nor part of another name ("Presiden
   * Suriah Assad").
   * @param own folded given names of the bearer
   */
  namesake(token: number, own: readonly string[] | undefined): boolean {
    const { scan } = this;
    let before = token - 1;
    // "George W. Bush": an initial stands between.
    while (before > 0 && !isCut(scan, before + 1) && isInitial(scan, before)) before--;
    if (before < 0 || isCut(scan, before + 1)) return false;
    const [word = ""] = this.formsOf(before);
    const { rules } = this;
    if (own?.includes(word) || rules.titles.has(word)) return false;
    if (this.givenNames.has(word)) return true;
    if (rules.capitalNouns || !this.looksLikeName(before, word)) return false;
    return before > 0 && !isCut(scan, before) && !hasApostrophe(scan, before);
  }

  /**
   * Does another surname stand behind a given name that is taken for its bearer ("Mahathir Ali")?
   * @param own folded surnames of the bearer
   */
  namesakeBehind(token: number, own: readonly string[] | undefined): boolean {
    const { rules, scan } = this;
    const next = token + 1;
    if (rules.capitalNouns || next >= scan.count || isCut(scan, next) || hasApostrophe(scan, token)) return false;
    const [word = ""] = this.formsOf(next);
    return !own?.includes(word) && (this.givenNames.has(word) || this.looksLikeName(next, word));
  }

  /** A capital within a line that is no headline, on a word that is neither a little word nor a title nor part of a known name. */
  private looksLikeName(token: number, folded: string): boolean {
    const { rules, scan } = this;
    if (!isCapitalised(scan.text.slice(startOf(scan, token), endOf(scan, token)))) return false;
    if (rules.titles.has(folded) || rules.functionWords.has(folded)) return false;
    return !this.isNamed(token) && !this.isHeadline();
  }

  /** Does an ending that makes another word of the name hang on the span by a zero-width non-joiner (Persian "سوریه‌ای")? */
  becomesOtherWord(token: number, end: number): boolean {
    const { rules, scan } = this;
    if (scan.text.charCodeAt(end) !== ZWNJ || token + 1 >= scan.count) return false;
    return rules.otherWordEndings.has(this.formsOf(token + 1)[0] as string);
  }

  /** Is the token part of a candidate of its own? */
  private isNamed(token: number): boolean {
    if (!this.named) {
      this.named = new Uint8Array(this.scan.count);
      for (const { firstToken, lastToken } of this.candidates) this.named.fill(1, firstToken, lastToken + 1);
    }
    return this.named[token] === 1;
  }

  private isHeadline(): boolean {
    this.headline ??= isTitleCase(this.scan);
    return this.headline;
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
      const phrases = byFirst.get(form);
      if (!phrases) continue;
      for (const phrase of phrases) {
        if ((words !== undefined && phrase.length !== words) || token + phrase.length > end) continue;
        if (phrase.every((word, i) => i === 0 || this.formsOf(token + i).includes(word))) return phrase.join(" ");
      }
    }
    return undefined;
  }

  /** A token as it stands, and without each affix of the language that it may bear. */
  private formsOf(token: number): string[] {
    const known = this.forms[token];
    if (known) return known;
    const { rules, scan } = this;
    const text = tokenText(scan, token, this.table);
    const forms = [text];
    for (const { units } of rules.prefixes.get(firstOf(scan, token)) ?? []) {
      if (units.length < text.length && beginsWith(text, units)) forms.push(text.slice(units.length));
    }
    for (const { units } of rules.suffixes.get(lastOf(scan, token)) ?? []) {
      const stem = text.length - units.length;
      if (stem > 0 && beginsWith(text.slice(stem), units)) forms.push(text.slice(0, stem));
    }
    this.forms[token] = forms;
    return forms;
  }
}

const ZWNJ = 0x200c;
/** Longest spelling that is likely to be a word of a neighbouring language. */
const SHORT_SPELLING = 4;
const LAST_LATIN = 0x024f;

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

function beginsWith(text: string, units: readonly number[]): boolean {
  for (let i = 0; i < units.length; i++) if (text.charCodeAt(i) !== units[i]) return false;
  return true;
}

/** One capital: "W." is an initial, Spanish "y" a word. */
function isInitial(scan: Scan, token: number): boolean {
  const start = startOf(scan, token);
  const letter = scan.text[start] as string;
  return endOf(scan, token) - start === 1 && letter !== letter.toLowerCase();
}
