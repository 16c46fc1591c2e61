/** What the end-to-end tests about access, failures and moving pages share: a browser, a server, and a way to ask the extension. */

import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Browser as ExtensionApi } from "webextension-polyfill";
import type { Access, PageReport } from "../../src/shared/protocol.js";
import type { Result } from "../../src/shared/result.js";
import type { Settings } from "../../src/shared/settings.js";
import type { Driver, LaunchOptions, Tab } from "../../tools/browser/driver.js";
import { launchUnderTest } from "../../tools/browser/under-test.js";
import { type Mark, marks } from "../../tools/pages/marks.js";
import { type PageServer, servePages } from "../../tools/pages/serve.js";
import { until } from "../../tools/until.js";
import { GONE_MEANWHILE } from "../support/gone-meanwhile.js";
import { changeKeptIndex, type KeptIndexChange } from "./kept-index.js";

declare const chrome: ExtensionApi;

export const PATIENCE = 40_000;
export const SAMPLES = fileURLToPath(new URL("../pages", import.meta.url));
/** Host names that belong to nobody, all of them answered by the server. */
export const SITE = "ledger.example.org";
export const OTHER_SITE = "courier.example.net";
export const ALL_SITES = "<all_urls>";

export class Rig {
  readonly #ids = new WeakMap<Tab, number>();
  #fresh = 0;

  private constructor(
    readonly driver: Driver,
    readonly server: PageServer,
    /** A page of the extension behind the others, from which the extension itself can be asked. */
    private desk: Tab,
  ) {}

  /** @param dist folder of another build than the last one */
  static async start(options: Partial<LaunchOptions> & { dist?: string } = {}): Promise<Rig> {
    const server = await servePages(SAMPLES);
    try {
      const hosts = { "*.example.org": server.port, "*.example.net": server.port, "*.example.com": server.port };
      const driver = await launchUnderTest({ hosts, locale: "en-US", ...options });
      const desk = await driver.openExtensionPage("options.html");
      // The welcome page comes in front some time after the installation, and a hidden page is not annotated.
      await until(() => desk.evaluate(welcomeText), PATIENCE, "the welcome page");
      return new Rig(driver, server, desk);
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.driver.close();
    await this.server.close();
  }

  /** Errors of the extension's own code; not that a page was left or closed before its question or icon was done, which browsers record. */
  async problems(): Promise<string[]> {
    return (await this.driver.problems()).filter((text) => !GONE_MEANWHILE.test(text));
  }

  /** Serves a page, the same on every host, and gives its address on one. */
  serve(path: string, html: string, host = SITE): string {
    const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "max-age=600" };
    this.server.answer(path, () => ({ body: html, headers }));
    return `http://${host}${path}`;
  }

  async tabId(tab: Tab): Promise<number> {
    const id = this.#ids.get(tab) ?? (await this.driver.tabId(tab));
    this.#ids.set(tab, id);
    return id;
  }

  /** Grants access and waits until the extension has drawn its conclusion. */
  async grant(origins: readonly string[] = [ALL_SITES]): Promise<void> {
    await this.driver.grant(origins);
    await until(async () => (await this.registration()) !== undefined, PATIENCE, "the script's registration");
  }

  /** Takes all access back and waits until nothing is registered. */
  async revokeAll(): Promise<void> {
    await this.driver.revokeAllSites();
    await until(async () => (await this.registration()) === undefined, PATIENCE, "the end of the registration");
  }

  /** Where the page script is registered to run; undefined: nowhere. */
  async registration(): Promise<{ matches: string[]; excludeMatches: string[] } | undefined> {
    const [script] = await this.desk.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map(({ matches, excludeMatches }) => ({
        matches: matches ?? [],
        excludeMatches: excludeMatches ?? [],
      })),
    );
    return script;
  }

  /** The content script's own word on a tab; undefined where there is none. */
  async report(tab: Tab): Promise<PageReport | undefined> {
    const answer = await this.desk.evaluate(
      async (id) => {
        try {
          const message = { konteks: "page", name: "page", parameters: {} };
          return (await chrome.tabs.sendMessage(id, message, { frameId: 0 })) as unknown;
        } catch {
          return null;
        }
      },
      await this.tabId(tab),
    );
    const result = answer as Result<PageReport> | null;
    return result?.ok ? result.value : undefined;
  }

  /** The checksum that the kept index carries; undefined where none is kept. */
  async keptSum(): Promise<number | undefined> {
    return (await this.desk.evaluate(changeKeptIndex, "nothing")) || undefined;
  }

  /**
   * Does something to the index that the background keeps: takes it away, changes a word of it, makes it one of another build, or one that
   * is whole and differs. Waits until there is one. The background goes on with what it has in memory until it is stopped.
   */
  async changeKeptIndex(change: KeptIndexChange): Promise<void> {
    await until(() => this.desk.evaluate(changeKeptIndex, change), PATIENCE, "the kept index");
  }

  /** What the background says of the reader's access. */
  async access(): Promise<Access["mode"] | undefined> {
    const answer = await this.desk.evaluate(
      async () =>
        (await chrome.runtime.sendMessage({ konteks: "background", name: "access", parameters: {} })) as unknown,
    );
    const result = answer as Result<Access> | undefined;
    return result?.ok ? result.value.mode : undefined;
  }

  /** Brings a tab to the front and waits until its page is in this phase. */
  async untilPhase(tab: Tab, phase: PageReport["phase"]): Promise<PageReport> {
    await tab.bringToFront();
    let last: PageReport | undefined;
    try {
      return await until(
        async () => {
          last = await this.report(tab);
          return last?.phase === phase && last;
        },
        PATIENCE,
        `the phase "${phase}"`,
      );
    } catch (error) {
      throw new Error(`The page stayed "${last?.phase ?? "without a script"}" ${last?.error ?? ""}`, { cause: error });
    }
  }

  /** The marks of a page once its whole text has been annotated. */
  async settledMarks(tab: Tab): Promise<Mark[]> {
    await this.untilPhase(tab, "annotated");
    return marks(tab);
  }

  /** Waits until a page's marks are exactly these. */
  async untilMarks(tab: Tab, wanted: readonly Mark[]): Promise<void> {
    const lines = (found: readonly Mark[]) => found.map(({ highlight, text }) => `${highlight} ${text}`);
    let last: string[] = [];
    const same = async () => {
      last = lines(await marks(tab));
      return JSON.stringify(last) === JSON.stringify(lines(wanted));
    };
    await until(same, PATIENCE, "the marks").catch((error: unknown) => {
      if (last.length > 0) expect(last).toEqual(lines(wanted));
      throw error;
    });
  }

  /** Waits until exactly these texts are marked, in the order of the document. */
  async untilMarked(tab: Tab, texts: readonly string[]): Promise<void> {
    let last: string[] = [];
    const same = async () => {
      last = textsOf(await marks(tab));
      return JSON.stringify(last) === JSON.stringify(texts);
    };
    await until(same, PATIENCE, "the marks").catch((error: unknown) => {
      if (last.length > 0) expect(last).toEqual(texts);
      throw error;
    });
  }

  /** The marks of a page that is loaded with this HTML from the beginning. */
  async freshMarks(html: string, host = SITE): Promise<Mark[]> {
    this.#fresh += 1;
    const tab = await this.driver.openPage(this.serve(`/fresh/${this.#fresh}`, html, host));
    const found = await this.settledMarks(tab);
    await tab.close();
    return found;
  }

  /** The popup of a tab, as a page in a tab of its own. */
  async popupOf(tab: Tab): Promise<Tab> {
    return this.driver.openExtensionPage(`popup.html?tab=${await this.tabId(tab)}`);
  }

  /** What the toolbar button says of a tab. */
  async toolbarTitle(tab: Tab): Promise<string> {
    return this.desk.evaluate((tabId) => chrome.action.getTitle({ tabId }), await this.tabId(tab));
  }

  /** Has the extension start anew, as an update does. Its own pages close. */
  async reloadExtension(): Promise<void> {
    await this.desk.evaluate(() => void setTimeout(() => chrome.runtime.reload(), 0));
    await until(
      () =>
        this.desk
          .evaluate(() => true)
          .then(
            () => false,
            () => true,
          ),
      PATIENCE,
      "the end of the extension's pages",
    );
    this.desk = await until(() => this.driver.openExtensionPage("options.html"), PATIENCE, "the extension's start");
  }

  /** Writes into the item that holds the settings, whatever it may be. */
  async store(settings: unknown): Promise<void> {
    await this.desk.evaluate((value) => chrome.storage.local.set({ settings: value }), settings);
  }

  async settings(): Promise<Partial<Settings> | undefined> {
    return this.desk.evaluate(async () => (await chrome.storage.local.get("settings")).settings as Partial<Settings>);
  }

  /** The text of the welcome page that the extension opened by itself; undefined while there is none. */
  welcomeText(): Promise<string | undefined> {
    return this.desk.evaluate(welcomeText);
  }
}

function welcomeText(): string | undefined {
  const views = chrome.extension.getViews({ type: "tab" });
  return views.find(({ location }) => location.pathname === "/welcome.html")?.document.body.innerText || undefined;
}

export const textsOf = (found: readonly Mark[]): string[] => found.map(({ text }) => text);

/** The text that a reader sees on a page. */
export function textOf(tab: Tab): Promise<string> {
  return tab.evaluate(() => document.body.innerText);
}

/** Waits until a page shows these words. */
export async function untilShown(tab: Tab, ...words: string[]): Promise<string> {
  let last = "";
  try {
    return await until(
      async () => {
        last = await textOf(tab);
        return words.every((word) => last.includes(word)) && last;
      },
      PATIENCE,
      words.join(" and "),
    );
  } catch (error) {
    throw new Error(`Shown instead of "${words.join('", "')}":\n${last}`, { cause: error });
  }
}

/** A page that says of itself that it is a news article. */
export function newsPage(body: string, { title = "News", head = "" } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2017-11-20T10:00:00Z">${head}
</head><body><main><article id="story"><h1>${title}</h1>${body}</article></main></body></html>`;
}

/** The whole document as it stands, to see that nothing was added to it. */
export const documentOf = (tab: Tab): Promise<string> =>
  tab.evaluate(() => `<!doctype html>${document.documentElement.outerHTML}`);
