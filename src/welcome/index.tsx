import { useAccess } from "../shared/use-access.js";
import { useSettings } from "../shared/use-settings.js";
import { mountPage, PageFrame } from "../ui/page-frame.js";
import { WelcomePage, welcomeStyles } from "./welcome-page.js";

function Welcome() {
  const state = useSettings();
  const access = useAccess();
  if (!state) return null;
  return (
    <PageFrame words={state.words} title="welcome_title">
      <WelcomePage state={state} access={access} />
    </PageFrame>
  );
}

mountPage(document, <Welcome />, welcomeStyles);
