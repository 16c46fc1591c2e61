/** Gets a browser: an installed one, otherwise Debian's package, otherwise a download. Says what it does. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { Browser, detectBrowserPlatform, install, resolveBuildId } from "@puppeteer/browsers";
import { messageOf, within } from "../until.js";
import { downloadFolder } from "./candidates.js";
import { BROWSER_NAMES, type BrowserKind } from "./driver.js";
import { type Found, findBrowser, type Search, thisPlace } from "./find.js";
import { type Circumstances, manualStep, planToObtain } from "./obtain-plan.js";

/** What obtaining asks of the machine; tests put their own in. */
export interface Means {
  find(kind: BrowserKind): Promise<Search>;
  /** Runs a shell command and gives its exit code. */
  run(command: string): Promise<number>;
  /** Downloads the browser into the cache. */
  download(kind: BrowserKind): Promise<void>;
  say(line: string): void;
}

export type Obtained = { found: Found } | { reason: string; manualStep: string };

/** A browser of this kind, by whatever way this machine allows. Never throws: what went wrong is in the reason. */
export async function obtainBrowser(
  kind: BrowserKind,
  circumstances: Circumstances,
  means: Means = realMeans,
): Promise<Obtained> {
  const search = await means.find(kind);
  if (search.found) return { found: search.found };
  const name = BROWSER_NAMES[kind];
  means.say(`No ${name} found on this machine.`);
  for (const line of search.passedOver) means.say(`  ${line}`);
  const plan = search.isSettled ? { ways: [], notes: [] } : planToObtain(kind, circumstances);
  for (const note of plan.notes) means.say(note);
  const reasons = [...search.passedOver];
  for (const way of plan.ways) {
    try {
      if (way.by === "packages") {
        means.say(`Installing Debian's ${name}: ${way.command}`);
        const code = await means.run(way.command);
        if (code !== 0) throw new Error(`the package manager ended with code ${code}`);
      } else {
        means.say(`Downloading ${kind === "chromium" ? "Chrome for Testing" : "Firefox ESR"} …`);
        await means.download(kind);
      }
      const after = await means.find(kind);
      if (after.found) return { found: after.found };
      throw new Error(after.passedOver.at(-1) ?? "it is not there afterwards");
    } catch (error) {
      const reason = `${way.by === "packages" ? "Debian's package" : "download"}: ${messageOf(error)}`;
      means.say(`That failed. ${reason}`);
      reasons.push(reason);
    }
  }
  return { reason: reasons.join("; "), manualStep: manualStep(kind, circumstances.hasApt) };
}

export function theseCircumstances(yes: boolean): Circumstances {
  return {
    osRelease: existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "",
    hasApt: existsSync("/usr/bin/apt-get"),
    isRoot: process.getuid?.() === 0,
    interactive: process.stdin.isTTY === true,
    yes,
  };
}

const MINUTES = 60_000;

const realMeans: Means = {
  find: (kind) => findBrowser(kind),
  say: (line) => console.log(line),
  run: (command) =>
    new Promise((resolve, reject) => {
      const child = spawn("sh", ["-c", command], {
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
      child.once("error", reject);
      child.once("exit", (code) => resolve(code ?? 1));
    }),
  async download(kind) {
    const platform = detectBrowserPlatform();
    if (!platform) throw new Error("no download exists for this system");
    const browser = kind === "chromium" ? Browser.CHROME : Browser.FIREFOX;
    // The download helper has no deadline of its own, and a filtered network may simply never answer.
    const buildId = await within(
      resolveBuildId(browser, platform, kind === "chromium" ? "stable" : "esr"),
      MINUTES,
      "asking for the current version",
    );
    await within(
      install({ browser, platform, buildId, cacheDir: downloadFolder(thisPlace()) }),
      15 * MINUTES,
      "the download",
    );
  },
};
