import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { until } from "../../tools/until.js";
import { newsPage, OTHER_SITE, PATIENCE, Rig, SITE, textOf, untilShown } from "./rig.js";

const words = loadWords("en");
const STORY = newsPage("<p>Hezbollah said that Raqqa was calm.</p><p>Hayat Tahrir al-Sham did not answer.</p>");
const MARKED = ["Hezbollah", "Raqqa", "Hayat Tahrir al-Sham"];

const button = (name: string) => ({ role: "button", name });

/** What the reader chose for a site or for all pages, and that it holds at once wherever something is open. */
describe(`the reader's choices in ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let rig: Rig;
  let story: string;

  beforeAll(async () => {
    rig = await Rig.start();
    story = rig.serve("/story", STORY);
    await rig.grant();
  });
  afterAll(() => rig?.close());
  beforeEach(async () => {
    await rig.store({});
    await until(async () => (await rig.registration())?.excludeMatches.length === 0, PATIENCE, "no exclusions");
  });

  it("leaves no trace on a site that is never to be annotated", async () => {
    await rig.store({ sites: { [SITE]: "never" } });
    await until(async () => (await rig.registration())?.excludeMatches.length === 1, PATIENCE, "the exclusion");
    const tab = await rig.driver.openPage(story);
    const popup = await rig.popupOf(tab);
    await untilShown(popup, words.t("state_off", { host: SITE }));
    expect(await rig.report(tab)).toBeUndefined();
    expect(await tab.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    for (const open of [popup, tab]) await open.close();
    const other = await rig.driver.openPage(story.replace(SITE, OTHER_SITE));
    await rig.untilMarked(other, MARKED);
    await other.close();
  });

  it("annotates a site that is always to be annotated, though it would be left alone by itself", async () => {
    const mail = `mail.${OTHER_SITE}`;
    const tab = await rig.driver.openPage(story.replace(SITE, mail));
    await rig.untilPhase(tab, "not-news");
    await rig.store({ sites: { [mail]: "always" } });
    await rig.untilMarked(tab, MARKED);
    await tab.reload();
    await rig.untilMarked(tab, MARKED);
    await tab.close();
  });

  it("goes off on a site and on again in all its open tabs", async () => {
    const tabs = [await rig.driver.openPage(story), await rig.driver.openPage(story)] as const;
    for (const tab of tabs) {
      await tab.bringToFront();
      await rig.untilMarked(tab, MARKED);
    }
    const popup = await rig.popupOf(tabs[0]);
    await popup.clickOn({ role: "switch", name: words.t("switch_site", { host: SITE }) });
    await untilShown(popup, words.t("state_off", { host: SITE }));
    for (const tab of tabs) await rig.untilMarked(tab, []);
    expect((await rig.settings())?.sites).toEqual({ [SITE]: "never" });
    // This one loads while Konteks is off: there is no script in it that could hear of the change.
    await until(async () => (await rig.registration())?.excludeMatches.length === 1, PATIENCE, "the exclusion");
    await tabs[1].bringToFront();
    await tabs[1].reload();
    expect(await rig.report(tabs[1])).toBeUndefined();

    await popup.bringToFront();
    await popup.clickOn(button(words.t("do_on_here")));
    for (const tab of tabs) {
      await tab.bringToFront();
      await rig.untilMarked(tab, MARKED);
    }
    expect((await rig.settings())?.sites).toEqual({});
    for (const open of [popup, ...tabs]) await open.close();
  });

  it("changes the language of all its pages at once, and that of the notes", async () => {
    const indonesian = loadWords("id");
    const tab = await rig.driver.openPage(story);
    await rig.untilPhase(tab, "annotated");
    const popup = await rig.popupOf(tab);
    await untilShown(popup, words.t("group_place"));
    const welcome = await rig.driver.openExtensionPage("welcome.html");
    await untilShown(welcome, words.t("welcome_lead"));
    const options = await rig.driver.openExtensionPage("options.html");
    await untilShown(options, words.t("options_title"));

    await options.evaluate(() => {
      const select = document.querySelector("select") as HTMLSelectElement;
      select.value = "id";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await untilShown(options, indonesian.t("options_title"), indonesian.t("options_saved"));
    await untilShown(welcome, indonesian.t("welcome_lead"));
    await tab.bringToFront();
    await until(async () => (await rig.report(tab))?.annotation?.reader === "id", PATIENCE, "the notes' language");
    await popup.bringToFront();
    await untilShown(popup, indonesian.t("group_place"));
    for (const page of [popup, welcome, options]) {
      await until(() => page.evaluate(() => document.documentElement.lang === "id"), PATIENCE, "the page's language");
      expect(await textOf(page)).not.toContain(words.t("do_settings"));
    }
    for (const open of [popup, welcome, options, tab]) await open.close();
  });

  it("has made no errors in all this", async () => {
    expect(await rig.problems()).toEqual([]);
  });
});
