import { hashUnits } from "../fold/scan.js";

/** A folded phrase of a rule: the hashes of its words, by which it is compared with the text's tokens. */
export interface Phrase {
  text: string;
  hashes: number[];
}

/** Hash of a folded word, as the scanner makes it of a token. */
export function wordHash(word: string): number {
  return hashUnits(Array.from({ length: word.length }, (_, i) => word.charCodeAt(i)));
}

const FILTER = 256;

/** The phrases of one list of a rule, by their first word. */
export class PhraseBook {
  /** Words of the longest. */
  readonly longest: number;
  private readonly byFirst = new Map<number, Phrase[]>();
  /** 1 where some phrase may begin: spares most tokens the look-up. */
  private readonly filter = new Uint8Array(FILTER);

  constructor(phrases: readonly string[]) {
    let longest = 0;
    for (const text of phrases) {
      const hashes = text.split(" ").map(wordHash);
      const first = hashes[0] as number;
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { text, hashes }]);
      this.filter[first & (FILTER - 1)] = 1;
      longest = Math.max(longest, hashes.length);
    }
    this.longest = longest;
  }

  /** The phrases that begin with a word. */
  beginningWith(hash: number): readonly Phrase[] | undefined {
    return this.filter[hash & (FILTER - 1)] === 0 ? undefined : this.byFirst.get(hash);
  }
}

const BOOKS = new WeakMap<readonly string[], PhraseBook>();

/** Made once for each list of a rule; the lists live as long as the knowledge. */
export function phraseBook(phrases: readonly string[]): PhraseBook {
  let book = BOOKS.get(phrases);
  if (!book) {
    book = new PhraseBook(phrases);
    BOOKS.set(phrases, book);
  }
  return book;
}
