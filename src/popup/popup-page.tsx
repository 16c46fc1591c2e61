import { useState } from "preact/hooks";
import { AnnotatedView, type Section } from "../tab/annotated-view.js";
import type { TabState } from "../tab/state.js";
import { TabPage } from "../tab/tab-page.js";
import type { View } from "../tab/view.js";

/**
 * The view once the reader has pressed the toolbar button. The press lets Konteks see the tab's address; where it is hidden
 * even so, the browser lets no extension in.
 */
export function afterPress(view: View): View {
  return view.state === "no-access" && view.site.url === "" ? { state: "not-possible" } : view;
}

/** The popup: what Konteks knows about the page in a tab. */
export function PopupPage({ tab, onPanel }: { tab: TabState; onPanel?: (() => void) | undefined }) {
  const [section, setSection] = useState<Section>("names");
  return (
    <TabPage
      tab={tab}
      title="popup_title"
      onPanel={onPanel}
      annotated={(view, open) => (
        <AnnotatedView
          view={view}
          voices={tab.voices}
          actions={tab.actions}
          section={section}
          onSection={setSection}
          onOpen={open}
        />
      )}
    />
  );
}

/**
 * A toolbar popup takes its size from its content; as a tab, and on phones, the page takes the size it is given.
 * No height below 560 px is forced: a short state makes a short popup.
 */
export const popupStyles = `
.popup .surface{inline-size:calc(360*var(--px));max-block-size:560px;overflow-y:auto;scrollbar-width:thin}
.popup .foot{position:sticky;inset-block-end:0;background:var(--paper)}
html:not(.popup) .surface{max-inline-size:calc(560*var(--px));min-block-size:100vh;margin-inline:auto}
`;
