import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Browser as ExtensionApi } from "webextension-polyfill";
import type { Voices } from "../../src/engine/attribution/voices.js";
import type { PageAnswers, PageMessage, PageParameters } from "../../src/shared/protocol.js";
import type { Result } from "../../src/shared/result.js";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES, type Tab } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { CARD_HOST, cardIsOpen, type Mark, marks, untilAnnotated } from "../../tools/pages/marks.js";
import { until } from "../../tools/until.js";
import { axeOn } from "../support/axe.js";
import { centre, readCard, untilClosed } from "../support/card-seen.js";
import { type MarkBox, markAt } from "../support/placed-marks.js";
import { openStage, PATIENCE, type Stage, snapshot, untilSeen } from "../support/stage.js";

declare const chrome: ExtensionApi;

const words = loadWords("en");
const AWAY = { x: 3, y: 300 };
const CONTENT = "konteks-claim";
const CUE = "konteks-claim-cue";
const SOURCE = "konteks-claim-source";

const textsOf = (found: readonly Mark[], highlight: string) =>
  found.filter((one) => one.highlight === highlight).map(({ text }) => text);
const ofNames = (found: readonly Mark[]) => found.filter(({ highlight }) => !highlight.startsWith(CONTENT));
const untitled = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

describe(`claims in ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let stage: Stage;
  let desk: Tab;
  let tab: Tab;
  let id: number;

  beforeAll(async () => {
    stage = await openStage({ locale: "en" });
    await stage.grant(stage.samples.id.canonical.hostname);
    desk = await stage.driver.openExtensionPage("manifest.json");
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    tab = await stage.driver.openPage(stage.samples.id.url);
    await untilAnnotated(tab, PATIENCE);
    await tab.movePointer(AWAY.x, AWAY.y);
    id = await stage.driver.tabId(tab);
    await tab.bringToFront();
  });
  afterEach(async () => {
    await tab.close();
    await stage.settings({});
  });

  /** Asks the page what popup and panel ask it. */
  async function ask<N extends PageMessage>(name: N, parameters: PageParameters<N>): Promise<PageAnswers[N]> {
    const answer = (await desk.evaluate(
      (to, message) => chrome.tabs.sendMessage(to, message, { frameId: 0 }) as Promise<unknown>,
      id,
      { konteks: "page", name, parameters },
    )) as Result<PageAnswers[N]>;
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail}`);
    return answer.value;
  }

  const untilSettled = () =>
    until(async () => (await ask("page", {})).phase === "annotated", PATIENCE, "the whole text's annotation");

  async function switchOn(): Promise<Mark[]> {
    await untilSettled();
    expect(await ask("showClaims", { on: true })).toBe(true);
    return marks(tab);
  }

  async function voices(): Promise<Voices> {
    await untilSettled();
    const answer = await ask("voices", {});
    if (!answer) throw new Error("The page says nothing of its voices");
    return answer;
  }

  /** Rests the pointer on words of a claim until the card opens, and reads it. */
  async function cardOf(text: string) {
    const box: MarkBox = await markAt(tab, text);
    await tab.movePointer(...centre(box));
    await until(() => cardIsOpen(tab), PATIENCE, `the card of "${text}"`);
    const card = await readCard(tab);
    return { ...card, text: untitled(card.text).replace(/\s+/g, " ") };
  }

  it("are marked where they stand, when the reader wants them, and the document stays byte for byte what it was", async () => {
    const before = await snapshot(tab);
    const plain = await marks(tab);
    expect(ofNames(plain)).toEqual(plain);
    expect((await ask("page", {})).claims).toBe(false);

    const found = await switchOn();
    expect(ofNames(found)).toEqual(plain);
    expect((await ask("page", {})).claims).toBe(true);
    expect(textsOf(found, CUE)).toEqual(expect.arrayContaining(["kata", "mengumumkan", "mengatakan"]));
    expect(textsOf(found, SOURCE).join("\n")).toMatch(/Hizbullah[\s\S]*Badan intelijen Barat/);
    expect(textsOf(found, CONTENT).join("\n")).toMatch(
      /Albu kamal, kota besar penghabisan[\s\S]*bahaya bagi warga sipil/,
    );
    expect(await snapshot(tab)).toEqual(before);

    expect(await ask("showClaims", { on: false })).toBe(false);
    expect(await marks(tab)).toEqual(plain);
    expect((await ask("page", {})).claims).toBe(false);
    expect(await snapshot(tab)).toEqual(before);
  });

  it("are marked exactly at the words that the answer gives", async () => {
    const { claims } = await voices();
    expect(claims.length).toBeGreaterThan(5);
    const found = await switchOn();
    const cues = claims.flatMap(({ cue }) => (cue ? [cue.text] : []));
    expect(textsOf(found, CUE).sort()).toEqual(cues.sort());
    const heard = new Set(
      claims.flatMap(({ source, via }) => [source, ...via]).flatMap(({ text, at }) => (at ? [text] : [])),
    );
    expect(new Set(textsOf(found, SOURCE))).toEqual(heard);
  });

  it("have a card with the chain at the cue: speaker, relay, this page, each with how it stands", async () => {
    const before = await snapshot(tab);
    await switchOn();
    const { name, role, text, lang } = await cardOf("kata");
    expect({ name, role, lang }).toEqual({ name: words.t("voices_heading"), role: "dialog", lang: "en" });
    const hands = await tab.shadowEvaluate(CARD_HOST, (root) =>
      [...root.querySelectorAll(".hand")].map((hand) => hand.textContent ?? ""),
    );
    expect(hands?.map(untitled).join("\n")).toMatch(/Hezbollah[\s\S]*\n[\s\S]*Zaman al-Wasl[\s\S]*\n[\s\S]*this page/);
    expect(hands?.[0]).toContain("Party to the conflict");
    expect(text).toContain("“kata”");
    const whileOpen = await tab.evaluate((host) => {
      const copy = document.documentElement.cloneNode(true) as Element;
      copy.querySelector(host)?.remove();
      return copy.outerHTML;
    }, CARD_HOST);
    expect(whileOpen).toBe(before.html);
    await tab.press("Escape");
    await untilClosed(tab);
    expect(await snapshot(tab)).toEqual(before);
  });

  it("have it at a source too, but a name keeps its own card", async () => {
    await switchOn();
    const { name } = await cardOf("Badan intelijen Barat");
    expect(name).toBe(words.t("voices_heading"));
    await tab.press("Escape");
    await untilClosed(tab);
    await tab.movePointer(AWAY.x, AWAY.y);
    expect((await cardOf("Hizbullah")).name).toContain("Hezbollah");
  });

  it("have it at a tap, as a sheet on a narrow screen", async () => {
    await switchOn();
    await tab.setViewport({ width: 390, height: 780 });
    await tab.tap(...centre(await markAt(tab, "mengumumkan")));
    await until(() => cardIsOpen(tab), PATIENCE, "the sheet");
    const { isSheet, name } = await readCard(tab);
    expect({ isSheet, name }).toEqual({ isSheet: true, name: words.t("voices_heading") });
  });

  const byCommand = browserUnderTest() === "chromium" ? " (the command's handler called)" : "";

  it(`can be jumped to, and opened by key from there${byCommand}`, async () => {
    const { claims } = await voices();
    await switchOn();
    const last = claims.findLast(({ cue }) => cue !== undefined);
    if (!last?.cue) throw new Error("No claim has a cue");
    const { cue } = last;
    expect(await ask("jumpTo", cue.at)).toBe(true);
    const current = async () => textsOf(await marks(tab), "konteks-current");
    await until(async () => (await current())[0] === cue.text, PATIENCE, `"${cue.text}" as current`);
    expect(await tab.evaluate(() => scrollY)).toBeGreaterThan(0);
    await stage.driver.runCommand("open-card", tab);
    const focused = () => tab.evaluate(() => document.activeElement?.localName);
    await until(async () => (await focused()) === CARD_HOST, PATIENCE, "the focus in the card");
    expect((await readCard(tab)).name).toBe(words.t("voices_heading"));
    await tab.press("Escape");
    await untilClosed(tab);
    expect(await ask("jumpTo", { block: 99_999, start: 0, end: 5 })).toBe(false);
  });

  it("follow the page: marks go with their words, and new words get theirs", async () => {
    const before = textsOf(await switchOn(), CUE).filter((text) => text === "kata");
    await tab.evaluate(() => {
      const body = document.querySelector(".body");
      const added = document.createElement("p");
      added.textContent = "“Kota itu aman,” kata Hizbullah pada Senin.";
      body?.append(added);
    });
    const count = (wanted: number) => async () =>
      textsOf(await marks(tab), CUE).filter((text) => text === "kata").length === wanted;
    await until(count(before.length + 1), PATIENCE, "the new claim's mark");
    await tab.evaluate(() => {
      for (const p of document.querySelectorAll(".body > p"))
        if (/kata Hizbullah/.test(p.textContent ?? "")) p.remove();
    });
    await until(count(before.length - 1), PATIENCE, "the end of the removed claims' marks");
    expect((await ask("page", {})).claims).toBe(true);
  });

  it("go when Konteks is switched off here, and do not come back by themselves", async () => {
    await switchOn();
    await cardOf("mengumumkan");
    const label = `${words.t("card_off_here")}: ${words.t("card_off_here_long")}`;
    await tab.clickOn({ role: "button", name: label }, CARD_HOST);
    await until(async () => (await marks(tab)).length === 0, PATIENCE, "the end of the marks");
    expect(await ask("page", {})).toMatchObject({ phase: "off", claims: false });
    expect(await ask("voices", {})).toBeUndefined();
  });

  it("are not drawn with forced colours, and come back with their end", async () => {
    const found = await switchOn();
    await tab.setMedia({ forcedColours: true });
    await until(async () => (await marks(tab)).length === 0, PATIENCE, "the end of the marks");
    expect((await ask("page", {})).claims).toBe(false);
    await tab.setMedia({});
    await until(async () => (await marks(tab)).length === found.length, PATIENCE, "the marks again");
  });

  it.each(["en", "ar"] as const)(
    "have a card to which axe objects in nothing (in an extension page, in %s)",
    async (language) => {
      await stage.settings({ language });
      await tab.reload();
      await untilAnnotated(tab, PATIENCE);
      await switchOn();
      expect(await cardOf("kata")).toMatchObject({ lang: language, direction: loadWords(language).direction });
      // axe cannot enter the card's closed root.
      const copy = await tab.shadowEvaluate(CARD_HOST, (root) => {
        const adopted = [...root.adoptedStyleSheets].flatMap((sheet) =>
          [...sheet.cssRules].map((rule) => rule.cssText),
        );
        const own = [...root.querySelectorAll("style")].map((style) => style.textContent ?? "");
        return { css: [...adopted, ...own].join("\n"), html: root.querySelector(".card")?.outerHTML ?? "" };
      });
      const page = await stage.driver.openExtensionPage("options.html");
      await untilSeen(page, loadWords(language).t("options_title"));
      await page.evaluate(
        (css, html) => {
          const main = document.createElement("main");
          main.append(Object.assign(document.createElement("h1"), { textContent: "Card" }));
          main
            .appendChild(document.createElement("div"))
            .attachShadow({ mode: "open" }).innerHTML = `<style>${css}</style>${html}`;
          document.body.replaceChildren(main);
        },
        copy?.css ?? "",
        copy?.html ?? "",
      );
      for (const colourScheme of ["light", "dark"] as const) {
        await page.setMedia({ colourScheme });
        const isThere = () =>
          page.evaluate((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colourScheme);
        await until(isThere, PATIENCE, `${colourScheme} colours`);
        const { violations, passed } = await axeOn(page);
        expect(violations, colourScheme).toEqual([]);
        expect(passed).toBeGreaterThan(10);
      }
      await page.setMedia({});
      await page.close();
    },
  );

  it("have made no errors in all this", async () => {
    expect(await stage.problems()).toEqual([]);
  });
});
