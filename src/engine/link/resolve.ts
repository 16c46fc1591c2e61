import type { DocumentContext, Mention } from "../annotation.js";
import { NO_EVIDENCE } from "./context.js";
import { type Judgement, settle } from "./judge.js";

/**
 * The mentions of a block: leftmost, then longest, of the readings that count; names with a slip only where nothing else stands. Where
 * the readings of one span point to several records, evidence decides; where it does not, the span stays unmarked.
 * @param judgements grouped by span: in order of start, longest first
 * @param own ids of the records that the block itself names without doubt
 */
export function resolve(
  judgements: readonly (readonly Judgement[])[],
  context: DocumentContext,
  own: readonly string[],
): Mention[] {
  const named = new Set(context.named);
  const taken: Taken[] = [];
  let slips = false;
  let free = 0;
  for (const readings of judgements) {
    const [first] = readings;
    if (first?.slip) slips = true;
    else if (first !== undefined && first.start >= free) free = take(readings, context, named, own, taken) ?? free;
  }
  if (slips) {
    for (const readings of judgements) {
      const [first] = readings;
      if (!first?.slip || taken.some(({ start, end }) => start < first.end && first.start < end)) continue;
      take(readings, context, named, own, taken);
    }
    taken.sort((a, b) => a.start - b.start);
  }
  return taken.flatMap(({ mention }) => mention ?? []);
}

/** A span that is spoken for: by a mention, or by a longer name that means something else. */
interface Taken {
  start: number;
  end: number;
  mention?: Mention;
}

/** @returns where the span ends that the readings take, if they take it */
function take(
  readings: readonly Judgement[],
  context: DocumentContext,
  named: ReadonlySet<string>,
  own: readonly string[],
  taken: Taken[],
): number | undefined {
  const settled: Settled[] = [];
  for (const judgement of readings) {
    const reasons = settle(judgement, context, named);
    if (reasons !== undefined) settled.push({ judgement, reasons });
  }
  if (settled.length === 0) return undefined;
  const choice = choose(settled, own);
  if (choice === "none") return undefined;
  const [{ end, start }] = readings as [Judgement, ...Judgement[]];
  if (choice === "lookalike") taken.push({ start, end });
  else taken.push({ start: choice.judgement.start, end: choice.judgement.end, mention: mentionOf(choice) });
  return end;
}

function mentionOf({ judgement, reasons }: Settled): Mention {
  const { alias, end, record, start } = judgement;
  const byTitle = judgement.titled === true && reasons.some(({ code }) => code === "title");
  return {
    start,
    end,
    record,
    confidence: byTitle ? "probable" : judgement.confidence,
    alias,
    reasons: reasons.length === 0 ? judgement.reasons : [...judgement.reasons, ...reasons],
  };
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
  // Otherwise a name of somebody's own goes before the surname of a relative.
  return onlyRecord(here) ?? onlyRecord(evidenced.filter(({ judgement }) => !judgement.short)) ?? "none";
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
