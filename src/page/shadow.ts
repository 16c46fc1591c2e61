/** The shadow root of an element that the reader may look into, if it has one. */
export type ShadowOf = (element: Element) => ShadowRoot | null;

export const openRoot: ShadowOf = (element) => element.shadowRoot ?? null;

/**
 * Custom elements below a root (and the root itself) that have a shadow tree. Other elements can have one too, but asking
 * each of a page's elements would cost more than the walk; XPath finds the hyphenated names at the browser's own speed.
 */
export function shadowHosts(root: Node, shadowOf: ShadowOf): Element[] {
  return [...customElements(root)].filter((element) => shadowOf(element) !== null);
}

function* customElements(root: Node): Iterable<Element> {
  const document = root.ownerDocument;
  if (root.nodeType === 1 && (root as Element).localName.includes("-")) yield root as Element;
  if (root.nodeType === 1 && document && typeof document.evaluate === "function") {
    const found = document.evaluate(".//*[contains(local-name(), '-')]", root, null, 7 /* ordered snapshot */, null);
    for (let i = 0; i < found.snapshotLength; i++) yield found.snapshotItem(i) as Element;
  } else if ("querySelectorAll" in root) {
    for (const element of (root as ParentNode).querySelectorAll("*"))
      if (element.localName.includes("-")) yield element;
  }
}
