import { panelOpener } from "../shared/browser.js";
import { onCommand, tabInFront } from "../shared/extension.js";
import { type PageParameters, toPage } from "../shared/protocol.js";
import { askPage } from "../shared/wire.js";

/** Keyboard commands go to the page in front; the panel's opens the panel. */
export function watchCommands(): void {
  onCommand((name) => void run(name));
}

async function run(name: string): Promise<void> {
  const tab = await tabInFront();
  if (tab === undefined) return;
  if (name === "open-panel") return void panelOpener()?.(tab);
  if ((toPage.command.entries.name.options as readonly string[]).includes(name)) {
    await askPage(tab, "command", { name } as PageParameters<"command">);
  }
}
