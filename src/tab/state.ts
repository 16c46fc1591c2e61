import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PlacedSpan } from "../engine/attribution/voices.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { requestAccess, siteOrigins, watchAccess, watchPageState } from "../shared/browser.js";
import type { PageReport, TabAccess } from "../shared/protocol.js";
import type { Result } from "../shared/result.js";
import { askBackground, askPage } from "../shared/wire.js";
import type { VoicesState } from "../ui/voices-summary.js";
import { decideView, type View } from "./view.js";
import { useVoices } from "./voices.js";

/** What the reader can do about the tab. Those that ask for access must be called directly in a click. */
export interface TabActions {
  again(): void;
  annotateNow(): void;
  alwaysOnSite(): void;
  annotateAnyway(): void;
  switchSite(on: boolean): void;
  jump(record: string, nth: number): void;
  /** Scroll the page to words of it. */
  jumpTo(place: PlacedSpan): void;
  showClaims(on: boolean): void;
}

export interface TabState {
  view: View;
  /** Who says what on the page, once it is annotated. */
  voices: VoicesState;
  /** The reader declined, or the browser did, what was asked for last. */
  declined: boolean;
  actions: TabActions;
}

/** Everything that popup and panel know of a tab, kept in step with the page, the access and the reader's choices. */
export function useTab(tab: number | undefined): TabState {
  const [access, setAccess] = useState<Result<TabAccess>>();
  const [report, setReport] = useState<Result<PageReport>>();
  const [declined, setDeclined] = useState(false);
  // Answers about an earlier tab, or older than one already shown, must not be shown.
  const asked = useRef(0);

  const read = useCallback(async () => {
    if (tab === undefined) return;
    asked.current += 1;
    const turn = asked.current;
    const [ofTab, ofPage] = await Promise.all([askBackground("tabAccess", { tab }), askPage(tab, "page", {})]);
    if (turn !== asked.current) return;
    setAccess(ofTab);
    setReport(ofPage);
  }, [tab]);

  useEffect(() => {
    setAccess(undefined);
    setReport(undefined);
    setDeclined(false);
    void read();
    const undo = [watchAccess(() => void read()), watchPageState((changed) => void (changed === tab && read()))];
    return () => {
      for (const stop of undo) stop();
    };
  }, [tab, read]);

  const view = useMemo(() => decideView(access, report), [access, report]);
  const voices = useVoices(tab, report);
  const url = access?.ok ? access.value.url : undefined;
  const granted = access?.ok === true && access.value.granted;

  const settle = async (done: Promise<Result<unknown>>) => {
    const result = await done;
    if (result.ok) await read();
    else setReport(result);
  };
  const onTab = (act: (tab: number) => Promise<Result<unknown>>) => {
    if (tab !== undefined) void settle(act(tab));
  };
  const choose = (choice: "always" | "never" | null) => {
    if (url !== undefined) void settle(askBackground("chooseSite", { url, choice }));
  };

  const actions: TabActions = {
    again() {
      // A page that has failed tries once more; anything else is only asked again.
      if (report?.ok && report.value.phase === "failed") onTab((id) => askPage(id, "start", {}));
      else void read();
    },
    annotateNow: () => onTab((id) => askBackground("annotateTab", { tab: id })),
    alwaysOnSite() {
      if (granted) return choose("always");
      const origins = url === undefined ? undefined : siteOrigins(url);
      if (!origins) return;
      void requestAccess(origins).then((given) => {
        setDeclined(!given);
        if (given) onTab((id) => askBackground("annotateTab", { tab: id }));
      });
    },
    annotateAnyway: () => onTab((id) => askPage(id, "start", {})),
    // Switching on goes back to the usual rules: it is the undoing of "off here", no promise to annotate every page.
    switchSite: (on) => choose(on ? null : "never"),
    jump(record, nth) {
      if (tab !== undefined) void askPage(tab, "jump", { record, nth });
    },
    jumpTo({ block, start, end }) {
      if (tab !== undefined) void askPage(tab, "jumpTo", { block, start, end });
    },
    showClaims: (on) => onTab((id) => askPage(id, "showClaims", { on })),
  };
  return { view: tab === undefined ? { state: "not-possible" } : view, voices, declined, actions };
}

/** The long record: undefined while it is on its way, `failed` where there is none to be had. */
export function useRecord(record: string | undefined): RecordDetail | "failed" | undefined {
  const [found, setFound] = useState<{ of: string; detail: RecordDetail | "failed" }>();
  useEffect(() => {
    if (record === undefined) return;
    let gone = false;
    void askBackground("record", { id: record }).then((answer) => {
      if (!gone) setFound({ of: record, detail: (answer.ok && answer.value) || "failed" });
    });
    return () => {
      gone = true;
    };
  }, [record]);
  return found?.of === record ? found?.detail : undefined;
}
