import { firstDay } from "../glossary/partial-date.js";
import type { EntitySummary } from "./annotation.js";
import { byStart } from "./at-date.js";
import type { RecordDetail } from "./record-detail.js";

/**
 * An entity as a reader of a page of that date should first see it: with the first of its earlier notes that still held on the day, or with
 * today's where none did.
 * @param earlier in any order
 * @param date `YYYY-MM-DD`; absent: the page's date is unknown, which is today
 */
export function asOf(
  entity: EntitySummary,
  earlier: RecordDetail["earlierNotes"],
  date: string | undefined,
): EntitySummary {
  if (date === undefined) return entity;
  const [note] = earlier
    .filter(({ until }) => date < firstDay(until))
    .sort((a, b) => byStart({ from: a.until }, { from: b.until }));
  if (!note) return entity;
  const description = note.description ?? entity.description;
  return { ...entity, ...(description === undefined ? {} : { description }), note: note.text, earlier: true };
}
