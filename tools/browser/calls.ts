/** Turns a function and its arguments into source text for the browser. */

/**
 * An expression that calls the function with the arguments and gives its answer as JSON (undefined stays undefined).
 * `__name` is there because our loader (esbuild) wraps named inner functions in a helper that pages do not have.
 */
export function callSource(action: (...args: never[]) => unknown, args: readonly unknown[]): string {
  const list = args.map((arg) => JSON.stringify(arg) ?? "undefined").join(", ");
  return `(async (__name) => JSON.stringify(await (${action.toString()})(${list})))((f) => f)`;
}

/** A function declaration that takes a node and calls the function with it and the arguments; the answer is JSON. */
export function nodeCallSource(action: (node: never, ...args: never[]) => unknown, args: readonly unknown[]): string {
  const list = args.map((arg) => `, ${JSON.stringify(arg) ?? "undefined"}`).join("");
  return `async (node) => { const __name = (f) => f; return JSON.stringify(await (${action.toString()})(node${list})); }`;
}

/** The answer of such a call. */
export function parseAnswer<T>(json: unknown): T {
  return (typeof json === "string" ? JSON.parse(json) : undefined) as T;
}

/** What both tabs do inside a page: they run there, so they use nothing from here. */
export const inPage = {
  /** Text as seen; a style element is not, though it would give its rules. */
  textOf: (root: ShadowRoot): string =>
    [...root.children]
      .map((child) => (child instanceof HTMLElement && child.localName !== "style" ? child.innerText : ""))
      .join("\n")
      .trim(),
  /** Where an element is, once it has been brought into view. */
  boxOf: (node: Element): { x: number; y: number; width: number; height: number } => {
    node.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x, y, width, height };
  },
};
