import type { RecordDetail } from "../engine/record-detail.js";
import { useWords } from "./words.js";

/** What was so for some time; names and leaders, which are bare names in the record, say which of the two they are. */
export function PeriodText({ period }: { period: RecordDetail["periods"][number] }) {
  const words = useWords();
  const { text, what } = period;
  if (what !== "name" && what !== "leader") return <>{text}</>;
  return (
    <>
      <span class="quiet">{words.t(`period_${what}`)}: </span>
      {text}
    </>
  );
}
