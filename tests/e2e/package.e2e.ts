import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES } from "../../tools/browser/driver.js";
import { distFolder } from "../../tools/browser/launch.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { ROOT } from "../../tools/command.js";
import { marks } from "../../tools/pages/marks.js";
import { until } from "../../tools/until.js";
import { documentOf, newsPage, PATIENCE, Rig, untilShown } from "./rig.js";

const STORY = newsPage("<p>Hezbollah said that Raqqa was calm.</p><p>Hayat Tahrir al-Sham did not answer.</p>");
const MARKED = ["Hezbollah", "Raqqa", "Hayat Tahrir al-Sham"];
const browserName = BROWSER_NAMES[browserUnderTest()];
const button = (name: string) => ({ role: "button", name });

/** The files of knowledge in the package; the reader's language is Indonesian. */
describe(`a damaged package in ${browserName}`, () => {
  const indonesian = loadWords("id");
  let rig: Rig;
  let dist: string;

  const file = (name: string) => join(dist, "data", name);
  const withText = (name: string, text: string | RegExp, other: string) => () => {
    writeFileSync(file(name), readFileSync(file(name), "utf8").replace(text, other));
  };
  const withStamp = (name: string) => withText(name, /"stamp":(-?\d+)/, '"stamp":1');

  beforeAll(async () => {
    dist = join(mkdtempSync(join(tmpdir(), "konteks-damaged-")), browserUnderTest());
    cpSync(distFolder(ROOT, browserUnderTest()), dist, { recursive: true });
    rig = await Rig.start({ dist });
    await rig.store({ language: "id" });
    await rig.grant();
  });
  afterAll(async () => {
    await rig?.close();
    rmSync(join(dist, ".."), { recursive: true, force: true });
  });

  it.each<[what: string, name: string, damage: () => void, said: string]>([
    ["a list of names of another build", "spellings.json", withStamp("spellings.json"), "different builds"],
    ["a broken list of names", "spellings.json", withText("spellings.json", '"lines":[', '"lines":[7,'), "damaged"],
    ["a list of names cut short", "spellings.json", () => writeFileSync(file("spellings.json"), "{"), "damaged"],
    ["a missing list of names", "spellings.json", () => rmSync(file("spellings.json")), "missing"],
    ["names of another build", "names.json", withStamp("names.json"), "different builds"],
    ["records of another build", "records.id.json", withStamp("records.id.json"), "different builds"],
    ["references of another build", "references.json", withStamp("references.json"), "different builds"],
    ["broken records", "records.id.json", () => writeFileSync(file("records.id.json"), "{"), "damaged"],
    ["missing records", "records.id.json", () => rmSync(file("records.id.json")), "missing"],
  ])("%s is told in the popup, harms no page, and is forgotten once mended", async (_, name, damage, said) => {
    const whole = readFileSync(file(name));
    const tab = await rig.driver.openPage("about:blank");
    try {
      // A list that is not asked for does no harm: the index made of it is kept.
      if (name === "spellings.json") await rig.changeKeptIndex("forget");
      damage();
      await rig.driver.stopBackground();
      await tab.goto(rig.serve("/story", STORY));
      const report = await rig.untilPhase(tab, "failed");
      expect(report.error).toMatchObject({ code: "no-knowledge", detail: expect.stringContaining(said) });
      expect(await marks(tab)).toEqual([]);
      const before = await documentOf(tab);
      const popup = await rig.popupOf(tab);
      const what = indonesian.t("failure_what", { what: indonesian.t("failure_no_knowledge") });
      await untilShown(popup, indonesian.t("state_failed"), indonesian.t("state_failed_text"), what, said);

      writeFileSync(file(name), whole);
      await popup.clickOn(button(indonesian.t("do_again")));
      await tab.bringToFront();
      await rig.untilMarked(tab, MARKED);
      expect(await documentOf(tab)).toBe(before);
      await popup.close();
    } finally {
      writeFileSync(file(name), whole);
      await tab.close();
    }
  });
});

describe(`the kept index of names in ${browserName}`, () => {
  let rig: Rig;
  let story: string;
  let dist: string;
  beforeAll(async () => {
    dist = join(mkdtempSync(join(tmpdir(), "konteks-kept-")), browserUnderTest());
    cpSync(distFolder(ROOT, browserUnderTest()), dist, { recursive: true });
    rig = await Rig.start({ dist });
    story = rig.serve("/story", STORY);
    await rig.grant();
  });
  afterAll(async () => {
    await rig?.close();
    rmSync(join(dist, ".."), { recursive: true, force: true });
  });

  it.each(["forget", "damage", "outdate"] as const)(
    "is compiled anew after one does this to it: %s",
    async (change) => {
      await rig.changeKeptIndex(change);
      await rig.driver.stopBackground();
      const tab = await rig.driver.openPage(story);
      await rig.untilMarked(tab, MARKED);
      await tab.close();
    },
  );

  it("is compiled for a package that has arrived before a page asks, and then the list of names is not needed", async () => {
    const list = join(dist, "data/spellings.json");
    const whole = readFileSync(list);
    const tab = await rig.driver.openPage(story);
    await rig.untilMarked(tab, MARKED);
    await tab.goto("about:blank");
    const sum = await rig.keptSum();
    // Whole, of the same build, and what other code might have made of the same names.
    await rig.changeKeptIndex("forge");
    expect(await rig.keptSum()).not.toBe(sum);
    await rig.reloadExtension();
    await until(async () => (await rig.keptSum()) === sum, PATIENCE, "the index that this package gives");
    await until(async () => (await rig.registration()) !== undefined, PATIENCE, "the script's registration");
    rmSync(list);
    try {
      await rig.driver.stopBackground();
      await tab.goto(story);
      await tab.bringToFront();
      await rig.untilMarked(tab, MARKED);
    } finally {
      writeFileSync(list, whole);
      await tab.close();
    }
  });

  it("has made no errors in all this", async () => {
    expect(await rig.problems()).toEqual([]);
  });
});
