import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES, type Tab } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { marks, untilAnnotated } from "../../tools/pages/marks.js";
import { until } from "../../tools/until.js";
import { axeOn } from "../support/axe.js";
import { expectedOf } from "../support/sample-pages.js";
import { openStage, PATIENCE, type Stage, seenText, untilSeen } from "../support/stage.js";

const words = loadWords("en");
const expected = expectedOf("id-albu-kamal");
const told = expected.claims.filter(({ earlier }) => !earlier);
const inGroup = (group: string) => told.filter((claim) => claim.group === group).length;
/** Isolates keep names of other directions apart; a reader does not see them. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");
/** The popup sets marks of its own around what is quoted. */
const unquoted = (text: string) => text.replace(/^“|,?”$/gu, "");

describe(`who says so, in the popup of ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let stage: Stage;
  let tab: Tab;
  let popup: Tab;

  beforeAll(async () => {
    stage = await openStage({ locale: "en", flags: ["--screen-info={1600x1200}"] });
    await stage.grant(stage.samples.id.canonical.hostname);
    tab = await stage.driver.openPage(stage.samples.id.url);
    await untilAnnotated(tab, PATIENCE);
    popup = await stage.popupOf(tab);
    await untilSeen(popup, words.count("sum_total", told.length));
  });
  afterAll(() => stage?.close());
  afterEach(() => popup.bringToFront());

  const openClaims = async () => {
    await popup.clickOn({ role: "tab", name: `${words.t("voices_heading")} ${expected.claims.length}` });
    await untilSeen(popup, words.t("claims_mark"));
  };

  it("is summed up in one sentence of counts, which the expected table gives", async () => {
    const text = plain(await seenText(popup));
    expect(text).toContain(words.count("sum_party", inGroup("party")));
    expect(text).toContain(words.count("sum_unnamed", inGroup("unnamed")));
    expect(text).toContain(words.count("sum_monitor", inGroup("monitor")));
    expect(text).toContain(words.count("sum_earlier", expected.claims.length - told.length));
  });

  it("has every statement in order, with its words, and those that differ side by side", async () => {
    await openClaims();
    // Long statements are cut off by their looks alone: the text is all there.
    const listed = await popup.evaluate(() =>
      [...document.querySelectorAll(".claims .claim .content")].map((said) => said.textContent ?? ""),
    );
    expect(listed.map(plain)).toEqual(expected.claims.map(({ content }) => unquoted(plain(content))));
    const text = plain(await seenText(popup));
    expect(text).toContain(words.t("differences_heading"));
    expect(text).not.toMatch(/\bfalse\b|\btrue\b/i);
  });

  it("leads from a statement to its words in the page", async () => {
    await openClaims();
    const last = expected.claims.length;
    await popup.clickOn({ role: "button", name: words.t("claim_go_of", { n: String(last) }) });
    await until(() => tab.evaluate(() => scrollY > 0), PATIENCE, "the page at the words");
  });

  it("marks the statements in the page, and takes the marks away", async () => {
    await openClaims();
    const ofClaims = async () => (await marks(tab)).filter(({ highlight }) => highlight.startsWith("konteks-claim"));
    const press = () => popup.clickOn({ role: "switch", name: words.t("claims_mark") });
    await press();
    await until(async () => (await ofClaims()).length >= expected.claims.length, PATIENCE, "marks of the statements");
    await press();
    await until(async () => (await ofClaims()).length === 0, PATIENCE, "the end of these marks");
  });

  it("breaks no rule of accessibility", async () => {
    await openClaims();
    const { passed, violations } = await axeOn(popup);
    expect(violations).toEqual([]);
    expect(passed).toBeGreaterThan(0);
  });
});
