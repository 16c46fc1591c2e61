import { succeed } from "../shared/result.js";
import { askBackground, type PageHandlers } from "../shared/wire.js";
import type { Card } from "./card.js";
import type { Claims } from "./claims.js";
import type { Lifetime } from "./lifetime.js";
import type { PageWork } from "./page-work.js";
import type { Tour } from "./tour.js";

/** What popup, panel and background may ask of the page. */
export function pageHandlers(page: PageWork, claims: Claims, tour: Tour, card: Card, lifetime: Lifetime): PageHandlers {
  return {
    page: () => succeed({ ...page.report(), claims: claims.areMarked }),
    jump: ({ record, nth }) => {
      card.dismiss();
      return succeed(tour.jump(record, nth) !== undefined);
    },
    voices: async () => succeed(await claims.voices()),
    showClaims: async ({ on }) => {
      const shown = await claims.show(on);
      tour.refresh();
      card.refresh();
      return succeed(shown);
    },
    jumpTo: (place) => {
      card.dismiss();
      return succeed(tour.jumpTo(place) !== undefined);
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
        const stop = tour.here();
        if (stop) card.open(stop);
        return succeed(stop !== undefined);
      }
      card.dismiss();
      return succeed(tour.step(name === "next-mention" ? 1 : -1) !== undefined);
    },
  };
}
