/** Decides how a missing browser may be got on a machine. Pure: no network, no file, no process. */
import { PATH_VARIABLES } from "./candidates.js";
import { BROWSER_NAMES, type BrowserKind } from "./driver.js";

/** What decides about the ways. */
export interface Circumstances {
  /** The contents of /etc/os-release, empty where there is none. */
  osRelease: string;
  hasApt: boolean;
  isRoot: boolean;
  /** Somebody sits at a terminal and could be surprised. */
  interactive: boolean;
  /** `--yes` was given. */
  yes: boolean;
}

type Way = { by: "packages"; command: string } | { by: "download" };

export interface Plan {
  /** To be tried in this order. */
  ways: Way[];
  /** To be said before trying. */
  notes: string[];
}

/** Fonts belong to it: without them Arabic and Hebrew pages show empty boxes. */
const PACKAGES: Readonly<Record<BrowserKind, string>> = {
  chromium: "chromium fonts-noto-core",
  firefox: "firefox-esr fonts-noto-core",
};

function packageCommand(kind: BrowserKind): string {
  return `apt-get update && apt-get install -y --no-install-recommends ${PACKAGES[kind]}`;
}

export function planToObtain(kind: BrowserKind, circumstances: Circumstances): Plan {
  const { osRelease, hasApt, isRoot, interactive, yes } = circumstances;
  if (!hasApt || !isDebian(osRelease)) return { ways: [{ by: "download" }], notes: [] };
  const command = packageCommand(kind);
  if (!isRoot) {
    return {
      ways: [{ by: "download" }],
      notes: [`Debian has ${BROWSER_NAMES[kind]}, but installing it needs root: ${command}`],
    };
  }
  if (interactive && !yes) {
    return {
      ways: [{ by: "download" }],
      notes: [`Not installing system packages without --yes. It would be: ${command}`],
    };
  }
  return { ways: [{ by: "packages", command }, { by: "download" }], notes: [] };
}

/** Debian and its kin, but not Ubuntu: its `chromium` package is only a stub for a snap, and it has no `firefox-esr`. */
function isDebian(osRelease: string): boolean {
  const value = (key: string): string =>
    new RegExp(`^${key}="?([^"\\n]*)"?$`, "m").exec(osRelease)?.[1]?.toLowerCase() ?? "";
  const kin = value("ID_LIKE").split(/\s+/);
  return value("ID") === "debian" || (kin.includes("debian") && !kin.includes("ubuntu") && value("ID") !== "ubuntu");
}

/** The step that is left to a person. */
export function manualStep(kind: BrowserKind, hasApt: boolean): string {
  const product =
    kind === "chromium" ? "Chromium, Chrome for Testing or Edge (128 or later)" : "Firefox (153 or later)";
  const packages = hasApt ? ` On Debian: sudo sh -c '${packageCommand(kind)}'.` : "";
  return `Install ${product} and run the command again, or say where it is: ${PATH_VARIABLES[kind]}=/path/to/browser.${packages}`;
}
