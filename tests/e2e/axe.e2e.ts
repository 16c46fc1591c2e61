import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES, type Tab } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { CARD_HOST, openCard, untilAnnotated } from "../../tools/pages/marks.js";
import { until } from "../../tools/until.js";
import { axeOn } from "../support/axe.js";
import { readCard } from "../support/card-seen.js";
import { clickText } from "../support/popup-seen.js";
import { openStage, PATIENCE, type Stage, untilSeen } from "../support/stage.js";

/** The pages and views that axe goes over, in light and dark and in both directions. */
const VIEWS = ["popup", "record", "off", "panel", "options", "welcome"] as const;
type ViewName = (typeof VIEWS)[number];

describe(`axe finds nothing to object to in ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let stage: Stage;
  const open: Tab[] = [];

  beforeAll(async () => {
    stage = await openStage({ locale: "en" });
    await stage.grant(stage.samples.id.canonical.hostname);
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    for (const tab of open.splice(0)) {
      await tab.setMedia({});
      await tab.close();
    }
    await stage.settings({});
  });

  const keep = (tab: Tab): Tab => {
    open.push(tab);
    return tab;
  };

  /** Opens a view and waits until it is complete. */
  async function openView(name: ViewName, language: "en" | "ar"): Promise<Tab> {
    const words = loadWords(language);
    const { id } = stage.samples;
    if (name === "options" || name === "welcome") {
      const page = keep(await stage.driver.openExtensionPage(`${name}.html`));
      await untilSeen(page, words.t(`${name}_title`));
      return page;
    }
    const tab = keep(await stage.driver.openPage(id.url));
    await untilAnnotated(tab, PATIENCE);
    if (name === "panel") {
      const panel = keep(await stage.driver.openExtensionPage("panel.html"));
      // It follows the tab in front, as it does beside the page.
      await untilSeen(panel, words.t("state_not_possible"));
      await tab.bringToFront();
      await untilSeen(panel, words.t("cited_heading"));
      return panel;
    }
    const popup = keep(await stage.popupOf(tab));
    await untilSeen(popup, words.t("cited_heading"));
    if (name === "record") {
      await clickText(popup, "button.open", language === "ar" ? "البوكمال" : "Abu Kamal");
      await untilSeen(popup, words.t("more_references"));
    }
    if (name === "off") {
      const { hostname: host } = id.canonical;
      await clickText(popup, "[role=switch]", host);
      await untilSeen(popup, words.t("state_off", { host }));
    }
    return popup;
  }

  /** The open card with its details, copied into a page of the extension: axe cannot enter a closed root. */
  async function copyOfCard(language: "en" | "ar"): Promise<Tab> {
    const tab = keep(await stage.driver.openPage(stage.samples.id.url));
    await untilAnnotated(tab, PATIENCE);
    await openCard(tab, PATIENCE, "Albu Kamal");
    await readCard(tab);
    await tab.clickOn({ role: "button", name: loadWords(language).t("card_more") }, CARD_HOST);
    await until(async () => (await readCard(tab)).links.length > 0, PATIENCE, "the details");
    const copy = await tab.shadowEvaluate(CARD_HOST, (root) => {
      const adopted = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
      const own = [...root.querySelectorAll("style")].map((style) => style.textContent ?? "");
      return { css: [...adopted, ...own].join("\n"), html: root.querySelector(".card")?.outerHTML ?? "" };
    });
    expect(copy?.css).toContain(".card");
    const page = keep(await stage.driver.openExtensionPage("options.html"));
    await untilSeen(page, loadWords(language).t("options_title"));
    await page.evaluate(
      (css, html) => {
        const main = document.createElement("main");
        main.append(Object.assign(document.createElement("h1"), { textContent: "Card" }));
        const host = main.appendChild(document.createElement("div"));
        document.body.replaceChildren(main);
        host.attachShadow({ mode: "open" }).innerHTML = `<style>${css}</style>${html}`;
      },
      copy?.css ?? "",
      copy?.html ?? "",
    );
    return page;
  }

  async function goOver(view: Tab): Promise<void> {
    for (const colourScheme of ["light", "dark"] as const) {
      await view.setMedia({ colourScheme });
      const isThere = () =>
        view.evaluate((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colourScheme);
      await until(isThere, PATIENCE, `${colourScheme} colours`);
      const { violations, passed } = await axeOn(view);
      expect(violations, colourScheme).toEqual([]);
      expect(passed).toBeGreaterThan(10);
    }
  }

  it("though it would, were there anything", async () => {
    const view = keep(await stage.driver.openExtensionPage("options.html"));
    await untilSeen(view, loadWords("en").t("options_title"));
    await view.evaluate(() => {
      for (const label of document.querySelectorAll("label")) label.remove();
    });
    expect((await axeOn(view)).violations.join()).toMatch(/select-name/);
  });

  for (const language of ["en", "ar"] as const) {
    it.each(VIEWS)(`on %s, ${language === "ar" ? "right to left" : "left to right"}, light and dark`, async (name) => {
      await stage.settings({ language });
      const view = await openView(name, language);
      const { direction } = loadWords(language);
      expect(await view.evaluate(() => document.documentElement.dir)).toBe(direction);
      await goOver(view);
    });

    it(`on the card, ${language === "ar" ? "right to left" : "left to right"}, light and dark`, async () => {
      await stage.settings({ language });
      await goOver(await copyOfCard(language));
    });
  }
});
