import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES, type Tab } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { CARD_HOST, cardIsOpen, marks, openCard, untilAnnotated } from "../../tools/pages/marks.js";
import { SAMPLE_LANGUAGES, type SampleLanguage } from "../../tools/pages/sample.js";
import { until } from "../../tools/until.js";
import { collapsed, placedMarks } from "../support/placed-marks.js";
import { expectedOf, nthIndex, SAMPLE_PAGES } from "../support/sample-pages.js";
import {
  articlePage,
  MADE_HOST,
  openStage,
  PATIENCE,
  type Stage,
  seenText,
  snapshot,
  untilSeen,
} from "../support/stage.js";

const words = loadWords("en");
const OFF_HERE = { role: "button", name: `${words.t("card_off_here")}: ${words.t("card_off_here_long")}` };
const NAMES = "<p>The Syrian army fought Hezbollah’s rivals near Abu Kamal and Raqqa, on the Euphrates.</p>";

/** How each kind is drawn. */
const LINES: Readonly<Record<string, string>> = {
  group: "actor",
  force: "actor",
  government: "actor",
  organisation: "actor",
  party: "actor",
  person: "person",
  place: "place",
  event: "place",
  outlet: "source",
  monitor: "source",
  term: "term",
};

describe(`marks in ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let stage: Stage;
  const open: Tab[] = [];

  beforeAll(async () => {
    stage = await openStage({ locale: "en" });
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    for (const tab of open.splice(0)) {
      await tab.setMedia({});
      await tab.close();
    }
    await stage.settings({});
  });

  const openPage = async (url: string): Promise<Tab> => {
    const tab = await stage.driver.openPage(url);
    open.push(tab);
    return tab;
  };
  const popupOf = async (tab: Tab): Promise<Tab> => {
    const popup = await stage.popupOf(tab);
    open.push(popup);
    return popup;
  };
  const untilBare = (tab: Tab) =>
    until(async () => (await marks(tab)).length === 0, PATIENCE, "the end of the last mark");

  describe.each(SAMPLE_LANGUAGES)("on the sample page in %s", (language) => {
    it("leave the document byte for byte what it was, whatever Konteks does", async () => {
      const { canonical, url } = stage.samples[language];
      const tab = await openPage(url);
      const before = await snapshot(tab);
      expect(await marks(tab)).toEqual([]);

      await stage.grant(canonical.hostname);
      await untilAnnotated(tab, PATIENCE);
      expect(await snapshot(tab)).toEqual(before);

      await tab.reload();
      await untilAnnotated(tab, PATIENCE);
      expect(await snapshot(tab)).toEqual(before);

      await openCard(tab, PATIENCE);
      const whileOpen = await tab.evaluate((host) => {
        const copy = document.documentElement.cloneNode(true) as Element;
        copy.querySelector(host)?.remove();
        return copy.outerHTML;
      }, CARD_HOST);
      expect(whileOpen).toBe(before.html);
      await tab.press("Escape");
      await until(async () => !(await cardIsOpen(tab)), PATIENCE, "the card's end");
      expect(await snapshot(tab)).toEqual(before);

      await tab.movePointer(2, 2);
      await openCard(tab, PATIENCE);
      await tab.clickOn(OFF_HERE, CARD_HOST);
      await untilBare(tab);
      expect(await snapshot(tab)).toEqual(before);
      await tab.reload();
      await untilSeen(await popupOf(tab), words.t("state_off", { host: canonical.hostname }));
      expect(await marks(tab)).toEqual([]);
      expect(await snapshot(tab)).toEqual(before);
    });

    it("are exactly the expected ones: right words, right lines, nothing else", async () => {
      const { canonical, url } = stage.samples[language];
      await stage.grant(canonical.hostname);
      const tab = await openPage(url);
      await untilAnnotated(tab, PATIENCE);
      const { expected, spanOf, found } = await comparison(tab, language);
      const wanted = expected.mentions.map(({ confidence, kind, occurrence, text }) => ({
        ...spanOf(text, occurrence),
        text,
        highlight: `konteks-${LINES[kind]}${confidence === "probable" ? "-probable" : ""}`,
      }));
      // A mark may take in more than the name itself ("the town of"), or less (no article).
      const aligned = wanted.map((one, i) => {
        const mark = found[i];
        return mark && (isWithin(one, mark) || isWithin(mark, one)) ? { ...one, highlight: mark.highlight } : mark;
      });
      expect(aligned).toEqual(wanted);
      expect(found.slice(wanted.length)).toEqual([]);
      for (const { occurrence, text, where, why } of expected.never) {
        if (where !== "readable") continue;
        const refused = spanOf(text, occurrence ?? 1);
        expect(refused.start, text).toBeGreaterThanOrEqual(0);
        const marked = found.filter(({ start, end }) => start < refused.end && refused.start < end);
        expect(marked, `${text}: ${why}`).toEqual([]);
      }
    });
  });

  it("are drawn on a page whose policy forbids every script and style, and so is the card", async () => {
    await stage.grant(MADE_HOST);
    const url = stage.make("/strict", articlePage(NAMES), {
      "content-security-policy":
        "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; sandbox",
    });
    const tab = await openPage(url);
    expect((await untilAnnotated(tab, PATIENCE)).map(({ text }) => text)).toContain("Abu Kamal");
    await openCard(tab, PATIENCE, "Abu Kamal");
    const styled = () =>
      tab.shadowEvaluate(CARD_HOST, (root) => {
        const card = root.querySelector(".card");
        return card ? getComputedStyle(card).borderStartStartRadius : "";
      });
    expect(await until(styled, PATIENCE, "the card's styles")).not.toBe("0px");
  });

  it("can be seen on a dark page", async () => {
    await stage.grant(MADE_HOST);
    const url = stage.make("/dark", articlePage(NAMES, "<style>html{background:#111;color:#ddd}</style>"));
    const tab = await openPage(url);
    await tab.setMedia({ colourScheme: "dark" });
    const light = await untilAnnotated(tab, PATIENCE);
    await tab.reload();
    expect(await untilAnnotated(tab, PATIENCE)).toEqual(light);
    const colour = await tab.evaluate(() => {
      const [paragraph] = document.getElementsByTagName("p");
      if (!paragraph) return "";
      const style = getComputedStyle(paragraph, "::highlight(konteks-place)");
      return `${style.textDecorationLine} ${style.textDecorationColor}`;
    });
    expect(colour).toMatch(/^underline rgb/);
    expect(contrast(colour, "rgb(17, 17, 17)")).toBeGreaterThanOrEqual(3);
  });

  it("are not drawn with forced colours; the popup lists the names and says so", async () => {
    await stage.grant(MADE_HOST);
    const tab = await openPage(stage.make("/forced", articlePage(NAMES)));
    const before = await untilAnnotated(tab, PATIENCE);
    await tab.setMedia({ forcedColours: true });
    await untilBare(tab);
    const popup = await popupOf(tab);
    await untilSeen(popup, words.t("limit_no_marks"));
    expect(await seenText(popup)).toContain("Abu Kamal");
    await tab.setMedia({});
    await tab.bringToFront();
    expect(await untilAnnotated(tab, PATIENCE)).toEqual(before);
  });

  it("need no body, and a page without one is unharmed", async () => {
    await stage.grant(MADE_HOST);
    const page = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>No body</title>
      <meta property="og:type" content="article"/></head></html>`;
    const url = stage.make("/bodiless", page, { "content-type": "application/xhtml+xml" });
    const tab = await openPage(url);
    const before = await snapshot(tab);
    expect(await tab.evaluate(() => document.body === null)).toBe(true);
    await untilSeen(await popupOf(tab), words.t("state_nothing"));
    expect(await snapshot(tab)).toEqual(before);
  });

  it("leave an empty page empty", async () => {
    await stage.grant(MADE_HOST);
    const tab = await openPage(stage.make("/empty", ""));
    const before = await snapshot(tab);
    await untilSeen(await popupOf(tab), words.t("state_not_news"));
    expect(await snapshot(tab)).toEqual(before);
  });

  it("come although the page's own data is hostile", async () => {
    await stage.grant(MADE_HOST);
    const hostile = [
      `{"@type":"NewsArticle","datePublished":{"toString":1},"headline":[[[]]],"author":{"name":{"name":[]}}}`,
      `{"__proto__":{"polluted":true},"constructor":{"prototype":1},"@type":["NewsArticle",null,5]}`,
      `{"@graph":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
      `{"@graph":[${`{"@type":"NewsArticle"},`.repeat(5_000)}7]}`,
      `{"@type":"NewsArticle","inLanguage":"${"x".repeat(500_000)}","datePublished":"9999-99-99"}`,
      "null",
      "{not json",
    ];
    const head = hostile.map((data) => `<script type="application/ld+json">${data}</script>`).join("");
    const tab = await openPage(stage.make("/hostile", articlePage(NAMES, head)));
    const before = await snapshot(tab);
    expect((await untilAnnotated(tab, PATIENCE)).map(({ text }) => text)).toContain("Abu Kamal");
    expect(await snapshot(tab)).toEqual(before);
  });

  it("have made no errors in all this", async () => {
    expect(await stage.problems()).toEqual([]);
  });
});

interface Span {
  start: number;
  end: number;
}

/** The page's marks and its expectations, both counted in the page's readable text with white space collapsed. */
async function comparison(tab: Tab, language: SampleLanguage) {
  const name = SAMPLE_PAGES.find((one) => one.startsWith(`${language}-`));
  if (!name) throw new Error(`No expectations for "${language}"`);
  const { text, marks: placed } = await placedMarks(tab);
  const readable = collapsed(text);
  const spanOf = (wanted: string, occurrence: number) => {
    const start = nthIndex(readable.text, wanted, occurrence);
    return { start, end: start + wanted.length };
  };
  const found = placed.map(({ start, end, highlight }) => {
    const span = { start: readable.at(start), end: readable.at(end) };
    return { ...span, text: readable.text.slice(span.start, span.end), highlight };
  });
  return { expected: expectedOf(name), spanOf, found };
}

const isWithin = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;

/** Contrast of two colours as CSS writes them, by WCAG 2. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = (/rgba?\((\d+), (\d+), (\d+)/.exec(colour) ?? []).slice(1).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
