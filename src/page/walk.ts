import type { TextBlock } from "../engine/article-text.js";
import type { Draft } from "./block-draft.js";
import { type BlockState, inOrder, insertInOrder, rangeIn, sameNodes } from "./block-state.js";
import { documentOrder } from "./document-order.js";
import { openRoot, type ShadowOf, shadowHosts } from "./shadow.js";
import { isShown } from "./shown.js";
import { Surroundings } from "./surroundings.js";
import { BREAKS } from "./walk-rules.js";

/** Ends of a span of text in the document; a `StaticRange` is made from it where there is one. */
export interface Span {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

/** What a batch of mutations touched. */
export interface Changes {
  /** Nodes that came in, or whose own text changed. */
  added: Iterable<Node>;
  /** Parents that lost or gained children. */
  touched?: Iterable<Node>;
  /** Elements whose attributes decide whether and how their whole subtree is read. */
  restyled?: Iterable<Node>;
}

export interface Update {
  /** Blocks that are new or read differently now. */
  changed: TextBlock[];
  /** Ids of blocks that read the same, but whose text stands in other nodes now: spans have to be asked for again. */
  moved: number[];
  /** Ids of blocks that are gone or have no text any more. */
  removed: number[];
}

export interface WalkOptions {
  /** Longest text read in all, in UTF-16 units; default 2,000,000. Blocks beyond it are left out whole. */
  limit?: number;
  /** The shadow root of an element, closed ones too where the browser tells. Default: open ones. */
  shadowOf?: ShadowOf;
}

/** The text of a document, block by block, and the way back from it to the document. */
export interface Walker {
  /** Read everything afresh. */
  walk(): TextBlock[];
  /** The same in slices: each step reads some thousand text nodes at most; the last one returns the blocks. */
  walkSliced(): Generator<void, TextBlock[]>;
  /** Read again what the changes touched, and nothing else. */
  update(changes: Changes): Update;
  /** All blocks in document order. */
  blocks(): TextBlock[];
  block(id: number): TextBlock | undefined;
  /** Span of `text.slice(start, end)` of a block; nothing where the offsets hold no text or the nodes are gone. */
  spanOf(id: number, start: number, end: number): Span | undefined;
  /** The block and offset at which a place in a text node stands. */
  locate(node: Node, offset: number): { block: number; offset: number } | undefined;
  /** Blocks that were not read because they are not shown, and are shown now. */
  shown(): Node[];
  /** Shadow roots that were entered. */
  shadowRoots(): ShadowRoot[];
  /** Text beyond the limit was left out. */
  readonly textLeftOut: boolean;
}

const SLICE = 2_000;
const DEFAULT_LIMIT = 2_000_000;

/**
 * A walker over a document's text. It reads and never writes. Block ids live as long as their elements: a block that is
 * read again keeps its id, and its revision rises by one when text or language changed.
 */
export function createWalker(document: Document, options: WalkOptions = {}): Walker {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const shadowOf = options.shadowOf ?? openRoot;
  const precedes = documentOrder(document);
  const states = new WeakMap<Node, BlockState>();
  const byId = new Map<number, BlockState>();
  const hidden = new Set<Node>();
  const roots = new Set<ShadowRoot>();
  let order: BlockState[] = [];
  let lastId = 0;
  let total = 0;
  let textLeftOut = false;

  /** One pass over the text nodes below a root. Yields now and then; the drafts come in order of their first text. */
  function* read(root: Node, around: Surroundings): Generator<void, Draft[]> {
    const drafts: Draft[] = [];
    for (const at of breaksIn(root)) {
      const place = at.parentNode && around.of(at.parentNode);
      if (place && !place.skipped) place.draft.breaks.push(at);
    }
    const tree = document.createTreeWalker(root, 4 /* SHOW_TEXT */);
    let count = 0;
    for (let node = tree.nextNode() as Text | null; node; node = tree.nextNode() as Text | null) {
      if (++count % SLICE === 0) {
        yield;
        // The page removed the ground under the walker: what follows is found by reading again.
        if (!node.isConnected) return yield* read(root, new Surroundings(precedes));
      }
      const parent = node.parentNode;
      if (!parent) continue;
      const place = around.of(parent);
      if (place.skipped) continue;
      const { draft } = place;
      if (draft.nodes.length === 0) drafts.push(draft);
      const here = node;
      draft.append(here, place.lang, place.linked, (last) => around.isCut(last, here) || around.isSetApart(last, here));
    }
    for (const host of shadowHosts(root, shadowOf)) {
      const shadow = shadowOf(host);
      if (!shadow || around.of(host).skipped) continue;
      roots.add(shadow);
      drafts.push(...(yield* read(shadow, around)));
    }
    return drafts;
  }

  /** Turns a draft into its block. `undefined`: no block, or none any more. */
  function settle(draft: Draft): { state: BlockState; changed: boolean; moved: boolean } | undefined {
    const text = draft.text();
    const known = states.get(draft.block);
    if (!/\S/.test(text)) return undefined;
    if (!isShown(draft.block)) {
      hidden.add(draft.block);
      return undefined;
    }
    hidden.delete(draft.block);
    const held = known && byId.has(known.id) ? known.text.length : 0;
    if (total - held + text.length > limit) {
      textLeftOut = true;
      return undefined;
    }
    total += text.length - held;
    const changed =
      known === undefined || known.text !== text || known.lang !== draft.lang || known.apart !== draft.apart;
    const state: BlockState = {
      id: known?.id ?? ++lastId,
      revision: (known?.revision ?? 0) + (changed ? 1 : 0),
      text,
      lang: draft.lang,
      apart: draft.apart,
      node: draft.block,
      nodes: draft.nodes,
      starts: draft.starts,
      ends: draft.ends,
    };
    const wasThere = known !== undefined && byId.has(known.id);
    states.set(draft.block, state);
    byId.set(state.id, state);
    return { state, changed: changed || !wasThere, moved: known !== undefined && !sameNodes(known, state) };
  }

  function drop(state: BlockState): void {
    if (byId.delete(state.id)) total -= state.text.length;
  }

  function* walkSliced(): Generator<void, TextBlock[]> {
    const drafts = document.body ? yield* read(document.body, new Surroundings(precedes)) : [];
    byId.clear();
    hidden.clear();
    total = 0;
    textLeftOut = false;
    const all: BlockState[] = [];
    for (const draft of drafts) {
      const settled = textLeftOut ? undefined : settle(draft);
      if (settled) all.push(settled.state);
    }
    order = inOrder(all, precedes);
    return order.map(asBlock);
  }

  function update(changes: Changes): Update {
    const around = new Surroundings(precedes);
    const restyled = [...(changes.restyled ?? [])].filter((node) => node.isConnected);
    const wanted = new Set<Node>();
    for (const node of changes.added) {
      if (node.isConnected && document.body?.contains(outermost(node))) wanted.add(around.blockOf(node));
    }
    for (const node of restyled) wanted.add(around.blockOf(node));
    for (const node of changes.touched ?? []) {
      if (!node.isConnected) continue;
      const block = around.blockOf(node);
      const state = states.get(block);
      if (state && byId.has(state.id)) wanted.add(block);
    }
    const before = new Map(byId);
    const seen = new Set<number>();
    const runs: BlockState[][] = [];
    const changed: BlockState[] = [];
    const moved: number[] = [];
    for (const root of topmost(wanted)) {
      const run: BlockState[] = [];
      const drafts = exhaust(read(root, new Surroundings(precedes)));
      for (const draft of drafts) {
        const settled = settle(draft);
        if (!settled) continue;
        seen.add(settled.state.id);
        run.push(settled.state);
        if (settled.changed) changed.push(settled.state);
        else if (settled.moved) moved.push(settled.state.id);
      }
      for (const { block } of drafts) forget(states.get(block), seen);
      runs.push(run);
    }
    for (const block of wanted) forget(states.get(block), seen);
    // Blocks that no change names: gone with an element, or inside one that is read no longer (hidden, moved into a menu).
    const unread = [...restyled, ...[...wanted].filter((node) => around.of(node).skipped)];
    for (const state of before.values()) {
      if (seen.has(state.id)) continue;
      if (!state.node.isConnected || unread.some((node) => node.contains(state.node))) forget(state, seen);
    }
    for (const node of hidden) if (!node.isConnected) hidden.delete(node);
    order = order.filter((state) => byId.has(state.id) && !seen.has(state.id));
    for (const run of runs) insertInOrder(order, inOrder(run, precedes), precedes);
    return {
      changed: changed.map(asBlock),
      moved,
      removed: [...before.keys()].filter((id) => !byId.has(id)),
    };
  }

  function forget(state: BlockState | undefined, seen: ReadonlySet<number>): void {
    if (state && !seen.has(state.id)) drop(state);
  }

  return {
    walk: () => exhaust(walkSliced()),
    walkSliced,
    update,
    blocks: () => order.map(asBlock),
    block: (id) => {
      const state = byId.get(id);
      return state && asBlock(state);
    },
    spanOf: (id, start, end) => {
      const state = byId.get(id);
      return state && rangeIn(state, start, end);
    },
    locate: (node, offset) => {
      const parent = node.parentNode;
      if (node.nodeType !== 3 || !parent) return undefined;
      const state = states.get(new Surroundings(precedes).blockOf(parent));
      const at = state && byId.has(state.id) ? state.nodes.indexOf(node as Text) : -1;
      if (!state || at < 0) return undefined;
      return { block: state.id, offset: (state.starts[at] ?? 0) + offset };
    },
    shown: () => [...hidden].filter((node) => node.isConnected && isShown(node)),
    shadowRoots: () => [...roots],
    get textLeftOut() {
      return textLeftOut;
    },
  };
}

const asBlock = ({ apart, id, lang, revision, text }: BlockState): TextBlock =>
  apart ? { id, revision, text, lang, apart } : { id, revision, text, lang };

function breaksIn(root: Node): Iterable<Element> {
  return "querySelectorAll" in root ? (root as ParentNode).querySelectorAll(BREAKS) : [];
}

/** The node itself, or the host in the document that its shadow tree hangs from. */
function outermost(node: Node): Node {
  for (let at = node; ; ) {
    const root = at.getRootNode();
    if (root.nodeType !== 11 || !("host" in root)) return at;
    at = (root as ShadowRoot).host;
  }
}

/** The nodes that have no other of the set above them. */
function topmost(nodes: ReadonlySet<Node>): Node[] {
  return [...nodes].filter((node) => {
    for (let above = parentOf(node); above; above = parentOf(above)) if (nodes.has(above)) return false;
    return true;
  });
}

const parentOf = (node: Node): Node | null => node.parentNode ?? ("host" in node ? (node as ShadowRoot).host : null);

function exhaust<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
