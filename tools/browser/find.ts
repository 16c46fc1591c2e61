/** Finds a browser that is already on this machine. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { Cache } from "@puppeteer/browsers";
import {
  type Candidate,
  candidates,
  downloadFolder,
  majorVersion,
  OLDEST,
  PATH_VARIABLES,
  type Place,
} from "./candidates.js";
import { BROWSER_NAMES, type BrowserKind } from "./driver.js";

/** A browser that can be started. */
export interface Found extends Candidate {
  /** As the browser says itself; empty where asking would open a window (Windows). */
  version: string;
}

/** The answer of a search: a browser, or why each one seen was passed over. */
export interface Search {
  found?: Found;
  passedOver: string[];
  /** The environment named a path: getting another browser would be no answer. */
  isSettled?: boolean;
}

/** What the search asks of the machine; tests put their own in. */
export interface Machine {
  exists(path: string): boolean;
  /** What `path --version` prints; rejects when it does not run. */
  askVersion(path: string): Promise<string>;
  /** Executables downloaded earlier. */
  downloaded(kind: BrowserKind, folder: string): Candidate[];
}

export function thisPlace(): Place {
  return { platform: process.platform, env: process.env, home: homedir() };
}

/** The first browser of this kind that runs and is new enough. A path given by the environment is taken or refused, never replaced. */
export async function findBrowser(
  kind: BrowserKind,
  place: Place = thisPlace(),
  machine: Machine = realMachine,
): Promise<Search> {
  const variable = PATH_VARIABLES[kind];
  const given = place.env[variable];
  const list = given
    ? [{ kind, name: BROWSER_NAMES[kind], path: given }]
    : [...machine.downloaded(kind, downloadFolder(place)), ...candidates(kind, place)];
  const passedOver: string[] = [];
  for (const candidate of list) {
    if (!machine.exists(candidate.path)) {
      if (given) passedOver.push(`${variable} names ${given}, which does not exist`);
      continue;
    }
    const verdict = await examine(candidate, place, machine);
    if (typeof verdict !== "string") return { found: verdict, passedOver };
    passedOver.push(verdict);
  }
  return given ? { passedOver, isSettled: true } : { passedOver };
}

async function examine(candidate: Candidate, place: Place, machine: Machine): Promise<Found | string> {
  // On Windows `--version` opens a window instead of printing.
  if (place.platform === "win32") return { ...candidate, version: "" };
  let version: string;
  try {
    version = (await machine.askVersion(candidate.path)).trim();
  } catch {
    // For one, Ubuntu's `chromium-browser` without its snap: a script that only says how to install it.
    return `${candidate.path} does not run`;
  }
  const major = majorVersion(version);
  if (major === undefined) return `${candidate.path} does not say its version`;
  if (major < OLDEST[candidate.kind])
    return `${candidate.path} is version ${major}, needed is ${OLDEST[candidate.kind]} or later`;
  return { ...candidate, version };
}

const realMachine: Machine = {
  exists: existsSync,
  askVersion: (path) =>
    new Promise((resolve, reject) => {
      execFile(path, ["--version"], { timeout: 20_000 }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
    }),
  downloaded(kind, folder) {
    if (!existsSync(folder)) return [];
    const browser = kind === "chromium" ? "chrome" : "firefox";
    const name = kind === "chromium" ? "Chrome for Testing" : "Firefox";
    return new Cache(folder)
      .getInstalledBrowsers()
      .filter((installed) => String(installed.browser) === browser)
      .map((installed) => ({ kind, name, path: installed.executablePath }));
  },
};
