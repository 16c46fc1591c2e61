import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWalker, type Span } from "../../src/page/walk.js";
import { page } from "./html.js";

/** A piece of a paragraph: text, a break, or an inline element of pieces. */
type Piece = string | null | Piece[];

const { pieces } = fc.letrec<{ pieces: Piece[]; piece: Piece }>((tie) => ({
  pieces: fc.array(tie("piece"), { maxLength: 5 }),
  piece: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.constant(null),
    fc.constantFrom("Albu Kamal", " حزب الله ", "𝄞", "e\u0301"),
    tie("pieces") as fc.Arbitrary<Piece>,
  ),
}));

function build(document: Document, parent: Element, content: readonly Piece[]): string {
  let text = "";
  for (const piece of content) {
    if (piece === null) {
      parent.append(document.createElement("br"));
      text += "\n";
    } else if (typeof piece === "string") {
      parent.append(document.createTextNode(piece));
      text += piece;
    } else {
      const inline = document.createElement("span");
      parent.append(inline);
      text += build(document, inline, piece);
    }
  }
  return text;
}

/** The text nodes' data between the ends of a span, in document order. */
function read(root: Element, span: Span): string {
  const nodes: Text[] = [];
  const collect = (node: Node) => {
    if (node.nodeType === 3) nodes.push(node as Text);
    for (const child of node.childNodes) collect(child);
  };
  collect(root);
  const [from, to] = [nodes.indexOf(span.startContainer), nodes.indexOf(span.endContainer)];
  return nodes
    .slice(from, to + 1)
    .map((node, i) => node.data.slice(i === 0 ? span.startOffset : 0, i === to - from ? span.endOffset : undefined))
    .join("");
}

describe("for any cut of a text into nodes", () => {
  test("the block's text is that text, and every span leads back to exactly its words", () => {
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (content, a, b) => {
        const document = page("<p></p>");
        const p = document.querySelector("p");
        if (!p) throw new Error("no paragraph");
        const text = build(document, p, content);
        const walker = createWalker(document);
        const blocks = walker.walk();
        if (text.trim() === "") {
          expect(blocks).toEqual([]);
          return;
        }
        expect(blocks.map((block) => block.text)).toEqual([text]);
        const [start, end] = [a % text.length, b % (text.length + 1)];
        const span = walker.spanOf(blocks[0]?.id ?? 0, start, end);
        // Breaks hold no text; a span of breaks alone leads nowhere.
        const real = start < end && [...markBreaks(content)].slice(start, end).some((isBreak) => !isBreak);
        expect(span !== undefined).toBe(real);
        if (!span) return;
        const words = [...text].length === 0 ? "" : withoutBreaks(text, [...markBreaks(content)], start, end);
        expect(read(p, span)).toBe(words);
        const back = walker.locate(span.startContainer, span.startOffset);
        expect(back && text.slice(back.offset, end)).toContain(words.slice(0, 1));
      }),
      // A text node without text between two breaks once counted as the text of a span.
      { examples: [[[null, ["", null, ["e\u0301"]]], 0, 1716408507]] },
    );
  });
});

/** For each unit of the text: is it a break? */
function* markBreaks(content: readonly Piece[]): Generator<boolean> {
  for (const piece of content) {
    if (piece === null) yield true;
    else if (typeof piece === "string") for (let i = 0; i < piece.length; i++) yield false;
    else yield* markBreaks(piece);
  }
}

function withoutBreaks(text: string, breaks: readonly boolean[], start: number, end: number): string {
  let words = "";
  for (let i = start; i < end; i++) if (!breaks[i]) words += text[i];
  return words;
}

describe("for any sequence of edits", () => {
  const edit = fc.record({
    kind: fc.constantFrom("add", "remove", "text", "move", "inline", "hide"),
    at: fc.nat(),
    to: fc.nat(),
    word: fc.constantFrom("one", "two", "three", ""),
    name: fc.constantFrom("p", "div", "span", "nav"),
  });

  test("updating ends in what reading the final document at once gives", () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 8 }), (batches) => {
        const document = page("<div><p>a</p>b<p>c <i>d</i></p></div><article><p>e</p></article>");
        const walker = createWalker(document);
        walker.walk();
        for (const batch of batches) {
          const changes = { added: new Set<Node>(), touched: new Set<Node>(), restyled: new Set<Node>() };
          for (const { kind, at, to, word, name } of batch) {
            const elements = [document.body, ...document.body.querySelectorAll("*")];
            const target = elements[at % elements.length] ?? document.body;
            const other = elements[to % elements.length] ?? document.body;
            if (kind === "add" || kind === "inline") {
              const node = kind === "add" ? document.createElement(name) : document.createTextNode(word);
              if (kind === "add") (node as Element).append(word);
              target.insertBefore(node, target.childNodes[to % (target.childNodes.length + 1)] ?? null);
              changes.added.add(node);
              changes.touched.add(target);
            } else if (kind === "remove" && target !== document.body && target.parentNode) {
              changes.touched.add(target.parentNode);
              target.remove();
            } else if (kind === "text") {
              const text = [...target.childNodes].find((node) => node.nodeType === 3);
              if (!text) continue;
              text.textContent = word;
              changes.added.add(text);
            } else if (kind === "move" && target !== document.body && !target.contains(other) && target.parentNode) {
              changes.touched.add(target.parentNode).add(other);
              other.append(target);
              changes.added.add(target);
            } else if (kind === "hide" && target !== document.body) {
              target.toggleAttribute("hidden");
              changes.restyled.add(target);
            }
          }
          walker.update(changes);
        }
        const plain = (blocks: readonly { text: string; lang: string }[]) => blocks.map(({ text }) => text);
        expect(plain(walker.blocks())).toEqual(plain(createWalker(document).walk()));
      }),
      { numRuns: 300 },
    );
  });
});
