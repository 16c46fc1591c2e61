/** Starts Chromium or one of its kin, with the flags that a debugged extension and pages on this machine need. */
import puppeteer, { type Browser } from "puppeteer-core";
import type { LaunchOptions } from "./driver.js";
import { resolverRules } from "./hosts.js";
import type { Profile } from "./profile.js";

/** A running Chromium without the extension; the caller ends it. */
export async function startChromium(executable: string, profile: Profile, options: LaunchOptions): Promise<Browser> {
  const rules = resolverRules(options.hosts ?? {}, options.offline ?? false);
  const args = [
    // Root cannot use the sandbox; elsewhere it stays, unless the system offers none (below).
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...(options.headless ? ["--disable-gpu"] : []),
    ...(rules ? [`--host-resolver-rules=${rules}`] : []),
    ...(options.locale ? [`--lang=${options.locale}`, `--accept-lang=${options.locale}`] : []),
    "--disable-quic",
    "--disable-component-update",
    // Sample pages are served without TLS under their own names.
    "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
    "--no-default-browser-check",
    ...(options.flags ?? []),
  ];
  const launch = (further: string[]): Promise<Browser> =>
    puppeteer.launch({
      executablePath: executable,
      headless: options.headless,
      pipe: true,
      enableExtensions: true,
      userDataDir: profile.folder,
      defaultViewport: options.headless || options.viewport ? viewportOf(options) : null,
      args: [...args, ...further],
      // On Linux the interface's language comes from here, not from --lang.
      env: { ...process.env, ...(options.locale ? { LANGUAGE: options.locale } : {}) },
      // Who starts a browser here also ends it, in order: server, browser, profile.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: 60_000,
    });
  try {
    return await launch([]);
  } catch (error) {
    if (!/sandbox/i.test(String(error)) || args.includes("--no-sandbox")) throw error;
    console.log("This system offers no sandbox to Chromium: starting without.");
    return launch(["--no-sandbox"]);
  }
}

function viewportOf({ viewport }: LaunchOptions) {
  return {
    width: viewport?.width ?? 1280,
    height: viewport?.height ?? 900,
    deviceScaleFactor: viewport?.density ?? 1,
  };
}
