import type { RecordDetail } from "../engine/record-detail.js";
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

/** When something held, in words: `from`, `until`, both or nothing. */
export function spanText({ from, until }: { from?: string; until?: string }, words: Words): string {
  if (from && until) return words.t("dates_from_until", { from: words.date(from), until: words.date(until) });
  if (from) return words.t("dates_from", { from: words.date(from) });
  return until ? words.t("dates_until", { until: words.date(until) }) : "";
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
