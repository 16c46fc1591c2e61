import { firstIndex } from "../page/block-state.js";
import { boxesOf } from "../page/card/hover.js";
import type { Span, Walker } from "../page/walk.js";
import type { PlacedMention } from "./answers.js";
import type { PageWork } from "./page-work.js";

/** The reader's way from mention to mention, by commands and from the popup's list. */
export interface Tour {
  /** The marked mention after (1) or before (-1) the current one, round and round. */
  step(by: 1 | -1): PlacedMention | undefined;
  /** The nth mention of a record, marked or not. */
  jump(record: string, nth: number): PlacedMention | undefined;
  /** The current mention; without one, the first marked in sight. */
  here(): PlacedMention | undefined;
  /** Tint a mention, or none. */
  show(mention: PlacedMention | undefined): void;
  /** Marks were drawn anew: the tint follows its mention, or goes with it. */
  refresh(): void;
}

export function createTour(
  view: Window,
  walker: Walker,
  page: Pick<PageWork, "answers" | "isMarked">,
  tint: (span: Span | undefined) => void,
): Tour {
  let current: PlacedMention | undefined;

  const marked = () => page.answers.mentions().filter(page.isMarked);
  const spanOf = ({ block, mention }: PlacedMention) => walker.spanOf(block, mention.start, mention.end);
  const topOf = (mention: PlacedMention) => {
    const span = spanOf(mention);
    return (span && boxesOf(span)[0]?.top) ?? Number.NEGATIVE_INFINITY;
  };
  const firstInSight = (all: readonly PlacedMention[]) => firstIndex(all, (mention) => topOf(mention) >= 0);

  function show(mention: PlacedMention | undefined): void {
    current = mention;
    tint(mention && spanOf(mention));
  }

  function go(mention: PlacedMention | undefined): PlacedMention | undefined {
    const span = mention && spanOf(mention);
    if (!mention || !span) return undefined;
    show(mention);
    intoSight(view, span);
    return mention;
  }

  return {
    show,
    step(by) {
      const all = marked();
      if (all.length === 0) return undefined;
      const at = current ? all.findIndex((one) => isSame(one, current)) : -1;
      const start = at >= 0 ? at + by : firstInSight(all) + (by === 1 ? 0 : -1);
      return go(all[(start + all.length) % all.length]);
    },
    jump: (record, nth) => go(page.answers.mentions().filter(({ mention }) => mention.record === record)[nth]),
    here() {
      const all = marked();
      const known = current && all.find((one) => isSame(one, current));
      return known ?? go(all[firstInSight(all)] ?? all[0]);
    },
    refresh() {
      if (current) show(page.answers.mentions().find((one) => isSame(one, current)));
    },
  };
}

const isSame = (one: PlacedMention, other: PlacedMention | undefined) =>
  one.block === other?.block &&
  one.mention.start === other.mention.start &&
  one.mention.record === other.mention.record;

/** The words in the middle of the window, without a journey where the reader wants no motion. */
function intoSight(view: Window, span: Span): void {
  const isVisible = () => boxesOf(span).some((box) => box.top >= 0 && box.bottom <= view.innerHeight);
  if (isVisible()) return;
  // The element first: it may stand in a box that scrolls by itself.
  span.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = boxesOf(span)[0];
  if (box && !isVisible()) view.scrollBy({ top: box.top - view.innerHeight / 2, behavior: "instant" });
}
