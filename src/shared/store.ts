import browser from "webextension-polyfill";
import { readSettings, type Settings } from "./settings.js";

/** What is kept on the reader's device: one item. Nothing is kept of pages or of what was read. */
const KEY = "settings";

/** The reader's settings; broken or absent storage gives defaults for what is broken and keeps the rest. */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return readSettings(undefined);
  }
}

/**
 * Change some settings. Reads first, so that two pages that save different fields do not undo each other.
 * @throws what the browser's storage throws, so that a form can say that nothing was saved.
 */
export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const stored = readSettings((await browser.storage.local.get(KEY))[KEY]);
  const settings = readSettings({ ...stored, ...change });
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

/** Call back with the new settings whenever any context saves. Returns the undoing. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === "local" && changes[KEY]) changed(readSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
