import { parseHTML } from "linkedom";

/** A document from the inside of its body (or a whole page), without layout. */
export function page(body: string, head = ""): Document {
  const html = body.includes("<html") ? body : `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  return parseHTML(html).document as unknown as Document;
}
