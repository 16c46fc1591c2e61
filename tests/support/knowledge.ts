import { cldrCountries, cldrCountryName } from "../../src/cli/countries.js";
import { annotate } from "../../src/engine/annotate.js";
import type { Annotation, DocumentContext } from "../../src/engine/annotation.js";
import type { ArticleText } from "../../src/engine/article-text.js";
import { buildKnowledge } from "../../src/engine/knowledge/build.js";
import { type Knowledge, openKnowledge } from "../../src/engine/knowledge/open.js";
import type { NoteLanguage } from "../../src/glossary/schema.js";
import { type GlossaryParts, glossaryOf } from "./records.js";

const COUNTRIES = cldrCountries(["en", "id", "ar"]).filter(({ code }) => ["IQ", "LB", "SY"].includes(code));

/** Knowledge of a few built records, with the real language rules and three countries. */
export function knowledgeOf(parts: GlossaryParts, reader: NoteLanguage = "en"): Knowledge {
  const { index, names, records } = buildKnowledge(glossaryOf(parts), COUNTRIES, cldrCountryName);
  return openKnowledge(index, names, records[reader]);
}

/** A document of plain paragraphs in one language. */
export function article(lang: string, ...paragraphs: string[]): ArticleText {
  const blocks = paragraphs.map((text, id) => ({ id, revision: 0, text, lang: "" }));
  return { blocks, lang: { value: lang, from: "given" } };
}

/** Annotates paragraphs of plain text in one language. */
export function annotateText(knowledge: Knowledge, lang: string, ...paragraphs: string[]): Annotation {
  return annotate(article(lang, ...paragraphs), knowledge);
}

/** Mentions as a reader of a test wants them: "text→record", probable ones with a question mark; countries left out. */
export function found(knowledge: Knowledge, lang: string, ...paragraphs: string[]): string[] {
  const { blocks } = annotateText(knowledge, lang, ...paragraphs);
  return blocks.flatMap(({ mentions }, i) =>
    mentions
      .filter(({ record }) => !record.startsWith("country:"))
      .map(({ confidence, end, record, start }) => {
        return `${paragraphs[i]?.slice(start, end)}→${record}${confidence === "probable" ? "?" : ""}`;
      }),
  );
}

/** Annotates some blocks of a document with the others' evidence, as a page does when it changes. */
export function annotatePart(
  knowledge: Knowledge,
  lang: string,
  blocks: { id: number; text: string }[],
  context: DocumentContext,
): Annotation {
  const given = blocks.map((block) => ({ ...block, revision: 0, lang: "" }));
  return annotate({ blocks: given, lang: { value: lang, from: "given" } }, knowledge, { context });
}
