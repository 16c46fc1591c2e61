import type { Box, Tab } from "../../tools/browser/driver.js";
import { CARD_HOST, cardIsOpen } from "../../tools/pages/marks.js";
import { until } from "../../tools/until.js";
import { PATIENCE } from "./stage.js";

/** What a reader finds in the open card. */
export interface SeenCard {
  name: string;
  note: string;
  text: string;
  role: string | null;
  lang: string | null;
  direction: string;
  isPinned: boolean;
  isSheet: boolean;
  links: { href: string; rel: string; target: string }[];
  box: Box;
}

/** Waits for the card and its long record, and reads it. */
export async function readCard(tab: Tab): Promise<SeenCard> {
  const read = () =>
    tab.shadowEvaluate(CARD_HOST, (root): SeenCard | undefined => {
      const card = root.querySelector<HTMLElement>(".card");
      if (!card || card.querySelector(".skeleton") || getComputedStyle(root.host).visibility !== "visible")
        return undefined;
      const textOf = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? "";
      const { x, y, width, height } = root.host.getBoundingClientRect();
      return {
        name: textOf("h2"),
        note: textOf(".note"),
        text: card.innerText,
        role: card.getAttribute("role"),
        lang: card.getAttribute("lang"),
        direction: getComputedStyle(card).direction,
        isPinned: card.querySelector('[aria-pressed="true"]') !== null,
        isSheet: card.classList.contains("sheet"),
        links: [...card.querySelectorAll("a")].map(({ href, rel, target }) => ({ href, rel, target })),
        box: { x, y, width, height },
      };
    });
  return until(read, PATIENCE, "the card with its record");
}

export async function untilClosed(tab: Tab): Promise<void> {
  await until(async () => !(await cardIsOpen(tab)), PATIENCE, "the card's end");
}

/**
 * Waits until so many milliseconds have passed on the page's own clock: that something does *not* happen can only be seen
 * once the product's own delay for it is over.
 */
export async function untilPassed(tab: Tab, ms: number): Promise<void> {
  const end = (await tab.evaluate(() => performance.now())) + ms;
  const isOver = () => tab.evaluate((moment) => performance.now() > moment, end);
  await until(isOver, PATIENCE + ms, `${ms} ms of the page's time`);
}

/** Counts the cards that open from the first call on; each call starts anew and gives the count so far. */
export function followCards(tab: Tab): Promise<number> {
  return tab.evaluate((host) => {
    const place = globalThis as { konteksCards?: { count: number } };
    if (place.konteksCards) {
      const { count } = place.konteksCards;
      place.konteksCards.count = 0;
      return count;
    }
    const seen = { count: 0 };
    place.konteksCards = seen;
    new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node.nodeName.toLowerCase() === host) seen.count++;
      }
    }).observe(document.documentElement, { childList: true });
    return 0;
  }, CARD_HOST);
}

/** A pointer movement made in the page itself: for buttons and modifiers that are held meanwhile. */
export function pointerEvent(tab: Tab, x: number, y: number, held: PointerEventInit): Promise<void> {
  return tab.evaluate(
    (clientX, clientY, how) => {
      const options = { clientX, clientY, pointerType: "mouse", bubbles: true, composed: true, ...how };
      document.elementFromPoint(clientX, clientY)?.dispatchEvent(new PointerEvent("pointermove", options));
    },
    x,
    y,
    held,
  );
}

export const centre = ({ x, y, width, height }: Box): [x: number, y: number] => [x + width / 2, y + height / 2];
