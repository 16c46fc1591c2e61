import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROWSER_NAMES, type Driver } from "../../tools/browser/driver.js";
import { browserUnderTest, launchUnderTest } from "../../tools/browser/under-test.js";
import { CARD_HOST, cardIsOpen, marks, openCard, untilAnnotated } from "../../tools/pages/marks.js";
import { findSample, type Sample, serveSample } from "../../tools/pages/sample.js";
import { type PageServer, servePages } from "../../tools/pages/serve.js";
import { until } from "../../tools/until.js";
import { GONE_MEANWHILE } from "../support/gone-meanwhile.js";

const PAGES = fileURLToPath(new URL("../pages", import.meta.url));
const PATIENCE = 40_000;

/** From installation to the first card: what must work before anything else is worth testing. */
describe(`a fresh installation in ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let driver: Driver;
  let server: PageServer;
  let sample: Sample;

  beforeAll(async () => {
    sample = findSample(PAGES, "id");
    server = await servePages(PAGES);
    serveSample(server, sample);
    driver = await launchUnderTest({ hosts: { [sample.canonical.hostname]: server.port } });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it("reads no page before the reader has granted a site", async () => {
    const tab = await driver.openPage(sample.url);
    expect(await marks(tab)).toEqual([]);
    await tab.close();
  });

  it("annotates a site once it is granted, and opens a card under the pointer", async () => {
    await driver.grant([`*://${sample.canonical.hostname}/*`]);
    await until(async () => (await driver.registeredScripts()).length > 0, PATIENCE, "the script's registration");
    const tab = await driver.openPage(sample.url);
    expect(await untilAnnotated(tab, PATIENCE)).not.toEqual([]);
    await openCard(tab, PATIENCE);
    expect(await until(() => tab.shadowText(CARD_HOST), PATIENCE, "the card's text")).not.toBe("");
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.close();
  });

  it("opens its popup from the toolbar", async () => {
    const tab = await driver.openPage(sample.url);
    const popup = await driver.openActionPopup(tab);
    expect(popup.url).toBe(`${driver.extensionOrigin}/popup.html`);
    await until(() => popup.text(), PATIENCE, "words in the popup");
    await popup.close();
    await tab.close();
  });

  it("has made no errors in all this", async () => {
    expect((await driver.problems()).filter((text) => !GONE_MEANWHILE.test(text))).toEqual([]);
  });
});
