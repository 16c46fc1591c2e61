import type { Evidential, Single } from "../../glossary/schema.js";
import type { Confidence, DocumentContext, Reason } from "../annotation.js";
import type { Candidate } from "../index/candidate.js";
import { ENTRY, NO_LANGUAGE } from "../index/layout.js";
import type { Reading } from "../knowledge/readings.js";
import type { FoldedRule } from "./rule.js";
import { capitalWords, enclosed } from "./setting.js";
import type { Surroundings } from "./surroundings.js";

/** What is asked of the rest of the document: the record named in full (giving this reason), or any of these records named. */
type Condition = { named: Reason["code"] } | { entities: readonly string[]; title?: string };

/** Any of these sets of conditions must hold as a whole before a reading counts. */
type Pending = Condition[][];

/** One reading of a candidate, judged by its own block; what the rest of the document must add is kept open. */
export interface Judgement {
  start: number;
  end: number;
  record: string;
  lookalike: boolean;
  /** One letter differs from the spelling. */
  slip: boolean;
  alias: string;
  confidence: Confidence;
  reasons: Reason[];
  /** Evidence, and not only the absence of a rule, speaks for it. */
  evidenced: boolean;
  /** A surname or other short form: of two that share it, the one that the block itself names in full counts. */
  short: boolean;
  pending?: Pending;
  /** May count by its title and state alone. */
  titled?: boolean;
  /** Records whose presence in the document refuses the reading. */
  refusedBy: readonly string[];
}

/** Acronyms up to this length say nothing in a headline set in capitals, where every word is one. */
const SHORT_IN_CAPITALS = 4;
/** And up to this length it is likely to be an ordinary word there (IS, WHO): only the words around it can tell. */
const WORDLIKE_IN_CAPITALS = 3;

const NOBODY: readonly string[] = [];

/**
 * Judges one reading. All that can speak for or against a reading is weighed here and nowhere else: language, casing,
 * short forms, namesakes, and the record's own rules for the spelling.
 * @param site the source record of the page's site, where it has one
 * @returns undefined where the block itself refuses the reading
 */
export function judge(
  candidate: Candidate,
  reading: Reading,
  around: Surroundings,
  text: string,
  site: string | undefined,
): Judgement | undefined {
  const { alias, flags, languages, record } = reading;
  const { affixes, end, start } = candidate;
  if (candidate.ownOnly && (languages & NO_LANGUAGE) === 0 && !around.isOwn(languages)) return undefined;
  if (candidate.personOnly && record.kind !== "person") return undefined;
  if (
    !casingFits(text, start, end, candidate.inflected ? flags & ~ENTRY.exactVowel : flags) ||
    insideKatakana(text, start, end)
  )
    return undefined;
  const lookalike = (flags & ENTRY.lookalike) !== 0;
  if (!lookalike) {
    if (flags & ENTRY.ownLanguage && !around.isOwn(languages)) return undefined;
    if (around.isForeignWord(reading) || (candidate.inflected && around.isForeignForm(reading))) return undefined;
    // Common nouns are doubled, names are not: "Rawa-rawa" are swamps, however they begin a sentence.
    if (flags & (ENTRY.capital | ENTRY.capitals) && around.doubled(candidate.firstToken, candidate.lastToken))
      return undefined;
    if (flags & ENTRY.surname && around.namesake(candidate.firstToken, reading.given)) return undefined;
    if (reading.givenAlone && around.namesakeBehind(candidate.lastToken, reading.surnames)) return undefined;
    if (reading.capitals > 0 && reading.capitals > capitalWords(around.scan, candidate.firstToken, candidate.lastToken))
      return undefined;
    if (around.becomesOtherWord(candidate.lastToken, end)) return undefined;
  }
  if (candidate.slip && flags & (ENTRY.capitals | ENTRY.short | ENTRY.misspelling | ENTRY.lookalike)) return undefined;
  const isMisspelling = candidate.slip || (flags & ENTRY.misspelling) !== 0;
  const reasons: Reason[] = [{ code: isMisspelling ? "misspelling" : "spelling", value: alias }];
  for (const value of affixes) reasons.push({ code: "affix", value });
  const judgement: Judgement = {
    start,
    end,
    record: record.id,
    lookalike,
    slip: candidate.slip,
    alias,
    confidence: isMisspelling ? "probable" : "sure",
    reasons,
    evidenced: false,
    short: (flags & ENTRY.short) !== 0,
    refusedBy: NOBODY,
  };
  if (lookalike) return judgement;
  const isMute = (flags & ENTRY.capitals) !== 0 && end - start <= SHORT_IN_CAPITALS && around.allCapitals();
  if (judgement.short) judgement.pending = shortForm(judgement, reading, around.title(candidate.firstToken));
  else if (isMute) judgement.pending = [[{ named: "named" }]];
  if (reading.rules.length === 0) return judgement;
  const place = { candidate, around, written: text.slice(start, end), isMute, site };
  for (const rule of reading.rules) {
    if (rule.languages && around.lang !== "" && !rule.languages.includes(around.lang)) continue;
    if (!applyRule(rule, judgement, place)) return undefined;
  }
  return judgement;
}

/**
 * What a short form asks of the document: the full name; or for a surname behind a title ("President Bashir") the bearer's state. The
 * latter is weaker: others of that state may bear it.
 */
function shortForm(judgement: Judgement, { flags, record }: Reading, title: string | undefined): Pending {
  const pending: Pending = [[{ named: "short" }]];
  if (title === undefined || !(flags & ENTRY.surname) || record.state === undefined) return pending;
  judgement.titled = true;
  return [...pending, [{ entities: [record.state], title }]];
}

/** Letters that folding made equal and that tell readings apart all the same: capitals, and a last vowel where it counts. */
function casingFits(text: string, start: number, end: number, flags: number): boolean {
  if (flags & ENTRY.exactVowel && !PLAIN_VOWEL.test(text[end - 1] as string)) return false;
  if (flags & ENTRY.capitals) {
    const written = text.slice(start, end);
    return written === written.toUpperCase();
  }
  if (flags & ENTRY.capital) {
    const first = text[start] as string;
    return first === first.toUpperCase();
  }
  return true;
}

const PLAIN_VOWEL = /[aeiouy]/iu;

/** Japanese writes no spaces; a run of katakana is one foreign word: シリア is not in シリアル. */
function insideKatakana(text: string, start: number, end: number): boolean {
  return (
    (isKatakana(text.charCodeAt(start)) && isKatakana(text.charCodeAt(start - 1))) ||
    (isKatakana(text.charCodeAt(end - 1)) && isKatakana(text.charCodeAt(end)))
  );
}

function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30fe && unit !== 0x30fb;
}

/** A reading in its place. */
interface Place {
  candidate: Candidate;
  around: Surroundings;
  written: string;
  /** A short acronym in a line set in capitals, where every word looks like one. */
  isMute: boolean;
  site: string | undefined;
}

/** @returns false where the rule refuses the reading for good */
function applyRule(rule: FoldedRule, judgement: Judgement, place: Place): boolean {
  for (const against of rule.reject ?? []) {
    if ("entities" in against) judgement.refusedBy = [...judgement.refusedBy, ...against.entities];
    else if (weigh(against, place, true)?.pending.length === 0) return false;
  }
  // A short form is accepted by its full name; the rule can then only refuse it.
  if (!rule.accept || judgement.short) return true;
  const alternatives: Pending = [];
  for (const evidence of rule.accept) {
    const weighed = weigh(evidence, place, false);
    if (!weighed) continue;
    if (weighed.pending.length === 0) {
      judgement.reasons.push(...weighed.reasons);
      judgement.evidenced = true;
      delete judgement.pending;
      return true;
    }
    alternatives.push(weighed.pending);
  }
  if (alternatives.length === 0 || (place.isMute && place.written.length <= WORDLIKE_IN_CAPITALS)) return false;
  judgement.pending = alternatives;
  return true;
}

/**
 * One piece of evidence, or several together, against the block's own words.
 * @returns the reasons it gives and what only the document can tell; undefined where it does not hold
 */
function weigh(
  evidence: Evidential,
  place: Place,
  across: boolean,
): { reasons: Reason[]; pending: Condition[] } | undefined {
  const reasons: Reason[] = [];
  const pending: Condition[] = [];
  for (const single of "all" in evidence ? evidence.all : [evidence]) {
    if ("entities" in single) pending.push({ entities: single.entities });
    else if ("named" in single) pending.push({ named: "named" });
    else {
      const reason = speaks(single, place, across);
      if (!reason) return undefined;
      reasons.push(reason);
    }
  }
  return { reasons, pending };
}

/** Does this evidence of the block's own words hold? */
function speaks(evidence: Single, { around, candidate, site, written }: Place, across: boolean): Reason | undefined {
  const because = (code: Reason["code"], value: string | undefined): Reason | undefined =>
    value === undefined ? undefined : { code, value };
  if ("before" in evidence) return because("word-before", around.before(candidate.firstToken, evidence.before, across));
  if ("after" in evidence) return because("word-after", around.after(candidate.lastToken, evidence.after, across));
  if ("near" in evidence) {
    return because("word-near", around.near(candidate.firstToken, candidate.lastToken, evidence.near));
  }
  if ("affix" in evidence)
    return because(
      "affix",
      candidate.affixes.find((affix) => evidence.affix.includes(affix)),
    );
  if ("cited" in evidence) {
    const { after, before } = around.citing(candidate.firstToken, candidate.lastToken);
    return because("word-before", before) ?? because("word-after", after);
  }
  if ("title" in evidence) return because("title", around.title(candidate.firstToken));
  if ("enclosed" in evidence)
    return because("enclosed", enclosed(around.scan.text, candidate.start, candidate.end, evidence.enclosed));
  if ("site" in evidence)
    return because(
      "site",
      evidence.site.find((id) => id === site),
    );
  if ("case" in evidence && written === written.toUpperCase() && !around.allCapitals()) return { code: "case" };
  return undefined;
}

/**
 * What a reading is worth once the document is known.
 * @returns the reasons to add; undefined where it does not count
 */
export function settle(
  judgement: Judgement,
  context: DocumentContext,
  named: ReadonlySet<string>,
): Reason[] | undefined {
  if (judgement.refusedBy.some((id) => named.has(id))) return undefined;
  const { pending } = judgement;
  if (!pending) return [];
  if (context.acronyms.some(([acronym, record]) => record === judgement.record && acronym === judgement.alias)) {
    return [{ code: "acronym", value: judgement.alias }];
  }
  for (const conditions of pending) {
    const reasons = conditions.map((condition) => holds(condition, judgement.record, named));
    if (reasons.every((reason) => reason !== undefined)) return reasons;
  }
  return undefined;
}

function holds(condition: Condition, record: string, named: ReadonlySet<string>): Reason | undefined {
  if ("named" in condition) return named.has(record) ? { code: condition.named } : undefined;
  const entity = condition.entities.find((id) => named.has(id));
  if (entity === undefined) return undefined;
  return condition.title === undefined ? { code: "entity", value: entity } : { code: "title", value: condition.title };
}
