/** Where the card goes, as plain geometry in CSS pixels of the viewport. */

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface PlaceRequest {
  /** The word's boxes, one per line. */
  word: readonly Rect[];
  /** Place of the pointer, where it chose the word: the card lines up with the box under it. */
  pointer?: { x: number; y: number } | undefined;
  viewport: { width: number; height: number };
  /** The card's own height at its width. */
  height: number;
  /** Right-to-left text: the card lines up with the word's right end. */
  rtl?: boolean;
  /** Always as a sheet (touch). */
  sheet?: boolean;
}

export interface Placement {
  mode: "card" | "sheet";
  side: "below" | "above" | "right" | "left" | "bottom" | "top";
  left: number;
  top: number;
  width: number;
  /** At most so high; what is longer scrolls inside. */
  maxHeight: number;
  /** Ground between word and card on which the pointer may travel. Nothing stands there: clicks reach the page. */
  bridge: Rect;
}

export const CARD_WIDTH = 320;
export const CARD_MAX_HEIGHT = 420;
/** Below this width of the viewport the card is a sheet. */
export const SHEET_BELOW = 480;
const GAP = 8;
const EDGE = 8;
/** Less than this is no card: the other side is tried first. */
const LEAST = 96;
/** A sheet is never lower, even over a word as tall as the screen. */
const SHEET_LEAST = 64;

/** Highest a card may be in a viewport. */
export const maxHeightIn = (viewportHeight: number) => Math.min(CARD_MAX_HEIGHT, 0.6 * viewportHeight);

/** A place that never covers the word: below, above, beside; on narrow screens at the far edge. */
export function place(request: PlaceRequest): Placement {
  const { viewport } = request;
  const visible = request.word.filter((box) => box.bottom > 0 && box.top < viewport.height);
  const word = union(visible.length > 0 ? visible : request.word);
  const anchor = boxUnder(request.pointer, visible) ?? visible[0] ?? word;
  if (request.sheet || viewport.width < SHEET_BELOW) return sheet(request, word);
  const width = Math.min(CARD_WIDTH, viewport.width - 2 * EDGE);
  const cap = maxHeightIn(viewport.height);
  const wanted = Math.min(request.height, cap);
  const below = viewport.height - EDGE - (word.bottom + GAP);
  const above = word.top - GAP - EDGE;
  const ideal = request.rtl ? anchor.right - width : anchor.left;
  const left = clamp(ideal, EDGE, viewport.width - EDGE - width);
  const side = below >= wanted ? "below" : above >= wanted ? "above" : undefined;
  if (side === undefined) {
    const beside = besideWord(word, viewport, width, wanted);
    if (beside) return { ...beside, maxHeight: cap, bridge: bridge(word, beside, wanted) };
  }
  const chosen = side ?? (below >= above ? "below" : "above");
  const room = chosen === "below" ? below : above;
  if (room < Math.min(LEAST, wanted)) return sheet(request, word);
  const maxHeight = Math.min(cap, room);
  const height = Math.min(wanted, maxHeight);
  const top = chosen === "below" ? word.bottom + GAP : word.top - GAP - height;
  const spot: Spot = { mode: "card", side: chosen, left, top, width };
  return { ...spot, maxHeight, bridge: bridge(word, spot, height) };
}

/** Whether a point is on the ground of a card, its bridge or its word. */
export function isIn(rect: Rect, x: number, y: number): boolean {
  return x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
}

type Spot = Pick<Placement, "mode" | "side" | "left" | "top" | "width">;

function besideWord(word: Rect, viewport: PlaceRequest["viewport"], width: number, height: number): Spot | undefined {
  if (height > viewport.height - 2 * EDGE) return undefined;
  const top = clamp(word.top, EDGE, viewport.height - EDGE - height);
  const right = word.right + GAP;
  if (right + width <= viewport.width - EDGE) return { mode: "card", side: "right", left: right, top, width };
  const left = word.left - GAP - width;
  return left >= EDGE ? { mode: "card", side: "left", left, top, width } : undefined;
}

/** A sheet along the bottom edge, or the top one where the word stands low. */
function sheet(request: PlaceRequest, word: Rect): Placement {
  const { viewport } = request;
  const cap = maxHeightIn(viewport.height);
  const wanted = Math.min(request.height, cap);
  const below = viewport.height - word.bottom - GAP;
  const above = word.top - GAP;
  const side = below >= wanted || below >= above ? "bottom" : "top";
  const maxHeight = Math.min(cap, Math.max(side === "bottom" ? below : above, SHEET_LEAST));
  const height = Math.min(wanted, maxHeight);
  const top = side === "bottom" ? viewport.height - height : 0;
  const spot = { mode: "sheet" as const, side, left: 0, top, width: viewport.width } satisfies Spot;
  return { ...spot, maxHeight, bridge: bridge(word, spot, height) };
}

/** The least box that holds the gap between word and card. */
function bridge(word: Rect, spot: Spot, height: number): Rect {
  const card = { left: spot.left, top: spot.top, right: spot.left + spot.width, bottom: spot.top + height };
  if (spot.side === "left" || spot.side === "right") {
    return {
      left: Math.min(word.right, card.right),
      right: Math.max(word.left, card.left),
      top: Math.min(word.top, card.top),
      bottom: Math.max(word.bottom, card.bottom),
    };
  }
  const [top, bottom] = card.top >= word.bottom ? [word.bottom, card.top] : [card.bottom, word.top];
  // As wide as the way from any point of the word to any point of the card.
  return {
    left: Math.min(word.left, card.left),
    right: Math.max(word.right, card.right),
    top,
    bottom: Math.max(top, bottom),
  };
}

function union(boxes: readonly Rect[]): Rect {
  const first = boxes[0] ?? { left: 0, top: 0, right: 0, bottom: 0 };
  return boxes.reduce<Rect>(
    (all, box) => ({
      left: Math.min(all.left, box.left),
      top: Math.min(all.top, box.top),
      right: Math.max(all.right, box.right),
      bottom: Math.max(all.bottom, box.bottom),
    }),
    { left: first.left, top: first.top, right: first.right, bottom: first.bottom },
  );
}

function boxUnder(pointer: PlaceRequest["pointer"], boxes: readonly Rect[]): Rect | undefined {
  return pointer && boxes.find((box) => isIn(box, pointer.x, pointer.y));
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
