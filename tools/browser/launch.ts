/** Starts either browser. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "./chromium.js";
import type { BrowserKind, Driver, LaunchOptions } from "./driver.js";
import { launchFirefox } from "./firefox.js";

/** Starts a browser with the built extension of that folder installed. */
export async function launch(
  kind: BrowserKind,
  executable: string,
  dist: string,
  options: LaunchOptions,
): Promise<Driver> {
  if (!existsSync(join(dist, "manifest.json")))
    throw new Error(`No built extension in ${dist}: run "npm run build" first`);
  return kind === "chromium" ? launchChromium(executable, dist, options) : launchFirefox(executable, dist, options);
}

/** The last folder of a build for this browser. */
export function distFolder(root: string, kind: BrowserKind): string {
  return join(root, "dist", kind);
}
