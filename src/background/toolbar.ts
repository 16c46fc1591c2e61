import { browserLanguages } from "../shared/browser.js";
import { mayRead, showInToolbar } from "../shared/extension.js";
import type { BackgroundParameters } from "../shared/protocol.js";
import { fail, type Result, succeed } from "../shared/result.js";
import { chooseLanguage } from "../shared/settings.js";
import { loadSettings } from "../shared/store.js";
import type { Sender } from "../shared/wire.js";
import { loadWords, type Words } from "../shared/words.js";

/** Shows a page's state on its tab's button. The browser forgets it when the tab goes elsewhere, which is right. */
export async function showPageState(
  { count, state }: BackgroundParameters<"pageState">,
  { tab, url }: Sender,
): Promise<Result<true>> {
  if (tab === undefined) return fail("malformed", "Only a page has a state.");
  const { language } = await loadSettings();
  const words = loadWords(chooseLanguage(language, browserLanguages()));
  const shown = state === "idle" && !(await mayRead(url ?? "")) ? "no-permission" : state;
  const icons = { 16: `icons/toolbar-${shown}-16.png`, 32: `icons/toolbar-${shown}-32.png` };
  await showInToolbar(tab, icons, titleOf(words, shown, count));
  return succeed(true);
}

function titleOf(words: Words, shown: "idle" | "annotated" | "off" | "no-permission", count: number): string {
  switch (shown) {
    case "annotated":
      return words.count("toolbar_annotated", count);
    case "off":
      return words.t("toolbar_off");
    case "no-permission":
      return words.t("toolbar_no_access");
    case "idle":
      return words.t("actionTitle");
  }
}
