/** Settles on the browser that `npm start` opens. */
import { BROWSER_KINDS, BROWSER_NAMES, type BrowserKind } from "../browser/driver.js";
import { type Found, findBrowser } from "../browser/find.js";
import { obtainBrowser, theseCircumstances } from "../browser/obtain.js";

/** The browser asked for, or any that is there; if there is none one is got. Throws an Error with the manual step. */
export async function browserToStart(wanted: BrowserKind | undefined, yes: boolean): Promise<Found> {
  for (const kind of wanted ? [wanted] : BROWSER_KINDS) {
    const { found } = await findBrowser(kind);
    if (found) return found;
  }
  const failures: string[] = [];
  for (const kind of wanted ? [wanted] : BROWSER_KINDS) {
    const obtained = await obtainBrowser(kind, theseCircumstances(yes));
    if ("found" in obtained) return obtained.found;
    failures.push(`No ${BROWSER_NAMES[kind]} could be had (${obtained.reason}).\n${obtained.manualStep}`);
  }
  throw new Error(failures.join("\n\n"));
}

/** What a person can do when a browser is there but does not start; undefined where nothing better is known than the error. */
export function launchAdvice(error: unknown, found: Found): string | undefined {
  const library = /([\w.+-]+\.so[\w.]*): cannot open shared object file/.exec(String(error))?.[1];
  if (!library) return undefined;
  return found.kind === "chromium"
    ? `${found.path} needs system libraries that are missing (${library}). As root: npx @puppeteer/browsers install chrome@stable --install-deps`
    : `${found.path} needs system libraries that are missing (${library}). On Debian, as root: apt-get install firefox-esr`;
}
