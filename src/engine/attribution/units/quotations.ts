import type { Mention } from "../../annotation.js";
import type { Unit } from "./unit.js";

/** A quotation in a block. Offsets are UTF-16 units and include the marks. */
export interface Quotation {
  start: number;
  end: number;
  /** No closing mark follows in the block: it goes on in the next one, or the mark is broken. */
  open: boolean;
}

const LETTER = /\p{L}|\p{N}/u;
/** Shorter pieces than this without a closing mark are broken marks, not quotations that go on. */
const LONGEST = 4000;
/** Longest name in quotation marks, in words. */
const TITLE_WORDS = 3;

/**
 * The outermost quotations of a text, in order and disjoint.
 *
 * An apostrophe is told from a mark by the letters around it. A mark that is never closed makes a quotation only where the whole rest of
 * the block can be one: it stands first in the block (a quotation of several paragraphs repeats it there); elsewhere it is broken and
 * ignored, so that it cannot swallow the text behind it.
 * @param pairs opening and closing marks, two characters each
 */
export function quotationsIn(text: string, pairs: readonly string[]): Quotation[] {
  const found: Quotation[] = [];
  const opens = openingMarks(pairs);
  let i = 0;
  while (i < text.length) {
    if (opens[text.charCodeAt(i)] === 0) {
      i++;
      continue;
    }
    const closings = closingsOf(text, i, pairs);
    if (closings === "") {
      i++;
      continue;
    }
    const end = closing(text, i, closings, pairs);
    if (end > 0) {
      found.push({ start: i, end, open: false });
      i = end;
    } else if (text.slice(0, i).trim() === "" && text.length - i < LONGEST) {
      found.push({ start: i, end: text.length, open: true });
      return found;
    } else i++;
  }
  return found;
}

const OPENING = new WeakMap<readonly string[], Uint8Array>();

/** 1 at each unit that can open a quotation; made once for each language. */
function openingMarks(pairs: readonly string[]): Uint8Array {
  let marks = OPENING.get(pairs);
  if (!marks) {
    marks = new Uint8Array(65536);
    for (const pair of pairs) marks[pair.charCodeAt(0)] = 1;
    OPENING.set(pairs, marks);
  }
  return marks;
}

/** The marks that can close a quotation that opens at an offset; empty where none opens there. */
function closingsOf(text: string, at: number, pairs: readonly string[]): string {
  const mark = text[at] as string;
  let closings = "";
  for (const pair of pairs) if (pair[0] === mark) closings += pair[1];
  if (closings === "") return "";
  // Typesetting by halves mixes straight and curly marks.
  if (mark === '"') closings += "”";
  if (mark === "“" && !closings.includes('"')) closings += '"';
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  // A mark behind a letter closes, or is an apostrophe; one before a space opens nothing (but "« mot »" has spaces inside).
  // "ב"תעמולה": a particle of one letter may be written together with it.
  const particle =
    mark === '"' &&
    LETTER.test(before) &&
    !/\S/u.test(text[at - 2] ?? " ") &&
    LETTER.test(after) &&
    !/[a-z]/iu.test(before);
  if (particle) return closings;
  if (LETTER.test(before) || (/\s/.test(after) && mark !== "«" && mark !== "“")) return "";
  return closings;
}

/** Where a quotation that opens at `open` ends, behind its closing mark, or -1. */
function closing(text: string, open: number, closings: string, pairs: readonly string[]): number {
  const mark = text[open] as string;
  const straight = closings.includes(mark);
  let depth = 1;
  for (let i = open + 1; i < text.length && i - open < LONGEST; i++) {
    const unit = text[i] as string;
    if (closings.includes(unit)) {
      const inside = LETTER.test(text[i - 1] ?? " ") && LETTER.test(text[i + 1] ?? " ");
      // Hebrew sets a straight mark within acronyms (דו"ח).
      if (inside && (isApostrophe(unit) || unit === '"')) continue;
      // A straight or ambiguous mark before a letter and behind a space opens an inner one.
      if (straight && /[\s([]/.test(text[i - 1] ?? " ") && LETTER.test(text[i + 1] ?? " ")) return -1;
      depth--;
      if (depth === 0) return i + 1;
    } else if (unit === mark && !straight && pairs.some((pair) => pair[0] === unit)) {
      depth++;
      // The mark is set again without having been closed: a paragraph mark within a joined block, or a broken one.
      if (depth > 2) return -1;
    }
  }
  return -1;
}

function isApostrophe(unit: string): boolean {
  return unit === "’" || unit === "'" || unit === "׳" || unit === "‘";
}

/**
 * Is a quotation only the name of somebody: a mention and nothing else, or a few words behind a noun for a speaker (newspaper "X")?
 * @param before the unit before it; @param mention the next mention of the block
 */
export function isTitle(
  { end, start }: Quotation,
  text: string,
  before: Unit | undefined,
  mention: Mention | undefined,
): boolean {
  const inner = text.slice(start + 1, end - 1).trim();
  if (mention && mention.start > start && mention.end < end) {
    return mention.end - mention.start >= inner.length - 2;
  }
  if (inner.split(/\s+/u).length > TITLE_WORDS || /[.,!?…؟،]/u.test(inner.at(-1) ?? ".")) return false;
  return (
    before?.kind === "word" &&
    (before.entry?.noun !== undefined || before.entry?.unnamed === "media") &&
    !/^\p{Ll}/u.test(inner)
  );
}
