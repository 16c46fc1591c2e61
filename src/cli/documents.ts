import { parseHTML } from "linkedom";
import type { ArticleText, TextBlock } from "../engine/article-text.js";
import { readArticle } from "../page/article.js";
import { createWalker } from "../page/walk.js";

/** A document for the command line: the engine's blocks, and where each stands in one running text. */
export interface CliDocument {
  article: ArticleText;
  /** For HTML the blocks joined by blank lines, otherwise the text as it came. */
  text: string;
  /** UTF-16 offset of each block in `text`, by block id. */
  offsets: Map<number, number>;
}

/** What the command line may say of a text that the text does not say of itself. */
export interface Given {
  lang?: string;
  /** `YYYY-MM-DD`. */
  date?: string;
  url?: string;
}

/** A blank line, or a line that ends like a sentence: hard-wrapped lines stay together. */
const PARAGRAPH_END = /\n[^\S\n]*\n\s*|(?<=[.!?:؟。”"»\])])[^\S\n]*\n\s*/gu;

/** Plain text, cut into paragraphs. */
export function textDocument(text: string, given: Given): CliDocument {
  const blocks: TextBlock[] = [];
  const offsets = new Map<number, number>();
  const add = (from: number, to: number) => {
    if (text.slice(from, to).trim() === "") return;
    const id = blocks.length;
    blocks.push({ id, revision: 0, text: text.slice(from, to), lang: "" });
    offsets.set(id, from);
  };
  let from = 0;
  for (const end of text.matchAll(PARAGRAPH_END)) {
    add(from, end.index);
    from = end.index + end[0].length;
  }
  add(from, text.length);
  return { article: { blocks, ...statedOf(given) }, text, offsets };
}

/** An HTML page, read by the same code as in the browser, without layout. */
export function htmlDocument(html: string, given: Given): CliDocument {
  const { document } = parseHTML(withBody(html)) as unknown as { document: Document };
  const facts = readArticle(document, given.url);
  const blocks = createWalker(document).walk();
  const offsets = new Map<number, number>();
  let text = "";
  for (const block of blocks) {
    if (text !== "") text += "\n\n";
    offsets.set(block.id, text.length);
    text += block.text;
  }
  return { article: { ...facts, ...statedOf(given), blocks }, text, offsets };
}

/** linkedom makes no body of its own, as browsers do for a fragment. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  const inside = html.replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, "");
  return `<!doctype html><html><head></head><body>${inside}</body></html>`;
}

/** Does a file's beginning look like HTML? */
export function isHtml(text: string): boolean {
  return /^\uFEFF?\s*(<!doctype html|<html|<head|<body|<article|<!--)/i.test(text.slice(0, 1000));
}

function statedOf({ date, lang, url }: Given): Omit<ArticleText, "blocks"> {
  return {
    ...(lang ? { lang: { value: lang, from: "given" } } : {}),
    ...(date ? { date: { value: date, from: "given" } } : {}),
    ...(url ? { url } : {}),
  };
}
