import { describe, expect, test } from "vitest";
import { createWalker, type Walker } from "../../src/page/walk.js";
import { page } from "./html.js";

const texts = (body: string) =>
  createWalker(page(body))
    .walk()
    .map(({ text }) => text);

/** The text of a span, read from the document. */
function read(walker: Walker, id: number, start: number, end: number): string | undefined {
  const span = walker.spanOf(id, start, end);
  if (!span) return undefined;
  if (span.startContainer === span.endContainer)
    return span.startContainer.data.slice(span.startOffset, span.endOffset);
  return span.startContainer.data.slice(span.startOffset) + span.endContainer.data.slice(0, span.endOffset);
}

describe("blocks of text", () => {
  test.each<[name: string, body: string, expected: string[]]>([
    ["inline elements join", "<p>Al<b>bu</b> <i>Ka</i>mal</p>", ["Albu Kamal"]],
    ["a break is a newline", "<p>one<br>two<span><br>three</span></p>", ["one\ntwo\nthree"]],
    ["paragraphs are blocks", "<div><p>one</p><p>two</p></div>", ["one", "two"]],
    ["text around a block does not grow together", "<div>one<p>two</p>three</div>", ["one\nthree", "two"]],
    [
      "cells and items",
      "<ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table>",
      ["a", "b", "c", "d"],
    ],
    ["white space alone is none", "<p> \n </p><p>x</p>", ["x"]],
    ["comments do not cut", "<p>Al<!-- x -->bu</p>", ["Albu"]],
    ["custom elements are blocks without layout", "<my-p>one</my-p><my-p>two</my-p>", ["one", "two"]],
    ["ruby keeps its base", "<p><ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby></p>", ["漢字"]],
  ])("%s", (_, body, expected) => expect(texts(body)).toEqual(expected));

  test.each<[name: string, body: string]>([
    ["script and style", "<script>Daesh</script><style>Daesh</style><noscript>Daesh</noscript>"],
    ["controls", "<textarea>Daesh</textarea><button>Daesh</button><select><option>Daesh</option></select>"],
    ["editable", '<div contenteditable>Daesh <b>Daesh</b></div><div contenteditable="true">Daesh</div>'],
    ["code", "<pre>Daesh</pre><p><code>Daesh</code><kbd>Daesh</kbd><samp>Daesh</samp></p>"],
    ["navigation", '<nav>Daesh</nav><div role="navigation"><a>Daesh</a></div>'],
    ["hidden", '<p hidden>Daesh</p><div aria-hidden="true"><p>Daesh</p></div>'],
    ["adverts", '<ins class="adsbygoogle">Daesh</ins><div id="div-gpt-ad-1"><p>Daesh</p></div>'],
    ["the site's header and footer", "<header><a>Daesh</a></header><footer><p>Daesh</p></footer>"],
    ["comment forms", '<form id="commentform"><label>Daesh</label></form>'],
    ["drawings", "<svg><text>Daesh</text></svg>"],
  ])("skips %s", (_, body) => expect(texts(`${body}<p>kept</p>`)).toEqual(["kept"]));

  test.each<[name: string, body: string, expected: string[]]>([
    [
      "the headline in the site's header",
      "<header><p>Menu</p><h1>Town <b>taken</b></h1></header><p>x</p>",
      ["Town taken", "x"],
    ],
    [
      "an article's own header and footer",
      "<article><header><p>Intro</p></header><p>x</p><footer>Desk</footer></article>",
      ["Intro", "x", "Desk"],
    ],
    ["text that is not editable", '<p contenteditable="false">x</p>', ["x"]],
    ["a class that only resembles an advert", '<p class="advertising-law">x</p>', ["x"]],
  ])("keeps %s", (_, body, expected) => expect(texts(body)).toEqual(expected));

  test("language: nearest declared; a block that is all of one language takes it from its inside", () => {
    const blocks = createWalker(
      page(
        '<div lang="id"><p>a</p><p lang="ar">b</p><p><span lang="en">c</span></p><p>d<i lang="en">e</i></p></div><p>f</p>',
      ),
    ).walk();
    expect(blocks.map(({ text, lang }) => [text, lang])).toEqual([
      ["a", "id"],
      ["b", "ar"],
      ["c", "en"],
      ["de", "id"],
      ["f", ""],
    ]);
  });

  test("the limit leaves whole blocks out and says so", () => {
    const walker = createWalker(page(`<p>${"a".repeat(10)}</p><p>${"b".repeat(10)}</p><p>c</p>`), { limit: 15 });
    expect(walker.walk().map(({ text }) => text)).toEqual(["a".repeat(10)]);
    expect(walker.textLeftOut).toBe(true);
    expect(createWalker(page("<p>a</p>"), { limit: 15 }).textLeftOut).toBe(false);
  });

  test("a page nested ten thousand deep", () => {
    const document = page("");
    let at: Element = document.body;
    for (let i = 0; i < 10_000; i++) at = at.appendChild(document.createElement(i % 2 ? "div" : "span"));
    at.append("deep");
    const walker = createWalker(document);
    walker.update({ added: [at] });
    expect(walker.blocks().map(({ text }) => text)).toEqual(["deep"]);
  });

  test("open shadow roots are read, and closed ones where the caller can open them", () => {
    const document = page("<x-story>light</x-story><p>after</p>");
    const host = document.querySelector("x-story");
    const shadow = host?.attachShadow({ mode: "open" });
    shadow?.append("in the shadow");
    const walker = createWalker(document, { shadowOf: (element) => (element === host ? (shadow ?? null) : null) });
    expect(walker.walk().map(({ text }) => text)).toEqual(["in the shadow", "light", "after"]);
    expect(walker.shadowRoots()).toEqual([shadow]);
  });
});

describe("the way back", () => {
  test("spans over elements and breaks, and places in text nodes", () => {
    const document = page("<p>Al<b>bu</b> Ka<br>mal</p>");
    const walker = createWalker(document);
    const [block] = walker.walk();
    expect(block?.text).toBe("Albu Ka\nmal");
    expect(read(walker, 1, 0, 4)).toBe("Albu");
    expect(read(walker, 1, 5, 11)).toBe("Kamal");
    expect(read(walker, 1, 7, 8)).toBeUndefined();
    expect(read(walker, 1, 4, 4)).toBeUndefined();
    expect(read(walker, 1, 0, 99)).toBeUndefined();
    const inner = document.querySelector("b")?.firstChild;
    expect(inner && walker.locate(inner, 1)).toEqual({ block: 1, offset: 3 });
    expect(walker.locate(document.body, 0)).toBeUndefined();
  });
});

describe("changes", () => {
  test("the same words in other nodes: nothing reads differently, but spans are told to have moved", () => {
    const document = page("<p>one two</p><p>three</p>");
    const walker = createWalker(document);
    walker.walk();
    const p = document.querySelector("p");
    const link = document.createElement("a");
    link.append("two");
    p?.replaceChildren("one ", link);
    expect(walker.update({ added: p ? [p] : [] })).toEqual({ changed: [], moved: [1], removed: [] });
    expect(walker.spanOf(1, 4, 7)?.startContainer).toBe(link.firstChild);
  });

  test("a changed block keeps its id and raises its revision; others stay", () => {
    const document = page("<p>one</p><p>two</p>");
    const walker = createWalker(document);
    walker.walk();
    const p = document.querySelector("p");
    if (p?.firstChild) p.firstChild.textContent = "uno";
    expect(walker.update({ added: p ? [p] : [] })).toEqual({
      changed: [{ id: 1, revision: 2, text: "uno", lang: "" }],
      moved: [],
      removed: [],
    });
    expect(walker.update({ added: p ? [p] : [] })).toEqual({ changed: [], moved: [], removed: [] });
    expect(walker.blocks().map(({ id, revision }) => [id, revision])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  test("new blocks stand where they stand", () => {
    const document = page("<p>one</p><p>three</p>");
    const walker = createWalker(document);
    walker.walk();
    const two = document.createElement("div");
    two.append("two", document.createElement("p"));
    two.querySelector("p")?.append("two b");
    document.querySelector("p")?.after(two);
    walker.update({ added: [two], touched: [document.body] });
    expect(walker.blocks().map(({ text }) => text)).toEqual(["one", "two", "two b", "three"]);
  });

  test("removed, emptied and hidden blocks go", () => {
    const document = page("<p id=a>one</p><p id=b>two</p><div id=c><p>three</p></div><p>four</p>");
    const walker = createWalker(document);
    walker.walk();
    document.querySelector("#a")?.remove();
    const b = document.querySelector("#b");
    b?.replaceChildren();
    const c = document.querySelector("#c");
    c?.setAttribute("hidden", "");
    const update = walker.update({ added: [], touched: b ? [document.body, b] : [], restyled: c ? [c] : [] });
    expect(update).toEqual({ changed: [], moved: [], removed: [1, 2, 3] });
    expect(walker.blocks().map(({ text }) => text)).toEqual(["four"]);
  });

  test("a block that comes back is told as changed", () => {
    const document = page("<p>one</p><p>two</p>");
    const walker = createWalker(document);
    walker.walk();
    const p = document.querySelector("p");
    p?.remove();
    expect(walker.update({ added: [], touched: [document.body] }).removed).toEqual([1]);
    if (p) document.body.append(p);
    const { changed } = walker.update({ added: p ? [p] : [], touched: [document.body] });
    expect(changed.map(({ id, text }) => [id, text])).toEqual([[1, "one"]]);
    expect(walker.blocks().map(({ text }) => text)).toEqual(["two", "one"]);
  });

  test("sliced reading gives what reading at once gives, though the page changes in between", () => {
    const body = Array.from({ length: 3_000 }, (_, i) => `<p>${i}</p>`).join("");
    const document = page(body);
    const steps = createWalker(document).walkSliced();
    expect(steps.next().done).toBe(false);
    let last = steps.next();
    while (!last.done) last = steps.next();
    expect(last.value).toEqual(createWalker(page(body)).walk());
  });
});
