import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CARD_DELAYS } from "../../src/page/card/state.js";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES, type Tab } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { CARD_HOST, cardIsOpen, marks, openCard, untilAnnotated } from "../../tools/pages/marks.js";
import { until } from "../../tools/until.js";
import { centre, followCards, pointerEvent, readCard, untilClosed, untilPassed } from "../support/card-seen.js";
import { type MarkBox, markAt, marksInView } from "../support/placed-marks.js";
import { chooseLanguage, openStage, PATIENCE, type Stage, untilSeen } from "../support/stage.js";

const words = loadWords("en");
const CLOSE = { role: "button", name: words.t("card_close") };
const PIN = { role: "button", name: words.t("card_pin") };
const MORE = { role: "button", name: words.t("card_more") };
const OFF_HERE = { role: "button", name: `${words.t("card_off_here")}: ${words.t("card_off_here_long")}` };
/** Far from any mark: the corner of the window. */
const AWAY = { x: 3, y: 300 };

describe(`the card in ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let stage: Stage;
  let tab: Tab;
  const others: Tab[] = [];

  beforeAll(async () => {
    stage = await openStage({ locale: "en" });
    await stage.grant(stage.samples.id.canonical.hostname);
    await stage.grant(stage.samples.ar.canonical.hostname);
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    tab = await stage.driver.openPage(stage.samples.id.url);
    await untilAnnotated(tab, PATIENCE);
    await tab.movePointer(AWAY.x, AWAY.y);
  });
  afterEach(async () => {
    for (const one of [...others.splice(0), tab]) await one.close();
    await stage.settings({});
  });

  it("opens on a mark with the name in the reader's language and the page's, a short note and references", async () => {
    await openCard(tab, PATIENCE, "Albu Kamal");
    const card = await readCard(tab);
    for (const name of ["Abu Kamal", "Albu Kamal", "البوكمال"]) expect(card.name).toContain(name);
    expect(card.note).toMatch(/Euphrates/);
    expect(card.note.split(/\s+/).length).toBeLessThanOrEqual(45);
    expect(card.text).toMatch(/\d+ references/);
    expect(card.role).toBe("dialog");
    expect(await tab.locate({ role: "dialog", name: card.name }, CARD_HOST)).toBeDefined();
  });

  it("speaks the language that the reader chose", async () => {
    await stage.settings({ language: "id" });
    await tab.reload();
    await untilAnnotated(tab, PATIENCE);
    await openCard(tab, PATIENCE, "Daesh");
    const card = await readCard(tab);
    expect(card.lang).toBe("id");
    expect(card.note).toMatch(/\b(dan|di|yang)\b/);
    expect(card.text).toContain(loadWords("id").t("card_off_here"));
    expect(card.note.split(/\s+/).length).toBeLessThanOrEqual(45);
  });

  it("opens for none of the marks that a pointer sweeps across", async () => {
    await followCards(tab);
    const sweep = async (): Promise<boolean> => {
      const boxes = await marksInView(tab);
      expect(boxes.length).toBeGreaterThan(5);
      const started = await tab.evaluate(() => performance.now());
      for (const box of boxes.slice(0, 8)) await tab.movePointer(...centre(box));
      await tab.movePointer(AWAY.x, AWAY.y);
      // On a machine that stumbles the pointer truly rests on a mark: that was no sweep.
      const took = (await tab.evaluate(() => performance.now())) - started;
      if (took < 8 * CARD_DELAYS.open * 0.75) return true;
      await untilClosed(tab);
      await followCards(tab);
      return false;
    };
    await until(sweep, PATIENCE, "a swift sweep");
    await untilPassed(tab, CARD_DELAYS.open + CARD_DELAYS.rest);
    expect(await followCards(tab)).toBe(0);
    await openCard(tab, PATIENCE, "Albu Kamal");
    expect(await followCards(tab)).toBe(1);
  });

  it("closes when the pointer leaves word and card, and only then", async () => {
    await openCard(tab, PATIENCE, "Albu Kamal");
    const card = await readCard(tab);
    await tab.movePointer(...centre(card.box));
    await untilPassed(tab, CARD_DELAYS.close * 2);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.movePointer(AWAY.x, AWAY.y);
    await untilClosed(tab);
  });

  it("never covers its word", async () => {
    const seen: string[] = [];
    for (const box of (await marksInView(tab)).slice(0, 4)) {
      const at = await markAt(tab, box.text);
      await tab.movePointer(...centre(at));
      await until(() => cardIsOpen(tab), PATIENCE, `the card of ${box.text}`);
      const { box: card } = await readCard(tab);
      const apart =
        card.x >= at.x + at.width ||
        card.x + card.width <= at.x ||
        card.y >= at.y + at.height ||
        card.y + card.height <= at.y;
      if (!apart) seen.push(`${box.text}: ${JSON.stringify({ at, card })}`);
      await tab.press("Escape");
      await untilClosed(tab);
      await tab.movePointer(AWAY.x, AWAY.y);
    }
    expect(seen).toEqual([]);
  });

  it("closes with Escape and stays closed until the pointer has left the word", async () => {
    await openCard(tab, PATIENCE, "Albu Kamal");
    const [x, y] = centre(await markAt(tab, "Albu Kamal"));
    await tab.press("Escape");
    await untilClosed(tab);
    await tab.movePointer(x + 3, y);
    await untilPassed(tab, CARD_DELAYS.open + CARD_DELAYS.rest);
    expect(await cardIsOpen(tab)).toBe(false);
    await tab.movePointer(AWAY.x, AWAY.y);
    await openCard(tab, PATIENCE, "Albu Kamal");
  });

  it("takes Escape from the page only while it is open", async () => {
    await tab.evaluate(() => {
      addEventListener("keydown", ({ key }) => {
        document.title += ` ${key}`;
      });
    });
    await openCard(tab, PATIENCE, "Albu Kamal");
    await tab.press("Escape");
    await untilClosed(tab);
    expect(await tab.evaluate(() => document.title)).not.toContain("Escape");
    await tab.press("Escape");
    await until(() => tab.evaluate(() => document.title.includes("Escape")), PATIENCE, "the page's own Escape");
  });

  it("closes with its button", async () => {
    await openCard(tab, PATIENCE, "Albu Kamal");
    await tab.clickOn(CLOSE, CARD_HOST);
    await untilClosed(tab);
  });

  it("stays when it is kept open, and goes when it no longer is", async () => {
    await openCard(tab, PATIENCE, "Albu Kamal");
    await tab.clickOn(PIN, CARD_HOST);
    await until(async () => (await readCard(tab)).isPinned, PATIENCE, "the pressed pin");
    await tab.movePointer(AWAY.x, AWAY.y);
    await tab.click(AWAY.x, AWAY.y);
    await untilPassed(tab, CARD_DELAYS.close * 2);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.clickOn(PIN, CARD_HOST);
    await tab.movePointer(AWAY.x, AWAY.y);
    await untilClosed(tab);
  });

  const byCommand = browserUnderTest() === "chromium" ? " (the command's handler called)" : "";

  it(`goes with a click outside${byCommand}`, async () => {
    await stage.driver.runCommand("open-card", tab);
    await until(() => cardIsOpen(tab), PATIENCE, "the card");
    await untilPassed(tab, CARD_DELAYS.close * 2);
    // Opened by key it does not mind where the pointer is: only the click can close it.
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.click(AWAY.x, AWAY.y);
    await untilClosed(tab);
  });

  it(`takes the focus when opened by key, and Escape gives it back${byCommand}`, async () => {
    await tab.evaluate(() => document.querySelector<HTMLElement>("main a[href]")?.focus());
    const focused = () => tab.evaluate(() => document.activeElement?.localName);
    expect(await focused()).toBe("a");
    await stage.driver.runCommand("open-card", tab);
    await until(async () => (await focused()) === CARD_HOST, PATIENCE, "the focus in the card");
    const inside = () => tab.shadowEvaluate(CARD_HOST, (root) => root.activeElement?.localName);
    expect(await inside()).toBe("button");
    await tab.press("Escape");
    await untilClosed(tab);
    expect(await focused()).toBe("a");
  });

  it(`commands go to the next and the previous mention${byCommand}`, async () => {
    const current = async () => (await marks(tab)).find(({ highlight }) => highlight === "konteks-current");
    const all = (await marks(tab)).map(({ text }) => text);
    const step = async (command: string, text: string | undefined) => {
      await stage.driver.runCommand(command, tab);
      await until(async () => (await current())?.text === text, PATIENCE, `"${text}" as current after ${command}`);
    };
    await step("next-mention", all[0]);
    await step("next-mention", all[1]);
    await step("next-mention", all[2]);
    await step("previous-mention", all[1]);
    await step("previous-mention", all[0]);
    await step("previous-mention", all.at(-1));
    const inView = (await marksInView(tab)).map(({ text }) => text);
    expect(inView).toContain(all.at(-1));
  });

  it("opens as a sheet at a tap on a narrow screen", async () => {
    await tab.setViewport({ width: 390, height: 780 });
    const { x, y, width, height } = await markAt(tab, "Kekhilafahan");
    await tab.tap(x + width / 2, y + height / 2);
    await until(() => cardIsOpen(tab), PATIENCE, "the sheet");
    const { box, isSheet } = await readCard(tab);
    expect(isSheet).toBe(true);
    expect(box).toMatchObject({ x: 0, width: await tab.evaluate(() => document.documentElement.clientWidth) });
    expect([0, 780]).toContain(Math.round(box.y < y ? box.y : box.y + box.height));
    await tab.tap(5, y);
    await untilClosed(tab);
  });

  it.each(["click", "tap"] as const)("leaves a %s on a mark in a link to the link", async (way) => {
    const path = "/dunia/2017/11/18/ratusan-istri";
    stage.server.answer(path, () => ({ body: "<title>Followed</title>" }));
    const box = await markAt(tab, "ALBU KAMAL");
    expect(box.inLink).toBe(true);
    if (way === "tap") {
      // The page keeps its reader for once, so that a card could be seen.
      await tab.evaluate(() => {
        addEventListener("click", (event) => event.preventDefault(), { once: true });
      });
      await tab.tap(...centre(box));
      await untilPassed(tab, CARD_DELAYS.open);
      expect(await cardIsOpen(tab)).toBe(false);
    }
    await tab[way](...centre(box));
    await until(async () => (await tab.url()).endsWith(path), PATIENCE, "the link's page");
    expect(await cardIsOpen(tab)).toBe(false);
  });

  it.each([
    ["text is being selected", { buttons: 1 }],
    ["a modifier is held", { ctrlKey: true }],
    ["another modifier is held", { shiftKey: true }],
  ])("does not open while %s (events made in the page)", async (_, held) => {
    const box: MarkBox = await markAt(tab, "Kekhilafahan");
    const [x, y] = centre(box);
    await pointerEvent(tab, x - 1, y, held);
    await pointerEvent(tab, x, y, held);
    await untilPassed(tab, CARD_DELAYS.open + CARD_DELAYS.rest);
    expect(await cardIsOpen(tab)).toBe(false);
    await pointerEvent(tab, x - 1, y, {});
    await pointerEvent(tab, x, y, {});
    await until(() => cardIsOpen(tab), PATIENCE, "the card of a free pointer");
  });

  it("shows periods and references with links on demand", async () => {
    await openCard(tab, PATIENCE, "Albu Kamal");
    expect((await readCard(tab)).links).toEqual([]);
    await tab.clickOn(MORE, CARD_HOST);
    await until(async () => (await readCard(tab)).text.includes(words.t("more_periods")), PATIENCE, "the periods");
    const { links, text } = await readCard(tab);
    expect(text).toContain("Retaken by the Islamic State");
    expect(text).toContain(words.t("more_references"));
    expect(links.length).toBeGreaterThan(5);
    for (const { href, rel, target } of links) {
      expect(href).toMatch(/^https?:\/\//);
      expect(target).toBe("_blank");
      expect(rel).toContain("noopener");
    }
  });

  it("switches Konteks off on the site in one activation, and that is remembered", async () => {
    await openCard(tab, PATIENCE, "Albu Kamal");
    await tab.clickOn(OFF_HERE, CARD_HOST);
    await until(async () => (await marks(tab)).length === 0, PATIENCE, "the end of the marks");
    expect(await cardIsOpen(tab)).toBe(false);
    await tab.reload();
    const popup = await stage.popupOf(tab);
    others.push(popup);
    await untilSeen(popup, words.t("state_off", { host: stage.samples.id.canonical.hostname }));
    expect(await marks(tab)).toEqual([]);
  });

  it("runs from right to left where the reader chose Arabic in the settings", async () => {
    const options = await stage.driver.openExtensionPage("options.html");
    others.push(options);
    await chooseLanguage(options, "ar");
    await tab.bringToFront();
    await tab.goto(stage.samples.ar.url);
    await untilAnnotated(tab, PATIENCE);
    await openCard(tab, PATIENCE, "البوكمال");
    const card = await readCard(tab);
    expect(card).toMatchObject({ lang: "ar", direction: "rtl" });
    expect(card.name).toContain("البوكمال");
    expect(card.note).toMatch(/الفرات/);
    // The close button is at the end of the line: on the left.
    const close = await tab.locate({ role: "button", name: loadWords("ar").t("card_close") }, CARD_HOST);
    expect(close && close.x < card.box.x + card.box.width / 2).toBe(true);
  });

  it("has made no errors in all this", async () => {
    expect(await stage.problems()).toEqual([]);
  });
});
