import type { Schedule } from "../page/watch.js";

/** How the page's work waits: never in the way of the page's own. Injected, so that tests need no clock. */
export interface Waiting {
  /** Resolves when the page is visible, loaded and at rest; never after an abort. */
  ready(signal: AbortSignal): Promise<void>;
  /** Resolves when the page has time. */
  idle(signal: AbortSignal): Promise<void>;
  /** Work in slices, none longer than a frame leaves free. */
  slices<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T>;
  /** Gathers changes: a pause, then idle time. */
  batch: Schedule;
  now(): number;
}

const SLICE_MS = 6;
const BATCH_MS = 250;
/** A page that never rests is begun with after so long all the same. */
const READY_TIMEOUT_MS = 2_000;
const IDLE_TIMEOUT_MS = 1_000;

export function pageWaiting(document: Document, view: Window): Waiting {
  const now = () => performance.now();

  /** Safari-like engines have no idle callback; a short timer is as good there. */
  function whenIdle(run: () => void, timeout: number): () => void {
    if (typeof view.requestIdleCallback !== "function") {
      const timer = view.setTimeout(run, 50);
      return () => view.clearTimeout(timer);
    }
    const handle = view.requestIdleCallback(run, { timeout });
    return () => view.cancelIdleCallback(handle);
  }

  const idleWithin = (timeout: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const cancel = whenIdle(resolve, timeout);
      signal.addEventListener("abort", cancel, { once: true });
    });

  const event = (target: EventTarget, type: string, signal: AbortSignal) =>
    new Promise<void>((resolve) => target.addEventListener(type, () => resolve(), { once: true, signal }));

  return {
    now,
    async ready(signal) {
      while (document.visibilityState === "hidden") await event(document, "visibilitychange", signal);
      if (document.readyState !== "complete") await event(view, "load", signal);
      await idleWithin(READY_TIMEOUT_MS, signal);
    },
    idle: (signal) => idleWithin(IDLE_TIMEOUT_MS, signal),
    async slices(steps, signal) {
      for (;;) {
        const until = now() + SLICE_MS;
        do {
          const step = steps.next();
          if (step.done) return step.value;
        } while (now() < until);
        await idleWithin(100, signal);
      }
    },
    batch(run) {
      let cancel = () => view.clearTimeout(timer);
      const timer = view.setTimeout(() => {
        cancel = whenIdle(run, IDLE_TIMEOUT_MS);
      }, BATCH_MS);
      return () => cancel();
    },
  };
}
