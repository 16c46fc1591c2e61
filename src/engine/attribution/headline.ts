import { ROLE } from "./lexicon.js";
import type { FoundClaim } from "./sentence/found-claim.js";
import { headOf } from "./sentence/head.js";
import { phraseAfter } from "./sentence/noun-phrase.js";
import type { Sentence } from "./sentence/sentence.js";
import { isSpeaker } from "./sentence/who-speaks.js";
import { isMark, isNounish, type Unit } from "./units/unit.js";

/** Longest label before a colon, in units. */
const LABEL = 7;
/** Fewest units behind the label, where they are no quotation. */
const FEWEST_UNITS = 3;

/**
 * "SOHR: fighting goes on", "Clinton: …" at the beginning of a block, as headlines, transcripts and live blogs have it. The label must be a
 * speaker that the glossary knows or an unnamed one; a list or a time ("Read also:", "10:45:") is none.
 * @param sentence the block's first
 */
export function headline(sentence: Sentence): FoundClaim | undefined {
  const { end, units } = sentence;
  const colon = units.findIndex((unit) => isMark(unit, "colon"));
  if (colon < 1 || colon > LABEL || colon + 1 >= units.length) return undefined;
  const label = units.slice(0, colon);
  const isBare = label.every((unit) => isNounish(unit) || unit.kind === "aside");
  if (!isBare && label.some(isNoLabel)) return undefined;
  const range = phraseAfter(sentence, 0, colon);
  if (range?.from !== 0 || range.to !== colon || !isSpeaker(sentence, range)) return undefined;
  const head = headOf(sentence, range);
  const quoted = units[colon + 1]?.kind === "quote";
  const known = head.record !== undefined && sentence.kindOf(head.record) !== "country";
  const unnamed = head.type !== "named" && head.type !== "people" && label.some((unit) => unit.roles & ROLE.unnamed);
  if (!known && !unnamed && !quoted) return undefined;
  const first = sentence.unit(colon + 1);
  const last = Math.max(end - 1, colon + 1);
  if (!quoted && last - colon < FEWEST_UNITS) return undefined;
  const { end: cueEnd, start: cueStart } = sentence.unit(colon);
  return {
    content: [{ start: first.start, end: sentence.unit(last).end }],
    cue: { start: cueStart, end: cueEnd },
    source: head,
    via: [],
    act: "say",
    speech: quoted && last === colon + 1 ? "direct" : "indirect",
    clause: { from: 0, to: colon + 1 },
    said: { from: colon + 1, to: last + 1 },
  };
}

/** Marks, quotations, verbs and prepositions make a clause of what stands before a colon. */
function isNoLabel({ kind, roles }: Unit): boolean {
  return kind === "mark" || kind === "quote" || (roles & (ROLE.verb | ROLE.stop | ROLE.accordingBefore)) !== 0;
}
