import type { Lexicon } from "./lexicon.js";
import type { NewsroomMark } from "./voices.js";

/** A bracket with a comma or dash in it, behind which the editors may be named: "(ISIS, red)". */
const INSERTION = /[([]([^()[\]]{2,80})[)\]]/gu;
const BEFORE_EDITOR = /[,;:–—-]\s*([^,;:–—-]+)$/u;
/** Letters alone in square brackets at the end of a paragraph, or with a stroke in round ones: "[fan]", "(wk/pta)". */
const INITIALS = /(?:\[\p{L}{2,5}(?:[/,–-]\s?\p{L}{2,5}){0,2}\]|\(\p{L}{2,4}\/\p{L}{2,4}(?:\/\p{L}{2,4})?\))\.?\s*$/u;
/** Shorter paragraphs are no text that somebody signs. */
const SIGNED = 40;

/** What the newsroom has set into a text of its own: insertions of the editors, and initials of who wrote or edited it. */
export function newsroomMarks(text: string, block: number, lexicon: Lexicon): NewsroomMark[] {
  const found: NewsroomMark[] = [];
  for (const match of text.matchAll(INSERTION)) {
    const editor = BEFORE_EDITOR.exec(match[1] ?? "")?.[1];
    if (editor === undefined || !lexicon.editor.has(plain(editor))) continue;
    found.push({
      kind: "insertion",
      text: match[0],
      at: { block, start: match.index, end: match.index + match[0].length },
    });
  }
  const initials = text.length >= SIGNED ? INITIALS.exec(text) : null;
  if (initials) {
    const words = initials[0].replace(/\.?\s*$/u, "");
    found.push({
      kind: "initials",
      text: words,
      at: { block, start: initials.index, end: initials.index + words.length },
    });
  }
  return found;
}

/** As the lexicon has it: small, without full stops. */
function plain(words: string): string {
  return words.toLowerCase().replace(/\./gu, " ").replace(/\s+/gu, " ").trim();
}
