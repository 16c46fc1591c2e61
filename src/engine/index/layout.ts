/**
 * The packed index: one buffer, little-endian, viewed with typed arrays and never parsed.
 *
 *     0    magic "KTKS"            Int32
 *     4    format version          Int32   FORMAT
 *     8    stamp of the knowledge  Int32   hash of what it was compiled from; the records file carries the same
 *     12   checksum                Int32   over everything from byte 80
 *     16   lengths                 Int32 × 13, in elements: firsts, singles, pairs, slots, slips, slipBits, groups, lists, entries, texts, classes, folds, expansions
 *     80   firsts      Int32        one bit for each hash that begins a spelling; most tokens of a text go no further
 *          singles     Int32        the same of tokens that are a spelling by themselves
 *          pairs       Int32        the same of the first two tokens of longer ones
 *          slots       Int32 × 2n   open-addressed by sequence hash: [hash, group+1 << 1 | is-prefix]
 *          slips       Int32 × 2n   the same for names with one letter left out (see `slips.ts`)
 *          slipBits    Int32        one bit for each hash in them
 *          groups      Int32 × 2    [number of its list of entries, check over its letters]
 *          lists       Int32        first entry of each list; one more at the end
 *          entries     Int32 × 4    [record | flags << 16, languages, offset into texts << 8 | length, rules]
 *          texts       Uint16       spellings as the glossary has them, one after another
 *          classes     Uint8 × 65536, folds Uint16 × 65536, expansions Uint16 (unit, count, units …)
 *
 * A group is one sequence of folded tokens; its entries are the spellings of records that fold to it, or of which a transliteration
 * does. Groups with the same entries share one list, and spellings of several languages with the same conditions share one entry:
 * `languages` has a bit for each, the first for `und`. `rules` has a bit for each ambiguity rule of
 * the record that governs the spelling, and those of `RULE_BITS`.
 */
export const MAGIC = 0x534b544b;
/** Raise with any change of layout, folding or hashing: an older index is then refused instead of misread. */
export const FORMAT = 3;
export const HEADER_BYTES = 80;

/** Flags of an entry. */
export const ENTRY = {
  /** The text must begin with a capital. */
  capital: 1,
  /** The text must be in capitals throughout. */
  capitals: 2,
  /** Counts only where the record is named in full. */
  short: 4,
  misspelling: 8,
  /** A person's surname alone: not where another given name stands before it. */
  surname: 16,
  /** A longer name that contains one of ours and means something else: takes the span, gives no mention. */
  lookalike: 32,
  /** Only in text of the entry's own language: acronyms of up to three letters, names of states in other languages. */
  ownLanguage: 64,
  /** Ends in a plain vowel, and the text must too. */
  exactVowel: 128,
} as const;

/** Spelling lengths and record counts that the entry layout can hold. */
export const MOST_RECORDS = 0xffff;
export const LONGEST_SPELLING = 0xff;
export const MOST_TEXT_UNITS = 0xffffff;
/** Words of the longest name that is looked for; in Han and kana each character is one. */
export const MOST_WORDS = 48;
/** Languages of spellings, `und` among them: a bit each. */
export const MOST_LANGUAGES = 32;
/** Bit of spellings that are of no language. */
export const NO_LANGUAGE = 1;
/** Ambiguity rules of one record: a bit each. */
export const MOST_RULES = 29;
/** Further bits beside the rules'. */
export const RULE_BITS = {
  /** A person's given name alone: not where another surname stands behind it. */
  given: 1 << 29,
  /** As many words must begin with a capital as in the spelling. */
  exactCasing: 1 << 30,
} as const;

/**
 * First slot at which a hash is looked for, of `slots` in all: a multiplication, so that their number need not be a power of two
 * (D. Lemire, 2016, "A fast alternative to the modulo reduction"). Exact, since the product stays below 2^53.
 */
export function slotOf(hash: number, slots: number): number {
  return Math.floor(((hash >>> 0) * slots) / 4294967296);
}

/** Which bit stands for a hash: `bits` is their number, a power of two. */
export function bitOf(hash: number, bits: number): number {
  return (hash ^ (hash >>> 15)) & (bits - 1);
}

/** Is the bit of a hash set? */
export function isSet(bits: Int32Array, hash: number): boolean {
  const bit = (hash ^ (hash >>> 15)) & (bits.length * 32 - 1);
  return ((bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

/** FNV-1a over bytes or words: a checksum against truncation and corruption, not against malice. */
export function checksum(parts: Int32Array | Uint8Array): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < parts.length; i++) hash = Math.imul(hash ^ (parts[i] as number), 0x01000193);
  return hash;
}

/** Stamp of what an index was compiled from. */
export function stampOf(text: string): number {
  return checksum(new TextEncoder().encode(text));
}
