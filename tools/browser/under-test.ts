/** The browser that this run of end-to-end tests is about: `npm test` says it in the environment. */
import { ROOT } from "../command.js";
import { BROWSER_KINDS, type BrowserKind, type Driver, type LaunchOptions } from "./driver.js";
import { findBrowser } from "./find.js";
import { distFolder, launch } from "./launch.js";

/** KONTEKS_BROWSER, chromium when unset. */
export function browserUnderTest(): BrowserKind {
  const name = process.env.KONTEKS_BROWSER ?? "chromium";
  const kind = BROWSER_KINDS.find((one) => one === name);
  if (!kind) throw new Error(`KONTEKS_BROWSER is "${name}", not ${BROWSER_KINDS.join(" or ")}`);
  return kind;
}

/**
 * Starts it with the built extension, headless and cut off from the network unless the options say otherwise.
 * `dist`: the folder of another build than the last one.
 */
export async function launchUnderTest({
  dist,
  ...options
}: Partial<LaunchOptions> & { dist?: string } = {}): Promise<Driver> {
  const kind = browserUnderTest();
  const { found, passedOver } = await findBrowser(kind);
  if (!found) throw new Error(`No ${kind} to test with: ${passedOver.join("; ") || "none installed"}`);
  endBrowsersWithUs();
  return launch(kind, found.path, dist ?? distFolder(ROOT, kind), { headless: true, offline: true, ...options });
}

let isWatching = false;

/**
 * Ctrl+C ends a test worker on the spot, without `afterAll` and without the exit listeners that kill browsers and remove profiles:
 * Firefox would stay behind. (Vitest replaces process.exit, so those listeners are called directly.)
 */
function endBrowsersWithUs(): void {
  if (isWatching) return;
  isWatching = true;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      process.emit("exit", 1);
      // This listener is gone by now, so the signal does what it always does.
      process.kill(process.pid, signal);
    });
  }
}
