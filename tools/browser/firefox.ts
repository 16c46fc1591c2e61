/** Firefox with Konteks installed as a temporary add-on. Recipes measured: design notes for browsers, §2. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import type { Browser as ExtensionApi } from "webextension-polyfill";
import { until } from "../until.js";
import type { ActionPopup, Driver, LaunchOptions, Tab } from "./driver.js";
import { endBrowser } from "./ending.js";
import { Bidi } from "./firefox-bidi.js";
import { FirefoxWindow } from "./firefox-chrome.js";
import { FirefoxTab, mediaPreferences } from "./firefox-tab.js";
import { proxyScript } from "./hosts.js";
import { geckoId, optionalSites, QUIET_PAGE, widestSite } from "./manifest.js";
import { type Profile, temporaryProfile } from "./profile.js";

const PATIENCE = 10_000;

/** Firefox gives every installation a random host; here it is settled beforehand, so that pages can be addressed. */
const HOST = "5f1a9f0e-2f6c-4f0a-8d4e-6b6f6e74656b";

declare const browser: ExtensionApi;

export async function launchFirefox(executable: string, dist: string, options: LaunchOptions): Promise<Driver> {
  const manifest: unknown = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  const profile = temporaryProfile(executable);
  let firefox: Browser | undefined;
  try {
    firefox = await start(executable, profile, geckoId(manifest), options);
    await firefox.installExtension(dist);
    const bidi = new Bidi(firefox);
    const window = await FirefoxWindow.of(bidi, geckoId(manifest));
    return new FirefoxDriver(firefox, await firefox.version(), bidi, window, profile, manifest, options);
  } catch (error) {
    await endBrowser(firefox, profile);
    throw error;
  }
}

function start(executable: string, profile: Profile, id: string, options: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: executable,
    headless: options.headless,
    userDataDir: profile.folder,
    defaultViewport: null,
    // Without it moz-extension: pages and the browser's own window are refused.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: { ...preferences(id, options), ...options.preferences },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 60_000,
  });
}

function preferences(id: string, options: LaunchOptions): Record<string, unknown> {
  const media = Object.entries(mediaPreferences(options.media ?? {})).filter(([, value]) => value !== null);
  const mapped = options.hosts !== undefined || options.offline;
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [id]: HOST }),
    // A prompt cannot be pressed without a display, and a waiting one stops everything.
    "extensions.webextOptionalPermissionPrompts": false,
    // The quiet page is a JSON file: no viewer, the extension's own document.
    "devtools.jsonview.enabled": false,
    // Sample pages are served without TLS under their own names.
    "dom.security.https_first": false,
    "network.stricttransportsecurity.preloadlist": false,
    ...(mapped
      ? {
          "network.proxy.type": 2,
          "network.proxy.autoconfig_url": proxyScript(options.hosts ?? {}, options.offline ?? false),
        }
      : {}),
    ...(options.locale ? { "intl.locale.requested": options.locale, "intl.accept_languages": options.locale } : {}),
    ...Object.fromEntries(media),
  };
}

class FirefoxDriver implements Driver {
  readonly kind = "firefox";
  readonly extensionOrigin = `moz-extension://${HOST}`;
  readonly version: string;
  readonly #browser: Browser;
  readonly #bidi: Bidi;
  readonly #window: FirefoxWindow;
  readonly #profile: Profile;
  readonly #manifest: unknown;
  readonly #options: LaunchOptions;
  #closing: Promise<void> | undefined;
  #opened = false;

  constructor(
    firefox: Browser,
    version: string,
    bidi: Bidi,
    window: FirefoxWindow,
    profile: Profile,
    manifest: unknown,
    options: LaunchOptions,
  ) {
    this.#browser = firefox;
    this.version = version;
    this.#bidi = bidi;
    this.#window = window;
    this.#profile = profile;
    this.#manifest = manifest;
    this.#options = options;
  }

  async openPage(url: string): Promise<Tab> {
    const tab = new FirefoxTab(this.#bidi, this.#window, (await this.#blankTab()) ?? (await this.#newTab(false)));
    const { headless, viewport } = this.#options;
    if (headless || viewport) await tab.setViewport(viewport ?? { width: 1280, height: 900 });
    await tab.bringToFront();
    await tab.goto(url);
    return tab;
  }

  async openExtensionPage(path: string): Promise<Tab> {
    return this.openPage(`${this.extensionOrigin}/${path}`);
  }

  async tabId(tab: Tab): Promise<number> {
    await tab.bringToFront();
    return this.#atDesk((desk) =>
      desk.evaluate(async () => {
        const [active] = await browser.tabs.query({ active: true, currentWindow: true });
        if (active?.id === undefined) throw new Error("No tab is in front");
        return active.id;
      }),
    );
  }

  async grant(origins: readonly string[]): Promise<void> {
    await this.#window.addSites(origins);
  }

  async revoke(origins: readonly string[]): Promise<void> {
    await this.#window.removeSites(origins);
  }

  async grantAllSites(): Promise<void> {
    await this.grant([widestSite(optionalSites(this.#manifest))]);
  }

  async revokeAllSites(): Promise<void> {
    const sites = await this.#window.sites();
    if (sites.length > 0) await this.revoke(sites);
  }

  async registeredScripts(): Promise<string[]> {
    return this.#atDesk((desk) =>
      desk.evaluate(async () => (await browser.scripting.getRegisteredContentScripts()).map((script) => script.id)),
    );
  }

  async triggerAction(tab: Tab): Promise<void> {
    await tab.bringToFront();
    await this.#window.pressAction();
  }

  async openActionPopup(tab: Tab): Promise<ActionPopup> {
    await this.triggerAction(tab);
    const popup = await until(() => this.#window.popup(), PATIENCE, "the popup");
    return {
      ...popup,
      text: async () => {
        const text = async (): Promise<string> =>
          (await this.#window.accessibility("popup"))
            .filter((node) => node.role === "text")
            .map((node) => node.name)
            .join("\n");
        return until(text, PATIENCE, "the popup's text");
      },
      screenshot: async (file) => writeFile(file, await this.#window.popupPicture()),
      close: () => this.#window.closePopup(),
    };
  }

  async runCommand(name: string, tab: Tab): Promise<void> {
    await tab.bringToFront();
    await this.#window.runShortcut(name);
  }

  async stopBackground(): Promise<void> {
    await this.#window.endBackground();
    await until(async () => !(await this.backgroundRuns()), PATIENCE, "the event page's end");
  }

  async backgroundRuns(): Promise<boolean> {
    return (await this.#window.backgroundState()) === "running";
  }

  async problems(): Promise<string[]> {
    return this.#window.errors(this.extensionOrigin);
  }

  onClosed(listener: () => void): void {
    if (this.#browser.connected) this.#browser.once("disconnected", listener);
    else listener();
  }

  close(): Promise<void> {
    this.#closing ??= endBrowser(this.#browser, this.#profile);
    return this.#closing;
  }

  /** Works in a quiet page of the extension, in a tab behind the others. */
  async #atDesk<T>(work: (desk: FirefoxTab) => Promise<T>): Promise<T> {
    const desk = new FirefoxTab(this.#bidi, this.#window, await this.#newTab(true));
    try {
      await desk.goto(`${this.extensionOrigin}/${QUIET_PAGE}`);
      return await work(desk);
    } finally {
      await desk.close();
    }
  }

  async #newTab(background: boolean): Promise<string> {
    const parameters = { type: "tab", background };
    return (await this.#bidi.send<{ context: string }>("browsingContext.create", parameters)).context;
  }

  /** The tab that Firefox starts with, for the first page. */
  async #blankTab(): Promise<string | undefined> {
    if (this.#opened) return undefined;
    this.#opened = true;
    const tree = await this.#bidi.send<{ contexts: { context: string; url: string }[] }>("browsingContext.getTree", {});
    return tree.contexts.find(({ url }) => url === "about:blank")?.context;
  }
}
