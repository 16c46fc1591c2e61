/** Chromium and its kin with Konteks installed. Recipes measured: design notes for browsers, §2. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page, Target, WebWorker } from "puppeteer-core";
import type { Browser as ExtensionApi } from "webextension-polyfill";
import { until, within } from "../until.js";
import { type DeveloperPrivate, openInBackground } from "./chromium-desk.js";
import { startChromium } from "./chromium-start.js";
import { ChromiumTab } from "./chromium-tab.js";
import type { ActionPopup, Driver, LaunchOptions, Tab } from "./driver.js";
import { endBrowser } from "./ending.js";
import { optionalSites, QUIET_PAGE, widestSite } from "./manifest.js";
import { type Profile, temporaryProfile } from "./profile.js";

const PATIENCE = 10_000;

declare const chrome: ExtensionApi & { developerPrivate: DeveloperPrivate };

export async function launchChromium(executable: string, dist: string, options: LaunchOptions): Promise<Driver> {
  const profile = temporaryProfile(executable);
  let browser: Browser | undefined;
  try {
    browser = await startChromium(executable, profile, options);
    const id = await browser.installExtension(dist);
    const driver = new ChromiumDriver(browser, profile, id, dist, options);
    await driver.prepare();
    return driver;
  } catch (error) {
    await endBrowser(browser, profile);
    throw error;
  }
}

class ChromiumDriver implements Driver {
  readonly kind = "chromium";
  readonly extensionOrigin: string;
  version = "";
  readonly #browser: Browser;
  readonly #profile: Profile;
  readonly #id: string;
  readonly #manifest: unknown;
  readonly #options: LaunchOptions;
  #closing: Promise<void> | undefined;
  #firstPage: Page | undefined;

  constructor(browser: Browser, profile: Profile, id: string, dist: string, options: LaunchOptions) {
    this.#browser = browser;
    this.#profile = profile;
    this.#id = id;
    this.#options = options;
    this.#manifest = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
    this.extensionOrigin = `chrome-extension://${id}`;
  }

  /** Turns on the recording of errors, which Chromium does for developers only. */
  async prepare(): Promise<void> {
    this.version = await this.#browser.version();
    [this.#firstPage] = await this.#browser.pages();
    await this.#atDesk("chrome://extensions", async (tab) => {
      await tab.evaluate(async (extensionId) => {
        await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, errorCollection: true });
      }, this.#id);
    });
  }

  async openPage(url: string): Promise<Tab> {
    const page = this.#firstPage?.url() === "about:blank" ? this.#firstPage : await this.#browser.newPage();
    this.#firstPage = undefined;
    const tab = await ChromiumTab.of(page);
    if (this.#options.media) await tab.setMedia(this.#options.media);
    await tab.bringToFront();
    await tab.goto(url);
    return tab;
  }

  async openExtensionPage(path: string): Promise<Tab> {
    return this.openPage(`${this.extensionOrigin}/${path}`);
  }

  async tabId(tab: Tab): Promise<number> {
    await tab.bringToFront();
    return this.#atDesk(this.#quietPage, (desk) =>
      desk.evaluate(async () => {
        const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
        if (active?.id === undefined) throw new Error("No tab is in front");
        return active.id;
      }),
    );
  }

  async grant(origins: readonly string[]): Promise<void> {
    // First the developer page makes them known as agreed, so that no prompt appears; then the extension asks for them.
    await this.#atDesk("chrome://extensions", (tab) =>
      tab.evaluate(
        async (id, hosts) => {
          for (const host of hosts) await chrome.developerPrivate.addHostPermission(id, host);
        },
        this.#id,
        origins,
      ),
    );
    const granted = await this.#atDesk(this.#quietPage, (tab) =>
      within(
        tab.evaluateAsGesture((hosts) => chrome.permissions.request({ origins: [...hosts] }), origins),
        PATIENCE,
        `granting ${origins.join(", ")}: a prompt seems to be open`,
      ),
    );
    if (!granted) throw new Error(`Chromium did not grant ${origins.join(", ")}`);
  }

  async revoke(origins: readonly string[]): Promise<void> {
    await this.#atDesk(this.#quietPage, (tab) =>
      tab.evaluate((hosts) => chrome.permissions.remove({ origins: [...hosts] }), origins),
    );
  }

  async grantAllSites(): Promise<void> {
    await this.grant([widestSite(optionalSites(this.#manifest))]);
  }

  async revokeAllSites(): Promise<void> {
    await this.#atDesk(this.#quietPage, (tab) =>
      tab.evaluate(async () => {
        const { origins } = await chrome.permissions.getAll();
        if (origins && origins.length > 0) await chrome.permissions.remove({ origins });
      }),
    );
  }

  async registeredScripts(): Promise<string[]> {
    return this.#atDesk(this.#quietPage, (tab) =>
      tab.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map((script) => script.id)),
    );
  }

  async triggerAction(tab: Tab): Promise<void> {
    await tab.bringToFront();
    const extension = (await this.#browser.extensions()).get(this.#id);
    if (!extension) throw new Error("The extension is not installed any more");
    await pageOf(tab).triggerExtensionAction(extension);
  }

  async openActionPopup(tab: Tab): Promise<ActionPopup> {
    const before = new Set(this.#browser.targets());
    await this.triggerAction(tab);
    const isPopup = (target: Target): boolean =>
      !before.has(target) && target.type() === "page" && target.url().startsWith(this.extensionOrigin);
    const target = await this.#browser.waitForTarget(isPopup, { timeout: PATIENCE });
    const popup = await ChromiumTab.of(await target.asPage());
    // A popup takes its content's size once that is laid out.
    const size = await until(
      () => popup.evaluate(() => document.readyState === "complete" && { width: innerWidth, height: innerHeight }),
      PATIENCE,
      "the popup's content",
    );
    return {
      url: target.url(),
      ...size,
      tab: popup,
      text: () => popup.evaluate(() => document.body.innerText),
      screenshot: (file) => popup.screenshot(file),
      close: () => popup.close(),
    };
  }

  async runCommand(name: string, tab: Tab): Promise<void> {
    const id = await this.tabId(tab);
    const worker = await this.#wakeWorker();
    await worker.evaluate(
      async (command, tabId) => {
        // Not in the documentation, but every event object of Chromium has it.
        const event = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void };
        event.dispatch(command, await chrome.tabs.get(tabId));
      },
      name,
      id,
    );
  }

  async stopBackground(): Promise<void> {
    const worker = await this.#workerTarget()?.worker();
    await worker?.close();
    await until(() => !this.#workerTarget(), PATIENCE, "the service worker's end");
  }

  async backgroundRuns(): Promise<boolean> {
    return this.#workerTarget() !== undefined;
  }

  async problems(): Promise<string[]> {
    return this.#atDesk("chrome://extensions", (tab) =>
      tab.evaluate(async (id) => {
        const { runtimeErrors } = await chrome.developerPrivate.getExtensionInfo(id);
        return runtimeErrors.map((error) => `${error.message} (${error.source})`);
      }, this.#id),
    );
  }

  onClosed(listener: () => void): void {
    if (this.#browser.connected) this.#browser.once("disconnected", listener);
    else listener();
  }

  close(): Promise<void> {
    this.#closing ??= endBrowser(this.#browser, this.#profile);
    return this.#closing;
  }

  get #quietPage(): string {
    return `${this.extensionOrigin}/${QUIET_PAGE}`;
  }

  async #atDesk<T>(url: string, work: (tab: ChromiumTab) => Promise<T>): Promise<T> {
    const desk = await openInBackground(this.#browser, url);
    try {
      return await work(desk);
    } finally {
      await desk.close();
    }
  }

  #workerTarget(): Target | undefined {
    return this.#browser
      .targets()
      .find((target) => target.type() === "service_worker" && target.url().startsWith(this.extensionOrigin));
  }

  async #wakeWorker(): Promise<WebWorker> {
    if (!this.#workerTarget()) {
      await this.#atDesk(this.#quietPage, (tab) =>
        // Any message wakes it; that nobody answers this one is no matter.
        tab.evaluate(() =>
          chrome.runtime.sendMessage({}).then(
            () => {},
            () => {},
          ),
        ),
      );
    }
    const target = await until(() => this.#workerTarget(), PATIENCE, "the service worker");
    const worker = await target.worker();
    if (!worker) throw new Error("The service worker cannot be reached");
    return worker;
  }
}

function pageOf(tab: Tab): Page {
  if (!(tab instanceof ChromiumTab)) throw new Error("This tab belongs to another browser");
  return tab.page;
}
