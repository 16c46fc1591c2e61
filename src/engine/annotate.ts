import type {
  Annotation,
  BlockAnnotation,
  BlockEvidence,
  DocumentContext,
  EntitySummary,
  Mention,
  SiteSummary,
} from "./annotation.js";
import type { ArticleText, Stated, TextBlock } from "./article-text.js";
import { asOf } from "./as-of.js";
import type { Scan } from "./fold/scan.js";
import { findCandidates } from "./index/match.js";
import type { KnownRecord } from "./knowledge/files.js";
import type { Knowledge } from "./knowledge/open.js";
import { acronymMentions, definedAcronyms } from "./link/acronym.js";
import { NO_EVIDENCE, pageLanguage, primaryTag, unionOf } from "./link/context.js";
import { type Judgement, judge } from "./link/judge.js";
import { leansOnDocument, resolve, resolveAlone } from "./link/resolve.js";
import { Surroundings } from "./link/surroundings.js";
import { sourceAt } from "./sources/site.js";

export interface AnnotateOptions {
  /** Evidence of the document's other blocks, where only some blocks are given. */
  context?: DocumentContext;
}

/** A block read by itself, before the rest of the document is known. */
interface ReadBlock {
  block: TextBlock;
  lang: string;
  judgements: Judgement[][];
  /** The mentions that the block can settle by itself. */
  alone: Mention[];
  /** What the block knows by itself. */
  own: BlockEvidence;
  /** What it tells the document: all it knows, or nothing where it stands apart. */
  evidence: BlockEvidence;
}

/** What is known of the whole document before its blocks are read. */
interface Page {
  language: string;
  declared: string | undefined;
  /** Source record of the site. */
  site: string | undefined;
  knowledge: Knowledge;
}

/**
 * Links the names of a document to records. Pure: same text, knowledge and options, same answer; a block's mentions depend
 * on its own text and on the union of all blocks' evidence alone, so blocks may be annotated in any order and in parts.
 *
 * Offsets in the answer are UTF-16 units of each block's text; mentions of a block are disjoint and in order.
 */
export function annotate(article: ArticleText, knowledge: Knowledge, options: AnnotateOptions = {}): Annotation {
  return annotateDocument(article, knowledge, options).annotation;
}

/** An annotation with the scans of its blocks, in their order: valid until the knowledge's scanner is used again. */
export interface AnnotatedDocument {
  annotation: Annotation;
  scans: Scan[];
}

/** As `annotate`, for who goes on to read the same text. */
export function annotateDocument(
  article: ArticleText,
  knowledge: Knowledge,
  options: AnnotateOptions,
): AnnotatedDocument {
  const given = options.context ?? NO_EVIDENCE;
  const scans = knowledge.scanner.scanAll(article.blocks.map(({ text }) => text));
  const words = scans.map((scan) => knowledge.teller.words(scan));
  const told = article.blocks.flatMap((block, i) =>
    block.apart ? [] : [{ ...NO_EVIDENCE, words: words[i] as [string, number][] }],
  );
  const declared = article.lang?.value;
  const language = pageLanguage(unionOf([given, ...told]), declared);
  const site = article.url === undefined ? undefined : sourceAt(article.url, knowledge.names.hosts);
  const page: Page = { language, declared, site, knowledge };
  const read = article.blocks.map((block, i) =>
    readBlock(block, scans[i] as Scan, words[i] as [string, number][], page),
  );
  const context = unionOf([given, ...read.map(({ evidence }) => evidence)]);

  const blocks = read.map(({ alone, block, evidence, judgements, lang, own }): BlockAnnotation => {
    const around = block.apart ? own : context;
    const mentions = leansOnDocument(judgements) ? resolve(judgements, around, own.named) : alone;
    const learned = acronymMentions(block.text, around.acronyms, mentions);
    if (learned.length > 0) {
      mentions.push(...learned);
      mentions.sort((a, b) => a.start - b.start);
    }
    return { id: block.id, revision: block.revision, lang, mentions, evidence };
  });

  const then = (entity: EntitySummary) =>
    asOf(entity, knowledge.records.records[entity.id]?.earlierNotes ?? [], article.date?.value);
  const summary = siteOf(article.url, site, knowledge, language);
  const annotation = {
    blocks,
    entities: summaries(blocks, knowledge, language).map(then),
    ...(summary ? { site: summary.record ? { ...summary, record: then(summary.record) } : summary } : {}),
    lang: statedLanguage(language, article.lang),
    ...(article.date ? { date: article.date } : {}),
    reader: knowledge.reader,
    knowledge: knowledge.names.knowledge,
    context,
  };
  return { annotation, scans };
}

function readBlock(block: TextBlock, scan: Scan, words: [string, number][], page: Page): ReadBlock {
  const { declared, knowledge, language, site } = page;
  const { givenNames, index, readings, teller } = knowledge;
  // A block that only repeats the page's declared language knows no more than the page.
  const ownLang = primaryTag(block.lang) === primaryTag(declared) ? "" : block.lang;
  const lang = teller.ofBlock(scan, words, ownLang, language);
  const rules = knowledge.rulesOf(lang);
  const candidates = findCandidates(index, scan, rules);
  const judgements: Judgement[][] = [];
  if (candidates.length > 0) {
    const around = new Surroundings(scan, lang, rules, index.table, candidates, givenNames);
    for (const candidate of candidates) {
      const judged: Judgement[] = [];
      for (const reading of readings.of(candidate.group)) {
        const judgement = judge(candidate, reading, around, block.text, site);
        if (judgement) judged.push(judgement);
      }
      if (judged.length > 0) judgements.push(judged);
    }
  }
  const alone = resolveAlone(judgements);
  const sure = alone.filter(({ confidence }) => confidence === "sure");
  const own: BlockEvidence =
    sure.length === 0 && words.length === 0
      ? NO_EVIDENCE
      : {
          named: namedBy(sure, knowledge),
          acronyms: definedAcronyms(block.text, sure, (id) => namesOf(id, knowledge)),
          words,
        };
  return { block, lang, judgements, alone, own, evidence: block.apart ? NO_EVIDENCE : own };
}

/** What mentions name: their records, and as evidence the states these belong to. */
function namedBy(mentions: readonly Mention[], { byId }: Knowledge): string[] {
  const named = new Set<string>();
  for (const { record } of mentions) {
    named.add(record);
    const about = byId.get(record)?.about;
    if (about !== undefined) named.add(about);
  }
  return [...named].sort();
}

function namesOf(id: string, { byId }: Knowledge): string[] {
  return Object.values(byId.get(id)?.names ?? {});
}

function statedLanguage(language: string, declared: Stated<string> | undefined): Stated<string> {
  if (declared && language !== "" && primaryTag(declared.value) === language)
    return { value: language, from: declared.from };
  return { value: language, from: "guess" };
}

function siteOf(
  url: string | undefined,
  site: string | undefined,
  knowledge: Knowledge,
  language: string,
): SiteSummary | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  const record = site === undefined ? undefined : knowledge.byId.get(site);
  return {
    host: hostname.replace(/^www\./, ""),
    ...(record ? { record: summarise(record, knowledge, language) } : {}),
  };
}

function summaries(
  blocks: readonly { mentions: Mention[] }[],
  knowledge: Knowledge,
  language: string,
): EntitySummary[] {
  const seen = new Set<string>();
  const list: EntitySummary[] = [];
  for (const { mentions } of blocks) {
    for (const { record: id } of mentions) {
      if (seen.has(id)) continue;
      seen.add(id);
      const record = knowledge.byId.get(id);
      if (!record) continue;
      const key = `${language} ${id}`;
      let summary = knowledge.summaries.get(key);
      if (!summary) {
        summary = summarise(record, knowledge, language);
        knowledge.summaries.set(key, summary);
      }
      list.push(summary);
    }
  }
  return list;
}

function summarise(record: KnownRecord, knowledge: Knowledge, pageLanguage: string): EntitySummary {
  const { id, kind, names, sort, wikidata, wikipedia } = record;
  const { reader } = knowledge;
  const detail = knowledge.records.records[id];
  const name = names[reader] ?? names.en ?? id;
  const pageName = names[pageLanguage];
  const original = record.original;
  const originalText = original === undefined || original === reader ? undefined : names[original];
  return {
    id,
    kind,
    marked: kind !== "country" && detail?.description !== undefined,
    ...(sort ? { sort } : {}),
    name,
    ...(pageName !== undefined && pageName !== name ? { pageName } : {}),
    ...(original !== undefined && originalText !== undefined && originalText !== name
      ? { originalName: { text: originalText, lang: original } }
      : {}),
    ...(detail?.description ? { description: detail.description } : {}),
    ...(detail?.note ? { note: detail.note } : {}),
    ...(wikipedia ? { wikipedia } : {}),
    ...(wikidata ? { wikidata } : {}),
    references: detail?.references.length ?? 0,
    ...(detail ? { reviewed: detail.reviewed } : {}),
  };
}
