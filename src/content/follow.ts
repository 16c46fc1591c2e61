import type { Walker } from "../page/walk.js";
import { type Batch, type WatchOptions, watch } from "../page/watch.js";
import type { Waiting } from "./waiting.js";

export interface FollowOptions {
  document: Document;
  walker: Walker;
  waiting: Waiting;
  signal: AbortSignal;
  ignored: (target: Node) => boolean;
  newObserver?: WatchOptions["newObserver"] | undefined;
  /**
   * A batch is ready; answers how many blocks read differently.
   * @param alsoWatch to be called after the walk: shadow trees that it found are watched from then on
   */
  changed: (changes: Batch, alsoWatch: () => void) => number;
  keepsChanging: () => void;
}

/**
 * Follows what changes the page's text: mutations, and clicks that unfold what was hidden.
 * @returns `alsoWatch`, for the walk that the caller makes itself
 */
export function followChanges(options: FollowOptions): () => void {
  const { document, walker, waiting, signal, newObserver } = options;
  const watcher = watch({
    root: document.documentElement,
    signal,
    schedule: waiting.batch,
    now: waiting.now,
    ignored: options.ignored,
    changed: (changes) => options.changed(changes, alsoWatch),
    keepsChanging: options.keepsChanging,
    ...(newObserver ? { newObserver } : {}),
  });

  function alsoWatch(): void {
    for (const root of walker.shadowRoots()) watcher.also(root);
  }

  // What a click unfolds by style alone is no mutation: it is only shown now.
  let cancel: (() => void) | undefined;
  const look = () => {
    cancel = undefined;
    const shown = signal.aborted ? [] : walker.shown();
    if (shown.length === 0) return;
    options.changed({ added: new Set(shown), touched: new Set(), restyled: new Set() }, alsoWatch);
  };
  const clicked = () => {
    cancel ??= waiting.batch(look);
  };
  document.addEventListener("click", clicked, { signal, passive: true, capture: true });
  signal.addEventListener("abort", () => cancel?.(), { once: true });
  return alsoWatch;
}
