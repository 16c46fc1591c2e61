import { useEffect, useRef, useState } from "preact/hooks";
import type { RecordDetail } from "../engine/record-detail.js";
import type { PageReport } from "../shared/protocol.js";
import type { Result } from "../shared/result.js";
import { askBackground, askPage } from "../shared/wire.js";
import type { VoicesState } from "../ui/voices-summary.js";

/**
 * Who says what on the page of a tab. Asked anew with every report of the page, for a new report means that its text may have
 * changed; what is known of the same page stays in view meanwhile, so that nothing flickers.
 */
export function useVoices(tab: number | undefined, report: Result<PageReport> | undefined): VoicesState {
  const [known, setKnown] = useState<{ of: string; voices: VoicesState }>();
  const asked = useRef(0);
  const annotated = report?.ok && report.value.phase === "annotated" ? report.value : undefined;
  const of = annotated && `${tab} ${annotated.url}`;

  useEffect(() => {
    asked.current += 1;
    const turn = asked.current;
    if (tab === undefined || of === undefined) return;
    void askPage(tab, "voices", {}).then((answer) => {
      if (turn === asked.current) setKnown({ of, voices: (answer.ok && answer.value) || "failed" });
    });
  }, [tab, of, annotated]);

  return known !== undefined && known.of === of ? known.voices : undefined;
}

/** A record for citing it; undefined where it cannot be had. */
export async function recordOf(id: string): Promise<RecordDetail | undefined> {
  const answer = await askBackground("record", { id });
  return answer.ok ? answer.value : undefined;
}
