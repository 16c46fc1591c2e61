import type { Confidence } from "../engine/annotation.js";
import type { Kind } from "../glossary/schema.js";
import type { Span } from "./walk.js";

const LINES = ["actor", "person", "place", "source"] as const;
type Line = (typeof LINES)[number];

const LINE_OF_KIND: Record<Exclude<Kind, "country" | "term">, Line> = {
  group: "actor",
  force: "actor",
  government: "actor",
  organisation: "actor",
  party: "actor",
  person: "person",
  place: "place",
  event: "place",
  outlet: "source",
  monitor: "source",
};

const OF_CLAIMS = ["konteks-claim", "konteks-claim-cue", "konteks-claim-source"] as const;

export type MarkName = `konteks-${Line}` | `konteks-${Line}-probable` | "konteks-term" | (typeof OF_CLAIMS)[number];
const CURRENT = "konteks-current";

/** In the place of a block: what is drawn of the page's claims, apart from the marks of names. No block has this number. */
export const CLAIMS = 0;

/** Every highlight name that may be registered; `marks.css` has a rule for each. */
export const MARK_NAMES: readonly (MarkName | typeof CURRENT)[] = [
  ...LINES.flatMap((line) => [`konteks-${line}`, `konteks-${line}-probable`] as const),
  "konteks-term",
  ...OF_CLAIMS,
  CURRENT,
];

/** The highlight for a mention, or none: countries are recognised, not marked. */
export function markName(kind: Kind, confidence: Confidence): MarkName | undefined {
  if (kind === "country") return undefined;
  if (kind === "term") return "konteks-term";
  const line = LINE_OF_KIND[kind];
  return confidence === "probable" ? `konteks-${line}-probable` : `konteks-${line}`;
}

export interface PaintedSpan {
  span: Span;
  name: MarkName;
}

/** What the browser must have; taken as an argument so that tests need no browser. */
export interface PaintAbilities {
  registry: Pick<HighlightRegistry, "get" | "set" | "delete"> | undefined;
  newHighlight(): Highlight;
  newRange(span: Span): AbstractRange;
  /** Forced colours paint every highlight like a selection: none are registered then. */
  forcedColors: Pick<MediaQueryList, "matches" | "addEventListener"> | undefined;
}

export interface Painter {
  /** New marks of blocks; an empty list takes a block's marks away. One rebuild for the whole batch. */
  paint(batch: Iterable<readonly [block: number, spans: readonly PaintedSpan[]]>): void;
  /** Tint one mention, or none. */
  showCurrent(span: Span | undefined): void;
  /** Take all marks away. */
  clear(): void;
  /** Can marks be seen here? */
  readonly marks: boolean;
}

/**
 * Draws marks by the CSS Custom Highlight API: nothing enters the page. Static ranges only, since live ones slow the page's
 * own changes down by two orders of magnitude; and whole highlights are replaced, since taking single ranges out is slow.
 * The registry is the page's too: it is written, never read for state.
 * @param changed called when marks become visible or invisible
 */
export function createPainter(signal: AbortSignal, changed: () => void, browser = browserAbilities()): Painter {
  const { registry, forcedColors } = browser;
  const blocks = new Map<number, Map<MarkName, AbstractRange[]>>();
  const registered = new Map<string, Highlight>();
  let current: AbstractRange | undefined;

  const visible = () => registry !== undefined && !forcedColors?.matches && !signal.aborted;

  function register(name: string, ranges: readonly AbstractRange[]): void {
    if (!registry || !visible()) return;
    if (ranges.length === 0) {
      unregister(name);
      return;
    }
    const highlight = browser.newHighlight();
    for (const range of ranges) highlight.add(range);
    registry.set(name, highlight);
    registered.set(name, highlight);
  }

  /** Only what is still ours: a newer copy of this script may have put its own in the same place. */
  function unregister(name: string): void {
    if (registry && registry.get(name) === registered.get(name)) registry.delete(name);
    registered.delete(name);
  }

  function rebuild(names: Iterable<string>): void {
    for (const name of names) {
      if (name === CURRENT) register(CURRENT, current ? [current] : []);
      else
        register(
          name,
          [...blocks.values()].flatMap((ranges) => ranges.get(name as MarkName) ?? []),
        );
    }
  }

  /** Names that the page took out of the registry: they come back with the next batch. */
  const lost = () => [...registered].filter(([name, ours]) => registry?.get(name) !== ours).map(([name]) => name);

  function clear(): void {
    blocks.clear();
    current = undefined;
    for (const name of [...registered.keys()]) unregister(name);
  }

  forcedColors?.addEventListener(
    "change",
    () => {
      if (visible()) rebuild(MARK_NAMES);
      else for (const name of [...registered.keys()]) unregister(name);
      changed();
    },
    { signal },
  );
  signal.addEventListener("abort", clear, { once: true });

  return {
    paint(batch) {
      const stale = new Set<string>(lost());
      for (const [block, spans] of batch) {
        for (const name of blocks.get(block)?.keys() ?? []) stale.add(name);
        const ranges = new Map<MarkName, AbstractRange[]>();
        for (const { span, name } of spans) {
          const list = ranges.get(name);
          if (list) list.push(browser.newRange(span));
          else ranges.set(name, [browser.newRange(span)]);
          stale.add(name);
        }
        if (ranges.size > 0) blocks.set(block, ranges);
        else blocks.delete(block);
      }
      rebuild(stale);
    },
    showCurrent(span) {
      current = span && browser.newRange(span);
      rebuild([CURRENT]);
    },
    clear,
    get marks() {
      return visible();
    },
  };
}

function browserAbilities(): PaintAbilities {
  const missing = typeof CSS === "undefined" || !CSS.highlights || typeof Highlight === "undefined";
  return {
    registry: missing ? undefined : CSS.highlights,
    newHighlight: () => new Highlight(),
    newRange: (span) => new StaticRange(span),
    forcedColors: typeof matchMedia === "function" ? matchMedia("(forced-colors: active)") : undefined,
  };
}
