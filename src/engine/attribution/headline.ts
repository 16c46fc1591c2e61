import { headOf } from "./head.js";
import { type Lexicon, ROLE } from "./lexicon.js";
import { isMark, isNounish, Phrases } from "./noun-phrase.js";
import type { FoundClaim } from "./reporting.js";
import type { Unit } from "./units.js";

/** Longest label before a colon, in units. */
const LABEL = 7;

/**
 * "SOHR: fighting goes on", "Clinton: …" at the beginning of a block, as headlines, transcripts and live blogs have it. The label must be a
 * speaker that the glossary knows or an unnamed one; a list or a time ("Read also:", "10:45:") is none.
 */
export function headline(
  sentences: readonly (readonly Unit[])[],
  text: string,
  lexicon: Lexicon,
  kindOf: (record: string) => string | undefined,
): FoundClaim | undefined {
  const units = sentences[0] as readonly Unit[];
  const colon = units.findIndex((unit) => isMark(unit, "colon"));
  if (colon < 1 || colon > LABEL || colon + 1 >= units.length) return undefined;
  const label = units.slice(0, colon);
  if (
    label.some(
      (unit) =>
        unit.kind === "mark" || unit.kind === "quote" || unit.roles & (ROLE.verb | ROLE.stop | ROLE.accordingBefore),
    )
  ) {
    if (!label.every((unit) => isNounish(unit) || unit.kind === "aside")) return undefined;
  }
  const phrases = new Phrases(units, lexicon, kindOf);
  const range = phrases.after(0, colon);
  if (!range || range.from !== 0 || range.to !== colon || !phrases.isSpeaker(range)) return undefined;
  const head = headOf(units, range, lexicon, kindOf, text);
  const quoted = units[colon + 1]?.kind === "quote";
  const known = head.record !== undefined && kindOf(head.record) !== "country";
  const unnamed = head.type !== "named" && head.type !== "people" && label.some((unit) => unit.roles & ROLE.unnamed);
  if (!known && !unnamed && !quoted) return undefined;
  const first = units[colon + 1] as Unit;
  let last = units.length - 1;
  while (last > colon + 1 && isMark(units[last], "end")) last--;
  if (!quoted && last - colon < 3) return undefined;
  return {
    content: [{ start: first.start, end: (units[last] as Unit).end }],
    cue: { start: (units[colon] as Unit).start, end: (units[colon] as Unit).end },
    source: head,
    via: [],
    act: "say",
    speech: quoted && last === colon + 1 ? "direct" : "indirect",
    clause: { from: 0, to: colon + 1 },
    said: { from: colon + 1, to: last + 1 },
  };
}
