import browser from "webextension-polyfill";

/**
 * What the background needs of the browser besides messages and storage: putting scripts into pages, the toolbar, files of
 * the package. Small functions that say what is wanted; nothing here decides anything.
 */

/** The registration that annotates pages as they load. */
const REGISTRATION = "pages";
const CONTENT = { script: "content.js", style: "marks.css", card: "card.js" };

/** Origin patterns of all host access granted now. */
export async function grantedOrigins(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Is host access to this address granted? */
export async function mayRead(url: string): Promise<boolean> {
  try {
    const { host, protocol } = new URL(url);
    if (!/^https?:$/.test(protocol)) return false;
    return await browser.permissions.contains({ origins: [`${protocol}//${host.replace(/:\d+$/, "")}/*`] });
  } catch {
    return false;
  }
}

/**
 * Run the content script in pages of these origins as they load, save those excluded; no origins: in none.
 * Idempotent; survives restarts of the browser.
 */
export async function registerContent(matches: readonly string[], excludeMatches: readonly string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  // A page that loads between the old registration and the new one would get no script: nothing is replaced by its like.
  const [current] = registered;
  if (current && sameSet(current.matches, matches) && sameSet(current.excludeMatches, excludeMatches)) return;
  // Replaced whole: an update cannot take away the last exclusion in every browser.
  if (current) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    {
      id: REGISTRATION,
      matches: [...matches],
      ...(excludeMatches.length > 0 ? { excludeMatches: [...excludeMatches] } : {}),
      js: [CONTENT.script],
      css: [CONTENT.style],
      runAt: "document_idle",
      persistAcrossSessions: true,
    },
  ]);
}

const sameSet = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  [...one].sort().join(" ") === [...other].sort().join(" ");

/** Put the content script into a tab's page now. Needs host access or the reader's click on the toolbar. */
export async function injectContent(tab: number): Promise<void> {
  await browser.scripting.insertCSS({ target: { tabId: tab }, files: [CONTENT.style] });
  await browser.scripting.executeScript({ target: { tabId: tab }, files: [CONTENT.script] });
}

/** Put the card's interface into a frame that the content script runs in. */
export async function injectCard(tab: number, frame: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [CONTENT.card] });
}

/** A tab as far as access lets it be seen: the address is absent where nothing is granted. */
export interface SeenTab {
  id: number;
  url?: string;
}

/** All open tabs. */
export async function openTabs(): Promise<SeenTab[]> {
  return (await browser.tabs.query({})).flatMap(({ id, url }) =>
    id === undefined ? [] : [url ? { id, url } : { id }],
  );
}

export async function tabAddress(tab: number): Promise<string | undefined> {
  return (await browser.tabs.get(tab)).url;
}

/** The tab in front of the window the reader uses. */
export async function tabInFront(): Promise<number | undefined> {
  return (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
}

/** Icon and title of the toolbar button on one tab. */
export async function showInToolbar(tab: number, icons: Record<number, string>, title: string): Promise<void> {
  // The title first: for a tab that has gone it fails quietly, where Chromium would record an error of setIcon's.
  await browser.action.setTitle({ tabId: tab, title });
  await browser.action.setIcon({ tabId: tab, path: icons });
}

/** A file of the package as bytes. @throws where it is missing */
async function packagedBytes(path: string): Promise<ArrayBuffer> {
  try {
    const response = await fetch(browser.runtime.getURL(path));
    if (response.ok) return await response.arrayBuffer();
  } catch {
    // Instead of answering 404, Chromium rejects the request for a missing file and Firefox breaks off the answer.
  }
  throw new Error(`${path} is missing from the package.`);
}

/** A JSON file of the package. @throws where it is missing or no JSON */
export async function packagedJson(path: string): Promise<unknown> {
  const bytes = await packagedBytes(path);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Error(`${path} in the package is damaged.`);
  }
}

/** Call back on first install (not on updates). */
export function onInstall(installed: () => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") installed();
  });
}

/** Call back when the extension has been installed or updated. */
export function onPackage(arrived: () => void): void {
  browser.runtime.onInstalled.addListener(arrived);
}

/** Call back at each start of the background after install, update or start of the browser. */
export function onStart(started: () => void): void {
  browser.runtime.onInstalled.addListener(started);
  browser.runtime.onStartup.addListener(started);
}

/** Call back with the name of each keyboard command. */
export function onCommand(called: (name: string) => void): void {
  browser.commands?.onCommand.addListener(called);
}
