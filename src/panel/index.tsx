import { useEffect, useState } from "preact/hooks";
import { activeTab, watchActiveTab } from "../shared/browser.js";
import { useSettings } from "../shared/use-settings.js";
import { useTab } from "../tab/state.js";
import { tabStyles } from "../tab/tab-styles.js";
import { mountPage, PageFrame } from "../ui/page-frame.js";
import { PanelPage, panelStyles } from "./panel-page.js";

function Panel() {
  const settings = useSettings();
  const [tab, setTab] = useState<number>();
  const [known, setKnown] = useState(false);
  const state = useTab(tab);
  const { again } = state.actions;
  useEffect(() => {
    void activeTab().then((id) => {
      setTab(id);
      setKnown(true);
    });
  }, []);
  // Another tab in front, or another page in the same one.
  useEffect(
    () =>
      watchActiveTab((id) => {
        if (id === tab) again();
        else setTab(id);
      }),
    [tab, again],
  );
  if (!settings || !known) return null;
  return (
    <PageFrame words={settings.words} title="panel_title" class="tab">
      <PanelPage tab={state} />
    </PageFrame>
  );
}

mountPage(document, <Panel />, tabStyles + panelStyles);
