import type { Scan } from "../fold/scan.js";
import { endOf, hashOf, startOf } from "../fold/scan.js";
import { wordHash } from "../link/phrases.js";
import { type Lexicon, stands } from "./lexicon.js";
import type { TextSpan } from "./sentence/found-claim.js";
import type { ClaimKind } from "./voices.js";

type ContentKind = "control" | "fighting" | "casualties" | "responsibility" | "image";
const KINDS: readonly ContentKind[] = ["control", "fighting", "casualties", "responsibility", "image"];
/** Tokens between a number and the word for the killed. */
const NEAR = 8;
const FILTER_BITS = 1 << 10;

/** A language's words that show the kind of a claim, by the hash of their first word. */
class ContentWords {
  private readonly byFirst = new Map<number, { hashes: number[]; kind: ContentKind }[]>();
  /** 1 where some phrase may begin: spares most tokens the look-up. */
  private readonly filter = new Uint8Array(FILTER_BITS);

  constructor({ content }: Lexicon) {
    for (const kind of KINDS) {
      for (const phrase of content[kind] ?? []) {
        const hashes = phrase.split(" ").map(wordHash);
        const first = hashes[0] as number;
        this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), { hashes, kind }]);
        this.filter[first & (FILTER_BITS - 1)] = 1;
      }
    }
  }

  /** The kinds whose words stand in a span, each with the token at which the first of them does. */
  in(scan: Scan, { end, start }: TextSpan): Map<ContentKind, number> {
    const found = new Map<ContentKind, number>();
    for (let token = firstToken(scan, start); token < scan.count && endOf(scan, token) <= end; token++) {
      const hash = hashOf(scan, token);
      if (this.filter[hash & (FILTER_BITS - 1)] === 0) continue;
      for (const { hashes, kind } of this.byFirst.get(hash) ?? []) {
        if (!found.has(kind) && stands(hashes, scan, token)) found.set(kind, token);
      }
    }
    return found;
  }
}

const WORDS = new WeakMap<Lexicon, ContentWords>();

/** Made once for each language; the lexicon lives as long as the knowledge. */
function wordsOf(lexicon: Lexicon): ContentWords {
  let words = WORDS.get(lexicon);
  if (!words) {
    words = new ContentWords(lexicon);
    WORDS.set(lexicon, words);
  }
  return words;
}

/** The first token that does not begin before an offset. */
function firstToken(scan: Scan, start: number): number {
  let low = 0;
  let high = scan.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(scan, middle) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The kinds of claim that the words of a span show. */
export function kindsIn(scan: Scan, span: TextSpan, lexicon: Lexicon): ClaimKind[] {
  const found = wordsOf(lexicon).in(scan, span);
  if (found.size === 0) return [];
  const isCounted = (at: number) => figureNear(scan, span.start, span.end, at) !== undefined;
  return KINDS.filter((kind) => {
    const at = found.get(kind);
    return at !== undefined && (kind !== "casualties" || isCounted(at));
  });
}

/** The number that stands nearest before (or behind) the word for killed or wounded, and that word's hash. */
export function casualtiesIn(
  scan: Scan,
  span: TextSpan,
  lexicon: Lexicon,
): { figure: number; word: number } | undefined {
  const at = wordsOf(lexicon).in(scan, span).get("casualties");
  const figure = at === undefined ? undefined : figureNear(scan, span.start, span.end, at);
  return at === undefined || figure === undefined ? undefined : { figure, word: hashOf(scan, at) };
}

const NUMBER = /^\p{Nd}+$/u;

function figureNear(scan: Scan, start: number, end: number, at: number): number | undefined {
  for (let distance = 1; distance <= NEAR; distance++) {
    for (const token of [at - distance, at + distance]) {
      if (token < 0 || token >= scan.count || startOf(scan, token) < start || endOf(scan, token) > end) continue;
      const word = scan.text.slice(startOf(scan, token), endOf(scan, token)).replace(/[.,٬]/gu, "");
      if (NUMBER.test(word)) return Number(word.replace(/\p{Nd}/gu, (digit) => String(digitOf(digit))));
    }
  }
  return undefined;
}

/** The value of a decimal digit of any script: digits stand in rows of ten in Unicode. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) as number;
  if (code < 0x80) return code - 0x30;
  return code >= 0x660 && code <= 0x669
    ? code - 0x660
    : code >= 0x6f0 && code <= 0x6f9
      ? code - 0x6f0
      : (code - 0x966) % 10;
}
