import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES, type Tab } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { marks } from "../../tools/pages/marks.js";
import { until } from "../../tools/until.js";
import {
  ALL_SITES,
  documentOf,
  newsPage,
  OTHER_SITE,
  PATIENCE,
  Rig,
  SITE,
  textOf,
  textsOf,
  untilShown,
} from "./rig.js";

const words = loadWords("en");
const STORY = newsPage("<p>Hezbollah said that Raqqa was calm.</p><p>Hayat Tahrir al-Sham did not answer.</p>");
const MARKED = ["Hezbollah", "Raqqa", "Hayat Tahrir al-Sham"];
const SITE_PATTERN = `*://*.${SITE}/*`;

const button = (name: string) => ({ role: "button", name });

/** The way of access that a welcome or settings page says is in force. */
const wayNow = (page: Tab): Promise<string> =>
  page.evaluate(() => document.querySelector('.way[aria-current="true"] h3')?.firstChild?.nodeValue ?? "");

/** Waits until a popup says that there is no access; of which page, the browser may not even tell it. */
const untilNoAccess = (popup: Tab): Promise<boolean> =>
  until(
    async () => {
      const text = await textOf(popup);
      return [words.t("state_no_access_page"), words.t("state_no_access", { host: SITE })].some((one) =>
        text.includes(one),
      );
    },
    PATIENCE,
    "the popup without access",
  );

/** What the reader lets Konteks do, and that it does that and no more. */
describe(`access to pages in ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let rig: Rig;
  let story: string;

  beforeAll(async () => {
    rig = await Rig.start();
    story = rig.serve("/story", STORY);
  });
  afterAll(() => rig?.close());

  it("greets the reader once installed, and says what it does and what it does not", async () => {
    const text = await until(() => rig.welcomeText(), PATIENCE, "the welcome page");
    for (const said of ["welcome_lead", "welcome_sources", "welcome_private", "access_everywhere_text"] as const)
      expect(text).toContain(words.t(said));
    for (const way of ["access_everywhere", "access_sites", "access_button"] as const)
      expect(text).toContain(words.t(way));
    expect(await rig.access()).toBe("button");
  });

  describe("by the three ways of the welcome page", () => {
    let welcome: Tab;

    beforeAll(async () => {
      // Agreed to and given back: from now on neither browser asks, which nobody could answer here.
      await rig.grant([ALL_SITES]);
      await rig.revokeAll();
      await rig.grant([SITE_PATTERN]);
      await rig.revokeAll();
      welcome = await rig.driver.openExtensionPage("welcome.html");
    });
    afterAll(() => welcome.close());

    it("only by the button: nothing is registered, this page is annotated once and the next is not", async () => {
      await until(async () => (await wayNow(welcome)) === words.t("access_button"), PATIENCE, "the third way");
      expect(await rig.driver.registeredScripts()).toEqual([]);
      const tab = await rig.driver.openPage(story);
      const popup = await rig.driver.openActionPopup(tab);
      await until(async () => (await popup.text()).includes(words.t("do_annotate")), PATIENCE, "the popup's offer");
      if (popup.tab) await popup.tab.clickOn(button(words.t("do_annotate")));
      else {
        // Firefox lets nobody press inside its popup: the same page in a tab has the same access, for that is the page's.
        await popup.close();
        const asTab = await rig.popupOf(tab);
        await asTab.clickOn(button(words.t("do_annotate")));
        await tab.bringToFront();
        await rig.untilMarked(tab, MARKED);
        await asTab.close();
      }
      await rig.untilMarked(tab, MARKED);
      if (popup.tab) {
        await untilShown(popup.tab, "Hayat Tahrir al-Sham");
        await popup.close();
      }
      await tab.goto(rig.serve("/next", STORY));
      const after = await rig.popupOf(tab);
      await untilNoAccess(after);
      await tab.bringToFront();
      expect(await marks(tab)).toEqual([]);
      expect(await rig.report(tab)).toBeUndefined();
      expect(await rig.driver.registeredScripts()).toEqual([]);
      await after.close();
      await tab.close();
    });

    it("on sites by name: that site alone is read", async () => {
      const elsewhere = await rig.driver.openPage(story.replace(SITE, OTHER_SITE));
      await welcome.bringToFront();
      const label = { role: "textbox", name: words.t("access_sites_label") };
      await welcome.clickOn(label);
      await welcome.type("no site");
      await welcome.clickOn(button(words.t("access_sites_do")));
      await untilShown(welcome, words.t("access_sites_wrong"));
      expect(await rig.access()).toBe("button");

      await welcome.clickOn(label);
      await welcome.evaluate(() => (document.querySelector("form input") as HTMLInputElement).select());
      await welcome.type(SITE);
      await welcome.clickOn(button(words.t("access_sites_do")));
      await untilShown(welcome, words.t("access_granted"), SITE);
      await until(async () => (await wayNow(welcome)) === words.t("access_sites"), PATIENCE, "the second way");
      await until(
        async () => (await rig.registration())?.matches.join() === SITE_PATTERN,
        PATIENCE,
        "the registration",
      );

      const tab = await rig.driver.openPage(story);
      await rig.untilMarked(tab, MARKED);
      await elsewhere.bringToFront();
      await elsewhere.reload();
      const popup = await rig.popupOf(elsewhere);
      await untilNoAccess(popup);
      await elsewhere.bringToFront();
      expect(await rig.report(elsewhere)).toBeUndefined();
      expect(await marks(elsewhere)).toEqual([]);

      await welcome.bringToFront();
      await welcome.clickOn(button(words.t("access_remove_site", { host: SITE })));
      await until(async () => (await wayNow(welcome)) === words.t("access_button"), PATIENCE, "the third way");
      await tab.bringToFront();
      await rig.untilMarked(tab, []);
      await until(async () => (await rig.registration()) === undefined, PATIENCE, "no registration");
      for (const open of [popup, tab, elsewhere]) await open.close();
    });

    it("everywhere: a page that is open already is annotated, and a new one too", async () => {
      const open = await rig.driver.openPage(story);
      await welcome.bringToFront();
      await welcome.clickOn(button(words.t("access_everywhere_do")));
      await untilShown(welcome, words.t("access_granted"));
      await until(async () => (await wayNow(welcome)) === words.t("access_everywhere"), PATIENCE, "the first way");
      expect(await rig.access()).toBe("everywhere");
      await open.bringToFront();
      await rig.untilMarked(open, MARKED);
      const fresh = await rig.driver.openPage(story.replace(SITE, OTHER_SITE));
      await rig.untilMarked(fresh, MARKED);

      await welcome.bringToFront();
      await welcome.clickOn(button(words.t("access_remove")));
      await untilShown(welcome, words.t("access_removed"));
      for (const tab of [open, fresh]) {
        await tab.bringToFront();
        await rig.untilMarked(tab, []);
        await tab.close();
      }
    });

    it("by the keyboard alone", async () => {
      await welcome.bringToFront();
      await welcome.reload();
      await until(async () => (await wayNow(welcome)) === words.t("access_button"), PATIENCE, "the third way");
      const stops: string[] = [];
      for (let i = 0; i < 5; i++) {
        await welcome.press("Tab");
        stops.push(
          await welcome.evaluate(() => {
            const at = document.activeElement as HTMLInputElement;
            const label = at.labels?.[0]?.textContent ?? at.textContent ?? "";
            return `${at.localName} ${label} ${at.matches(":focus-visible") ? "seen" : "unseen"}`;
          }),
        );
      }
      expect(stops).toEqual([
        `select ${words.t("welcome_language")} seen`,
        `button ${words.t("access_everywhere_do")} seen`,
        `input ${words.t("access_sites_label")} seen`,
        `button ${words.t("access_sites_do")} seen`,
        `button ${words.t("do_settings")} seen`,
      ]);
      for (let i = 0; i < 3; i++) await welcome.press("Shift+Tab");
      await welcome.press("Enter");
      await until(async () => (await wayNow(welcome)) === words.t("access_everywhere"), PATIENCE, "the first way");
      await rig.revokeAll();
    });
  });

  it("stops in every open tab when the permission goes, and leaves each document as it was", async () => {
    const welcome = await rig.driver.openExtensionPage("welcome.html");
    const tabs = [await rig.driver.openPage(story), await rig.driver.openPage(story.replace(SITE, OTHER_SITE))];
    const before = await Promise.all(tabs.map(documentOf));
    await rig.grant();
    for (const tab of tabs) {
      await tab.bringToFront();
      await rig.untilMarked(tab, MARKED);
    }
    const [first, second] = tabs as [Tab, Tab];
    const popup = await rig.popupOf(first);
    await untilShown(popup, "Hayat Tahrir al-Sham");

    expect(await rig.toolbarTitle(first)).toBe(words.count("toolbar_annotated", MARKED.length));

    await rig.revokeAll();
    for (const tab of tabs) await rig.untilMarked(tab, []);
    await until(async () => (await rig.toolbarTitle(first)) === words.t("toolbar_no_access"), PATIENCE, "the button");
    for (const tab of tabs) expect(await rig.report(tab)).toBeUndefined();
    expect(await Promise.all(tabs.map(documentOf))).toEqual(before);
    await popup.bringToFront();
    await untilNoAccess(popup);
    await until(async () => (await wayNow(welcome)) === words.t("access_button"), PATIENCE, "the third way");
    for (const tab of [popup, first, second, welcome]) await tab.close();
  });

  it("stops on one of two sites when that one's permission goes", async () => {
    await rig.grant([SITE_PATTERN]);
    await rig.driver.grant([`*://*.${OTHER_SITE}/*`]);
    const kept = await rig.driver.openPage(story);
    await rig.untilMarked(kept, MARKED);
    const lost = await rig.driver.openPage(story.replace(SITE, OTHER_SITE));
    await rig.untilMarked(lost, MARKED);
    await rig.driver.revoke([`*://*.${OTHER_SITE}/*`]);
    await rig.untilMarked(lost, []);
    await until(async () => (await rig.registration())?.matches.join() === SITE_PATTERN, PATIENCE, "the registration");
    await kept.bringToFront();
    expect(textsOf(await marks(kept))).toEqual(MARKED);
    await rig.revokeAll();
    for (const tab of [kept, lost]) await tab.close();
  });

  it("has made no errors in all this", async () => {
    expect(await rig.problems()).toEqual([]);
  });
});
