import { type ComponentChild, type ComponentChildren, render } from "preact";
import { useEffect } from "preact/hooks";
import { pageStyles } from "./page-styles.js";
import { type WordKey, type Words, WordsProvider } from "./words.js";

/** Draws an extension page into its body, with the shared styles and the page's own. */
export function mountPage(root: Document, content: ComponentChild, ownStyles = ""): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageStyles + ownStyles);
  root.adoptedStyleSheets = [sheet];
  render(content, root.body);
}

/** The frame of every extension page: words for all below, and language, direction and title for the document. */
export function PageFrame(props: { words: Words; title: WordKey; class?: string; children: ComponentChildren }) {
  const { words, title } = props;
  useEffect(() => {
    const root = document.documentElement;
    root.lang = words.language;
    root.dir = words.direction;
    document.title = words.t(title);
  }, [words, title]);
  return (
    <WordsProvider value={words}>
      <div class={`surface ${props.class ?? ""}`} lang={words.language} dir={words.direction}>
        {props.children}
      </div>
    </WordsProvider>
  );
}

/** Name and sign of the product. */
export function Brand() {
  return (
    <span class="brand">
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d="M1 2h9v2H1zM1 7h7v2H1zM1 12h9v2H1zM10 5h5v6h-5z" fill="currentColor" />
      </svg>
      Konteks
    </span>
  );
}
