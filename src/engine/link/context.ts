import type { BlockEvidence, DocumentContext } from "../annotation.js";

/** What a document with no block says of itself. */
export const NO_EVIDENCE: DocumentContext = { named: [], acronyms: [], words: [] };

/** The evidence of several blocks together. The order of the blocks makes no difference. */
export function unionOf(evidence: Iterable<BlockEvidence>): DocumentContext {
  const named = new Set<string>();
  const acronyms = new Map<string, [string, string]>();
  const words = new Map<string, number>();
  for (const block of evidence) {
    for (const id of block.named) named.add(id);
    for (const [acronym, record] of block.acronyms) acronyms.set(`${acronym} ${record}`, [acronym, record]);
    for (const [language, hits] of block.words) words.set(language, (words.get(language) ?? 0) + hits);
  }
  return {
    named: [...named].sort(),
    acronyms: [...acronyms.entries()].sort(byKey).map(([, pair]) => pair),
    words: [...words.entries()].sort(byKey),
  };
}

/** Would every block be read alike under both? `declared` is the page's own language. */
export function sameContext(a: DocumentContext, b: DocumentContext, declared: string | undefined): boolean {
  return (
    a.named.join() === b.named.join() &&
    a.acronyms.join() === b.acronyms.join() &&
    pageLanguage(a, declared) === pageLanguage(b, declared)
  );
}

/** Fewest frequent words, and how many times as many as the declared language's, that outweigh what a page declares. */
const STRONG_HITS = 6;
const STRONG_RATIO = 3;

/**
 * Language of a page: the declared one, unless its text plainly speaks another (many sites declare the language of their
 * template). Empty where nothing is declared and nothing recognised.
 */
export function pageLanguage(context: DocumentContext, declared: string | undefined): string {
  const hits = new Map(context.words);
  const [best, most] = [...hits.entries()].sort((a, b) => b[1] - a[1] || byKey(a, b))[0] ?? ["", 0];
  const primary = primaryTag(declared);
  if (primary === "") return most >= 2 ? best : "";
  const own = hits.get(primary) ?? 0;
  return most >= STRONG_HITS && most >= own * STRONG_RATIO ? best : primary;
}

/** `id-ID` → `id`; the old `in` and `iw` → `id`, `he`. */
export function primaryTag(tag: string | undefined): string {
  const primary = (tag ?? "").trim().toLowerCase().split(/[-_]/)[0] ?? "";
  return primary === "in" ? "id" : primary === "iw" ? "he" : primary;
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
