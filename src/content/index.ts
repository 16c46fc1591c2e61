import { watchNavigation } from "../page/navigation.js";
import { createPainter } from "../page/paint.js";
import { createWalker } from "../page/walk.js";
import { MAX_PAGE_TEXT } from "../shared/protocol.js";
import { type Settings, siteKey } from "../shared/settings.js";
import { loadSettings, watchSettings } from "../shared/store.js";
import { answerPage, askBackground, hasBackground } from "../shared/wire.js";
import { startPage } from "./annotate.js";
import { createCard } from "./card.js";
import { createClaims } from "./claims.js";
import { beginLifetime, type Lifetime } from "./lifetime.js";
import { pageHandlers } from "./messages.js";
import { createStops } from "./stops.js";
import { createTour } from "./tour.js";
import { pageWaiting } from "./waiting.js";

/** The content script: puts the parts together and begins. Everything hangs on one lifetime. */
async function start({ signal, end }: Lifetime): Promise<void> {
  let settings: Settings = await loadSettings();
  if (signal.aborted) return;
  const waiting = pageWaiting(document, window);
  const walker = createWalker(document, { limit: MAX_PAGE_TEXT, shadowOf: anyShadowRoot });
  const url = () => location.href;
  const painter = createPainter(signal, () => page.repaint());
  const page = startPage({
    document,
    url,
    walker,
    painter,
    ask: askBackground,
    waiting,
    settings: () => settings,
    signal,
    ignored: (target) => card.isOurs(target) || document.head?.contains(target) === true,
    textChanged: (gone) => claims.textChanged(gone),
    changed: () => {
      claims.refresh();
      tour.refresh();
      card.refresh();
    },
    stirred: () => {
      // Before anything is drawn: a newer copy may have marked this page by now.
      if (hasBackground()) navigation.check();
      else end();
    },
    orphaned: end,
  });
  const claims = createClaims({ walker, painter, page, ask: askBackground, waiting, signal });
  const stops = createStops(walker, page, claims);
  const tour = createTour(window, walker, stops, (span) => painter.showCurrent(span));
  const card = createCard({
    document,
    view: window,
    walker,
    page,
    stops,
    claims,
    ask: askBackground,
    signal,
    now: waiting.now,
    show: (stop) => tour.show(stop),
    onOffHere: () => {
      card.dismiss();
      // At once, whatever becomes of the message.
      page.switchOff();
      void askBackground("chooseSite", { url: url(), choice: "never" });
    },
  });
  const navigation = watchNavigation(window, signal, {
    moved: () => {
      card.dismiss();
      void page.begin(false);
    },
    returned: () => void returned(),
    left: () => card.dismiss(),
  });

  /** Back from the browser's memory, where neither a permission taken back nor a choice was heard of. */
  async function returned(): Promise<void> {
    const allowed = await askBackground("stillAllowed", {});
    if (allowed.ok && !allowed.value) return end();
    // A question about the claims may be lost for good.
    claims.textChanged();
    page.resume();
    take(await loadSettings());
  }

  function take(changed: Settings): void {
    if (signal.aborted) return;
    const before = settings;
    settings = changed;
    const choice = (of: Settings) => of.sites[siteKey(url()) ?? ""];
    if (choice(before) !== choice(changed)) {
      card.dismiss();
      void page.begin(false);
    } else if (before.language !== changed.language) void page.begin(false);
    else if (before.terms !== changed.terms) page.repaint();
  }

  const undo = [watchSettings(take), answerPage(pageHandlers(page, claims, tour, card, { signal, end }))];
  signal.addEventListener("abort", () => undo.forEach(quietly), { once: true });
  await page.begin(false);
}

/** In an orphaned script even the taking back of a listener may throw. */
function quietly(undo: () => void): void {
  try {
    undo();
  } catch {}
}

/** Firefox lets extensions look into closed roots; elsewhere the open ones have to do. */
function anyShadowRoot(element: Element): ShadowRoot | null {
  const closed = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  return closed ?? element.shadowRoot;
}

const lifetime = beginLifetime();
start(lifetime).catch((error: unknown) => {
  lifetime.end();
  console.error("Konteks", error);
});
