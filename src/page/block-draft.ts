import type { Precedes } from "./document-order.js";
import { HEADLINE } from "./walk-rules.js";

/** A block while it is being read: its text nodes in document order and where each begins in the block's text. */
export class Draft {
  readonly nodes: Text[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** Line breaks in the block, in document order; known before the first text node is read. */
  readonly breaks: Element[] = [];
  #parts: string[] = [];
  #length = 0;
  #nextBreak = 0;
  #lastWords: Text | undefined;
  /** Some text stands in the block's own language, or in more than one other. */
  #plain = false;
  #linked = true;
  #foreign: string | undefined;

  /**
   * @param block the element (or shadow root) that the text belongs to
   * @param declared language declared for it
   */
  constructor(
    readonly block: Node,
    private readonly declared: string,
    private readonly precedes: Precedes,
  ) {}

  /** The language of the whole text: the block's own, unless all of it stands in elements of one other language. */
  get lang(): string {
    return this.#plain ? this.declared : (this.#foreign ?? this.declared);
  }

  /**
   * Does the block stand apart from the story? All of its words are a link to another: a list of headlines, a teaser. The
   * page's own headline may link to the page.
   */
  get apart(): boolean {
    return this.#linked && this.#lastWords !== undefined && (this.block as Element).localName !== HEADLINE;
  }

  /**
   * The next text node.
   * @param lang language declared nearest to it
   * @param linked inside a link
   * @param isCut does another block stand between the last words and these? Then they must not grow together over it.
   */
  append(node: Text, lang: string, linked: boolean, isCut: (last: Text) => boolean): void {
    this.#breakUntil(node);
    const { data } = node;
    const isBlank = !/\S/.test(data);
    if (!isBlank) {
      if (this.#lastWords && isCut(this.#lastWords)) this.#add("\n");
      this.#lastWords = node;
      this.#linked &&= linked;
      if (lang === this.declared || (this.#foreign ?? lang) !== lang) this.#plain = true;
      else this.#foreign = lang;
    }
    this.nodes.push(node);
    this.starts.push(this.#length);
    this.#add(data);
    this.ends.push(this.#length);
  }

  /** The whole text; call it when all nodes are in. */
  text(): string {
    this.#breakUntil(undefined);
    return this.#parts.join("");
  }

  #breakUntil(node: Text | undefined): void {
    for (; this.#nextBreak < this.breaks.length; this.#nextBreak++) {
      const at = this.breaks[this.#nextBreak];
      if (node && at && !this.precedes(at, node)) break;
      this.#add("\n");
    }
  }

  #add(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
  }
}
