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
import { entriesOf } from "./index/entries.js";
import { findCandidates } from "./index/match.js";
import type { KnownRecord } from "./knowledge/files.js";
import type { Knowledge } from "./knowledge/open.js";
import { acronymMentions, definedAcronyms } from "./link/acronym.js";
import { NO_EVIDENCE, pageLanguage, primaryTag, unionOf } from "./link/context.js";
import { type Judgement, judge } from "./link/judge.js";
import { resolve, resolveAlone } from "./link/resolve.js";
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
  /** What the block knows by itself. */
  own: BlockEvidence;
  /** What it tells the document: all it knows, or nothing where it stands apart. */
  evidence: BlockEvidence;
}

/**
 * Links the names of a document to records. Pure: same text, knowledge and options, same answer; a block's mentions depend
 * on its own text and on the union of all blocks' evidence alone, so blocks may be annotated in any order and in parts.
 *
 * Offsets in the answer are UTF-16 units of each block's text; mentions of a block are disjoint and in order.
 */
export function annotate(article: ArticleText, knowledge: Knowledge, options: AnnotateOptions = {}): Annotation {
  const given = options.context ?? NO_EVIDENCE;
  const words = new Map(article.blocks.map((block) => [block, knowledge.teller.words(block.text)]));
  const told = article.blocks.flatMap((block) =>
    block.apart ? [] : [{ ...NO_EVIDENCE, words: words.get(block) ?? [] }],
  );
  const declared = article.lang?.value;
  const language = pageLanguage(unionOf([given, ...told]), declared);
  const read = article.blocks.map((block) => readBlock(block, words.get(block) ?? [], language, declared, knowledge));
  const context = unionOf([given, ...read.map(({ evidence }) => evidence)]);

  const blocks = read.map(({ block, evidence, judgements, lang, own }): BlockAnnotation => {
    const around = block.apart ? own : context;
    const mentions = resolve(judgements, around);
    const learned = acronymMentions(block.text, around.acronyms, mentions);
    if (learned.length > 0) {
      mentions.push(...learned);
      mentions.sort((a, b) => a.start - b.start);
    }
    return { id: block.id, revision: block.revision, lang, mentions, evidence };
  });

  const site = siteOf(article.url, knowledge, language);
  return {
    blocks,
    entities: summaries(blocks, knowledge, language),
    ...(site ? { site } : {}),
    lang: statedLanguage(language, article.lang),
    ...(article.date ? { date: article.date } : {}),
    reader: knowledge.reader,
    knowledge: knowledge.names.knowledge,
    context,
  };
}

function readBlock(
  block: TextBlock,
  words: [string, number][],
  page: string,
  declared: string | undefined,
  knowledge: Knowledge,
): ReadBlock {
  const { index, names, scanner, teller } = knowledge;
  // A block that only repeats the page's declared language knows no more than the page.
  const ownLang = primaryTag(block.lang) === primaryTag(declared) ? "" : block.lang;
  const lang = teller.ofBlock(block.text, words, ownLang, page);
  const rules = knowledge.rulesOf(lang);
  const scan = scanner.scan(block.text);
  const candidates = findCandidates(index, scanner, scan, rules);
  const judgements: Judgement[][] = [];
  if (candidates.length > 0) {
    const around = new Surroundings(scan, lang, rules);
    for (const candidate of candidates) {
      const judged = entriesOf(index, candidate.group).flatMap((entry): Judgement[] => {
        const record = names.records[entry.record];
        if (!record) return [];
        const language = names.languages[entry.language] ?? "und";
        const judgement = judge(candidate, entry, record, language, knowledge.folded(entry.text), around, block.text);
        return judgement ? [judgement] : [];
      });
      if (judged.length > 0) judgements.push(judged);
    }
  }
  const alone = resolveAlone(judgements);
  const own: BlockEvidence = {
    named: [...new Set(alone.flatMap(({ record }) => namedBy(record, knowledge)))].sort(),
    acronyms: definedAcronyms(block.text, alone, (id) => namesOf(id, knowledge)),
    words,
  };
  return { block, lang, judgements, own, evidence: block.apart ? NO_EVIDENCE : own };
}

/** What a mention names: its record, and as evidence the state it belongs to. */
function namedBy(id: string, { byId }: Knowledge): string[] {
  const about = byId.get(id)?.about;
  return about === undefined ? [id] : [id, about];
}

function namesOf(id: string, { byId }: Knowledge): string[] {
  return Object.values(byId.get(id)?.names ?? {});
}

function statedLanguage(language: string, declared: Stated<string> | undefined): Stated<string> {
  if (declared && language !== "" && primaryTag(declared.value) === language)
    return { value: language, from: declared.from };
  return { value: language, from: "guess" };
}

function siteOf(url: string | undefined, knowledge: Knowledge, language: string): SiteSummary | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  const id = sourceAt(url, knowledge.names.hosts);
  const record = id === undefined ? undefined : knowledge.byId.get(id);
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
      if (record) list.push(summarise(record, knowledge, language));
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
