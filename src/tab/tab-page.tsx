import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { openPage } from "../shared/browser.js";
import { Brand } from "../ui/page-frame.js";
import { Switch } from "../ui/switch.js";
import { useWords, type WordKey } from "../ui/words.js";
import { RecordView } from "./record-view.js";
import type { TabState } from "./state.js";
import { StateView } from "./state-view.js";
import type { View } from "./view.js";

type Annotated = Extract<View, { state: "annotated" }>;

/**
 * The frame that popup and panel share around a tab's state: bar with the site's switch, the state or the opened record, foot.
 * `annotated` draws the annotated page; it is given the way to open a record.
 */
export function TabPage(props: {
  tab: TabState;
  /** Name of the page for assistive technology; the bar shows the product's. */
  title: WordKey;
  annotated(view: Annotated, open: (record: string) => void): ComponentChildren;
  /** Opens the side panel; absent where there is none, or this is it. */
  onPanel?: (() => void) | undefined;
}) {
  const { tab, annotated, onPanel } = props;
  const { view, actions } = tab;
  const words = useWords();
  const [trail, setTrail] = useState<readonly string[]>([]);
  const open = (record: string) => setTrail([...trail, record]);
  const record = trail.at(-1);
  const page = view.state === "annotated" ? view.report.url : undefined;
  // Another page's record must not stay in front of this one's list.
  useEffect(() => setTrail([]), [page]);

  const site = "site" in view ? view.site : undefined;
  const switchable =
    site && (view.state === "annotated" || view.state === "nothing-found" || view.state === "not-news");
  return (
    <>
      <header class="bar">
        <h1 class="unseen">{words.t(props.title)}</h1>
        <Brand />
        {site && switchable && (
          <Switch on onChange={actions.switchSite}>
            {words.t("switch_site", { host: site.host })}
          </Switch>
        )}
      </header>
      <main>
        {view.state !== "annotated" ? (
          <StateView view={view} declined={tab.declined} actions={actions} />
        ) : record !== undefined ? (
          <RecordView
            record={record}
            annotation={view.annotation}
            onBack={() => setTrail(trail.slice(0, -1))}
            onOpen={open}
          />
        ) : (
          annotated(view, open)
        )}
      </main>
      <footer class="foot">
        {view.state === "annotated" && (
          <span class="quiet">{words.t("knowledge", { month: words.month(view.annotation.knowledge) })}</span>
        )}
        <span class="space" />
        {onPanel && (
          <button type="button" class="link" onClick={onPanel}>
            {words.t("do_panel")}
          </button>
        )}
        <button type="button" class="link" onClick={() => void openPage("options")}>
          {words.t("do_settings")}
        </button>
      </footer>
    </>
  );
}
