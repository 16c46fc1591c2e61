import { type AnnotatedDocument, type AnnotateOptions, annotateDocument } from "./annotate.js";
import type { Annotation } from "./annotation.js";
import type { ArticleText } from "./article-text.js";
import { agenciesIn } from "./attribution/agencies.js";
import { readClaims } from "./attribution/block-claims.js";
import { ClaimLinker } from "./attribution/link-claims.js";
import { newsroomMarks } from "./attribution/newsroom-marks.js";
import { conflictsOf, Standings } from "./attribution/standing.js";
import type { NewsroomMark, PlacedSpan, Voices } from "./attribution/voices.js";
import type { Knowledge } from "./knowledge/open.js";

/** Who says what in a whole document, with its annotation. Pure: same text and knowledge, same answer. */
export function tellVoices(
  article: ArticleText,
  knowledge: Knowledge,
  options: AnnotateOptions = {},
): { annotation: Annotation; voices: Voices } {
  const read = annotateDocument(article, knowledge, options);
  return { annotation: read.annotation, voices: voicesOf(article, read, knowledge) };
}

function voicesOf(article: ArticleText, { annotation, scans }: AnnotatedDocument, knowledge: Knowledge): Voices {
  const kindOf = (record: string) => knowledge.byId.get(record)?.kind;
  const story = annotation.blocks.flatMap((block, i) => {
    const source = article.blocks[i];
    return source && !source.apart ? [{ ...block, text: source.text, scan: scans[i] as (typeof scans)[number] }] : [];
  });
  const named = new Set(story.flatMap(({ mentions }) => mentions.map(({ record }) => record)));
  const date = article.date?.value ?? knowledge.names.knowledge;
  const conflicts = conflictsOf(named, date, knowledge.names.conflicts);
  const standings = new Standings(conflicts, date, knowledge);
  const marks: NewsroomMark[] = [];
  let readable = false;
  const linker = new ClaimLinker(knowledge, standings, article.date?.value);
  for (const { id, lang, mentions, scan, text } of story) {
    const lexicon = knowledge.lexiconOf(lang);
    if (!lexicon) continue;
    readable = true;
    linker.add({ id, text, scan, mentions, lexicon, read: readClaims(scan, mentions, lexicon, kindOf) });
    marks.push(...newsroomMarks(text, id, lexicon));
  }
  const site = annotation.site?.record?.id;
  const agencies: Agency[] = agenciesIn(story, site, kindOf);
  agencies.push(
    ...inByline(article, knowledge).filter(
      ({ record }) => record !== site && !agencies.some((one) => one.record === record),
    ),
  );
  return {
    ...linker.voices(),
    marks,
    readable,
    conflicts: conflicts.map(({ id }) => ({ id, name: standings.nameOf(id) })),
    agencies: agencies.map(({ at, record, text }) => ({
      text,
      ...(at ? { at } : {}),
      type: "named",
      group: "outlet",
      record,
      name: standings.nameOf(record),
      ...(knowledge.records.records[record]?.function ? { function: knowledge.records.records[record].function } : {}),
      ...(knowledge.records.records[record]?.description
        ? { description: knowledge.records.records[record].description }
        : {}),
      ties: standings.of(record, false, named),
      sure: true,
    })),
  };
}

interface Agency {
  record: string;
  text: string;
  /** Absent: named in what the page says of its authors. */
  at?: PlacedSpan;
}

/** Outlets that the page names as its author ("By Reuters", "Anadolu Agency"). Last of all, for it uses the scanner again. */
function inByline({ byline, lang }: ArticleText, knowledge: Knowledge): Agency[] {
  if (!byline) return [];
  const block = { id: 0, revision: 0, text: byline.value, lang: "" };
  const { annotation } = annotateDocument({ blocks: [block], ...(lang ? { lang } : {}) }, knowledge, {});
  return (annotation.blocks[0]?.mentions ?? [])
    .filter(({ record }) => knowledge.byId.get(record)?.kind === "outlet")
    .map(({ end, record, start }) => ({ record, text: byline.value.slice(start, end) }));
}
