import { tokenText } from "../fold/letters.js";
import { endOf, firstOf, hasApostrophe, hashOf, isCut, lastOf, type Scan, startOf } from "../fold/scan.js";
import type { FoldTable } from "../fold/table.js";
import { isDoubled } from "../index/affixes.js";
import type { Candidate } from "../index/candidate.js";
import { EDGE, type FoldedRules } from "../index/language-rules.js";
import { NO_LANGUAGE } from "../index/layout.js";
import { SHORT_SPELLING } from "../index/spelling.js";
import type { Reading } from "../knowledge/readings.js";
import { type Phrase, type PhraseBook, phraseBook, wordHash } from "./phrases.js";
import { isCapitalised, isSetInCapitals, isTitleCase } from "./setting.js";

/** Words on either side that count as near. */
const NEAR = 10;

/** The words around a candidate, told by their hashes; texts are made only for the reasons given. */
export class Surroundings {
  private readonly stripped: (readonly number[] | undefined)[] = [];
  private capitals: boolean | undefined;
  private headline: boolean | undefined;
  private named: Uint8Array | undefined;

  /**
   * @param candidates all candidates of the block
   * @param givenNames hashes of people's given names
   */
  constructor(
    readonly scan: Scan,
    readonly lang: string,
    private readonly rules: FoldedRules,
    private readonly table: FoldTable,
    private readonly candidates: readonly Candidate[],
    private readonly givenNames: ReadonlySet<number>,
  ) {}

  /**
   * Which of the phrases stands directly before token `token`, if any.
   * @param across whether brackets and other punctuation may stand between
   */
  before(token: number, phrases: readonly string[], across: boolean): string | undefined {
    if (token === 0 || (!across && isCut(this.scan, token))) return undefined;
    const book = phraseBook(phrases);
    for (let words = 1; words <= book.longest && words <= token; words++) {
      const found = this.phraseAt(token - words, book, words, token);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Which of the phrases stands directly after token `token`. */
  after(token: number, phrases: readonly string[], across: boolean): string | undefined {
    if (token + 1 >= this.scan.count || (!across && isCut(this.scan, token + 1))) return undefined;
    return this.phraseAt(token + 1, phraseBook(phrases), 0, this.scan.count);
  }

  /** The word for citing that stands directly before the span, or behind it. */
  citing(first: number, last: number): { before?: string; after?: string } {
    const { after, before } = this.rules.citing;
    const ahead = this.before(first, before, false);
    if (ahead !== undefined) return { before: ahead };
    const behind = this.after(last, after, false);
    return behind === undefined ? {} : { after: behind };
  }

  /** Which of the phrases stands within ten words of the span, outside it. */
  near(first: number, last: number, phrases: readonly string[]): string | undefined {
    const book = phraseBook(phrases);
    const to = Math.min(this.scan.count, last + 1 + NEAR);
    for (let token = Math.max(0, first - NEAR); token < to; token++) {
      if (token === first) token = last + 1;
      if (token >= to) return undefined;
      const found = this.phraseAt(token, book, 0, token < first ? first : to);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /**
   * Is a short spelling another language's, in the same script, of a record that has a name in the text's own? It is sooner a word
   * (Arabic وام, an agency, is Persian for a loan).
   */
  isForeignWord({ alias, languages, record }: Reading): boolean {
    if (!this.rules.ownSpellings || alias.length > SHORT_SPELLING) return false;
    if ((languages & NO_LANGUAGE) !== 0 || this.isOwn(languages)) return false;
    return alias.charCodeAt(0) > LAST_LATIN && record.names[this.lang] !== undefined;
  }

  /**
   * Is a declined spelling another language's, of a record that has a name in the text's own? What declines are the language's own
   * spellings and those that are everybody's; the endings make words of others (Russian "Фордом", with a Ford, is no Bulgarian "Фордо").
   */
  isForeignForm({ languages, record }: Reading): boolean {
    return (languages & this.rules.declined) === 0 && record.names[this.lang] !== undefined;
  }

  /** Is a spelling of these languages (a bit each) at home in the text? */
  isOwn(languages: number): boolean {
    return (languages & this.rules.own) !== 0;
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
    return this.isTitle(token - 1) ? tokenText(this.scan, token - 1, this.table) : undefined;
  }

  /**
   * Does a given name stand before a surname that is not one of the bearer's own ("Eric Trump")? A known given name is told by
   * itself, an unknown one by its capital within a sentence, where it is neither a title nor part of another name ("Presiden
   * Suriah Assad").
   * @param own hashes of the bearer's given names
   */
  namesake(token: number, own: readonly number[]): boolean {
    const { scan } = this;
    let before = token - 1;
    // "George W. Bush": an initial stands between.
    while (before > 0 && !isCut(scan, before + 1) && isInitial(scan, before)) before--;
    if (before < 0 || isCut(scan, before + 1)) return false;
    const word = hashOf(scan, before);
    if (own.includes(word) || this.isTitle(before)) return false;
    if (this.givenNames.has(word)) return true;
    if (this.rules.capitalNouns || !this.looksLikeName(before)) return false;
    return before > 0 && !isCut(scan, before) && !hasApostrophe(scan, before);
  }

  /**
   * Does another surname stand behind a given name that is taken for its bearer ("Mahathir Ali")?
   * @param own hashes of the words of the bearer's surnames
   */
  namesakeBehind(token: number, own: readonly number[]): boolean {
    const { rules, scan } = this;
    const next = token + 1;
    if (rules.capitalNouns || next >= scan.count || isCut(scan, next) || hasApostrophe(scan, token)) return false;
    const word = hashOf(scan, next);
    return !own.includes(word) && (this.givenNames.has(word) || this.looksLikeName(next));
  }

  /** A capital within a line that is no headline, on a word that is neither a little word nor a title nor part of a known name. */
  private looksLikeName(token: number): boolean {
    const { rules, scan } = this;
    if (!isCapitalised(scan.text.slice(startOf(scan, token), endOf(scan, token)))) return false;
    if (rules.functionWords.has(hashOf(scan, token)) || this.isTitle(token)) return false;
    return !this.isNamed(token) && !this.isHeadline();
  }

  /** Does an ending that makes another word of the name hang on the span by a zero-width non-joiner (Persian "سوریه‌ای")? */
  becomesOtherWord(token: number, end: number): boolean {
    const { rules, scan } = this;
    if (scan.text.charCodeAt(end) !== ZWNJ || token + 1 >= scan.count) return false;
    return rules.otherWordEndings.has(hashOf(scan, token + 1));
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

  private isTitle(token: number): boolean {
    const { titles } = this.rules;
    return titles.has(hashOf(this.scan, token)) || this.strippedOf(token).some((form) => titles.has(form));
  }

  /** The phrase that begins at a token, of exactly so many words unless `words` is 0, ending before token `end`. */
  private phraseAt(token: number, book: PhraseBook, words: number, end: number): string | undefined {
    const found = this.fitting(book.beginningWith(hashOf(this.scan, token)), token, words, end);
    if (found !== undefined || !this.mayBeAffixed(token)) return found;
    for (const form of this.strippedOf(token)) {
      const other = this.fitting(book.beginningWith(form), token, words, end);
      if (other !== undefined) return other;
    }
    return undefined;
  }

  private fitting(
    phrases: readonly Phrase[] | undefined,
    token: number,
    words: number,
    end: number,
  ): string | undefined {
    if (!phrases) return undefined;
    for (const { hashes, text } of phrases) {
      if ((words !== 0 && hashes.length !== words) || token + hashes.length > end) continue;
      if (hashes.every((hash, i) => i === 0 || this.isForm(token + i, hash))) return text;
    }
    return undefined;
  }

  private isForm(token: number, hash: number): boolean {
    return hashOf(this.scan, token) === hash || this.strippedOf(token).includes(hash);
  }

  private mayBeAffixed(token: number): boolean {
    const { edges } = this.rules;
    return (
      ((edges[firstOf(this.scan, token)] as number) & EDGE.prefix) !== 0 ||
      ((edges[lastOf(this.scan, token)] as number) & (EDGE.suffix | EDGE.apostropheSuffix)) !== 0
    );
  }

  /** Hashes of a token without each affix of the language that it may bear. */
  private strippedOf(token: number): readonly number[] {
    const known = this.stripped[token];
    if (known) return known;
    const made = this.mayBeAffixed(token) ? this.strip(token) : NONE;
    this.stripped[token] = made;
    return made;
  }

  private strip(token: number): readonly number[] {
    const { rules, scan } = this;
    const text = tokenText(scan, token, this.table);
    const forms: number[] = [];
    for (const { units } of rules.prefixes.get(firstOf(scan, token)) ?? []) {
      if (units.length < text.length && beginsWith(text, units)) forms.push(wordHash(text.slice(units.length)));
    }
    for (const { units } of rules.suffixes.get(lastOf(scan, token)) ?? []) {
      const stem = text.length - units.length;
      if (stem > 0 && beginsWith(text.slice(stem), units)) forms.push(wordHash(text.slice(0, stem)));
    }
    return forms;
  }
}

const NONE: readonly number[] = [];
const ZWNJ = 0x200c;
const LAST_LATIN = 0x024f;

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
