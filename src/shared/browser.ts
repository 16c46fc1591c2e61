import browser, { type Permissions, type Runtime, type Tabs } from "webextension-polyfill";
import { siteKey } from "./settings.js";

/**
 * What extension pages need of the browser besides messages (`wire.ts`) and storage (`store.ts`): tabs, pages, permissions.
 * Small functions that say what is wanted; nothing here decides anything.
 */

/** Pages of the extension that can be opened in a tab. */
export type ExtensionPage = "options" | "popup" | "welcome";

/** Origin patterns of the permission that the browser calls "all websites". */
export const EVERYWHERE: readonly string[] = ["<all_urls>"];

/** The tab that the reader looks at in this window; undefined where there is none. */
export async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Call back whenever another tab comes to the front of this window, or the tab in front loads something. Returns the undoing. */
export function watchActiveTab(changed: (tab: number) => void): () => void {
  let own: number | undefined;
  void browser.windows?.getCurrent().then((window) => {
    own = window.id;
  });
  const activated = ({ tabId, windowId }: Tabs.OnActivatedActiveInfoType) => {
    if (own === undefined || windowId === own) changed(tabId);
  };
  const updated = (tab: number, change: Tabs.OnUpdatedChangeInfoType, { active, windowId }: Tabs.Tab) => {
    const here = active && (own === undefined || windowId === own);
    if (here && change.status !== undefined) changed(tab);
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

/** Call back when a tab's content tells the background that its state changed; this page only overhears it. Returns the undoing. */
export function watchPageState(changed: (tab: number) => void): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender): undefined => {
    const envelope = message as { konteks?: unknown; name?: unknown } | null;
    const tab = sender.tab?.id;
    if (envelope?.konteks === "background" && envelope.name === "pageState" && tab !== undefined) changed(tab);
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Open one of the extension's pages in a tab. */
export async function openPage(page: ExtensionPage): Promise<void> {
  if (page === "options") await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL(`${page}.html`) });
}

interface Panels {
  sidePanel?: { open(where: { tabId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** The opener of the side panel or sidebar, or undefined where the browser has neither (Android). Call it within a click. */
export function panelOpener(): ((tab: number) => Promise<void>) | undefined {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidePanel?.open) return (tab) => sidePanel.open({ tabId: tab });
  if (sidebarAction?.open) return () => sidebarAction.open();
  return undefined;
}

/** Is this document the toolbar button's popup, rather than a tab? */
export function isPopup(): boolean {
  try {
    return browser.extension.getViews({ type: "popup" }).includes(window);
  } catch {
    return false;
  }
}

/**
 * Ask the reader for host access. Must be called in the same tick as the click: the browsers refuse it later.
 * @returns whether it was given; a refusal by the browser itself counts as no.
 */
export function requestAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request(permission(origins)).catch(() => false);
}

/** Give back host access. False where the browser kept some of it. */
export function removeAccess(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.remove(permission(origins)).catch(() => false);
}

/** Call back when access is granted or taken away, by whomever and wherever. Returns the undoing. */
export function watchAccess(changed: () => void): () => void {
  const listener = () => changed();
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

const permission = (origins: readonly string[]): Permissions.Permissions => ({ origins: [...origins] });

/** The reader's languages as the browser tells them, best first (BCP 47). */
export const browserLanguages = (): readonly string[] => [browser.i18n.getUILanguage(), ...navigator.languages];

/**
 * Origin patterns for a site: its host without `www.` and all below it, since outlets spread over subdomains.
 * An address without a scheme is taken for https. Undefined for what is not a web address.
 */
export function siteOrigins(address: string): string[] | undefined {
  const written = address.trim();
  const host = siteKey(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `https://${written}`);
  // A star or anything else with a meaning in patterns must not get through: it would ask for more than the site.
  if (!host || !/^[a-z0-9._-]+$/.test(host)) return undefined;
  const bare = /^[\d.]+$/.test(host) || !host.includes(".");
  return [bare ? `*://${host}/*` : `*://*.${host}/*`];
}

/** The host of an origin pattern as a reader would write it; undefined for patterns of all sites. */
export function originHost(origin: string): string | undefined {
  return /^[^:]+:\/\/(?:\*\.)?([^*/]+)\//.exec(origin)?.[1];
}
