import * as v from "valibot";
import type { Annotation } from "../engine/annotation.js";
import type { Voices } from "../engine/attribution/voices.js";
import type { RecordDetail } from "../engine/record-detail.js";
import type { Failure } from "./result.js";

/**
 * Every message between contexts: name, parameters (checked on arrival), answer. Two maps, by receiver.
 * The page is hostile ground: whatever a tab sends is checked here before it is used.
 */

const stated = <T extends v.GenericSchema>(value: T) =>
  v.object({ value, from: v.picklist(["json-ld", "meta", "markup", "text", "given", "guess"]) });

/** Longest text taken from one page, in UTF-16 units; the rest of a longer page is left out and the popup says so. */
export const MAX_PAGE_TEXT = 2_000_000;

const Block = v.object({
  id: v.number(),
  revision: v.number(),
  text: v.string(),
  lang: v.string(),
  apart: v.exactOptional(v.boolean()),
});
const Article = v.object({
  blocks: v.array(Block),
  url: v.exactOptional(v.string()),
  title: v.exactOptional(v.string()),
  lang: v.exactOptional(stated(v.string())),
  date: v.exactOptional(stated(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)))),
  site: v.exactOptional(stated(v.string())),
  byline: v.exactOptional(stated(v.string())),
});
const Context = v.object({
  named: v.array(v.string()),
  acronyms: v.array(v.tuple([v.string(), v.string()])),
  words: v.array(v.tuple([v.string(), v.number()])),
});

/** Sent to the background. */
export const toBackground = {
  /** Annotate blocks. `context` (of the blocks not sent) makes it a partial request; without it the blocks are the whole text. */
  annotate: v.object({ article: Article, context: v.exactOptional(Context) }),
  /** Who says what in a whole text. Asked for on demand and of the text as it stands, so no answer can be stale. */
  voices: v.object({ article: Article }),
  /** How many different glossary names does this text hold? The gate's last question. */
  countNames: v.object({ article: Article }),
  /** Everything known of a record, in the reader's language. */
  record: v.object({ id: v.string() }),
  /** Put the card's interface into the asking frame. */
  loadCard: v.object({}),
  /** The asking page's state changed: for the toolbar. */
  pageState: v.object({ state: v.picklist(["idle", "annotated", "off"]), count: v.number() }),
  /** May the asking page be read without the reader's click? For pages that come back from the browser's memory. */
  stillAllowed: v.object({}),
  /** What may Konteks do on this tab's page, and what did the reader choose for its site? */
  tabAccess: v.object({ tab: v.number() }),
  /** Annotate this tab now (the toolbar button gives access to it alone). */
  annotateTab: v.object({ tab: v.number() }),
  /** Annotate always, never, or by the usual rules on the site; takes effect in its open tabs. */
  chooseSite: v.object({ url: v.string(), choice: v.nullable(v.picklist(["always", "never"])) }),
  /** Sides of the reader's access: everywhere, single sites, or the toolbar button only. */
  access: v.object({}),
} as const;

/** Sent to a tab's content script. */
export const toPage = {
  /** The page's state and annotation. */
  page: v.object({}),
  /** Scroll to the nth mention (0-based) of a record and show it. */
  jump: v.object({ record: v.string(), nth: v.number() }),
  /** Who says what on the page. */
  voices: v.object({}),
  /** Mark the claims of the page, or take these marks away. */
  showClaims: v.object({ on: v.boolean() }),
  /** Scroll to a place of the text and show it. */
  jumpTo: v.object({ block: v.number(), start: v.number(), end: v.number() }),
  /** Undo everything and be gone. */
  stop: v.object({}),
  /** Annotate although the gate would say no. */
  start: v.object({}),
  /** A keyboard command. */
  command: v.object({ name: v.picklist(["next-mention", "previous-mention", "open-card"]) }),
} as const;

/** Where a page stands. `off`: the reader switched Konteks off here. `not-news`: the gate said no. */
export type PagePhase = "waiting" | "working" | "annotated" | "nothing-found" | "not-news" | "off" | "failed";

export interface PageReport {
  phase: PagePhase;
  url: string;
  title: string;
  annotation?: Annotation;
  /** Text beyond the limit was left out, or the page kept changing and watching was stopped. */
  limits: ("text-left-out" | "keeps-changing")[];
  /** Why `failed`. */
  error?: Failure;
  /** Highlights are missing in this browser or colours are forced: names are listed, not marked. */
  marks: boolean;
  /** The page's claims are marked too. */
  claims?: boolean;
}

/** `everywhere`: all sites granted; `sites`: the listed origins; `button`: nothing granted, the toolbar button works. */
export type Access = { mode: "everywhere" | "sites" | "button"; origins: string[] };

export interface TabAccess {
  /** May content run here at all (http(s), not a browser or store page)? */
  possible: boolean;
  /** Is host access granted for this address? */
  granted: boolean;
  url: string;
  host?: string;
  choice?: "always" | "never";
}

export interface BackgroundAnswers {
  annotate: Annotation;
  voices: Voices;
  countNames: number;
  record: RecordDetail | undefined;
  loadCard: true;
  pageState: true;
  stillAllowed: boolean;
  tabAccess: TabAccess;
  annotateTab: true;
  chooseSite: true;
  access: Access;
}

export interface PageAnswers {
  page: PageReport;
  jump: boolean;
  /** Absent: the page is not annotated, or the background could not be asked. */
  voices: Voices | undefined;
  /** Are the claims marked now? */
  showClaims: boolean;
  jumpTo: boolean;
  stop: true;
  start: true;
  command: boolean;
}

export type BackgroundMessage = keyof typeof toBackground;
export type PageMessage = keyof typeof toPage;
export type BackgroundParameters<N extends BackgroundMessage> = v.InferOutput<(typeof toBackground)[N]>;
export type PageParameters<N extends PageMessage> = v.InferOutput<(typeof toPage)[N]>;
