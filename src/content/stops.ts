import type { PlacedSpan } from "../engine/attribution/voices.js";
import type { Walker } from "../page/walk.js";
import type { PlacedMention } from "./answers.js";
import type { ClaimPart, Claims } from "./claims.js";
import type { PageWork } from "./page-work.js";

/** A name in the text. */
interface NameStop extends PlacedSpan {
  placed: PlacedMention;
}
/** A place in the text that has a card. */
export type CardStop = NameStop | ClaimPart;
/** A place that the reader can be taken to: one with a card, or any words. */
export type Stop = CardStop | (PlacedSpan & { words: string });

export interface Stops {
  /** Every marked stop in the order of the text; a source that is a marked name, or holds one, is that name's stop. */
  all(): CardStop[];
  /** The marked stop at an offset of a block: of a name and a claim the name. */
  at(block: number, offset: number): CardStop | undefined;
  /** The stop with a key, a name's also where it is not marked. */
  of(key: string): CardStop | undefined;
  /** As it stands now; nothing where it is gone or another. */
  now(stop: Stop): Stop | undefined;
  /** A name or part of a claim that stands exactly there, or else the bare words. */
  place(at: PlacedSpan): Stop;
  /** The nth mention of a record, marked or not. */
  mention(record: string, nth: number): CardStop | undefined;
}

export function createStops(
  walker: Walker,
  page: Pick<PageWork, "answers" | "isMarked">,
  claims: Pick<Claims, "parts">,
): Stops {
  function names(block: number, all = false): NameStop[] {
    const placed = (page.answers.block(block)?.mentions ?? []).flatMap((mention) => {
      const entity = page.answers.entity(mention.record);
      return entity ? [{ block, mention, entity }] : [];
    });
    return (all ? placed : placed.filter(page.isMarked)).map(nameStop);
  }
  const inBlock = (block: number, all = false): CardStop[] => [...names(block, all), ...claims.parts(block)];
  const of = (key: string) => inBlock(Number.parseInt(key, 10), true).find((one) => keyOf(one) === key);
  const wordsAt = ({ block, start, end }: PlacedSpan) =>
    page.answers.block(block) && walker.block(block)?.text.slice(start, end);

  return {
    all: () =>
      walker.blocks().flatMap(({ id }) => {
        const named = names(id);
        const others = claims.parts(id).filter((part) => !named.some((name) => overlap(name, part)));
        return [...named, ...others].sort((a, b) => a.start - b.start);
      }),
    at: (block, offset) => inBlock(block).find(({ start, end }) => start <= offset && offset < end),
    of,
    now(stop) {
      if ("words" in stop) return wordsAt(stop) === stop.words ? stop : undefined;
      const found = of(keyOf(stop));
      return found && recordOf(found) === recordOf(stop) ? found : undefined;
    },
    place(at) {
      const found = inBlock(at.block, true).find(({ start, end }) => start === at.start && end === at.end);
      return found ?? { ...at, words: wordsAt(at) ?? "" };
    },
    mention(record, nth) {
      const found = page.answers.mentions().filter(({ mention }) => mention.record === record)[nth];
      return found && nameStop(found);
    },
  };
}

/** What the card's states and the reader's way know a stop by. */
export const keyOf = (stop: Stop): string => `${stop.block}:${stop.start}${"placed" in stop ? "" : ":claim"}`;

/** The record that a name's stop is about. */
export const recordOf = (stop: Stop): string | undefined => ("placed" in stop ? stop.placed.mention.record : undefined);

const nameStop = (placed: PlacedMention): NameStop => ({
  block: placed.block,
  start: placed.mention.start,
  end: placed.mention.end,
  placed,
});

export const overlap = (one: PlacedSpan, other: PlacedSpan): boolean =>
  one.block === other.block && one.start < other.end && other.start < one.end;
