import type { LanguageRules } from "../../glossary/schema.js";
import { endOf, firstOf, hashOf, type Scan, type Scanner, startOf } from "../fold/scan.js";
import { primaryTag } from "./context.js";

type Script = LanguageRules["script"];

/** Tokens of a block that are looked at to tell its script and language; a paragraph's beginning says it. */
const SAMPLE = 64;
/** Frequent words in one block that outweigh the page's language, and how many times as many as its own. */
const STRONG_HITS = 4;
const STRONG_RATIO = 3;
/** Bits of the filter that spares most tokens the look-up. */
const FILTER_BITS = 1 << 14;

/** Tells languages apart by script and frequent words, all of it data of the language files. */
export class LanguageTeller {
  /** Languages by the folded word, found by its hash: hashes of so few words do not collide, and a test holds it. */
  private readonly byWord = new Map<number, number[]>();
  /** Languages in order; the numbers in `byWord` count from here. */
  private readonly tags: readonly string[];
  private readonly hits: Int32Array;
  private readonly filter = new Uint8Array(FILTER_BITS);
  private readonly scripts = new Map<string, Script>();
  private readonly defaults = new Map<Script, string>();

  /** @param scanner one of its own: a scan in use elsewhere must stay valid */
  constructor(
    languages: Iterable<[string, Pick<LanguageRules, "script" | "default_for_script" | "function_words">]>,
    scanner: Scanner,
  ) {
    const all = [...languages].sort((a, b) => (a[0] < b[0] ? -1 : 1));
    this.tags = all.map(([tag]) => tag);
    this.hits = new Int32Array(all.length);
    for (const [number, [tag, rules]] of all.entries()) {
      this.scripts.set(tag, rules.script);
      if (rules.default_for_script) this.defaults.set(rules.script, tag);
      for (const word of rules.function_words) {
        const scan = scanner.scan(word);
        if (scan.count !== 1) continue;
        const key = hashOf(scan, 0);
        const numbers = this.byWord.get(key) ?? [];
        if (!numbers.includes(number)) this.byWord.set(key, [...numbers, number]);
        this.filter[key & (FILTER_BITS - 1)] = 1;
      }
    }
  }

  /** Frequent words of each language in the beginning of a text, sorted by language. */
  words(scan: Scan): [string, number][] {
    const { byWord, filter } = this;
    const hits = this.hits;
    const tags = this.tags;
    const to = Math.min(scan.count, SAMPLE);
    let any = false;
    for (let token = 0; token < to; token++) {
      const key = hashOf(scan, token);
      if (filter[key & (FILTER_BITS - 1)] === 0) continue;
      const languages = byWord.get(key);
      if (!languages) continue;
      any = true;
      for (let i = 0; i < languages.length; i++) hits[languages[i] as number]!++;
    }
    if (!any) return NO_WORDS;
    const found: [string, number][] = [];
    for (let i = 0; i < tags.length; i++) {
      if (hits[i] !== 0) found.push([tags[i] as string, hits[i] as number]);
      hits[i] = 0;
    }
    return found;
  }

  /**
   * The language whose rules a block is read by.
   * @param declared language declared for the block, empty where only the page's is known
   * @param page language of the page as decided by `pageLanguage`
   * @returns a tag that has rules, or empty
   */
  ofBlock(scan: Scan, words: readonly [string, number][], declared: string, page: string): string {
    const script = scriptOf(scan);
    const fits = (tag: string) => this.scripts.has(tag) && (script === undefined || this.scripts.get(tag) === script);
    const expected = [primaryTag(declared), page].find((tag) => tag !== "" && fits(tag));
    let best = "";
    let most = 0;
    let own = 0;
    for (const [tag, hits] of words) {
      if (tag === expected) own = hits;
      if (hits > most && fits(tag)) [best, most] = [tag, hits];
    }
    if (expected !== undefined) return most >= STRONG_HITS && most >= own * STRONG_RATIO ? best : expected;
    if (most >= 2) return best;
    return (script && this.defaults.get(script)) ?? "";
  }
}

const NO_WORDS: [string, number][] = [];

/** First and last unit of the letters of each script, in the basic plane; what is in no range tells nothing. */
const RANGES: readonly [number, number, Script][] = [
  [0x0041, 0x024f, "Latn"],
  [0x0400, 0x052f, "Cyrl"],
  [0x05d0, 0x05ea, "Hebr"],
  [0x0620, 0x06d3, "Arab"],
  [0x06fa, 0x077f, "Arab"],
  [0x1200, 0x137f, "Ethi"],
  [0x1e00, 0x1eff, "Latn"],
  [0x3041, 0x30ff, "Jpan"],
  [0x4e00, 0x9fff, "Hans"],
  [0xfb50, 0xfefc, "Arab"],
];
const SCRIPTS: readonly Script[] = ["Latn", "Cyrl", "Hebr", "Arab", "Ethi", "Hans", "Jpan"];
/** Number (from 1) of the script of each unit, 0 for none. */
const SCRIPT_OF = new Uint8Array(65536);
for (const [first, last, script] of RANGES) SCRIPT_OF.fill(SCRIPTS.indexOf(script) + 1, first, last + 1);
const KANA = SCRIPTS.indexOf("Jpan") + 1;

const counts = new Int32Array(SCRIPTS.length + 1);

/** The script of most letters, each word weighed by its length; undefined where there is none of those we know. */
function scriptOf(scan: Scan): Script | undefined {
  counts.fill(0);
  const to = Math.min(scan.count, SAMPLE);
  for (let token = 0; token < to; token++)
    counts[SCRIPT_OF[firstOf(scan, token)] as number]! += endOf(scan, token) - startOf(scan, token);
  // Kana among Han is Japanese however much Han there is.
  if ((counts[KANA] as number) > 2) return "Jpan";
  let best = 0;
  for (let i = 1; i < counts.length; i++)
    if ((counts[i] as number) > (best === 0 ? 0 : (counts[best] as number))) best = i;
  return best === 0 ? undefined : SCRIPTS[best - 1];
}
