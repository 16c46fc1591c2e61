/** What `npm start` leaves behind where there is no display: pictures of the page, the card and the popup. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Driver, Tab } from "../browser/driver.js";
import { CARD_HOST, openCard } from "../pages/marks.js";
import { until } from "../until.js";

const PATIENCE = 15_000;

/** Width of the popup, which Firefox and Chromium size by its content; height is that of the content. */
const POPUP = { width: 400, height: 600 };

/** Takes the pictures and gives the files' paths, as far as the page has something to show. */
export async function takePictures(driver: Driver, tab: Tab, folder: string, isMarked: boolean): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const file = (name: string): string => join(folder, `${name}.png`);
  const taken = [file("page")];
  await tab.screenshot(file("page"), { fullPage: true });
  if (isMarked) {
    await openCard(tab, PATIENCE);
    await until(() => tab.shadowText(CARD_HOST), PATIENCE, "the card's text");
    await until(() => isAtRest(tab), PATIENCE, "the end of the card's movement");
    await tab.screenshot(file("card"));
    taken.push(file("card"));
  }
  const popup = await driver.openExtensionPage(`popup.html?tab=${await driver.tabId(tab)}`);
  await popup.setViewport(POPUP);
  const isShown = () => document.body.innerText.trim() !== "" && !document.querySelector('[aria-busy="true"]');
  await until(() => popup.evaluate(isShown), PATIENCE, "the popup's content");
  await popup.screenshot(file("popup"), { fullPage: true });
  return [...taken, file("popup")];
}

/** A picture taken during a transition would show the card half transparent. */
async function isAtRest(tab: Tab): Promise<boolean> {
  const resting = await tab.shadowEvaluate(CARD_HOST, (root) =>
    root.getAnimations().every((animation) => animation.playState !== "running"),
  );
  return resting ?? false;
}
