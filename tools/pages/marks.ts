/** What of Konteks can be seen from outside on a page: its highlights in the shared registry, and the card's host element. */
import type { Box, Tab } from "../browser/driver.js";
import { messageOf, until } from "../until.js";

/** Our highlights' names begin so. */
const HIGHLIGHT_PREFIX = "konteks-";

/** The element that holds the card while one is open. */
export const CARD_HOST = "konteks-card";

export interface Mark {
  /** The highlight's name. */
  highlight: string;
  text: string;
}

/** Everything marked on the page, in the order of the document. */
export function marks(tab: Tab): Promise<Mark[]> {
  return tab.evaluate((prefix) => {
    const found: { highlight: string; range: Range }[] = [];
    for (const [highlight, ranges] of CSS.highlights) {
      if (!highlight.startsWith(prefix)) continue;
      for (const one of ranges) {
        const range = new Range();
        range.setStart(one.startContainer, one.startOffset);
        range.setEnd(one.endContainer, one.endOffset);
        found.push({ highlight, range });
      }
    }
    found.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return found.map(({ highlight, range }) => ({ highlight, text: range.toString() }));
  }, HIGHLIGHT_PREFIX);
}

/** Where the first mark with this text is (the first of all without one), scrolled into the middle of the view. */
function boxOfMark(tab: Tab, text?: string): Promise<Box | null> {
  return tab.evaluate(
    (prefix, wanted) => {
      const ranges: Range[] = [];
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith(prefix)) continue;
        for (const one of highlight) {
          const range = new Range();
          range.setStart(one.startContainer, one.startOffset);
          range.setEnd(one.endContainer, one.endOffset);
          if (wanted === null || range.toString() === wanted) ranges.push(range);
        }
      }
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      for (const range of ranges) {
        if (range.getClientRects().length === 0) continue;
        range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
        const [rect] = range.getClientRects();
        if (rect) return { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
      }
      return null;
    },
    HIGHLIGHT_PREFIX,
    text ?? null,
  );
}

/** Waits until something is marked. Keeps the tab in front meanwhile: pages that nobody sees are not annotated. */
export async function untilAnnotated(tab: Tab, deadline: number): Promise<Mark[]> {
  return until(
    async () => {
      // The welcome page opens some time after the installation, and in front.
      if (await tab.evaluate(() => document.visibilityState === "hidden")) await tab.bringToFront();
      const found = await marks(tab);
      return found.length > 0 ? found : undefined;
    },
    deadline,
    "the first mark on the page",
  );
}

/** Rests the pointer on a mark until the card opens. */
export async function openCard(tab: Tab, deadline: number, text?: string): Promise<void> {
  const place = await until(() => boxOfMark(tab, text), deadline, text ? `a mark on "${text}"` : "a mark in view");
  await tab.movePointer(place.x + place.width / 2, place.y + place.height / 2);
  try {
    await until(() => cardIsOpen(tab), deadline, "the card");
  } catch (error) {
    throw new Error(
      `The pointer rests on a mark at ${Math.round(place.x)}, ${Math.round(place.y)}. ${messageOf(error)}`,
    );
  }
}

export function cardIsOpen(tab: Tab): Promise<boolean> {
  return tab.evaluate((host) => document.querySelector(host) !== null, CARD_HOST);
}
