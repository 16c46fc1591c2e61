import type { Precedes } from "./document-order.js";
import type { Span } from "./walk.js";

/** A block as it was last read. */
export interface BlockState {
  readonly id: number;
  readonly revision: number;
  readonly text: string;
  readonly lang: string;
  readonly apart: boolean;
  /** The element (or shadow root) whose text it is. */
  readonly node: Node;
  /** Text nodes in order; `starts` and `ends` are their offsets in `text`. Line breaks lie between them. */
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Where `text.slice(start, end)` stands in the document.
 * @returns nothing where the slice holds no text of a node, or the nodes no longer hold what was read
 */
export function rangeIn(block: BlockState, start: number, end: number): Span | undefined {
  if (start < 0 || end > block.text.length || start >= end) return undefined;
  // First node that ends after the start, last node that begins before the end: never an empty stretch of a neighbour.
  let first = firstIndex(block.ends, (at) => at > start);
  // A node without text holds no part of a span, wherever it stands.
  while (first < block.nodes.length && block.ends[first] === block.starts[first]) first++;
  const last = firstIndex(block.starts, (at) => at >= end) - 1;
  const startContainer = block.nodes[first];
  let endAt = last;
  while (endAt > first && block.ends[endAt] === block.starts[endAt]) endAt--;
  const endContainer = block.nodes[endAt];
  if (!startContainer || !endContainer || endAt < first) return undefined;
  const startOffset = Math.max(0, start - (block.starts[first] ?? 0));
  const endOffset = Math.min(end, block.ends[endAt] ?? 0) - (block.starts[endAt] ?? 0);
  if (startOffset > startContainer.length || endOffset > endContainer.length) return undefined;
  return { startContainer, startOffset, endContainer, endOffset };
}

/** Does a block's text stand in the same nodes as before, each holding as much of it? */
export function sameNodes(one: BlockState, other: BlockState): boolean {
  return (
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, i) => node === other.nodes[i] && one.starts[i] === other.starts[i])
  );
}

/**
 * Puts a run of blocks, itself in document order and not interleaved with others, where it belongs. Blocks count as standing
 * where their first text node stands.
 */
export function insertInOrder(order: BlockState[], run: readonly BlockState[], precedes: Precedes): void {
  const before = (one: BlockState) => {
    const here = anchor(one);
    return (other: BlockState) => {
      const there = anchor(other);
      return here !== there && precedes(here, there);
    };
  };
  const first = run[0];
  if (!first) return;
  const from = firstIndex(order, before(first));
  const to = firstIndex(order, before(run[run.length - 1] ?? first));
  if (from === to) order.splice(from, 0, ...run);
  // A root that gave its text to others while it was read: rare, and cheap enough one by one.
  else for (const state of run) order.splice(firstIndex(order, before(state)), 0, state);
}

/** Blocks as they were read, with those of shadow trees, which are read last, put where their hosts stand. */
export function inOrder(read: readonly BlockState[], precedes: Precedes): BlockState[] {
  const isInShadow = ({ node }: BlockState) => node.getRootNode().nodeType === 11; /* DOCUMENT_FRAGMENT */
  const order = read.filter((state) => !isInShadow(state));
  if (order.length < read.length) {
    for (const state of read) if (isInShadow(state)) insertInOrder(order, [state], precedes);
  }
  return order;
}

/** A place in the document itself: for text in shadow trees, the outermost host. */
function anchor(state: BlockState): Node {
  let at: Node = state.nodes[0] ?? state.node;
  for (let root = at.getRootNode(); "host" in root; root = at.getRootNode()) at = (root as ShadowRoot).host;
  return at;
}

/** Index of the first item that passes, in a list where all after it pass too. */
export function firstIndex<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && passes(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
