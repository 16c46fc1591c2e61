import { useEffect, useMemo, useState } from "preact/hooks";
import { browserLanguages } from "./browser.js";
import { chooseLanguage, type Settings } from "./settings.js";
import { loadSettings, saveSettings, watchSettings } from "./store.js";
import { loadWords, type Words } from "./words.js";

/** Settings and words of an extension page, kept in step with what any other page saves. */
export interface SettingsState {
  settings: Settings;
  words: Words;
  /** Save a change. False: storage did not take it, and nothing changed. */
  save(change: Partial<Settings>): Promise<boolean>;
}

/** The reader's settings and words; undefined until storage has answered, a few milliseconds in which nothing should be drawn. */
export function useSettings(): SettingsState | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    void loadSettings().then(setSettings);
    return watchSettings(setSettings);
  }, []);
  const setting = settings?.language;
  const words = useMemo(() => setting && loadWords(chooseLanguage(setting, browserLanguages())), [setting]);
  if (!settings || !words) return undefined;
  const save = async (change: Partial<Settings>) => {
    try {
      setSettings(await saveSettings(change));
      return true;
    } catch {
      return false;
    }
  };
  return { settings, words, save };
}
