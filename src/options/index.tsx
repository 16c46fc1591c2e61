import { useAccess } from "../shared/use-access.js";
import { useSettings } from "../shared/use-settings.js";
import { mountPage, PageFrame } from "../ui/page-frame.js";
import { OptionsPage } from "./options-page.js";

function Options() {
  const state = useSettings();
  const access = useAccess();
  if (!state) return null;
  return (
    <PageFrame words={state.words} title="options_title">
      <OptionsPage state={state} access={access} />
    </PageFrame>
  );
}

mountPage(document, <Options />);
