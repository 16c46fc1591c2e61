import { Draft } from "./block-draft.js";
import type { Precedes } from "./document-order.js";
import { BLOCK_NAMES, CHROME, HEADLINE, SCOPES, SET_APART, SKIPPED } from "./walk-rules.js";

/** What a parent of text nodes means for the text directly in it. */
export interface Place {
  /** Text directly here is not read. */
  skipped: boolean;
  /** Nothing below is read either, whatever it is. */
  closed: boolean;
  /** Nearest declared language, empty where none is. */
  lang: string;
  draft: Draft;
  /** Inside the site's header or footer, where only the headline is read. */
  chrome: boolean;
  /** Inside a link. */
  linked: boolean;
  /** Inside an article, whose header and footer are its own. */
  scoped: boolean;
}

/**
 * What each parent means, worked out once per element and pass: a page has far more text nodes than kinds of parents, and
 * in Firefox each read of the DOM goes through a wrapper.
 */
export class Surroundings {
  readonly #places = new Map<Node, Place>();

  constructor(private readonly precedes: Precedes) {}

  /** The block that text directly in this node (or the node itself, if it is text) belongs to. */
  blockOf(node: Node): Node {
    const parent = node.nodeType === 3 ? node.parentNode : node;
    return this.of(parent ?? node).draft.block;
  }

  /**
   * Does a block stand between two text nodes of one block? Told by elements alone, whatever is in them or read of them, so
   * that a change inside a neighbour never alters this block's text.
   */
  isCut(from: Text, to: Text): boolean {
    let descend = false;
    for (let at: Node = from; at !== to; ) {
      let next: Node | null = descend ? at.firstChild : null;
      while (!next) {
        next = at.nextSibling;
        if (next) break;
        const above: Node | null = at.parentNode;
        if (!above) return false;
        at = above;
      }
      at = next;
      const place = at.nodeType === 1 ? this.of(at) : undefined;
      if (place?.draft.block === at) return true;
      descend = place !== undefined && !place.closed;
    }
    return false;
  }

  /**
   * Are two text nodes that touch without a space set apart by the style of an element that ends or begins between them?
   * Dates before headlines often are; to a reader they are two words.
   */
  isSetApart(from: Text, to: Text): boolean {
    if (/\s$/.test(from.data) || /^\s/.test(to.data)) return false;
    return edges(from, to).some(isSetApartByStyle) || edges(to, from).some(isSetApartByStyle);
  }

  of(node: Node): Place {
    const known = this.#places.get(node);
    if (known) return known;
    // Climb without recursion: hostile pages nest ten thousand deep.
    const climbed: Node[] = [];
    let above: Place | undefined;
    for (let at: Node | null = node; at && !above; at = parentOf(at)) {
      above = this.#places.get(at);
      if (!above) climbed.push(at);
    }
    let place = above;
    for (let i = climbed.length - 1; i >= 0; i--) {
      const at = climbed[i];
      if (!at) continue;
      place = placeIn(at, place, this.precedes);
      this.#places.set(at, place);
    }
    return place ?? placeIn(node, undefined, this.precedes);
  }
}

function placeIn(node: Node, above: Place | undefined, precedes: Precedes): Place {
  const lang = above?.lang ?? "";
  if (node.nodeType !== 1) {
    // A shadow root, or the document itself: its text is no part of the block around the host.
    const { skipped = false, closed = false, chrome = false, linked = false, scoped = false } = above ?? {};
    return { skipped, closed, chrome, linked, scoped, lang, draft: new Draft(node, lang, precedes) };
  }
  const element = node as Element;
  const name = element.localName;
  const own = element.getAttribute("lang")?.trim() ?? lang;
  const isBlock = above === undefined || BLOCK_NAMES.has(name) || isBlockByStyle(element, name);
  const scoped = (above?.scoped ?? false) || element.matches(SCOPES);
  let chrome = above?.chrome ?? false;
  let closed = above?.closed ?? false;
  if (!closed) {
    // The headline ends what the header began.
    if (chrome && element.matches(HEADLINE)) chrome = false;
    else if (!chrome && !scoped && element.matches(CHROME)) chrome = true;
    closed = element.matches(SKIPPED);
  }
  const linked = (above?.linked ?? false) || (name === "a" && element.hasAttribute("href"));
  const draft = isBlock ? new Draft(node, own, precedes) : above.draft;
  return { skipped: closed || chrome, closed, lang: own, draft, chrome, linked, scoped };
}

/** Custom elements have no place in the list of names; where there is layout it tells. */
function isBlockByStyle(element: Element, name: string): boolean {
  if (!name.includes("-")) return false;
  const view = element.ownerDocument.defaultView;
  if (typeof view?.getComputedStyle !== "function") return true;
  try {
    return !/^(inline|contents|none)?$/.test(view.getComputedStyle(element).display.split(/[\s-]/)[0] ?? "");
  } catch {
    return true;
  }
}

const parentOf = (node: Node): Node | null => node.parentNode ?? ("host" in node ? (node as ShadowRoot).host : null);

/** Elements around one node that are not around the other. */
function edges(node: Node, other: Node): Element[] {
  const found: Element[] = [];
  for (let at = node.parentNode; at && !at.contains(other); at = at.parentNode)
    if (at.nodeType === 1) found.push(at as Element);
  return found;
}

function isSetApartByStyle(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  if (typeof view?.getComputedStyle !== "function") return element.matches(SET_APART);
  return !/^(inline|contents|ruby)/.test(view.getComputedStyle(element).display);
}
