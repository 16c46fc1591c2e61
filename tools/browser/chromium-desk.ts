/**
 * The two places from which Chromium's extension system can be worked: the page chrome://extensions, whose developer interface
 * grants permissions and lists errors, and a quiet page of the extension itself. Both open in the background and close again,
 * so that a test's own tab stays in front.
 */
import type { Browser } from "puppeteer-core";
import { ChromiumTab } from "./chromium-tab.js";

export async function openInBackground(browser: Browser, url: string): Promise<ChromiumTab> {
  const session = await browser.target().createCDPSession();
  try {
    const { targetId } = await session.send("Target.createTarget", { url: "about:blank", background: true });
    const target = await browser.waitForTarget((one) => idOf(one) === targetId);
    const page = await target.page();
    if (!page) throw new Error(`No page for ${url}`);
    const tab = await ChromiumTab.of(page);
    await tab.goto(url);
    return tab;
  } finally {
    await session.detach();
  }
}

/** Puppeteer keeps the id to itself; two blank tabs cannot be told apart otherwise. */
function idOf(target: unknown): string {
  return (target as { _targetId: string })._targetId;
}

/** The parts of chrome.developerPrivate in use; it exists on chrome://extensions alone. */
export interface DeveloperPrivate {
  addHostPermission(id: string, host: string): Promise<void>;
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string; errorCollection: boolean }): Promise<void>;
  getExtensionInfo(id: string): Promise<{ runtimeErrors: { message: string; source: string }[] }>;
}
