import { useState } from "preact/hooks";
import { browserLanguages, originHost } from "../shared/browser.js";
import { chooseLanguage, type Settings } from "../shared/settings.js";
import type { AccessState as Access } from "../shared/use-access.js";
import type { SettingsState } from "../shared/use-settings.js";
import { AccessState } from "../ui/access-state.js";
import { Icon } from "../ui/icons.js";
import { LanguageSelect } from "../ui/language-select.js";
import { Brand } from "../ui/page-frame.js";
import { Switch } from "../ui/switch.js";
import { useWords } from "../ui/words.js";

/** The settings: few, each saved at once and each saying so. */
export function OptionsPage({ state, access }: { state: SettingsState; access: Access }) {
  const { settings, save } = state;
  const words = useWords();
  const [saved, setSaved] = useState<boolean>();
  const change = (part: Partial<Settings>) => void save(part).then(setSaved);
  return (
    <main class="document">
      <header>
        <Brand />
        <h1>{words.t("options_title")}</h1>
        <p class="quiet" role="status">
          {saved !== undefined && words.t(saved ? "options_saved" : "options_not_saved")}
        </p>
      </header>
      <section>
        <LanguageSelect
          value={settings.language}
          automatic={chooseLanguage("auto", browserLanguages())}
          label="options_language"
          onChange={(language) => change({ language })}
        />
      </section>
      <section>
        <Switch on={settings.terms} onChange={(terms) => change({ terms })}>
          <b>{words.t("options_terms")}</b>
        </Switch>
        <p class="quiet">{words.t("options_terms_text")}</p>
      </section>
      <section>
        <h2>{words.t("options_sites")}</h2>
        <SiteChoices sites={settings.sites} onChange={(sites) => change({ sites })} />
      </section>
      <section>
        <h2>{words.t("access_heading")}</h2>
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
        <h2>{words.t("options_privacy")}</h2>
        <p>{words.t("options_privacy_text")}</p>
      </section>
    </main>
  );
}

/** Sites for which the reader chose always or never; forgetting a choice goes back to the usual rules. */
function SiteChoices(props: { sites: Settings["sites"]; onChange(sites: Settings["sites"]): void }) {
  const words = useWords();
  const sites = Object.entries(props.sites).toSorted(([a], [b]) => a.localeCompare(b));
  if (sites.length === 0) return <p class="quiet">{words.t("options_sites_none")}</p>;
  return (
    <ul class="site-choices">
      {sites.map(([host, choice]) => {
        const label = words.t("options_site_remove", { host });
        const forget = () => props.onChange(Object.fromEntries(sites.filter(([other]) => other !== host)));
        return (
          <li key={host}>
            <bdi>{host}</bdi>
            <span class="choice">{words.t(`options_site_${choice}`)}</span>
            <button type="button" class="tool" aria-label={label} title={label} onClick={forget}>
              <Icon name="remove" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
