import { browserLanguages, openPage, originHost } from "../shared/browser.js";
import { chooseLanguage } from "../shared/settings.js";
import type { AccessState as Access } from "../shared/use-access.js";
import type { SettingsState } from "../shared/use-settings.js";
import { AccessState } from "../ui/access-state.js";
import { LanguageSelect } from "../ui/language-select.js";
import { Brand } from "../ui/page-frame.js";
import { useWords } from "../ui/words.js";
import { Sample, sampleStyles } from "./sample.js";

/** Opened at installation: what Konteks does, what it looks like, and where it may work. */
export function WelcomePage({ state, access }: { state: SettingsState; access: Access }) {
  const { settings, save } = state;
  const words = useWords();
  return (
    <main class="document">
      <header>
        <div class="top">
          <Brand />
          <LanguageSelect
            value={settings.language}
            automatic={chooseLanguage("auto", browserLanguages())}
            label="welcome_language"
            onChange={(language) => void save({ language })}
          />
        </div>
        <h1>{words.t("welcome_title")}</h1>
        <p class="lead">
          {words.t("welcome_lead")} {words.t("welcome_sources")} {words.t("welcome_private")}
        </p>
      </header>
      <section>
        <h2>{words.t("welcome_choose")}</h2>
        <p class="quiet">{words.t("welcome_choose_text")}</p>
        <AccessState
          access={access.access}
          outcome={access.outcome}
          hostOf={originHost}
          onEverywhere={access.allowEverywhere}
          onSite={access.allowSite}
          onRemove={access.remove}
        />
      </section>
      <section>
        <h2>{words.t("welcome_sample_heading")}</h2>
        <Sample />
      </section>
      <p class="done">
        {words.t("welcome_done")}{" "}
        <button type="button" class="inline" onClick={() => void openPage("options")}>
          {words.t("do_settings")}
        </button>
      </p>
    </main>
  );
}

export const welcomeStyles = `
.top{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px 16px}
.top .field{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;font-size:var(--small)}
.top .field label{font-weight:400;color:var(--ink-3)}
${sampleStyles}`;
