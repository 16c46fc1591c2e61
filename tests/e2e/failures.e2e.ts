import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { CARD_HOST, marks, openCard } from "../../tools/pages/marks.js";
import { until } from "../../tools/until.js";
import { documentOf, newsPage, PATIENCE, Rig, SITE, textsOf, untilShown } from "./rig.js";

const words = loadWords("en");
const BODY = "<p>Hezbollah said that Raqqa was calm.</p><p>Hayat Tahrir al-Sham did not answer.</p>";
const STORY = newsPage(BODY);
const MARKED = ["Hezbollah", "Raqqa", "Hayat Tahrir al-Sham"];
const browserName = BROWSER_NAMES[browserUnderTest()];
const button = (name: string) => ({ role: "button", name });

/** What goes wrong around Konteks: it goes on, or says so. */
describe(`in ${browserName}, when things go wrong`, () => {
  let rig: Rig;
  let story: string;

  beforeAll(async () => {
    rig = await Rig.start();
    story = rig.serve("/story", STORY);
    await rig.grant();
  });
  afterAll(() => rig?.close());

  describe("a stopped background", () => {
    it("wakes for a page, for a card and for the popup", async () => {
      await rig.driver.stopBackground();
      const tab = await rig.driver.openPage(story);
      await rig.untilMarked(tab, MARKED);

      await rig.driver.stopBackground();
      await openCard(tab, PATIENCE, "Hezbollah");
      const details = loadWords("en").t("more_reviewed", { month: "" }).trim();
      const card = await until(() => tab.shadowText(CARD_HOST), PATIENCE, "the card's text");
      expect(card).toContain("Hezbollah");
      expect(card).not.toContain(words.t("card_failed"));
      await tab.clickOn(button(words.t("card_more")), CARD_HOST);
      // Only the long record, which the background has, gives this.
      await until(async () => (await tab.shadowText(CARD_HOST))?.includes(details), PATIENCE, "the long record");
      await tab.press("Escape");

      await rig.driver.stopBackground();
      const popup = await rig.popupOf(tab);
      await untilShown(popup, ...MARKED);
      for (const open of [popup, tab]) await open.close();
    });

    it("wakes for text that comes later, and for a grant taken back", async () => {
      const tab = await rig.driver.openPage(story);
      await rig.untilMarked(tab, MARKED);
      await rig.driver.stopBackground();
      await tab.evaluate(() => document.getElementById("story")?.append("Then Hezbollah spoke again."));
      await rig.untilMarked(tab, [...MARKED, "Hezbollah"]);
      await rig.driver.stopBackground();
      await rig.revokeAll();
      await rig.untilMarked(tab, []);
      await rig.grant();
      await rig.untilMarked(tab, [...MARKED, "Hezbollah"]);
      await tab.close();
    });
  });

  describe("settings that are", () => {
    afterAll(() => rig.store({}));

    it.each([
      ["no object", "garbage"],
      ["null", null],
      ["a list", [1, 2]],
      ["nonsense in each field", { language: 5, sites: "x", terms: "no" }],
    ])("%s count as the defaults", async (_, garbage) => {
      await rig.store(garbage);
      const options = await rig.driver.openExtensionPage("options.html");
      await untilShown(options, words.t("options_title"), words.t("options_sites_none"));
      const terms = options.evaluate(() => document.querySelector("[role=switch]")?.getAttribute("aria-checked"));
      expect(await terms).toBe("true");
      const tab = await rig.driver.openPage(story);
      await rig.untilMarked(tab, MARKED);
      for (const open of [options, tab]) await open.close();
    });

    it("broken in part lose that part alone, also when the next choice is saved", async () => {
      await rig.store({ language: 5, sites: { [SITE]: "never", "b.example.org": 12 }, terms: false });
      const options = await rig.driver.openExtensionPage("options.html");
      expect(await untilShown(options, SITE, words.t("options_site_never"))).not.toContain("b.example.org");
      const tab = await rig.driver.openPage(story);
      const popup = await rig.popupOf(tab);
      await untilShown(popup, words.t("state_off", { host: SITE }));
      await options.bringToFront();
      await options.clickOn({ role: "switch", name: words.t("options_terms") });
      await untilShown(options, words.t("options_saved"));
      expect(await rig.settings()).toEqual({ language: "auto", sites: { [SITE]: "never" }, terms: true });
      for (const open of [options, popup, tab]) await open.close();
    });
  });

  describe("a page that", () => {
    it("takes the highlights away gets them back with its next change", async () => {
      const tab = await rig.driver.openPage(story);
      await rig.untilMarked(tab, MARKED);
      await tab.evaluate(() => CSS.highlights.clear());
      expect(await marks(tab)).toEqual([]);
      await tab.evaluate(() => document.getElementById("story")?.append("Nobody was named here."));
      await rig.untilMarked(tab, MARKED);
      await tab.close();
    });

    it("replaces CSS.highlights and what makes them is marked all the same", async () => {
      const head = `<script>
        window.real = CSS.highlights;
        for (const name of ["Highlight", "StaticRange", "MutationObserver", "requestIdleCallback"])
          Object.defineProperty(window, name, { get() { throw new Error("taken"); } });
        Object.defineProperty(CSS, "highlights", { get() { throw new Error("taken"); } });
        Document.prototype.createTreeWalker = () => { throw new Error("taken"); };
        Node.prototype.getRootNode = () => { throw new Error("taken"); };
      </script>`;
      const tab = await rig.driver.openPage(rig.serve("/hostile", newsPage(BODY, { head })));
      await rig.untilPhase(tab, "annotated");
      const count = () =>
        tab.evaluate(() => {
          const { real } = window as unknown as { real: HighlightRegistry };
          return [...real].reduce((sum, [name, one]) => sum + (name.startsWith("konteks-") ? one.size : 0), 0);
        });
      await until(async () => (await count()) === MARKED.length, PATIENCE, "the marks");
      await tab.close();
    });

    it("never stops changing is followed no longer, and the popup says so", async () => {
      // The page's own text fills thousands of blocks anew with every batch.
      const head = `<script>addEventListener("load", () => {
        const rows = Array.from({ length: 4000 }, () => document.getElementById("story").appendChild(document.createElement("p")));
        let turn = 0;
        const again = () => { turn++; for (const row of rows) row.textContent = "Row " + turn; window.timer = setTimeout(again, 700); };
        again();
      });</script>`;
      const tab = await rig.driver.openPage(rig.serve("/flood", newsPage(BODY, { head })));
      await until(async () => (await rig.report(tab))?.limits.includes("keeps-changing"), 2 * PATIENCE, "the limit");
      await rig.untilMarked(tab, MARKED);
      await rig.untilPhase(tab, "annotated");
      const popup = await rig.popupOf(tab);
      await untilShown(popup, words.t("limit_keeps_changing"), "Hezbollah");
      for (const open of [popup, tab]) await open.close();
    });

    it("has three megabytes of text is read in part, and the popup says so", async () => {
      const filler = `<p>${"Nothing of note was said in the market that day. ".repeat(200)}</p>`.repeat(310);
      const html = newsPage(`${BODY}${filler}<p>Hezbollah, at the very end.</p>`);
      expect(html.length).toBeGreaterThan(3_000_000);
      const tab = await rig.driver.openPage(rig.serve("/long", html));
      await rig.untilPhase(tab, "annotated");
      await rig.untilMarked(tab, MARKED);
      const popup = await rig.popupOf(tab);
      await untilShown(popup, words.t("limit_text_left_out"));
      for (const open of [popup, tab]) await open.close();
    });

    it("nests its text five thousand elements deep is marked down there", async () => {
      // Boxes nested so deep hang Chromium by themselves and are not drawn by Firefox: these have none.
      const head = `<style>#story div { display: contents }</style><script>addEventListener("DOMContentLoaded", () => {
        let at = document.getElementById("story");
        for (let depth = 0; depth < 5000; depth++) at = at.appendChild(document.createElement("div"));
        at.append("Hezbollah, far down.");
      });</script>`;
      const tab = await rig.driver.openPage(rig.serve("/deep", newsPage(BODY, { head })));
      await rig.untilMarked(tab, [...MARKED, "Hezbollah"]);
      await tab.close();
    });
  });

  it("has made no errors in all this", async () => {
    expect(await rig.problems()).toEqual([]);
  });
});

describe(`a reloaded extension in ${browserName}`, () => {
  let rig: Rig;
  beforeAll(async () => {
    rig = await Rig.start();
    await rig.grant();
  });
  afterAll(() => rig?.close());

  it("takes over in open pages, and what is left of the old one does no harm", async () => {
    const tab = await rig.driver.openPage(rig.serve("/story", STORY));
    await rig.untilMarked(tab, MARKED);
    const before = await documentOf(tab);
    await rig.reloadExtension();
    await rig.untilPhase(tab, "annotated");
    await rig.untilMarked(tab, MARKED);
    expect(await documentOf(tab)).toBe(before);

    // Whatever the old script would still draw would be seen with the page's next changes.
    for (const [name, wanted] of [
      ["Raqqa", ["Raqqa", ...MARKED.slice(2)]],
      ["Nobody", MARKED.slice(2)],
      ["Hezbollah", ["Hezbollah", ...MARKED.slice(2)]],
    ] as const) {
      await tab.evaluate((text) => {
        (document.querySelector("#story p") as Element).textContent = `${text} was silent.`;
      }, name);
      await rig.untilMarked(tab, wanted);
    }
    await openCard(tab, PATIENCE, "Hezbollah");
    expect(await tab.evaluate((host) => document.querySelectorAll(host).length, CARD_HOST)).toBe(1);
    await tab.press("Escape");
    const popup = await rig.popupOf(tab);
    await untilShown(popup, "Hezbollah");
    await tab.bringToFront();
    expect(textsOf(await marks(tab))).toEqual(["Hezbollah", ...MARKED.slice(2)]);
    for (const open of [popup, tab]) await open.close();
  });
});
