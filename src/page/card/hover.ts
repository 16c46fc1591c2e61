import type { Span } from "../walk.js";
import { isIn, type Rect } from "./place.js";
import type { CardEvent, Target } from "./state.js";

export interface Hit {
  target: Target;
  span: Span;
}

export interface PointerOptions {
  document: Document;
  signal: AbortSignal;
  /** The marked mention at a place in a text node. */
  find: (node: Node, offset: number) => Hit | undefined;
  /** Ground on which the pointer counts as being in the card: the card and its bridge. */
  ground: () => readonly Rect[];
  /** Whether an event happened in the card. */
  inCard: (event: Event) => boolean;
  /** Shadow trees of the page in which marks stand. */
  shadowRoots: () => ShadowRoot[];
  isOpen: () => boolean;
  /** Milliseconds, rising. */
  now: () => number;
  send: (event: CardEvent) => void;
}

/** Places where a card would be in the way of what the reader is doing. */
const BUSY = "input, textarea, select, button, img, picture, video, audio, canvas, svg, iframe, [contenteditable]";
/** A tap there is meant for the element. */
const TAPPABLE = "a[href], button, summary, label, [role=button], [role=link], [onclick]";

/**
 * Turns the pointer's doings into the card's events: one hit test per animation frame at most, none while the page is
 * scrolled without the pointer. Listeners are passive but for Escape, which is taken only from an open card.
 */
export function followPointer(options: PointerOptions): void {
  const { document, signal, now, send } = options;
  const view = document.defaultView;
  if (!view) return;
  let latest: { event: PointerEvent; top: EventTarget | undefined } | undefined;
  let frame = 0;

  function look(): void {
    frame = 0;
    if (!latest || signal.aborted) return;
    const { event, top } = latest;
    const { clientX: x, clientY: y } = event;
    const inside = options.inCard(event) || options.ground().some((rect) => isIn(rect, x, y));
    const hit = inside || isBusy(top) ? undefined : hitAt(options, x, y, top);
    send({ type: "pointer", at: now(), x, y, over: hit?.target, inside, held: isHeld(event) || isBusy(top) });
  }

  const on = <K extends keyof DocumentEventMap>(
    type: K,
    listener: (event: DocumentEventMap[K]) => void,
    passive = true,
  ) => document.addEventListener(type, listener, { signal, passive, capture: true });

  on("pointermove", (event) => {
    if (event.pointerType === "touch") return;
    latest = { event, top: event.composedPath()[0] };
    frame ||= view.requestAnimationFrame(look);
  });
  on("pointerdown", (event) => {
    if (!options.inCard(event)) send({ type: "press-outside", at: now() });
  });
  on("click", (event) => {
    const touched = (event as Partial<PointerEvent>).pointerType === "touch";
    const top = event.composedPath()[0];
    if (!touched || event.defaultPrevented || options.inCard(event) || !(top instanceof view.Element)) return;
    if (top.closest(TAPPABLE) || isBusy(top)) return;
    const hit = hitAt(options, event.clientX, event.clientY, top);
    if (hit) send({ type: "tap", at: now(), target: hit.target });
  });
  on(
    "keydown",
    (event) => {
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing;
      if (event.key !== "Escape" || !plain || !options.isOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      send({ type: "escape", at: now() });
    },
    false,
  );
  document.documentElement.addEventListener(
    "pointerleave",
    (event) => {
      latest = undefined;
      send({ type: "pointer", at: now(), x: event.clientX, y: event.clientY, inside: false, held: false });
    },
    { signal, passive: true },
  );
  signal.addEventListener("abort", () => view.cancelAnimationFrame(frame), { once: true });
}

/** The marked mention at a point, if the point is truly on its text and nothing lies over it. */
export function hitAt(
  options: Pick<PointerOptions, "document" | "find" | "shadowRoots">,
  x: number,
  y: number,
  top: EventTarget | undefined,
): Hit | undefined {
  const caret = caretAt(options.document, x, y, options.shadowRoots());
  if (!caret || !liesUnder(caret.node, top)) return undefined;
  // A caret after a letter belongs to the letter before it just as well.
  const hit =
    options.find(caret.node, caret.offset) ??
    (caret.offset > 0 ? options.find(caret.node, caret.offset - 1) : undefined);
  // The nearest caret may be far from any text.
  return hit && boxesOf(hit.span).some((box) => isIn(box, x, y)) ? hit : undefined;
}

/** Boxes of a span's text, one per line. The live range is let go at once: kept ones slow the page down. */
export function boxesOf(span: Span): DOMRect[] {
  const document = span.startContainer.ownerDocument;
  if (!document || !span.startContainer.isConnected || !span.endContainer.isConnected) return [];
  try {
    const range = document.createRange();
    range.setStart(span.startContainer, span.startOffset);
    range.setEnd(span.endContainer, span.endOffset);
    return [...range.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
  } catch {
    return [];
  }
}

function caretAt(document: Document, x: number, y: number, shadowRoots: ShadowRoot[]) {
  if (typeof document.caretPositionFromPoint === "function") {
    const at = document.caretPositionFromPoint(x, y, { shadowRoots });
    return at && { node: at.offsetNode, offset: at.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** The text is in the element that the pointer meets, not below something that covers it. */
function liesUnder(node: Node, top: EventTarget | undefined): boolean {
  if (!top || !("nodeType" in top)) return true;
  for (let at: Node | null = node; at; ) {
    if ((top as Node).contains(at)) return true;
    const root = at.getRootNode();
    at = "host" in root ? (root as ShadowRoot).host : null;
  }
  return false;
}

function isHeld(event: PointerEvent): boolean {
  return event.buttons !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
}

function isBusy(top: EventTarget | undefined): boolean {
  return top !== undefined && "closest" in top && (top as Element).closest(BUSY) !== null;
}
