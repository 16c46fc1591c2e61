/** How a browser is ended so that nothing of it stays: politely, and by force where that is not heard. */
import type { Browser } from "puppeteer-core";
import { within } from "../until.js";
import type { Profile } from "./profile.js";

const PATIENCE = 8_000;

export async function endBrowser(browser: Browser | undefined, profile: Profile): Promise<void> {
  const process = browser?.process();
  try {
    if (browser) await within(browser.close(), PATIENCE, "closing the browser");
  } catch {
    killGroup(process?.pid);
  }
  await profile.remove();
}

/** Puppeteer makes the browser the head of a process group of its own; on Windows there are no such groups. */
function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It was gone already.
  }
}
