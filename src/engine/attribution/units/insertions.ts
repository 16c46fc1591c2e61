import { type Scan, startOf } from "../../fold/scan.js";
import { type Lexicon, ROLE } from "../lexicon.js";
import type { Quotation } from "./quotations.js";

/** A dash behind a sign, as a reporting clause within the marks has it: «Это ложь, — ответил Асад. — …» */
const INSERTION = /[,.!?…]\s+[—–-]\s+/gu;

/** A quotation cut at the reporting clauses within its marks; whole where there are none. */
export function withoutInsertions(quotation: Quotation, scan: Scan, lexicon: Lexicon): Quotation[] {
  const { end, start } = quotation;
  const text = scan.text.slice(start, end);
  const dashes = [...text.matchAll(INSERTION)].map((match) => ({
    from: start + match.index + (match[0].startsWith(",") ? 0 : 1),
    to: start + match.index + match[0].length,
  }));
  const parts: Quotation[] = [];
  let from = start;
  for (const [i, opening] of dashes.entries()) {
    if (opening.from < from) continue;
    const token = tokenAt(scan, opening.to);
    const entry = token < scan.count ? lexicon.at(scan, token) : undefined;
    if (!entry || (entry.roles & ROLE.verb) === 0) continue;
    const closing = dashes[i + 1];
    parts.push({ start: from, end: opening.from, open: false });
    from = closing?.to ?? end;
    if (!closing) break;
  }
  if (from < end) parts.push({ start: from, end, open: quotation.open });
  return parts;
}

/** The first token that begins at an offset or behind it. */
function tokenAt(scan: Scan, offset: number): number {
  let token = 0;
  while (token < scan.count && startOf(scan, token) < offset) token++;
  return token;
}
