declare module "@mozilla/readability/Readability-readerable.js" {
  /** Whether the document looks like one with an article in it; a few reads, no parse. */
  export default function isProbablyReaderable(
    document: Document,
    options?: { minContentLength?: number; minScore?: number; visibilityChecker?: (node: Element) => boolean },
  ): boolean;
}
