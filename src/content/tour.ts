import type { PlacedSpan } from "../engine/attribution/voices.js";
import { firstIndex } from "../page/block-state.js";
import { boxesOf } from "../page/card/hover.js";
import type { Span, Walker } from "../page/walk.js";
import { type CardStop, keyOf, overlap, type Stop, type Stops } from "./stops.js";

/** The reader's way from stop to stop, by commands and from the popup's lists. */
export interface Tour {
  /** The marked stop after (1) or before (-1) the current one, round and round. */
  step(by: 1 | -1): CardStop | undefined;
  /** The nth mention of a record, marked or not. */
  jump(record: string, nth: number): CardStop | undefined;
  /** Any words of the text. */
  jumpTo(place: PlacedSpan): Stop | undefined;
  /** The current stop, or one in the current words; without any, the first marked in sight. */
  here(): CardStop | undefined;
  /** Tint a stop, or none. */
  show(stop: Stop | undefined): void;
  /** Marks were drawn anew: the tint follows its words, or goes with them. */
  refresh(): void;
}

export function createTour(view: Window, walker: Walker, stops: Stops, tint: (span: Span | undefined) => void): Tour {
  let current: Stop | undefined;

  const spanOf = ({ block, start, end }: Stop) => walker.spanOf(block, start, end);
  const topOf = (stop: Stop) => {
    const span = spanOf(stop);
    return (span && boxesOf(span)[0]?.top) ?? Number.NEGATIVE_INFINITY;
  };
  const firstInSight = (all: readonly Stop[]) => firstIndex(all, (stop) => topOf(stop) >= 0);
  const isCurrent = (stop: Stop) => current !== undefined && keyOf(stop) === keyOf(current);

  function show(stop: Stop | undefined): void {
    current = stop;
    tint(stop && spanOf(stop));
  }

  function go<S extends Stop>(stop: S | undefined): S | undefined {
    const span = stop && spanOf(stop);
    if (!span) return undefined;
    show(stop);
    intoSight(view, span);
    return stop;
  }

  return {
    show,
    step(by) {
      const all = stops.all();
      if (all.length === 0) return undefined;
      const at = all.findIndex(isCurrent);
      const start = at >= 0 ? at + by : firstInSight(all) + (by === 1 ? 0 : -1);
      return go(all[(start + all.length) % all.length]);
    },
    jump: (record, nth) => go(stops.mention(record, nth)),
    jumpTo: (place) => go(stops.place(place)),
    here() {
      const here = current;
      if (here && "claim" in here) return here;
      const all = stops.all();
      const known =
        all.find(isCurrent) ?? (here && "words" in here ? all.find((one) => overlap(one, here)) : undefined);
      return known ?? go(all[firstInSight(all)] ?? all[0]);
    },
    refresh() {
      if (current) show(stops.now(current));
    },
  };
}

/** The words in the middle of the window, without a journey where the reader wants no motion. */
function intoSight(view: Window, span: Span): void {
  const isVisible = () => boxesOf(span).some((box) => box.top >= 0 && box.bottom <= view.innerHeight);
  if (isVisible()) return;
  // The element first: it may stand in a box that scrolls by itself.
  span.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = boxesOf(span)[0];
  if (box && !isVisible()) view.scrollBy({ top: box.top - view.innerHeight / 2, behavior: "instant" });
}
