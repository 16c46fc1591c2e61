import { type AnyRecord, allRecords, type Glossary } from "../glossary.js";

/** Years after which a review is due. */
const REVIEW_YEARS = 1;
/** Records with a note should rest on a page of this year or later. */
export const RECENT_YEAR = 2025;

/** What opposing sides must be told of alike. */
const FIELDS = ["note", "facts", "periods", "relations"] as const;

/** A record whose last review is more than a year old. @param month `YYYY-MM` of today */
export function isDue({ reviewed }: AnyRecord, month: string): boolean {
  const [year, rest] = [Number(month.slice(0, 4)), month.slice(4)];
  return reviewed < `${year - REVIEW_YEARS}${rest}`;
}

/** Does every page that the record cites come from before the year that counts as recent? Undated ones count by the day they were opened at most, so not at all. */
export function restsOnOldPages(record: AnyRecord): boolean {
  return !record.references.some(
    ({ published }) => published !== "undated" && Number(published.slice(0, 4)) >= RECENT_YEAR,
  );
}

/** "As of" in a text says itself how far it reaches. */
const AS_OF = /\bas of\b|\bin office in\b/;

/**
 * Offices and leaders that a record tells of as of today though no page of a recent year says so, and though the text does not say as of
 * when: the first that go stale.
 */
export function openOffices(record: AnyRecord): string[] {
  const ended = "lifetime" in record && record.lifetime?.until !== undefined;
  if (ended) return [];
  const published = new Map(record.references.map(({ id, published }) => [id, published]));
  const isRecent = (key: string) => Number(published.get(key)?.slice(0, 4)) >= RECENT_YEAR;
  return (record.periods ?? [])
    .filter(({ what, until }) => until === undefined && (what === "leader" || what === "office"))
    .filter(({ references, text }) => !AS_OF.test(text.en) && !references.some(isRecent))
    .map(({ from, text }) => `${text.en} (from ${from})`);
}

/** Where a conflict's opposing members are told of unequally: one sentence for each field that one side has and another lacks. */
export function unequalSides(glossary: Glossary): Map<string, string[]> {
  const byId = new Map(allRecords(glossary).map((record) => [record.id, record]));
  const sentences = new Map<string, string[]>();
  for (const { id, sides } of glossary.conflicts) {
    for (const field of FIELDS) {
      const lacking = sides.map(({ members }) =>
        members
          .map(({ who }) => byId.get(who))
          .filter((record) => record && !(record[field as keyof AnyRecord] as unknown)),
      );
      const having = sides.map(
        ({ members }, i) => members.filter(({ who }) => byId.has(who)).length - (lacking[i]?.length ?? 0),
      );
      for (const [i, records] of lacking.entries()) {
        if (records.length === 0 || !having.some((count, j) => j !== i && count > 0)) continue;
        const names = records.map((record) => record?.id).join(", ");
        const sentence = `Side ${sides[i]?.id}: ${names} lack ${field}, which members of an opposing side have.`;
        sentences.set(id, [...(sentences.get(id) ?? []), sentence]);
      }
    }
  }
  return sentences;
}
