/** Deeper in elements without a box than this, text counts as shown: no honest page goes so far. */
const MAX_BOXLESS = 64;

/**
 * Can a reader see the text directly in this element or shadow root? Without layout everything counts as shown. One question for a
 * block is cheap; one for every element would not be.
 */
export function isShown(node: Node): boolean {
  let element = elementOf(node);
  if (typeof element?.checkVisibility !== "function") return true;
  // An element without a box of its own counts as unseen to the browser, but its text is shown where those around it are.
  for (let above = 0; element && above < MAX_BOXLESS; above++) {
    if (element.checkVisibility({ visibilityProperty: true })) return true;
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    if (style?.display !== "contents" || style.visibility !== "visible") return false;
    element = element.parentNode ? elementOf(element.parentNode) : undefined;
  }
  return true;
}

const elementOf = (node: Node): Element | undefined =>
  node.nodeType === 1 ? (node as Element) : (node as ShadowRoot).host;
