import { useEffect, useState } from "preact/hooks";
import { activeTab, isPopup, panelOpener } from "../shared/browser.js";
import { useSettings } from "../shared/use-settings.js";
import { useTab } from "../tab/state.js";
import { tabStyles } from "../tab/tab-styles.js";
import { mountPage, PageFrame } from "../ui/page-frame.js";
import { afterPress, PopupPage, popupStyles } from "./popup-page.js";

/** The tab named in the popup's own address (`?tab=ID`), for when it is opened as a page. */
const named = Number.parseInt(new URLSearchParams(location.search).get("tab") ?? "", 10);
const ownTab = Number.isInteger(named) ? named : undefined;
const small = isPopup() && ownTab === undefined;
const touch = matchMedia("(pointer: coarse)").matches;

function Popup() {
  const settings = useSettings();
  const [tab, setTab] = useState(ownTab);
  const [known, setKnown] = useState(ownTab !== undefined);
  useEffect(() => {
    if (ownTab !== undefined) return;
    void activeTab().then((id) => {
      setTab(id);
      setKnown(true);
    });
  }, []);
  const state = useTab(tab);
  if (!settings || !known) return null;

  const openPanel = panelOpener();
  const onPanel =
    openPanel && tab !== undefined ? () => void openPanel(tab).then(() => small && window.close()) : undefined;
  const { actions } = state;
  const view = small ? afterPress(state.view) : state.view;
  // On a phone the popup covers the page that the reader wants to see.
  const leading =
    <P extends unknown[]>(jump: (...to: P) => void) =>
    (...to: P) => {
      jump(...to);
      if (small && touch) window.close();
    };
  const shown = { ...actions, jump: leading(actions.jump), jumpTo: leading(actions.jumpTo) };
  return (
    <PageFrame words={settings.words} title="popup_title" class="tab">
      <PopupPage tab={{ ...state, view, actions: shown }} onPanel={onPanel} />
    </PageFrame>
  );
}

if (small && !touch) document.documentElement.classList.add("popup");
mountPage(document, <Popup />, tabStyles + popupStyles);
