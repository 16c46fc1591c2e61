import type { Placement } from "./place.js";

/** The one element that Konteks ever adds to a page: outside the body, closed, there only while a card is open. */
export const HOST_NAME = "konteks-card";

export interface CardHost {
  /** Where the card is rendered; the page's scripts cannot reach it. */
  readonly root: ShadowRoot;
  readonly element: HTMLElement;
  /** Height of the content at the given width, unbounded by the placement, in CSS pixels. */
  measure(width: number): number;
  place(placement: Placement): void;
  close(): void;
}

/** Set one by one through the style object: a page's content policy forbids style attributes, not this. */
const HOST_STYLE: readonly [property: string, value: string][] = [
  ["all", "initial"],
  ["display", "block"],
  ["position", "fixed"],
  ["inset", "auto"],
  ["margin", "0"],
  ["border", "0"],
  ["padding", "0"],
  ["background", "none"],
  ["color-scheme", "light dark"],
  ["overflow", "visible"],
  ["box-sizing", "border-box"],
  ["height", "auto"],
  ["max-width", "100vw"],
  ["z-index", "2147483647"],
];

/** Puts the host into the document. Important declarations, so that no rule of the page moves or hides it. */
export function openHost(document: Document): CardHost {
  const element = document.createElement(HOST_NAME);
  const set = (property: string, value: string) => element.style.setProperty(property, value, "important");
  for (const [property, value] of HOST_STYLE) set(property, value);
  // Shown once it is placed: nothing flashes in a corner.
  set("visibility", "hidden");
  set("left", "0px");
  set("top", "0px");
  const root = element.attachShadow({ mode: "closed" });
  document.documentElement.append(element);
  toTopLayer(element);
  return {
    root,
    element,
    measure(width) {
      set("width", `${width}px`);
      element.style.removeProperty("--konteks-max-height");
      return element.getBoundingClientRect().height;
    },
    place({ left, top, width, maxHeight, side }) {
      set("left", `${left}px`);
      set("width", `${width}px`);
      // Anchored at the edge that faces the word, so that a card that grows grows away from it.
      const upward = side === "above" || side === "bottom";
      const viewport = document.documentElement.clientHeight;
      const height = Math.min(maxHeight, element.getBoundingClientRect().height);
      set("top", upward ? "auto" : `${top}px`);
      set("bottom", upward ? `${Math.max(0, viewport - top - height)}px` : "auto");
      set("--konteks-max-height", `${maxHeight}px`);
      set("visibility", "visible");
    },
    close: () => element.remove(),
  };
}

/** Above the page's own dialogs and whatever its stacking does; without popovers the z-index has to do. */
function toTopLayer(element: HTMLElement): void {
  try {
    element.popover = "manual";
    element.showPopover();
  } catch {}
}
