import type { Changes } from "./walk.js";

/** Runs something later; the answer takes it back. Injected, so that tests need no clock. */
export type Schedule = (run: () => void) => () => void;

export interface WatchLimits {
  /** Batches with changed text within a minute. A clock that ticks each second stays below. */
  batches: number;
  /** Changed blocks within a minute. */
  blocks: number;
}

export const WATCH_LIMITS: WatchLimits = { batches: 60, blocks: 20_000 };
const MINUTE = 60_000;
/** From so many waiting nodes on, reading the whole root again is cheaper than keeping them apart. */
const MAX_WAITING = 20_000;

/** Everything that was touched since the last batch. */
export type Batch = { readonly [K in keyof Required<Changes>]: ReadonlySet<Node> };

export interface WatchOptions {
  /** Usually the document's root element, so that a replaced body is seen. */
  root: Node;
  signal: AbortSignal;
  /** How a batch waits: 250 ms and then for idle time in a page. */
  schedule: Schedule;
  /** Milliseconds, rising. */
  now: () => number;
  /** Nodes whose changes do not count (our own card, the document's head). */
  ignored?: (target: Node) => boolean;
  /** A batch is ready. Answers how many blocks read differently now. */
  changed: (changes: Batch) => number;
  /** The page changed beyond the limits: watching has stopped. */
  keepsChanging: () => void;
  limits?: WatchLimits;
  newObserver?: (callback: (records: MutationRecord[]) => void) => Pick<MutationObserver, "observe" | "disconnect">;
}

export interface Watcher {
  /** Watch another root too: shadow trees are not part of the document's. */
  also(root: Node): void;
}

const WATCHED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["lang", "hidden", "aria-hidden", "contenteditable", "open"],
};

/** Gathers mutations into batches. A page that never rests is left alone after a while, and the reader is told. */
export function watch(options: WatchOptions): Watcher {
  const { signal, schedule, now, limits = WATCH_LIMITS } = options;
  const watched = new WeakSet<Node>();
  let waiting = nothing();
  let cancel: (() => void) | undefined;
  let past: { at: number; blocks: number }[] = [];
  const observer = (options.newObserver ?? ((callback) => new MutationObserver(callback)))(take);

  function also(root: Node): void {
    if (signal.aborted || watched.has(root)) return;
    watched.add(root);
    observer.observe(root, WATCHED);
  }

  function stop(): void {
    observer.disconnect();
    cancel?.();
    cancel = undefined;
    waiting = nothing();
  }

  function take(records: MutationRecord[]): void {
    if (signal.aborted) return;
    for (const record of records) {
      if (options.ignored?.(record.target)) continue;
      if (record.type === "childList") {
        waiting.touched.add(record.target);
        for (const node of record.addedNodes) if (node.nodeType === 1 || node.nodeType === 3) waiting.added.add(node);
      } else if (record.type === "attributes") waiting.restyled.add(record.target);
      else waiting.added.add(record.target);
    }
    if (waiting.added.size + waiting.touched.size + waiting.restyled.size > MAX_WAITING) {
      waiting = { ...nothing(), restyled: new Set([options.root]) };
    }
    if (waiting.added.size + waiting.touched.size + waiting.restyled.size > 0) cancel ??= schedule(flush);
  }

  function flush(): void {
    cancel = undefined;
    if (signal.aborted) return;
    const batch = waiting;
    waiting = nothing();
    const blocks = options.changed(batch);
    if (blocks === 0) return;
    const at = now();
    past = past.filter((one) => at - one.at < MINUTE);
    past.push({ at, blocks });
    if (past.length <= limits.batches && past.reduce((sum, one) => sum + one.blocks, 0) <= limits.blocks) return;
    stop();
    options.keepsChanging();
  }

  signal.addEventListener("abort", stop, { once: true });
  also(options.root);
  return { also };
}

const nothing = () => ({ added: new Set<Node>(), touched: new Set<Node>(), restyled: new Set<Node>() });
