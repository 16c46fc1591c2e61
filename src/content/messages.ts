import { succeed } from "../shared/result.js";
import { askBackground, type PageHandlers } from "../shared/wire.js";
import type { Card } from "./card.js";
import type { Lifetime } from "./lifetime.js";
import type { PageWork } from "./page-work.js";
import type { Tour } from "./tour.js";

/** What popup, panel and background may ask of the page. */
export function pageHandlers(page: PageWork, tour: Tour, card: Card, lifetime: Lifetime): PageHandlers {
  return {
    page: () => succeed(page.report()),
    jump: ({ record, nth }) => {
      card.dismiss();
      return succeed(tour.jump(record, nth) !== undefined);
    },
    start: () => {
      // Not waited for: the page tells when its state changes.
      void page.begin(true);
      return succeed(true);
    },
    stop: () => {
      // Heard by the toolbar, and by an open popup, which would go on showing notes that are gone.
      void askBackground("pageState", { state: "idle", count: 0 });
      // After the answer is on its way, for the listener goes too.
      queueMicrotask(() => lifetime.end());
      return succeed(true);
    },
    command: ({ name }) => {
      if (name === "open-card") {
        const mention = tour.here();
        if (mention) card.open(mention);
        return succeed(mention !== undefined);
      }
      card.dismiss();
      return succeed(tour.step(name === "next-mention" ? 1 : -1) !== undefined);
    },
  };
}
