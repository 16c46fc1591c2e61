/**
 * Design tokens, once for card, popup, panel and options. Neutral ink and paper; hues tell kinds apart, never good from bad.
 * Text colours keep 4.5:1 on each of the three grounds (paper, raised, tint), marks and signs 3:1; a test holds this.
 */
export const LIGHT = {
  paper: "#fffdf9",
  raised: "#ffffff",
  tint: "#f4f1ea",
  line: "#e4e0d8",
  edge: "#8b8982",
  ink: "#1d2126",
  "ink-2": "#50575f",
  "ink-3": "#646a73",
  accent: "#245a73",
  "accent-ink": "#ffffff",
  actor: "#3b6fb6",
  person: "#7a5aa6",
  place: "#25857a",
  source: "#9c6510",
  term: "#737a84",
  country: "#737a84",
} as const;

export const DARK: Record<keyof typeof LIGHT, string> = {
  paper: "#16181b",
  raised: "#1f2226",
  tint: "#272b30",
  line: "#363b41",
  edge: "#7d838a",
  ink: "#eceae6",
  "ink-2": "#bcbfc3",
  "ink-3": "#a0a4a9",
  accent: "#85bcd3",
  "accent-ink": "#10212a",
  actor: "#7fa8e6",
  person: "#b79ae0",
  place: "#5fc0b3",
  source: "#e0ac55",
  term: "#9aa0a7",
  country: "#9aa0a7",
};

const properties = (colours: Record<string, string>) =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value};`)
    .join("");

/**
 * The tokens as styles for a document's root or a shadow root. Sizes are fixed in the card, because a page may set its root's
 * font size to anything; extension pages follow the reader's own (see `pageStyles`).
 */
export const tokenStyles = `
:root,:host{
  ${properties(LIGHT)}
  --shadow:0 1px 2px rgb(29 33 38/.10),0 8px 28px rgb(29 33 38/.16);
  --radius:10px;
  --px:1px;
  --text:calc(14*var(--px)); --small:calc(12.5*var(--px)); --name:calc(16*var(--px)); --leading:1.5;
  --font:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Noto Naskh Arabic",sans-serif;
  color-scheme:light dark;
}
@media (prefers-color-scheme:dark){
  :root,:host{
    ${properties(DARK)}
    --shadow:0 1px 2px rgb(0 0 0/.5),0 10px 30px rgb(0 0 0/.55);
  }
}`;
