import type { Scan } from "../fold/scan.js";
import { endOf, hashOf, isCut, startOf } from "../fold/scan.js";
import { type PhraseBook, phraseBook } from "../link/phrases.js";
import type { Lexicon } from "./lexicon.js";
import type { TextSpan } from "./sentence/found-claim.js";
import type { ClaimKind } from "./voices.js";

type ContentKind = "control" | "fighting" | "casualties" | "responsibility" | "image";
const KINDS: readonly ContentKind[] = ["control", "fighting", "casualties", "responsibility", "image"];
/** Tokens between a number and the word for the killed. */
const NEAR = 8;

/** The kinds of claim that the words of a span show. */
export function kindsIn(scan: Scan, { end, start }: TextSpan, lexicon: Lexicon): ClaimKind[] {
  return KINDS.filter((kind) => {
    const words = lexicon.content[kind];
    if (!words || words.length === 0) return false;
    const at = findPhrase(scan, start, end, phraseBook(words));
    return at >= 0 && (kind !== "casualties" || figureNear(scan, start, end, at) !== undefined);
  });
}

/** The number that stands nearest before (or behind) the word for killed or wounded, and that word's hash. */
export function casualtiesIn(
  scan: Scan,
  { end, start }: TextSpan,
  lexicon: Lexicon,
): { figure: number; word: number } | undefined {
  const words = lexicon.content.casualties;
  if (!words) return undefined;
  const at = findPhrase(scan, start, end, phraseBook(words));
  const figure = at < 0 ? undefined : figureNear(scan, start, end, at);
  return figure === undefined ? undefined : { figure, word: hashOf(scan, at) };
}

function findPhrase(scan: Scan, start: number, end: number, book: PhraseBook): number {
  for (let token = 0; token < scan.count; token++) {
    if (startOf(scan, token) < start) continue;
    if (endOf(scan, token) > end) return -1;
    for (const { hashes } of book.beginningWith(hashOf(scan, token)) ?? []) {
      const fits = hashes.every(
        (hash, i) => token + i < scan.count && hashOf(scan, token + i) === hash && (i === 0 || !isCut(scan, token + i)),
      );
      if (fits) return token;
    }
  }
  return -1;
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
