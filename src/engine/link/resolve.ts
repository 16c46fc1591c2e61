import type { DocumentContext, Mention } from "../annotation.js";
import { NO_EVIDENCE } from "./context.js";
import { type Judgement, settle } from "./judge.js";

/**
 * The mentions of a block: leftmost, then longest, of the readings that count. Where the readings of one span point to
 * several records, evidence decides; where it does not, the span stays unmarked.
 * @param judgements grouped by span: in order of start, longest first
 */
export function resolve(judgements: readonly Judgement[][], context: DocumentContext): Mention[] {
  const named = new Set(context.named);
  const mentions: Mention[] = [];
  let free = 0;
  for (const readings of judgements) {
    const [first] = readings;
    if (first === undefined || first.start < free) continue;
    const settled = readings.flatMap((judgement) => {
      const reasons = settle(judgement, context, named);
      return reasons === undefined ? [] : [{ judgement, reasons }];
    });
    if (settled.length === 0) continue;
    const choice = choose(settled);
    if (choice !== "none") free = first.end;
    if (choice === "none" || choice === "lookalike") continue;
    const { alias, confidence, end, record, start } = choice.judgement;
    mentions.push({ start, end, record, confidence, alias, reasons: [...choice.judgement.reasons, ...choice.reasons] });
  }
  return mentions;
}

interface Settled {
  judgement: Judgement;
  reasons: Mention["reasons"];
}

function choose(settled: readonly Settled[]): Settled | "lookalike" | "none" {
  const real = settled.filter(({ judgement }) => !judgement.lookalike);
  if (real.length === 0) return "lookalike";
  const records = new Set(real.map(({ judgement }) => judgement.record));
  const best = (of: readonly Settled[]) =>
    of.reduce((a, b) => (a.judgement.confidence === "probable" && b.judgement.confidence === "sure" ? b : a));
  if (records.size === 1) return best(real);
  const evidenced = real.filter(({ judgement, reasons }) => judgement.evidenced || reasons.length > 0);
  const pointed = new Set(evidenced.map(({ judgement }) => judgement.record));
  return pointed.size === 1 ? best(evidenced) : "none";
}

/** The readings that a block can settle by itself: what it tells the rest of the document. */
export function resolveAlone(judgements: readonly Judgement[][]): Mention[] {
  return resolve(judgements, NO_EVIDENCE).filter(({ confidence }) => confidence === "sure");
}
