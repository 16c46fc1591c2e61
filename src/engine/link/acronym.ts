import type { Mention } from "../annotation.js";

/** Two to ten capitals and digits in brackets directly behind a name, alone or before a comma: (SOHR), (ISIS, red). */
const DEFINED = /^\s{0,2}[(（[]\s?([\p{Lu}][\p{Lu}\p{N}]{1,9})\s?[,;)）\]]/u;

/**
 * Acronyms that a block defines: a capital string in brackets behind a name counts for that name where each of its letters
 * begins a word of one of the record's names. (After A. Schwartz and M. Hearst, 2003, "A simple algorithm for identifying
 * abbreviation definitions", with initials only: a wrong acronym would spread over the whole page.)
 * @param namesOf the record's names in all languages
 * @returns [acronym, record id], sorted
 */
export function definedAcronyms(
  text: string,
  mentions: readonly Mention[],
  namesOf: (record: string) => readonly string[],
): [string, string][] {
  const found: [string, string][] = [];
  for (const { end, record, start } of mentions) {
    const acronym = DEFINED.exec(text.slice(end, end + 16))?.[1];
    if (acronym === undefined) continue;
    const names = [text.slice(start, end), ...namesOf(record)];
    if (names.some((name) => beginWords(acronym, name))) found.push([acronym, record]);
  }
  return found.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/** Do the acronym's letters, in order, begin words of the name? The first letter must begin the first word. */
function beginWords(acronym: string, name: string): boolean {
  const initials = name
    .split(/[\s\-‐‑–]+/u)
    .map((word) => (/\p{L}/u.exec(word)?.[0] ?? "").toUpperCase())
    .filter((initial) => initial !== "");
  if (initials.length < 2 || initials[0] !== acronym[0]) return false;
  let at = 0;
  for (const letter of acronym) {
    while (at < initials.length && initials[at] !== letter) at++;
    if (at++ >= initials.length) return false;
  }
  return true;
}

/** Mentions of the document's own acronyms in a block, where no other mention stands. */
export function acronymMentions(
  text: string,
  acronyms: readonly [string, string][],
  taken: readonly Mention[],
): Mention[] {
  const found: Mention[] = [];
  for (const [acronym, record] of acronyms) {
    for (let at = text.indexOf(acronym); at >= 0; at = text.indexOf(acronym, at + 1)) {
      const end = at + acronym.length;
      if (isWordPart(text, at - 1) || isWordPart(text, end)) continue;
      if ([...taken, ...found].some((mention) => mention.start < end && at < mention.end)) continue;
      const reasons: Mention["reasons"] = [{ code: "acronym", value: acronym }];
      found.push({ start: at, end, record, confidence: "sure", alias: acronym, reasons });
    }
  }
  return found;
}

function isWordPart(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? " ");
}
