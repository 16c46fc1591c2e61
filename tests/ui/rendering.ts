import { parseHTML } from "linkedom";
import { type ComponentChild, h, render } from "preact";
import { act } from "preact/test-utils";
import { loadWords } from "../../src/shared/words.js";
import { type Words, WordsProvider } from "../../src/ui/words.js";

/** A document for components to be drawn into; Preact takes the global one. */
const { document, window } = parseHTML("<!doctype html><html><body></body></html>");
Object.assign(globalThis, { document, window });

export const words = { en: loadWords("en"), id: loadWords("id"), ar: loadWords("ar") };

/** Draw into a fresh element and wait for effects. Drawing again into the same element updates it. */
export async function draw(content: ComponentChild, inWords: Words = words.en, into?: Element): Promise<HTMLElement> {
  const root = (into ?? document.body.appendChild(document.createElement("div"))) as HTMLElement;
  await act(() => render(h(WordsProvider, { value: inWords }, content), root));
  return root;
}

/** Text as a reader gets it: spaces collapsed, marks of direction left out. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? "")
    .replace(/[\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** What assistive technology calls a control: its label, or else its visible text. */
export const nameOf = (element: Element): string =>
  (element.getAttribute("aria-label") ?? textOf(element)).replace(/[\u2066-\u2069]/g, "");

/** The only element of a tag or role whose name matches. */
export function named(root: Element, selector: string, name: string | RegExp): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>(selector)].filter((element) =>
    typeof name === "string" ? nameOf(element) === name : name.test(nameOf(element)),
  );
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} × ${selector} named ${name}`);
  return found[0];
}

export async function press(element: Element): Promise<void> {
  await act(() => void element.dispatchEvent(new window.Event("click", { bubbles: true })));
}
