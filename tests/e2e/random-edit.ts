/**
 * One edit of a page's text as scripts make them, chosen by a seed. Runs in the page, so it uses nothing from outside itself.
 * What it leaves is what its own HTML, parsed again, would give.
 */
export function editAtRandom(seed: number): string {
  // mulberry32: small and good enough to choose by.
  let state = seed;
  const random = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const paragraphs = [...document.querySelectorAll<HTMLElement>("article p")];
  const one = pick(paragraphs);
  const other = pick(paragraphs);
  const texts = (within: Node): Text[] => {
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) found.push(walker.currentNode as Text);
    return found;
  };
  /** Some words of a paragraph of the page. */
  const words = (): string => {
    const all = (pick(paragraphs).textContent ?? "").trim().split(/\s+/);
    const from = random(all.length);
    return all.slice(from, from + 3 + random(12)).join(" ");
  };
  const paragraph = (): HTMLElement => {
    const made = document.createElement("p");
    made.append(words());
    return made;
  };
  const edits: Record<string, () => void> = {
    remove: () => paragraphs.length > 4 && one.remove(),
    insert: () => one.after(paragraph()),
    list: () => {
      const list = document.createElement("ul");
      for (let i = 0; i < 3; i++) list.appendChild(document.createElement("li")).append(words());
      one.before(list);
    },
    bare: () => {
      const box = document.createElement("div");
      box.append(words(), paragraph(), words());
      one.after(box);
    },
    rewrite: () => {
      one.textContent = words();
    },
    insertWords: () => {
      const text = pick(texts(one));
      text?.insertData(random(text.length + 1), ` ${words()} `);
    },
    deleteWords: () => {
      const text = pick(texts(one));
      text?.deleteData(random(text.length + 1), random(12));
    },
    embolden: () => {
      const text = pick(texts(one));
      if (!text || text.length < 4) return;
      const middle = text.splitText(1 + random(text.length - 2));
      const bold = document.createElement("b");
      middle.replaceWith(bold);
      bold.append(middle);
    },
    breakLine: () => {
      const text = pick(texts(one));
      if (text) text.splitText(random(text.length + 1)).before(document.createElement("br"));
    },
    append: () => one.append(` ${words()}`),
    swap: () => {
      if (one !== other) other.after(one);
    },
    clone: () => one.replaceWith(one.cloneNode(true)),
    hide: () => one.toggleAttribute("hidden"),
    foreign: () => one.setAttribute("lang", pick(["en", "id", "ar", "fr"])),
    advert: () => one.toggleAttribute("contenteditable"),
    join: () => {
      if (one === other) return;
      one.append(" ", ...other.childNodes);
      other.remove();
    },
  };
  const name = pick(Object.keys(edits));
  if (one) edits[name]?.();
  return name;
}
