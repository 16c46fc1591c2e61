import type { AnyRecord, Glossary } from "../glossary.js";
import { type Dated, firstDay, isSurelyBefore } from "../partial-date.js";

/** What ends with whom it is told of; a name or status may be given afterwards. */
const ENDS_WITH_BEARER: ReadonlySet<string> = new Set(["office", "leader", "control", "activity", "allegiance"]);

/** Complaints about dates of one record that contradict each other; only where no reading of inexact dates can save them. */
export function dateSentences(record: AnyRecord): string[] {
  const sentences: string[] = [];
  for (const [what, dated] of datedParts(record)) {
    if (dated.from !== undefined && dated.until !== undefined && isSurelyBefore(dated.until, dated.from)) {
      sentences.push(`${what} ends (${dated.until}) before it begins (${dated.from}).`);
    }
  }
  for (const [what, { or_after, references = [], until }] of datedParts(record)) {
    if (!or_after || until === undefined) continue;
    const pages = record.references.filter(({ id }) => references.includes(id)).map(({ published }) => published);
    // A page without a date of its own may be of any.
    if (pages.every((published) => published !== "undated" && isSurelyBefore(published, until))) {
      sentences.push(`${what} is known until at least ${until}, but its newest page is of ${pages.sort().at(-1)}.`);
    }
  }
  const life = "lifetime" in record ? record.lifetime : undefined;
  for (const { what, from, until } of life ? (record.periods ?? []) : []) {
    if (life?.from !== undefined && !life.or_before && from !== undefined && isSurelyBefore(from, life.from)) {
      sentences.push(`Period ${what} begins (${from}) before the lifetime does (${life.from}).`);
    }
    if (life?.until === undefined || !ENDS_WITH_BEARER.has(what)) continue;
    if (until === undefined) {
      sentences.push(`Period ${what} of ${from} has no end, though the lifetime ended (${life.until}).`);
    } else if (!life.or_after && isSurelyBefore(life.until, until)) {
      sentences.push(`Period ${what} ends (${until}) after the lifetime does (${life.until}).`);
    }
  }
  const earlier = (record.earlier_notes ?? []).map(({ until }) => until);
  for (const [i, until] of earlier.entries()) {
    const previous = earlier[i - 1];
    if (previous !== undefined && firstDay(previous) >= firstDay(until)) {
      sentences.push(`Earlier notes are not in order of time: ${until} stands behind ${previous}.`);
    }
  }
  return sentences;
}

/** Complaints about members of sides and standings that reach beyond the conflict which they belong to. */
export function conflictDateSentences(record: AnyRecord, glossary: Glossary): string[] {
  const sentences: string[] = [];
  const check = (what: string, { from, until }: Dated, conflict: Dated) => {
    if (from !== undefined && conflict.until !== undefined && isSurelyBefore(conflict.until, from)) {
      sentences.push(`${what} begins (${from}) after the conflict ended (${conflict.until}).`);
    }
    if (until !== undefined && conflict.from !== undefined && isSurelyBefore(until, conflict.from)) {
      sentences.push(`${what} ends (${until}) before the conflict began (${conflict.from}).`);
    }
  };
  if ("sides" in record) {
    for (const { id, members } of record.sides) {
      for (const member of members) check(`Membership of ${member.who} in ${id}`, member, record);
    }
  }
  for (const standing of standingsOf(record)) {
    const conflict = glossary.conflicts.find(({ id }) => id === standing.conflict);
    if (conflict) check(`Standing in ${conflict.id}`, standing, conflict);
  }
  return sentences;
}

/** The standings of a record, wherever its type keeps them. */
export function standingsOf(record: AnyRecord) {
  if ("standings" in record) return record.standings ?? [];
  return "speaking" in record ? (record.speaking?.standings ?? []) : [];
}

function* datedParts(record: AnyRecord): Generator<[string, Dated & { references?: string[] | undefined }]> {
  for (const period of record.periods ?? []) yield [`Period ${period.what}`, period];
  for (const relation of record.relations ?? []) yield [`Relation ${relation.kind} to ${relation.to}`, relation];
  for (const standing of standingsOf(record)) yield [`Standing in ${standing.conflict}`, standing];
  if ("designations" in record) {
    for (const { by, date, until } of record.designations ?? [])
      yield [`Designation by ${by.en}`, { from: date, until }];
  }
  if ("lifetime" in record && record.lifetime) yield ["The lifetime", record.lifetime];
  for (const key of ["owners", "funding"] as const) {
    if (key in record)
      for (const one of (record as Record<typeof key, Dated[] | undefined>)[key] ?? []) yield [key, one];
  }
  if ("sides" in record) {
    yield ["The conflict", { from: record.from, until: record.until }];
    for (const { id, members } of record.sides) {
      for (const member of members) yield [`Membership of ${member.who} in ${id}`, member];
    }
  }
}
