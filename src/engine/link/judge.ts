import type { Evidential } from "../../glossary/schema.js";
import type { Confidence, DocumentContext, Reason } from "../annotation.js";
import { ENTRY } from "../index/layout.js";
import type { Candidate, Entry } from "../index/match.js";
import type { FoldedRule } from "./rule.js";
import type { Surroundings } from "./surroundings.js";

/** What is asked of the rest of the document before a reading counts. */
interface Pending {
  /** The record must be named in full elsewhere; says which reason is then given. */
  named?: Reason["code"];
  /** Any of these records must be named. */
  entities: string[];
}

/** One reading of a candidate, judged by its own block; what the rest of the document must add is kept open. */
export interface Judgement {
  start: number;
  end: number;
  record: string;
  lookalike: boolean;
  alias: string;
  confidence: Confidence;
  reasons: Reason[];
  /** Evidence, and not only the absence of a rule, speaks for it. */
  evidenced: boolean;
  pending?: Pending;
  /** Records whose presence in the document refuses the reading. */
  refusedBy: string[];
}

/** Acronyms up to this length say nothing in a headline set in capitals, where every word is one. */
const SHORT_IN_CAPITALS = 4;

/** What the judge is told of a record. */
export interface JudgedRecord {
  id: string;
  rules?: FoldedRule[];
}

/**
 * Judges one reading. All that can speak for or against a reading is weighed here and nowhere else: language, casing,
 * short forms, and the record's own rule for the spelling.
 * @returns undefined where the block itself refuses the reading
 */
export function judge(
  candidate: Candidate,
  entry: Entry,
  record: JudgedRecord,
  language: string,
  folded: string,
  around: Surroundings,
  text: string,
): Judgement | undefined {
  const written = text.slice(candidate.start, candidate.end);
  const judgement: Judgement = {
    start: candidate.start,
    end: candidate.end,
    record: record.id,
    lookalike: (entry.flags & ENTRY.lookalike) !== 0,
    alias: entry.text,
    confidence: entry.flags & ENTRY.misspelling ? "probable" : "sure",
    reasons: [
      { code: entry.flags & ENTRY.misspelling ? "misspelling" : "spelling", value: entry.text },
      ...candidate.affixes.map((value): Reason => ({ code: "affix", value })),
    ],
    evidenced: false,
    refusedBy: [],
  };
  if (judgement.lookalike) return casingFits(written, entry.flags) ? judgement : undefined;
  if (entry.flags & ENTRY.ownLanguage && around.lang !== language) return undefined;
  if (!casingFits(written, entry.flags)) return undefined;
  if (entry.flags & ENTRY.short) judgement.pending = { named: "short", entities: [] };
  else if (entry.flags & ENTRY.capitals && written.length <= SHORT_IN_CAPITALS && around.allCapitals()) {
    judgement.pending = { named: "named", entities: [] };
  }
  for (const rule of record.rules ?? []) {
    if (!rule.forms.includes(folded)) continue;
    if (rule.languages && around.lang !== "" && !rule.languages.includes(around.lang)) continue;
    if (!applyRule(rule, judgement, candidate, around, written)) return undefined;
  }
  return judgement;
}

function casingFits(written: string, flags: number): boolean {
  if (flags & ENTRY.capitals) return written === written.toUpperCase();
  if (flags & ENTRY.capital) {
    const [first = ""] = written;
    return first === first.toUpperCase();
  }
  return true;
}

/** @returns false where the rule refuses the reading for good */
function applyRule(
  rule: FoldedRule,
  judgement: Judgement,
  candidate: Candidate,
  around: Surroundings,
  written: string,
): boolean {
  for (const against of rule.reject ?? []) {
    if ("entities" in against) judgement.refusedBy.push(...against.entities);
    else if (speaks(against, candidate, around, written, true)) return false;
  }
  if (!rule.accept) return true;
  // A short form is accepted by its full name; the rule can then only refuse it.
  if (judgement.pending?.named === "short") return true;
  const pending: Pending = { entities: [] };
  for (const evidence of rule.accept) {
    if ("entities" in evidence) pending.entities.push(...evidence.entities);
    else if ("named" in evidence) pending.named = "named";
    else {
      const reason = speaks(evidence, candidate, around, written, false);
      if (!reason) continue;
      judgement.reasons.push(reason);
      judgement.evidenced = true;
      return true;
    }
  }
  if (pending.named === undefined && pending.entities.length === 0) return false;
  judgement.pending = pending;
  return true;
}

/** Does this evidence of the block's own words hold? */
function speaks(
  evidence: Evidential,
  candidate: Candidate,
  around: Surroundings,
  written: string,
  across: boolean,
): Reason | undefined {
  const because = (code: Reason["code"], value: string | undefined): Reason | undefined =>
    value === undefined ? undefined : { code, value };
  if ("before" in evidence) return because("word-before", around.before(candidate.firstToken, evidence.before, across));
  if ("after" in evidence) return because("word-after", around.after(candidate.lastToken, evidence.after, across));
  if ("near" in evidence) {
    return because("word-near", around.near(candidate.firstToken, candidate.lastToken, evidence.near));
  }
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
  if (pending.named !== undefined && named.has(judgement.record)) return [{ code: pending.named }];
  const entity = pending.entities.find((id) => named.has(id));
  return entity === undefined ? undefined : [{ code: "entity", value: entity }];
}
