import { fileURLToPath } from "node:url";
import type { Driver, LaunchOptions, Tab } from "../../tools/browser/driver.js";
import { launchUnderTest } from "../../tools/browser/under-test.js";
import {
  findSample,
  SAMPLE_LANGUAGES,
  type Sample,
  type SampleLanguage,
  serveSample,
} from "../../tools/pages/sample.js";
import { type PageServer, servePages } from "../../tools/pages/serve.js";
import { until } from "../../tools/until.js";
import { GONE_MEANWHILE } from "./gone-meanwhile.js";

/** How long a state may take to come, in milliseconds. */
export const PATIENCE = 40_000;

/** The host of pages that a test makes itself. */
export const MADE_HOST = "made.example.com";

/** A browser with Konteks, and the sample pages at their own addresses. Nothing is granted yet, and no welcome page is in the way. */
export interface Stage {
  driver: Driver;
  server: PageServer;
  samples: Readonly<Record<SampleLanguage, Sample>>;
  /** Lets Konteks read a site; comes back when its script is registered there. */
  grant(host: string): Promise<void>;
  /** Takes every site back; comes back when nothing is registered any more. */
  revokeAll(): Promise<void>;
  /** Changes the reader's stored settings; the rest keeps its defaults. */
  settings(settings: object): Promise<void>;
  /** Serves a page on `MADE_HOST` and gives its address. */
  make(path: string, body: string, headers?: Readonly<Record<string, string>>): string;
  /** The popup's page about a tab, in a tab of its own in front. */
  popupOf(tab: Tab): Promise<Tab>;
  /** Errors of the extension's own code; not that a page or tab went before it was answered, which the browsers record. */
  problems(): Promise<string[]>;
  close(): Promise<void>;
}

/** The extension's interfaces, under the name that both browsers know. */
interface ExtensionWindow {
  chrome: {
    storage: { local: { set(items: object): Promise<void> } };
    scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
    extension: { getViews(filter: { type: "tab" }): ExtensionWindow[] };
    tabs: { getCurrent(): Promise<{ id: number }>; remove(id: number): Promise<void> };
  };
  location: Location;
}

export async function openStage(options: Partial<LaunchOptions> = {}): Promise<Stage> {
  const pages = fileURLToPath(new URL("../pages", import.meta.url));
  const server = await servePages(pages);
  const samples = Object.fromEntries(
    SAMPLE_LANGUAGES.map((language) => [language, findSample(pages, language)]),
  ) as Record<SampleLanguage, Sample>;
  const hosts: Record<string, number> = { [MADE_HOST]: server.port };
  for (const sample of Object.values(samples)) {
    serveSample(server, sample);
    hosts[sample.canonical.hostname] = server.port;
  }
  try {
    const driver = await launchUnderTest({ hosts, ...options });
    return await stageOf(driver, server, samples);
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function stageOf(driver: Driver, server: PageServer, samples: Stage["samples"]): Promise<Stage> {
  const desk = await driver.openExtensionPage("manifest.json");
  await until(() => desk.evaluate(closeWelcome), PATIENCE, "the welcome page");
  const matches = () =>
    desk.evaluate(async () => {
      const { chrome } = globalThis as unknown as ExtensionWindow;
      return (await chrome.scripting.getRegisteredContentScripts()).flatMap((script) => script.matches ?? []);
    });
  return {
    driver,
    server,
    samples,
    async grant(host) {
      await driver.grant([`*://${host}/*`]);
      await until(async () => (await matches()).some((one) => one.includes(host)), PATIENCE, `the script for ${host}`);
    },
    async revokeAll() {
      await driver.revokeAllSites();
      await until(async () => (await matches()).length === 0, PATIENCE, "the end of all registrations");
    },
    settings: (settings) =>
      desk.evaluate(
        (kept) => (globalThis as unknown as ExtensionWindow).chrome.storage.local.set({ settings: kept }),
        settings,
      ),
    make(path, body, headers = {}) {
      server.answer(path, () => ({ body, headers }));
      return `http://${MADE_HOST}${path}`;
    },
    popupOf: async (tab) => driver.openExtensionPage(`popup.html?tab=${await driver.tabId(tab)}`),
    problems: async () => (await driver.problems()).filter((text) => !GONE_MEANWHILE.test(text)),
    async close() {
      await driver.close();
      await server.close();
    },
  };
}

/** Runs in a page of the extension: it opens the welcome page at installation, and nobody can say when. */
async function closeWelcome(): Promise<boolean> {
  const { chrome } = globalThis as unknown as ExtensionWindow;
  const welcome = chrome.extension
    .getViews({ type: "tab" })
    .find(({ location }) => location.pathname === "/welcome.html");
  if (!welcome) return false;
  const { id } = await welcome.chrome.tabs.getCurrent();
  await chrome.tabs.remove(id);
  return true;
}

/** A page that says of itself that it is an article of the sample pages' day. */
export function articlePage(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A made page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta property="og:type" content="article">
<meta property="article:published_time" content="2017-11-20T10:00:00Z">${head}</head><body><article><h1>A made page</h1>${body}</article></body></html>`;
}

/** Marks that keep words of two directions in order. Firefox leaves them out of what it tells of a page, Chromium does not. */
const BIDI_CONTROLS = /[\u2066-\u2069\u200e\u200f]/g;

/** Text as a reader sees it on a page of the extension. */
export async function seenText(tab: Tab): Promise<string> {
  const text = await tab.evaluate(() => document.body.innerText);
  return text.replace(BIDI_CONTROLS, "");
}

/** Waits until a page shows a text. */
export async function untilSeen(tab: Tab, text: string): Promise<void> {
  let seen = "";
  try {
    const isSeen = async (): Promise<boolean> => {
      seen = await seenText(tab);
      return seen.includes(text.replace(BIDI_CONTROLS, ""));
    };
    await until(isSeen, PATIENCE, `"${text}"`);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}. Seen: ${seen}`);
  }
}

/** All that a page's own scripts could see of it, as far as it is document. */
export function snapshot(tab: Tab) {
  return tab.evaluate(() => ({
    html: document.documentElement.outerHTML,
    root: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`),
    body: [...(document.body?.attributes ?? [])].map(({ name, value }) => `${name}=${value}`),
    sheets: document.styleSheets.length,
    adopted: document.adoptedStyleSheets.length,
    nodes: document.childNodes.length,
  }));
}

/** Chooses a language on the settings page, as a reader does, and waits until it speaks it. */
export async function chooseLanguage(options: Tab, language: string): Promise<void> {
  await until(() => options.evaluate(() => document.querySelector("select") !== null), PATIENCE, "the settings");
  await options.evaluate((wanted) => {
    const select = document.querySelector("select");
    if (!select) return;
    select.value = wanted;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }, language);
  const speaks = () => options.evaluate((wanted) => document.documentElement.lang === wanted, language);
  await until(speaks, PATIENCE, `settings in "${language}"`);
}
