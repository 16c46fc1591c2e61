import type { RecordDetail } from "../engine/record-detail.js";
import type { Dated } from "../glossary/partial-date.js";
import { Citations } from "./citations.js";
import { useWords, type Words } from "./words.js";

type Standing = Pick<RecordDetail["standings"][number], "relation" | "conflict" | "side" | "describedBy"> & {
  /** The record whose standing it is, where that is not the speaker's own. */
  by?: { name: string };
};

/** How a source stands to a conflict, as one line; an alignment always with whose description it is. */
export function standingText(standing: Standing, words: Words): string {
  const parts = [words.t(`standing_${standing.relation}`, { conflict: standing.conflict.name })];
  if (standing.side) parts.push(words.t("standing_side", { side: standing.side }));
  if (standing.by) parts.push(words.t("standing_through", { by: standing.by.name }));
  if (standing.describedBy) parts.push(words.t("standing_described_by", { by: standing.describedBy }));
  return parts.join(words.t("list_separator"));
}

/** When something held, in words: `from`, `until`, both or nothing; and whether a border is only the first or last known day. */
export function spanText(span: Dated, words: Words): string {
  const from = span.from && fromText(span.from, span.or_before, words);
  const last = span.until && words.date(span.until);
  const until = last && span.or_after ? words.t("date_or_after", { date: last }) : last;
  // What began and ended within one month or year is told by that alone.
  if (from && from === until) return from;
  if (from && until) return words.t("dates_from_until", { from, until });
  if (from) return words.t("dates_from", { from });
  return until ? words.t("dates_until", { until }) : "";
}

/** When something began, in words. */
export function fromText(date: string, orBefore: boolean | undefined, words: Words): string {
  return orBefore ? words.t("date_or_before", { date: words.date(date) }) : words.date(date);
}

/** All standings of a record with their dates and references. */
export function StandingList({ detail }: { detail: RecordDetail }) {
  const words = useWords();
  return (
    <ul class="plain">
      {detail.standings.map((standing) => {
        const span = spanText(standing, words);
        return (
          <li key={`${standing.conflict.id} ${standing.relation} ${standing.from ?? ""}`}>
            {standingText(standing, words)}
            {span && <span class="quiet"> · {span}</span>}
            <Citations keys={standing.references} references={detail.references} />
          </li>
        );
      })}
    </ul>
  );
}
