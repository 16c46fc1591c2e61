import type { Box, Tab } from "../../tools/browser/driver.js";

/** What is no readable text, as `tests/pages/README.md` says. */
const NOT_READABLE =
  "nav, form, input, textarea, select, button, code, pre, script, style, svg, [contenteditable], .ad";

export interface PlacedMark {
  highlight: string;
  /** Offsets in the readable text; -1 where the mark stands outside it. */
  start: number;
  end: number;
}

/** The readable text of `main`, blocks apart, and every mark of the page in it, in the order of the document. */
export function placedMarks(tab: Tab): Promise<{ text: string; marks: PlacedMark[] }> {
  return tab.evaluate((notReadable) => {
    let text = "";
    const starts = new Map<Node, number>();
    const read = (node: Node): void => {
      if (node.nodeType === Node.TEXT_NODE) {
        starts.set(node, text.length);
        text += node.nodeValue ?? "";
        return;
      }
      if (!(node instanceof Element) || node.matches(notReadable)) return;
      const isApart = node.localName === "br" || getComputedStyle(node).display !== "inline";
      if (isApart) text += "\n";
      for (const child of node.childNodes) read(child);
      if (isApart) text += "\n";
    };
    const main = document.querySelector("main");
    if (main) read(main);
    const place = (node: Node, offset: number): number => {
      const start = starts.get(node);
      return start === undefined ? -1 : start + offset;
    };
    const marks: { highlight: string; start: number; end: number }[] = [];
    for (const [highlight, ranges] of CSS.highlights) {
      if (!highlight.startsWith("konteks-")) continue;
      for (const range of ranges) {
        const start = place(range.startContainer, range.startOffset);
        marks.push({ highlight, start, end: place(range.endContainer, range.endOffset) });
      }
    }
    return { text, marks: marks.toSorted((a, b) => a.start - b.start) };
  }, NOT_READABLE);
}

/** A text with runs of white space as one blank, and the way from an offset of the original into it. */
export function collapsed(original: string): { text: string; at(offset: number): number } {
  let text = "";
  const places: number[] = [];
  for (const unit of original.split("")) {
    places.push(text.length);
    const isSpace = /\s/u.test(unit);
    if (isSpace && (text === "" || text.endsWith(" "))) continue;
    text += isSpace ? " " : unit;
  }
  return { text, at: (offset) => (offset < 0 ? -1 : (places[offset] ?? text.length)) };
}

export interface MarkBox extends Box {
  text: string;
  inLink: boolean;
}

/** First boxes of all marks that are wholly in view now, in the order of the document. */
export function marksInView(tab: Tab): Promise<MarkBox[]> {
  return tab.evaluate(() => {
    const boxes: MarkBox[] = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("konteks-") || name === "konteks-current") continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const [rect] = range.getClientRects();
        if (!rect || rect.top < 0 || rect.bottom > innerHeight || rect.left < 0 || rect.right > innerWidth) continue;
        const { x, y, width, height } = rect;
        const inLink = startContainer.parentElement?.closest("a") != null;
        boxes.push({ x, y, width, height, text: range.toString(), inLink });
      }
    }
    return boxes.toSorted((a, b) => a.y - b.y || a.x - b.x);
  });
}

/** A mark with this text, brought into the middle of the view. */
export async function markAt(tab: Tab, text: string): Promise<MarkBox> {
  await tab.evaluate((wanted) => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("konteks-") || name === "konteks-current") continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        if (range.toString() !== wanted) continue;
        startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
        return;
      }
    }
  }, text);
  const found = (await marksInView(tab)).find((one) => one.text === text);
  if (!found) throw new Error(`No mark on "${text}" can be brought into view`);
  return found;
}
