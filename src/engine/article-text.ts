/**
 * What a document gives to the engine: plain text in blocks, and what the page says of itself.
 * Offsets anywhere in Konteks are UTF-16 code units of a block's own `text`.
 */

/** Where a fact about the page was read; shown to the reader, so that a guess never looks like a statement. */
export type Origin = "json-ld" | "meta" | "markup" | "text" | "given" | "guess";

export interface Stated<T> {
  value: T;
  from: Origin;
}

/** One block of running text: a paragraph, a heading, a list item, a caption. */
export interface TextBlock {
  /** Unique within the document and stable for as long as the block element lives. */
  id: number;
  /** Raises by one each time the block's text changes; an answer counts only for the revision it was asked for. */
  revision: number;
  text: string;
  /** Language declared for this block (nearest `lang`), empty where none is. */
  lang: string;
  /** Stands apart from the story (sidebar, list of other headlines): gives no evidence to it and takes none from it. */
  apart?: boolean;
}

export interface ArticleText {
  blocks: TextBlock[];
  /** Address of the page, without query and fragment; absent for plain text. */
  url?: string;
  title?: string;
  /** Declared language of the whole page. */
  lang?: Stated<string>;
  /** Publication date, `YYYY-MM-DD`. */
  date?: Stated<string>;
  /** Name the site gives itself. */
  site?: Stated<string>;
  byline?: Stated<string>;
}
