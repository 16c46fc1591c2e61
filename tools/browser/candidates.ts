/** Where browsers usually live on each system. Pure: the machine is an argument. */
import { posix, win32 } from "node:path";
import type { BrowserKind } from "./driver.js";

export interface Candidate {
  kind: BrowserKind;
  /** The name people know it by. */
  name: string;
  path: string;
}

/** What has to be known of a machine to look for browsers on it. */
export interface Place {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
}

/** Environment variables that say where a browser is, before any search. */
export const PATH_VARIABLES: Readonly<Record<BrowserKind, string>> = {
  chromium: "KONTEKS_CHROMIUM",
  firefox: "KONTEKS_FIREFOX",
};

/**
 * The oldest versions that are accepted: below, the manifest itself is refused (Firefox) or page interfaces are missing (Chromium).
 * Branded Chrome has refused `--load-extension` since 137; the driver does not use it but asks over the debugging pipe, which also
 * branded builds answer.
 */
export const OLDEST: Readonly<Record<BrowserKind, number>> = { chromium: 128, firefox: 153 };

type Named = readonly [name: string, path: string];

// The order is the order of preference: free of branding and of a reader's own data first, Firefox ESR first as the version tested.
const LINUX: Readonly<Record<BrowserKind, readonly Named[]>> = {
  chromium: [
    ["Chromium", "chromium"],
    ["Chromium", "chromium-browser"],
    ["Chrome for Testing", "chrome-for-testing"],
    ["Edge", "microsoft-edge"],
    ["Edge", "microsoft-edge-stable"],
    ["Chrome", "google-chrome"],
    ["Chrome", "google-chrome-stable"],
  ],
  firefox: [
    ["Firefox ESR", "firefox-esr"],
    ["Firefox", "firefox"],
    ["Firefox Developer Edition", "firefox-developer-edition"],
  ],
};

const MAC: Readonly<Record<BrowserKind, readonly Named[]>> = {
  chromium: [
    ["Chromium", "Chromium.app/Contents/MacOS/Chromium"],
    ["Chrome for Testing", "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"],
    ["Edge", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
    ["Chrome", "Google Chrome.app/Contents/MacOS/Google Chrome"],
  ],
  firefox: [
    ["Firefox", "Firefox.app/Contents/MacOS/firefox"],
    ["Firefox Developer Edition", "Firefox Developer Edition.app/Contents/MacOS/firefox"],
  ],
};

const WINDOWS: Readonly<Record<BrowserKind, readonly Named[]>> = {
  chromium: [
    ["Chromium", "Chromium\\Application\\chrome.exe"],
    ["Chrome for Testing", "Google\\Chrome for Testing\\Application\\chrome.exe"],
    ["Edge", "Microsoft\\Edge\\Application\\msedge.exe"],
    ["Chrome", "Google\\Chrome\\Application\\chrome.exe"],
  ],
  firefox: [
    ["Firefox ESR", "Mozilla Firefox ESR\\firefox.exe"],
    ["Firefox", "Mozilla Firefox\\firefox.exe"],
    ["Firefox Developer Edition", "Firefox Developer Edition\\firefox.exe"],
  ],
};

/** Every path at which a browser of this kind may be, best first. Whether there is one is not asked here. */
export function candidates(kind: BrowserKind, place: Place): Candidate[] {
  const usual = usualPlaces(place);
  const found = usual.names[kind].flatMap(([name, path]) =>
    usual.folders.map((folder) => ({ kind, name, path: usual.join(folder, path) })),
  );
  return found.filter((one, at) => found.findIndex((other) => other.path === one.path) === at);
}

function usualPlaces({ platform, env, home }: Place) {
  const given = (...folders: (string | undefined)[]): string[] =>
    folders.filter((folder): folder is string => !!folder);
  if (platform === "darwin")
    return { names: MAC, folders: ["/Applications", posix.join(home, "Applications")], join: posix.join };
  if (platform === "win32")
    return {
      names: WINDOWS,
      folders: given(env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA),
      join: win32.join,
    };
  return {
    names: LINUX,
    folders: [...given(...(env.PATH ?? "").split(":")), "/usr/bin", "/usr/local/bin", "/snap/bin"],
    join: posix.join,
  };
}

/** The folder into which browsers are downloaded: beside other caches, not in the checkout, so that a new clone finds them again. */
export function downloadFolder({ platform, env, home }: Place): string {
  if (env.KONTEKS_BROWSER_CACHE) return env.KONTEKS_BROWSER_CACHE;
  if (platform === "darwin") return posix.join(home, "Library/Caches/konteks/browsers");
  if (platform === "win32")
    return win32.join(env.LOCALAPPDATA ?? win32.join(home, "AppData\\Local"), "konteks\\browsers");
  return posix.join(env.XDG_CACHE_HOME || posix.join(home, ".cache"), "konteks/browsers");
}

/** The major version in what `--version` prints: "Mozilla Firefox 153.7.0esr" gives 153. */
export function majorVersion(text: string): number | undefined {
  const match = /(\d+)\.\d/.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
