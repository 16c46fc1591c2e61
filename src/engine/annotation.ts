import type { Kind, NoteLanguage } from "../glossary/schema.js";
import type { Stated } from "./article-text.js";

/** `probable`: a misspelling or weaker evidence; drawn thinner and worded as such. */
export type Confidence = "sure" | "probable";

/** Why a span was taken for a record; keys of the interface catalogue with their values. */
export interface Reason {
  code:
    | "spelling" // the glossary holds this spelling
    | "misspelling"
    | "affix" // a particle or ending of the language was set aside
    | "acronym" // defined in brackets in this document
    | "short" // a short form; the full name stands elsewhere in the document
    | "case" // told apart by its capitals
    | "word-before"
    | "word-after"
    | "word-near"
    | "enclosed" // it stands alone in brackets or quotation marks
    | "title" // a person's title stands before
    | "site" // told apart by the site it stands on
    | "entity" // told apart by another name in the document
    | "named"; // told apart by the record's own unambiguous name in the document
  /** The word, affix or record id that the reason speaks of. */
  value?: string;
}

/** A span of text linked to a record. */
export interface Mention {
  /** UTF-16 offsets in the block's text; `text.slice(start, end)` is what the page wrote. */
  start: number;
  end: number;
  record: string;
  confidence: Confidence;
  /** The glossary's spelling that matched. */
  alias: string;
  reasons: Reason[];
}

/** What one block says about the document: with the other blocks' it decides short forms and ambiguous names. */
export interface BlockEvidence {
  /** Ids of the records named without doubt in this block, and of the states that they belong to, sorted. */
  named: string[];
  /** Acronyms that this block defines in brackets: [acronym, record id], sorted. */
  acronyms: [string, string][];
  /** Frequent words of each language that the block uses: [language, hits], sorted; decides the language of the page. */
  words: [string, number][];
}

export interface BlockAnnotation {
  id: number;
  revision: number;
  /** Language whose rules were used. */
  lang: string;
  /** Disjoint, in order. */
  mentions: Mention[];
  evidence: BlockEvidence;
}

/** The union of all blocks' evidence. A block's mentions depend on its own text and on this alone. */
export type DocumentContext = BlockEvidence;

/** A record as far as marks, card and popup need it at once, in the reader's language. */
export interface EntitySummary {
  id: string;
  kind: Kind;
  /** Countries and records without a description in the reader's language are recognised, not marked. */
  marked: boolean;
  /** Terms: what sort of word. */
  sort?: "loaded" | "technical" | "newsroom";
  /** Name in the reader's language. */
  name: string;
  /** Name in the page's language, where it differs from the reader's. */
  pageName?: string;
  /** Name in the original script where known and different (Arabic for a Syrian group …) with its language. */
  originalName?: { text: string; lang: string };
  description?: string;
  note?: string;
  /** Note and description are of the page's time, not of today, because something has changed since. */
  earlier?: true;
  wikipedia?: string;
  wikidata?: string;
  /** How many references the record has. */
  references: number;
  /** `YYYY-MM`: the month the record was last reviewed. */
  reviewed?: string;
}

/** What is known of the site the page stands on. */
export interface SiteSummary {
  host: string;
  /** The source record of the host, where the glossary has one. */
  record?: EntitySummary;
}

/** The whole answer for a document. */
export interface Annotation {
  blocks: BlockAnnotation[];
  /** Every record mentioned, in order of first mention. */
  entities: EntitySummary[];
  site?: SiteSummary;
  /** Language of the page: declared, or recognised from its text. */
  lang: Stated<string>;
  /** The page's date; absent: unknown, everything is shown as of today. */
  date?: Stated<string>;
  /** Language of names and notes. */
  reader: NoteLanguage;
  /** `YYYY-MM`: what the glossary knows reaches to here. */
  knowledge: string;
  context: DocumentContext;
}
