import type { DocumentContext, Mention } from "../annotation.js";
import { NO_EVIDENCE } from "./context.js";
import { type Judgement, settle } from "./judge.js";

/**
 * The mentions of a block: leftmost, then longest, of the readings that count. Where the readings of one span point to
 * several records, evidence decides; where it does not, the span stays unmarked.
 * @param judgements grouped by span: in order of start, longest first
 * @param own ids of the records that the block itself names without doubt
 */
export function resolve(
  judgements: readonly (readonly Judgement[])[],
  context: DocumentContext,
  own: readonly string[],
): Mention[] {
  const named = new Set(context.named);
  const mentions: Mention[] = [];
  let free = 0;
  for (const readings of judgements) {
    const [first] = readings;
    if (first === undefined || first.start < free) continue;
    const settled: Settled[] = [];
    for (const judgement of readings) {
      const reasons = settle(judgement, context, named);
      if (reasons !== undefined) settled.push({ judgement, reasons });
    }
    if (settled.length === 0) continue;
    const choice = choose(settled, own);
    if (choice !== "none") free = first.end;
    if (choice === "none" || choice === "lookalike") continue;
    const { alias, confidence, end, record, start } = choice.judgement;
    const reasons =
      choice.reasons.length === 0 ? choice.judgement.reasons : [...choice.judgement.reasons, ...choice.reasons];
    mentions.push({ start, end, record, confidence, alias, reasons });
  }
  return mentions;
}

interface Settled {
  judgement: Judgement;
  reasons: readonly Mention["reasons"][number][];
}

function choose(settled: readonly Settled[], own: readonly string[]): Settled | "lookalike" | "none" {
  const real = settled.filter(({ judgement }) => !judgement.lookalike);
  if (real.length === 0) return "lookalike";
  const only = onlyRecord(real);
  if (only) return only;
  const evidenced = real.filter(({ judgement, reasons }) => judgement.evidenced || reasons.length > 0);
  const pointed = onlyRecord(evidenced);
  if (pointed) return pointed;
  // Two people of one surname: whose it is, the paragraph says that names one of them in full.
  const here = evidenced.filter(({ judgement }) => judgement.short && own.includes(judgement.record));
  return onlyRecord(here) ?? "none";
}

/** The best reading where all are of one record. */
function onlyRecord(settled: readonly Settled[]): Settled | undefined {
  const [first] = settled;
  if (first === undefined || settled.some(({ judgement }) => judgement.record !== first.judgement.record))
    return undefined;
  return settled.reduce((a, b) => (a.judgement.confidence === "probable" && b.judgement.confidence === "sure" ? b : a));
}

/** The mentions that a block can settle by itself; the sure ones are what it tells the rest of the document. */
export function resolveAlone(judgements: readonly (readonly Judgement[])[]): Mention[] {
  return judgements.length === 0 ? [] : resolve(judgements, NO_EVIDENCE, []);
}

/** Can the document change what a block says by itself? */
export function leansOnDocument(judgements: readonly (readonly Judgement[])[]): boolean {
  return judgements.some((readings) =>
    readings.some(({ pending, refusedBy }) => pending !== undefined || refusedBy.length > 0),
  );
}
