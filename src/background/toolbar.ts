import { browserLanguages } from "../shared/browser.js";
import { showInToolbar } from "../shared/extension.js";
import type { BackgroundParameters } from "../shared/protocol.js";
import { fail, type Result, succeed } from "../shared/result.js";
import { chooseLanguage } from "../shared/settings.js";
import { loadSettings } from "../shared/store.js";
import type { Sender } from "../shared/wire.js";
import { loadWords } from "../shared/words.js";

/** Shows a page's state on its tab's button. The browser forgets it when the tab goes elsewhere, which is right. */
export async function showPageState(
  { count, state }: BackgroundParameters<"pageState">,
  { tab }: Sender,
): Promise<Result<true>> {
  if (tab === undefined) return fail("malformed", "Only a page has a state.");
  const { language } = await loadSettings();
  const words = loadWords(chooseLanguage(language, browserLanguages()));
  const icons = { 16: `icons/toolbar-${state}-16.png`, 32: `icons/toolbar-${state}-32.png` };
  const title =
    state === "annotated"
      ? words.count("toolbar_annotated", count)
      : words.t(state === "off" ? "toolbar_off" : "actionTitle");
  await showInToolbar(tab, icons, title);
  return succeed(true);
}
