/**
 * What `npm run bench` measures, the same in Node and in browsers: one bundle, run with one input. No DOM and no Node here; what needs a
 * page is in `page.ts`.
 */
import { annotate } from "../../src/engine/annotate.js";
import type { ArticleText } from "../../src/engine/article-text.js";
import { Scanner } from "../../src/engine/fold/scan.js";
import { findCandidates } from "../../src/engine/index/match.js";
import { openIndex } from "../../src/engine/index/pack.js";
import type { NamesFile, RecordsFile } from "../../src/engine/knowledge/files.js";
import { openKnowledge } from "../../src/engine/knowledge/open.js";
import { type SpellingsFile, unfoldIndex } from "../../src/engine/knowledge/spelling-list.js";
import { tellVoices } from "../../src/engine/tell-voices.js";

/** All that is measured with: the built knowledge, indexes of several sizes, and articles. */
export interface BenchInput {
  index: ArrayBuffer;
  names: NamesFile;
  records: RecordsFile;
  spellings: SpellingsFile;
  /** Packed indexes by number of spellings. */
  sizes: [spellings: number, index: ArrayBuffer][];
  articles: ArticleText[];
}

export interface Figure {
  what: string;
  /** `ns`: for each UTF-16 unit of text; `ms`: for the whole. */
  unit: "ns" | "ms";
  value: number;
}

/** How often a round is run before it is measured, how many rounds are, and how long one takes at least (browsers' clocks are coarse). */
const WARM_UPS = 30;
const ROUNDS = 15;
const ROUND_MS = 40;

/** Median time of one run in milliseconds. */
export function median(run: () => void, warmUps = WARM_UPS): number {
  for (let i = 0; i < warmUps; i++) run();
  const once = timed(run, 1);
  const times = Math.max(1, Math.ceil(ROUND_MS / Math.max(once, 0.01)));
  const rounds = Array.from({ length: ROUNDS }, () => timed(run, times) / times);
  return rounds.sort((a, b) => a - b)[ROUNDS >> 1] as number;
}

function timed(run: () => void, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) run();
  return performance.now() - start;
}

function codesOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

/** Everything that needs no page. */
export function measure({ articles, index, names, records, sizes, spellings }: BenchInput): Figure[] {
  const figures: Figure[] = [];
  const units = articles.reduce((all, { blocks }) => all + blocks.reduce((sum, { text }) => sum + text.length, 0), 0);
  const perUnit = (what: string, run: () => void) =>
    figures.push({ what, unit: "ns", value: (median(run) * 1e6) / units });
  let kept = 0;

  perUnit("floor: the code of each character, added up", () => {
    for (const { blocks } of articles) for (const { text } of blocks) kept += codesOf(text);
  });
  const knowledge = openKnowledge(index, names, records);
  const { scanner } = knowledge;
  const texts = articles.map(({ blocks }) => blocks.map(({ text }) => text));
  perUnit("folding and cutting into tokens", () => {
    for (const blocks of texts) kept += scanner.scanAll(blocks).length;
  });
  for (const [spellings, packed] of sizes) {
    const opened = openIndex(packed);
    const own = new Scanner(opened.table);
    const rules = articles.map(({ lang }) => knowledge.rulesOf(lang?.value ?? ""));
    perUnit(`matching, ${spellings.toLocaleString("en")} spellings (folding included)`, () => {
      for (const [i, blocks] of texts.entries())
        for (const scan of own.scanAll(blocks))
          kept += findCandidates(opened, scan, rules[i] as (typeof rules)[0]).length;
    });
  }
  perUnit("annotate, the whole glossary", () => {
    for (const article of articles) kept += annotate(article, knowledge).entities.length;
  });
  perUnit("annotate and tell who says so", () => {
    for (const article of articles) kept += tellVoices(article, knowledge).voices.claims.length;
  });
  figures.push({
    what: `opening the index of ${Math.round(index.byteLength / 1024)} KiB`,
    unit: "ms",
    value: median(() => openKnowledge(index, names, records), 3),
  });
  figures.push({
    what: "compiling it, once for each version",
    unit: "ms",
    value: timed(() => unfoldIndex(spellings), 1),
  });
  if (Number.isNaN(kept)) throw new Error("nothing was measured");
  return figures;
}
