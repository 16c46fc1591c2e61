import type { RecordDetail } from "../engine/record-detail.js";
import { type CardHost, openHost } from "../page/card/host.js";
import { boxesOf, followPointer, type Hit } from "../page/card/hover.js";
import { CARD_WIDTH, type Placement, place, type Rect, SHEET_BELOW } from "../page/card/place.js";
import { type CardEffect, type CardEvent, CLOSED, type How, next, type Target } from "../page/card/state.js";
import type { Walker } from "../page/walk.js";
import type { PlacedMention } from "./answers.js";
import { cardBundle } from "./card-bundle.js";
import type { CardView, MountedCard } from "./card-socket.js";
import type { Ask, PageWork } from "./page-work.js";

export interface CardOptions {
  document: Document;
  view: Window;
  walker: Walker;
  page: Pick<PageWork, "answers" | "isMarked">;
  ask: Ask;
  signal: AbortSignal;
  now: () => number;
  /** Tint the mention whose card is open. */
  show: (mention: PlacedMention | undefined) => void;
  onOffHere: () => void;
}

export interface Card {
  /** Open by command; the focus moves into the card. */
  open(mention: PlacedMention): void;
  dismiss(): void;
  /** The page's text changed: a card whose word is gone goes too. */
  refresh(): void;
  /** Our own element, whose coming and going is no change of the page. */
  isOurs(node: Node): boolean;
}

interface OpenCard {
  mention: PlacedMention;
  how: How;
  host: CardHost;
  mounted: MountedCard;
  placement: Placement | undefined;
  pinned: boolean;
  expanded: boolean;
  focusBefore: Element | null;
  life: AbortController;
}

const targetOf = ({ block, mention }: PlacedMention): Target => `${block}:${mention.start}`;

/** Carries out what the state machine decides: timers, loading, element, placing. One card at a time. */
export function createCard(options: CardOptions): Card {
  const { document, view, walker, page, ask, signal, now } = options;
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

  const mentionAt = (target: Target) => page.answers.mentions().find((one) => targetOf(one) === target);

  /** Pointer at rest: the bundle and the long record are on their way before the delay ends. */
  function prepare(target: Target): void {
    void bundle();
    const record = mentionAt(target)?.mention.record;
    if (record === undefined || (details.get(record) ?? "failed") !== "failed") return;
    // A failure is told while its card is open, and tried again with the next.
    details.delete(record);
    void ask("record", { id: record }).then((answer) => {
      if (signal.aborted) return;
      details.set(record, (answer.ok && answer.value) || "failed");
      if (open?.mention.mention.record === record) update();
    });
  }

  async function show(target: Target, how: How): Promise<void> {
    const turn = ++showing;
    const mention = mentionAt(target);
    const mount = mention && (await bundle());
    if (signal.aborted || turn !== showing) return;
    if (!mention || !mount || boxes(mention).length === 0) return send({ type: "dismiss", at: now() });
    const focusBefore = document.activeElement;
    const host = openHost(document);
    keepEventsIn(host.element);
    const card: Omit<OpenCard, "mounted"> = {
      mention,
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
    options.show(mention);
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
    const { mention, entity, block } = card.mention;
    const annotation = page.answers.annotation();
    const detail = details.get(mention.record);
    return {
      entity,
      mention: {
        text: walker.block(block)?.text.slice(mention.start, mention.end) ?? mention.alias,
        confidence: mention.confidence,
        reasons: mention.reasons,
      },
      ...(detail === undefined ? {} : { detail }),
      ...(annotation?.date === undefined ? {} : { date: annotation.date }),
      ...(annotation === undefined ? {} : { pageLang: annotation.lang.value }),
      language: annotation?.reader ?? "en",
      pinned: card.pinned,
      sheet: card.how === "tap" || view.innerWidth < SHEET_BELOW,
      expanded: card.expanded,
      onClose: () => send({ type: "dismiss", at: now() }),
      onPin: () => send({ type: "pin", at: now() }),
      onOffHere: options.onOffHere,
      onMore: () => {
        if (open) open.expanded = !open.expanded;
        update();
      },
    };
  }

  function boxes({ block, mention }: PlacedMention): DOMRect[] {
    const span = walker.spanOf(block, mention.start, mention.end);
    return span ? boxesOf(span) : [];
  }

  function put(card: OpenCard): void {
    const word = boxes(card.mention);
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
    const rtl = isRightToLeft(card.mention);
    card.placement = place({ word, pointer, viewport: { width, height }, height: own, rtl, sheet });
    card.host.place(card.placement);
  }

  function isRightToLeft({ block, mention }: PlacedMention): boolean {
    const parent = walker.spanOf(block, mention.start, mention.end)?.startContainer.parentElement;
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
    if (!at) return undefined;
    for (const mention of page.answers.block(at.block)?.mentions ?? []) {
      if (mention.start > at.offset) break;
      const entity = page.answers.entity(mention.record);
      if (at.offset >= mention.end || !entity) continue;
      const placed = { block: at.block, mention, entity };
      const span = walker.spanOf(at.block, mention.start, mention.end);
      if (span && page.isMarked(placed)) return { target: targetOf(placed), span };
    }
    return undefined;
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
    open: (mention) => send({ type: "command", at: now(), target: targetOf(mention) }),
    dismiss: () => send({ type: "dismiss", at: now() }),
    refresh() {
      const mention = open && mentionAt(targetOf(open.mention));
      if (open && mention?.mention.record !== open.mention.mention.record) send({ type: "dismiss", at: now() });
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
