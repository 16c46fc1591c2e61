import { parseHTML } from "linkedom";
import { startPage } from "../../src/content/annotate.js";
import { type Claims, createClaims } from "../../src/content/claims.js";
import type { Ask, PageWork } from "../../src/content/page-work.js";
import { createStops, type Stops } from "../../src/content/stops.js";
import type { Waiting } from "../../src/content/waiting.js";
import type { Annotation, BlockEvidence } from "../../src/engine/annotation.js";
import type { ArticleText, TextBlock } from "../../src/engine/article-text.js";
import type { Voice, Voices } from "../../src/engine/attribution/voices.js";
import { NO_EVIDENCE, unionOf } from "../../src/engine/link/context.js";
import { CLAIMS, type PaintedSpan, type Painter } from "../../src/page/paint.js";
import { createWalker, type Walker } from "../../src/page/walk.js";
import { fail, type Result, succeed } from "../../src/shared/result.js";
import type { Settings } from "../../src/shared/settings.js";

/**
 * An engine of two names that keeps the real one's promises: "Alpha" is always a mention, "beta" only in a document that
 * names Alpha, and a block's answer depends on its own text and the document's context alone.
 */
export function fakeAnnotate(article: ArticleText, given: BlockEvidence = NO_EVIDENCE): Annotation {
  const evidence = (text: string): BlockEvidence => ({
    ...NO_EVIDENCE,
    named: text.includes("Alpha") ? ["alpha"] : [],
  });
  const context = unionOf([given, ...article.blocks.map(({ text }) => evidence(text))]);
  const mentions = ({ text }: TextBlock) =>
    [...text.matchAll(/Alpha|beta/g)]
      .filter(([word]) => word === "Alpha" || context.named.includes("alpha"))
      .map(({ 0: alias, index }) => ({
        start: index,
        end: index + alias.length,
        record: alias.toLowerCase(),
        confidence: "sure" as const,
        alias,
        reasons: [],
      }));
  const blocks = article.blocks.map((block) => ({
    id: block.id,
    revision: block.revision,
    lang: "en",
    mentions: mentions(block),
    evidence: evidence(block.text),
  }));
  const found = new Set(blocks.flatMap((block) => block.mentions.map(({ record }) => record)));
  return {
    blocks,
    entities: [...found].map((id) => ({
      id,
      kind: id === "beta" ? "term" : "group",
      marked: true,
      name: id,
      references: 0,
    })),
    lang: { value: "en", from: "guess" },
    reader: "en",
    knowledge: "2026-11",
    context,
  };
}

/** Who says what, in the simplest of languages: "Alpha says one", "it via Beta says two and three". */
export function fakeVoices(article: ArticleText): Voices {
  const claims = article.blocks.flatMap(({ id: block, text }) =>
    [...text.matchAll(/(\w+)(?: via (\w+))? (says) (\w+)(?: and (\w+))?/dg)].flatMap(({ indices }) => {
      const place = (n: number) => {
        const [start = 0, end = 0] = indices?.[n] ?? [];
        return { text: text.slice(start, end), at: { block, start, end } };
      };
      const voice = (n: number): Voice => ({ ...place(n), type: "named", group: "other", ties: [], sure: true });
      return [4, 5]
        .filter((n) => indices?.[n])
        .map(place)
        .map((said) => ({
          content: { text: said.text, at: [said.at] },
          cue: place(3),
          source: voice(1),
          via: indices?.[2] ? [voice(2)] : [],
          speech: "indirect" as const,
          kinds: [],
        }));
    }),
  );
  return { claims, unattributed: [], differences: [], conflicts: [], agencies: [], marks: [], readable: true };
}

export interface Rig {
  document: Document;
  page: PageWork;
  walker: Walker;
  claims: Claims;
  stops: Stops;
  controller: AbortController;
  settings: Settings;
  /** Marked names now, in document order. */
  marked: () => string[];
  /** Marks of claims now: what of the highlight's name tells them apart, and the words. */
  claimed: () => string[];
  /** Tell of changes as an observer would. */
  mutate: (records: { type: MutationRecordType; target: Node; addedNodes?: Node[] }[]) => void;
  /** Let waiting batches run. */
  flush: () => void;
  /** Questions asked so far, by name. */
  asked: { name: string; parameters: unknown }[];
  /** Called before each answer is given: what happens while a question is on its way. */
  meanwhile: { run?: (() => void) | undefined; lost?: boolean };
  failing: { with?: Result<never> | undefined };
  orphaned: () => number;
  /** Let promises settle. */
  rest: () => Promise<void>;
}

const NEWS = '<meta property="og:type" content="article">';

export function rig(
  body: string,
  options: { url?: string; head?: string; sites?: Settings["sites"]; names?: number } = {},
): Rig {
  const { document } = parseHTML(
    `<!doctype html><html><head>${options.head ?? NEWS}</head><body>${body}</body></html>`,
  ) as unknown as { document: Document };
  const controller = new AbortController();
  const walker = createWalker(document);
  const painted = new Map<number, readonly PaintedSpan[]>();
  const painter: Painter = {
    paint: (batch) => {
      for (const [block, spans] of batch) painted.set(block, spans);
    },
    showCurrent: () => {},
    clear: () => painted.clear(),
    marks: true,
  };
  const settings: Settings = { language: "auto", sites: options.sites ?? {}, terms: true };
  const asked: Rig["asked"] = [];
  const meanwhile: Rig["meanwhile"] = {};
  const failing: Rig["failing"] = {};
  let batches: (() => void)[] = [];
  let deliver: (records: MutationRecord[]) => void = () => {};
  let orphaned = 0;

  const answer = (name: string, parameters: unknown): Result<unknown> => {
    if (name === "pageState") return succeed(true);
    if (failing.with) return failing.with;
    const { article, context } = parameters as { article: ArticleText; context?: BlockEvidence };
    if (name === "annotate") return succeed(fakeAnnotate(structuredClone(article), context));
    if (name === "voices") return succeed(fakeVoices(structuredClone(article)));
    if (name === "countNames") return succeed(options.names ?? 0);
    return fail("failed");
  };
  const ask = (async (name: string, parameters: unknown) => {
    asked.push({ name, parameters });
    // As in a page that went into the browser's memory before the answer came.
    if (meanwhile.lost && name !== "pageState") return new Promise(() => {});
    const given = answer(name, parameters);
    await Promise.resolve();
    if (name === "annotate" || name === "voices") {
      const { run } = meanwhile;
      meanwhile.run = undefined;
      run?.();
    }
    return given;
  }) as Ask;

  const waiting: Waiting = {
    ready: async () => {},
    idle: async () => {},
    slices: async (steps) => {
      for (;;) {
        const step = steps.next();
        if (step.done) return step.value;
      }
    },
    batch: (run) => {
      batches.push(run);
      return () => {
        batches = batches.filter((one) => one !== run);
      };
    },
    now: () => 0,
  };
  const { signal } = controller;
  const page: PageWork = startPage({
    document,
    url: () => options.url ?? "https://news.example.org/a",
    walker,
    painter,
    ask,
    waiting,
    settings: () => settings,
    signal,
    ignored: () => false,
    changed: () => claims.refresh(),
    textChanged: (gone) => claims.textChanged(gone),
    orphaned: () => orphaned++,
    newObserver: (callback) => {
      deliver = callback;
      return { observe: () => {}, disconnect: () => {} };
    },
  });

  const claims = createClaims({ walker, painter, page, ask, waiting, signal });
  const wordsOf = ({ span }: PaintedSpan) => span.startContainer.data.slice(span.startOffset, span.endOffset);

  return {
    document,
    page,
    walker,
    claims,
    stops: createStops(walker, page, claims),
    controller,
    settings,
    asked,
    meanwhile,
    failing,
    orphaned: () => orphaned,
    marked: () => walker.blocks().flatMap(({ id }) => (painted.get(id) ?? []).map(wordsOf)),
    claimed: () =>
      (painted.get(CLAIMS) ?? []).map(
        (one) => `${one.name.replace(/^konteks-claim-?/, "") || "content"} ${wordsOf(one)}`,
      ),
    mutate: (records) => deliver(records.map((record) => ({ addedNodes: [], ...record }) as unknown as MutationRecord)),
    flush: () => {
      const due = batches;
      batches = [];
      for (const run of due) run();
    },
    rest: async () => {
      for (let i = 0; i < 50; i++) await Promise.resolve();
    },
  };
}
