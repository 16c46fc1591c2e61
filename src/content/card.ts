import type { RecordDetail } from "../engine/record-detail.js";
import { type CardHost, openHost } from "../page/card/host.js";
import { boxesOf, followPointer, type Hit } from "../page/card/hover.js";
import { CARD_WIDTH, type Placement, place, type Rect, SHEET_BELOW } from "../page/card/place.js";
import { type CardEffect, type CardEvent, CLOSED, type How, next } from "../page/card/state.js";
import type { Walker } from "../page/walk.js";
import { cardBundle } from "./card-bundle.js";
import type { CardView, MountedCard } from "./card-socket.js";
import type { Claims } from "./claims.js";
import type { Ask, PageWork } from "./page-work.js";
import { type CardStop, keyOf, recordOf, type Stops } from "./stops.js";

export interface CardOptions {
  document: Document;
  view: Window;
  walker: Walker;
  page: Pick<PageWork, "answers">;
  stops: Stops;
  claims: Pick<Claims, "agencies">;
  ask: Ask;
  signal: AbortSignal;
  now: () => number;
  /** Tint the words whose card is open. */
  show: (stop: CardStop | undefined) => void;
  onOffHere: () => void;
}

export interface Card {
  /** Open by command; the focus moves into the card. */
  open(stop: CardStop): void;
  dismiss(): void;
  /** The page's text changed: a card whose word is gone goes too. */
  refresh(): void;
  /** Our own element, whose coming and going is no change of the page. */
  isOurs(node: Node): boolean;
}

interface OpenCard {
  stop: CardStop;
  how: How;
  host: CardHost;
  mounted: MountedCard;
  placement: Placement | undefined;
  pinned: boolean;
  expanded: boolean;
  focusBefore: Element | null;
  life: AbortController;
}

/** Carries out what the state machine decides: timers, loading, element, placing. One card at a time. */
export function createCard(options: CardOptions): Card {
  const { document, view, walker, page, stops, ask, signal, now } = options;
  const bundle = cardBundle(ask, signal);
  const details = new Map<string, RecordDetail | "failed">();
  let state = CLOSED;
  let timer = 0;
  let open: OpenCard | undefined;
  /** Counts openings and closings: a bundle that arrives late shows nothing. */
  let showing = 0;

  function send(event: CardEvent): void {
    if (signal.aborted) return;
    const step = next(state, event);
    state = step.state;
    for (const effect of step.effects) carryOut(effect);
    if (event.type === "press-outside" && !open) options.show(undefined);
  }

  function carryOut(effect: CardEffect): void {
    switch (effect.do) {
      case "timer": {
        view.clearTimeout(timer);
        const { token } = effect;
        timer = view.setTimeout(() => send({ type: "timer", at: now(), token }), effect.ms);
        return;
      }
      case "prepare":
        prepare(effect.target);
        return;
      case "open":
        void show(effect.target, effect.how);
        return;
      case "pinned":
        if (open) open.pinned = effect.pinned;
        update();
        return;
      case "close":
        hide(effect.refocus);
    }
  }

  /** Pointer at rest: the bundle and the long record are on their way before the delay ends. */
  function prepare(target: string): void {
    void bundle();
    const stop = stops.of(target);
    const record = stop && recordOf(stop);
    if (record === undefined || (details.get(record) ?? "failed") !== "failed") return;
    // A failure is told while its card is open, and tried again with the next.
    details.delete(record);
    void ask("record", { id: record }).then((answer) => {
      if (signal.aborted) return;
      details.set(record, (answer.ok && answer.value) || "failed");
      if (open && recordOf(open.stop) === record) update();
    });
  }

  async function show(target: string, how: How): Promise<void> {
    const turn = ++showing;
    const stop = stops.of(target);
    const mount = stop && (await bundle());
    if (signal.aborted || turn !== showing) return;
    if (!stop || !mount || boxes(stop).length === 0) return send({ type: "dismiss", at: now() });
    const focusBefore = document.activeElement;
    const host = openHost(document);
    keepEventsIn(host.element);
    const card: Omit<OpenCard, "mounted"> = {
      stop,
      how,
      host,
      placement: undefined,
      pinned: false,
      expanded: false,
      focusBefore,
      life: new AbortController(),
    };
    open = { ...card, mounted: mount(host.root, viewOf(card)) };
    put(open);
    followGround(open);
    options.show(stop);
    if (how === "keyboard") open.mounted.focus();
  }

  function hide(refocus: boolean): void {
    view.clearTimeout(timer);
    showing++;
    const closing = open;
    open = undefined;
    if (!closing) return;
    closing.life.abort();
    closing.mounted.unmount();
    closing.host.close();
    options.show(undefined);
    if (refocus && "focus" in (closing.focusBefore ?? {}))
      (closing.focusBefore as HTMLElement).focus({ preventScroll: true });
  }

  function update(): void {
    if (!open) return;
    open.mounted.show(viewOf(open));
    put(open);
  }

  function viewOf(card: Omit<OpenCard, "mounted">): CardView {
    const { stop } = card;
    const annotation = page.answers.annotation();
    const common = {
      ...(annotation?.date === undefined ? {} : { date: annotation.date }),
      ...(annotation === undefined ? {} : { pageLang: annotation.lang.value }),
      language: annotation?.reader ?? "en",
      pinned: card.pinned,
      sheet: card.how === "tap" || view.innerWidth < SHEET_BELOW,
      onClose: () => send({ type: "dismiss", at: now() }),
      onPin: () => send({ type: "pin", at: now() }),
      onOffHere: options.onOffHere,
    };
    if ("claim" in stop) {
      const { claim } = stop;
      const site = annotation?.site;
      return { ...common, claim, agencies: options.claims.agencies(), ...(site === undefined ? {} : { site }) };
    }
    const { mention, entity, block } = stop.placed;
    const detail = details.get(mention.record);
    return {
      ...common,
      entity,
      mention: {
        text: walker.block(block)?.text.slice(mention.start, mention.end) ?? mention.alias,
        confidence: mention.confidence,
        reasons: mention.reasons,
      },
      ...(detail === undefined ? {} : { detail }),
      expanded: card.expanded,
      onMore: () => {
        if (open) open.expanded = !open.expanded;
        update();
      },
    };
  }

  function boxes({ block, start, end }: CardStop): DOMRect[] {
    const span = walker.spanOf(block, start, end);
    return span ? boxesOf(span) : [];
  }

  function put(card: OpenCard): void {
    const word = boxes(card.stop);
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const inSight = word.some((box) => box.bottom > 0 && box.top < height && box.right > 0 && box.left < width);
    if (!inSight) {
      // A pinned card stays where it was put; any other goes with its word.
      if (!card.pinned || !card.placement) view.setTimeout(() => send({ type: "dismiss", at: now() }), 0);
      return;
    }
    const sheet = card.how === "tap";
    const own = card.host.measure(sheet || width < SHEET_BELOW ? width : Math.min(CARD_WIDTH, width - 16));
    const pointer = card.how === "hover" ? state.moves[state.moves.length - 1] : undefined;
    const rtl = isRightToLeft(card.stop);
    card.placement = place({ word, pointer, viewport: { width, height }, height: own, rtl, sheet });
    card.host.place(card.placement);
  }

  function isRightToLeft({ block, start, end }: CardStop): boolean {
    const parent = walker.spanOf(block, start, end)?.startContainer.parentElement;
    return parent ? view.getComputedStyle(parent).direction === "rtl" : false;
  }

  /** The card stays at its word when the page scrolls or the window changes. */
  function followGround(card: OpenCard): void {
    let frame = 0;
    const again = (event: Event) => {
      if (event.composedPath().includes(card.host.element)) return;
      frame ||= view.requestAnimationFrame(() => {
        frame = 0;
        if (open === card) put(card);
      });
    };
    const listen = { signal: card.life.signal, passive: true, capture: true };
    document.addEventListener("scroll", again, listen);
    view.addEventListener("resize", again, listen);
    card.life.signal.addEventListener("abort", () => view.cancelAnimationFrame(frame), { once: true });
  }

  function find(node: Node, offset: number): Hit | undefined {
    const at = walker.locate(node, offset);
    const stop = at && stops.at(at.block, at.offset);
    const span = stop && walker.spanOf(stop.block, stop.start, stop.end);
    return span && { target: keyOf(stop), span };
  }

  function ground(): Rect[] {
    if (!open?.placement) return [];
    return [open.host.element.getBoundingClientRect(), open.placement.bridge];
  }

  followPointer({
    document,
    signal,
    find,
    ground,
    inCard: (event) => open !== undefined && event.composedPath().includes(open.host.element),
    shadowRoots: () => walker.shadowRoots(),
    isOpen: () => open !== undefined,
    now,
    send,
  });
  signal.addEventListener("abort", () => hide(false), { once: true });

  return {
    open: (stop) => send({ type: "command", at: now(), target: keyOf(stop) }),
    dismiss: () => send({ type: "dismiss", at: now() }),
    refresh() {
      if (open && !stops.now(open.stop)) send({ type: "dismiss", at: now() });
    },
    isOurs: (node) => node === open?.host.element,
  };
}

/** Keys and clicks in the card are no business of the page's own shortcuts and menus. */
function keepEventsIn(element: HTMLElement): void {
  for (const type of ["keydown", "keyup", "keypress", "click", "pointerdown", "mousedown"]) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }
}
