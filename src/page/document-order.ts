/** Does one node stand before the other? Both in one tree, neither inside the other. */
export type Precedes = (one: Node, other: Node) => boolean;

/**
 * The document's own comparison where it is right, ours where it is not: documents without a browser compare nodes of
 * different depth wrongly. Tried once, on nodes outside the document.
 */
export function documentOrder(document: Document): Precedes {
  const root = document.createElement("div");
  const deep = document.createTextNode("1");
  const flat = document.createTextNode("2");
  const inline = document.createElement("span");
  inline.append(deep);
  root.append(inline, flat);
  return native(deep, flat) && !native(flat, deep) ? native : byClimbing;
}

const native: Precedes = (one, other) => (one.compareDocumentPosition(other) & 4) /* FOLLOWING */ !== 0;

const byClimbing: Precedes = (one, other) => {
  const [a, b] = [lineage(one), lineage(other)];
  let depth = 0;
  while (depth < a.length && a[depth] === b[depth]) depth++;
  const [left, right] = [a[depth], b[depth]];
  // One contains the other: the outer begins first.
  if (!left || !right) return left === undefined && right !== undefined;
  for (let at: Node | null = left; at; at = at.nextSibling) if (at === right) return true;
  return false;
};

/** The node and all above it, outermost first. */
function lineage(node: Node): Node[] {
  const found: Node[] = [];
  for (let at: Node | null = node; at; at = at.parentNode) found.push(at);
  return found.reverse();
}
