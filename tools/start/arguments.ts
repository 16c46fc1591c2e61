/** The command line of `npm start`. Pure. */
import { parseArgs } from "node:util";
import { BROWSER_KINDS, type BrowserKind } from "../browser/driver.js";
import { SAMPLE_LANGUAGES, type SampleLanguage } from "../pages/sample.js";

export interface StartArguments {
  /** Undefined: whatever is installed. */
  browser: BrowserKind | undefined;
  /** Undefined: the sample page. */
  url: string | undefined;
  page: SampleLanguage;
  headless: boolean;
  yes: boolean;
  help: boolean;
}

export const USAGE = `npm start -- [options]

  --browser chromium|firefox   which browser; without it the one that is installed, Chromium first
  --url URL                    a page of your own instead of the sample page
  --page id|en|ar              language of the sample page (id)
  --headless                   without a window: pictures and report under out/
  --yes                        may install a system package without asking
  --help                       this text`;

/** Throws an Error with a sentence for the reader when the arguments make no sense. */
export function parseStartArguments(args: readonly string[]): StartArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: "string" },
      url: { type: "string" },
      page: { type: "string" },
      headless: { type: "boolean", default: false },
      yes: { type: "boolean", short: "y", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.url !== undefined && values.page !== undefined) throw new Error("Give either --url or --page, not both");
  return {
    browser: values.browser === undefined ? undefined : oneOf(BROWSER_KINDS, values.browser, "--browser"),
    url: values.url === undefined ? undefined : webAddress(values.url),
    page: values.page === undefined ? "id" : oneOf(SAMPLE_LANGUAGES, values.page, "--page"),
    headless: values.headless,
    yes: values.yes,
    help: values.help,
  };
}

function oneOf<T extends string>(known: readonly T[], value: string, option: string): T {
  const found = known.find((one) => one === value);
  if (!found) throw new Error(`${option} is one of ${known.join(", ")}, not "${value}"`);
  return found;
}

function webAddress(text: string): string {
  const address = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) throw new Error(`--url takes a web address, not "${text}"`);
  return url.href;
}

/** Whether a window can be shown. Mac and Windows always have a display for whoever can start a program there. */
export function hasDisplay(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): boolean {
  return platform === "darwin" || platform === "win32" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
