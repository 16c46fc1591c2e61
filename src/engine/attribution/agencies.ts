import type { Mention } from "../annotation.js";
import type { PlacedSpan } from "./voices.js";

interface StoryBlock {
  id: number;
  text: string;
  mentions: readonly Mention[];
}

/** A dateline stands in the first units of a block. */
const DATELINE = 80;

/**
 * Agencies that a text came from: named in a dateline before a dash or in brackets ("GAZA (Reuters) -"), or alone in brackets at the end of
 * a block. The page's own site is none.
 */
export function agenciesIn(
  blocks: readonly StoryBlock[],
  site: string | undefined,
  kindOf: (record: string) => string | undefined,
): { record: string; text: string; at: PlacedSpan }[] {
  const found: { record: string; text: string; at: PlacedSpan }[] = [];
  for (const { id, mentions, text } of blocks) {
    for (const { end, record, start } of mentions) {
      if (kindOf(record) !== "outlet" || record === site || found.some((one) => one.record === record)) continue;
      if (inDateline(text, start, end) || aloneAtEnd(text, start, end)) {
        found.push({ record, text: text.slice(start, end), at: { block: id, start, end } });
      }
    }
  }
  return found;
}

function inDateline(text: string, start: number, end: number): boolean {
  if (end > DATELINE) return false;
  const before = text.slice(0, start);
  if (/[.!?؟:،]\s/u.test(before)) return false;
  const after = text.slice(end, end + 6);
  return /\($/u.test(before.trimEnd())
    ? /^\)\s*[-–—]/u.test(after)
    : /^\s+(--|[–—-])\s/u.test(after) && /^$|[,/(]\s*$/u.test(before.trimEnd());
}

function aloneAtEnd(text: string, start: number, end: number): boolean {
  return /[([]\s*$/u.test(text.slice(0, start)) && /^\s*[)\]][.\s]*$/u.test(text.slice(end)) && start > DATELINE;
}
