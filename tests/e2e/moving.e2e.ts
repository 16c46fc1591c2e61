import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadWords } from "../../src/shared/words.js";
import { BROWSER_NAMES, type Tab } from "../../tools/browser/driver.js";
import { browserUnderTest } from "../../tools/browser/under-test.js";
import { type Mark, marks } from "../../tools/pages/marks.js";
import { findSample } from "../../tools/pages/sample.js";
import { until } from "../../tools/until.js";
import { editAtRandom } from "./random-edit.js";
import { documentOf, newsPage, PATIENCE, Rig, SAMPLES, SITE, textsOf, untilShown } from "./rig.js";

const words = loadWords("en");
const FIRST = "<p id='first'>Hezbollah said that Raqqa was calm.</p>";
const SECOND = "<p id='second'>Hayat Tahrir al-Sham did not answer.</p>";
const STORY = newsPage(FIRST + SECOND);
const MARKED = ["Hezbollah", "Raqqa", "Hayat Tahrir al-Sham"];

/** Puts HTML at the end of the story. */
const append = (tab: Tab, html: string): Promise<void> =>
  tab.evaluate((more) => document.getElementById("story")?.insertAdjacentHTML("beforeend", more), html);

/** Pages that change after they have been annotated. */
describe(`pages that move in ${BROWSER_NAMES[browserUnderTest()]}`, () => {
  let rig: Rig;
  let story: string;

  beforeAll(async () => {
    rig = await Rig.start();
    story = rig.serve("/story", STORY);
    await rig.grant();
  });
  afterAll(() => rig?.close());

  const openStory = async (): Promise<Tab> => {
    const tab = await rig.driver.openPage(story);
    await rig.untilMarked(tab, MARKED);
    return tab;
  };

  it("marks what comes late", async () => {
    const tab = await openStory();
    await append(tab, "<div><p>In Raqqa, Hezbollah spoke.</p></div>");
    await rig.untilMarked(tab, [...MARKED, "Raqqa", "Hezbollah"]);
    await tab.evaluate(() =>
      document.getElementById("first")?.insertAdjacentHTML("beforebegin", "<p>Raqqa first.</p>"),
    );
    await rig.untilMarked(tab, ["Raqqa", ...MARKED, "Raqqa", "Hezbollah"]);
    await tab.close();
  });

  it("marks text anew when it changes, and leaves no stale mark", async () => {
    const tab = await openStory();
    await tab.evaluate(() => {
      (document.getElementById("first") as Element).textContent = "Nobody but Hezbollah spoke, far away.";
    });
    await rig.untilMarked(tab, ["Hezbollah", "Hayat Tahrir al-Sham"]);
    await tab.evaluate(() => {
      (document.getElementById("first")?.firstChild as Text).data = "It was quiet in Raqqa.";
    });
    await rig.untilMarked(tab, ["Raqqa", "Hayat Tahrir al-Sham"]);
    await tab.evaluate(() => {
      const text = document.getElementById("second")?.firstChild as Text;
      text.insertData(0, "As before, ");
    });
    // The same words, further on: the old ranges would hold others.
    await rig.untilMarked(tab, ["Raqqa", "Hayat Tahrir al-Sham"]);
    await tab.close();
  });

  it("keeps its marks where the page puts the same words into other elements", async () => {
    const tab = await openStory();
    await tab.evaluate(() => {
      const text = document.getElementById("first")?.firstChild as Text;
      const rest = text.splitText(4);
      const link = document.createElement("a");
      rest.replaceWith(link);
      link.append(rest);
    });
    await rig.untilMarked(tab, MARKED);
    await tab.evaluate(() => document.getElementById("first")?.replaceChildren("Hezbollah said that Raqqa was calm."));
    await rig.untilMarked(tab, MARKED);
    await tab.close();
  });

  it("leaves no mark of what was removed or hidden", async () => {
    const tab = await openStory();
    await tab.evaluate(() => document.getElementById("first")?.remove());
    await rig.untilMarked(tab, MARKED.slice(2));
    await tab.evaluate(() => document.getElementById("second")?.setAttribute("hidden", ""));
    await rig.untilMarked(tab, []);
    await tab.evaluate(() => document.getElementById("second")?.removeAttribute("hidden"));
    await rig.untilMarked(tab, MARKED.slice(2));
    await tab.close();
  });

  it("marks the whole of a list that grows without end as if it had been there from the start", async () => {
    const tab = await openStory();
    for (let batch = 0; batch < 30; batch++) {
      const names = ["Islamic State", "the Syrian army", "SANA", "Bashar al-Assad", "Deir al-Zor", "the Observatory"];
      const lines = [1, 2, 3].map((line) => `<p>${batch}.${line}: ${names[(batch + line) % names.length]} again.</p>`);
      await append(tab, lines.join(""));
    }
    const html = await documentOf(tab);
    const fresh = await rig.freshMarks(html);
    expect(fresh.length).toBeGreaterThan(60);
    await tab.bringToFront();
    await rig.untilMarks(tab, fresh);
    expect((await rig.report(tab))?.limits).toEqual([]);
    await tab.close();
  });

  it("reads earlier short forms again once the full name comes", async () => {
    const tab = await rig.driver.openPage(
      rig.serve("/short", newsPage("<p>SANA called it calm.</p><p>So did Hezbollah.</p>")),
    );
    await rig.untilMarked(tab, ["Hezbollah"]);
    await append(tab, "<p>The Syrian Arab News Agency (SANA) is run by the state.</p>");
    await rig.untilMarked(tab, ["SANA", "Hezbollah", "Syrian Arab News Agency", "SANA"]);
    await tab.evaluate(() => document.querySelector("#story p:last-child")?.remove());
    await rig.untilMarked(tab, ["Hezbollah"]);
    await tab.close();
  });

  it.each(["pushState", "replaceState"] as const)("begins anew on a page within the page, by %s", async (how) => {
    const tab = await openStory();
    const popup = await rig.popupOf(tab);
    await untilShown(popup, "Hayat Tahrir al-Sham");
    await tab.bringToFront();
    await tab.evaluate((method) => {
      history[method](null, "", "/elsewhere?of=two");
      document.title = "Elsewhere";
      const story = document.getElementById("story") as Element;
      story.innerHTML = "<h1>Elsewhere</h1><p>Bashar al-Assad was in Damascus.</p>";
    }, how);
    await rig.untilMarked(tab, ["Bashar al-Assad", "Damascus"]);
    const report = await rig.untilPhase(tab, "annotated");
    expect([report.url, report.title]).toEqual([`http://${SITE}/elsewhere?of=two`, "Elsewhere"]);
    expect(report.annotation?.entities.map(({ name }) => name)).not.toContain("Hezbollah");
    await popup.bringToFront();
    expect(await untilShown(popup, "Bashar al-Assad")).not.toContain("Hayat Tahrir al-Sham");
    if (how === "pushState") {
      await tab.bringToFront();
      await tab.evaluate((html) => {
        addEventListener("popstate", () => {
          (document.getElementById("story") as Element).innerHTML = html;
        });
        history.back();
      }, FIRST);
      await rig.untilMarked(tab, MARKED.slice(0, 2));
      expect((await rig.untilPhase(tab, "annotated")).url).toBe(story);
    }
    for (const open of [popup, tab]) await open.close();
  });

  it("keeps its marks in the browser's memory of left pages, and goes on from there", async () => {
    const tab = await openStory();
    await rig.untilPhase(tab, "annotated");
    await tab.evaluate(() => {
      addEventListener("pageshow", ({ persisted }) => {
        document.documentElement.dataset.persisted = String(persisted);
      });
    });
    const away = rig.serve("/away", newsPage("<p>Bashar al-Assad was in Damascus.</p>"));
    const back = async () => {
      await tab.evaluate(() => void setTimeout(() => history.back(), 0));
      await until(async () => (await tab.url()) === story, PATIENCE, "the way back");
      await until(
        () => tab.evaluate(() => document.documentElement.dataset.persisted === "true"),
        PATIENCE,
        "the page from the browser's memory",
      );
    };
    await tab.goto(away);
    await rig.untilMarked(tab, ["Bashar al-Assad", "Damascus"]);
    await back();
    await rig.untilMarked(tab, MARKED);
    const title = words.count("toolbar_annotated", MARKED.length);
    await until(async () => (await rig.toolbarTitle(tab)) === title, PATIENCE, "the toolbar's word on the page");
    const popup = await rig.popupOf(tab);
    expect(await untilShown(popup, ...MARKED)).not.toContain("Damascus");
    await popup.close();
    await append(tab, "<p>Raqqa again.</p>");
    await rig.untilMarked(tab, [...MARKED, "Raqqa"]);

    // What the reader chooses meanwhile holds here too.
    await tab.goto(away);
    await rig.untilMarked(tab, ["Bashar al-Assad", "Damascus"]);
    await rig.store({ sites: { [SITE]: "never" } });
    await rig.untilMarked(tab, []);
    await back();
    await rig.untilMarked(tab, []);
    await rig.store({});
    await rig.untilMarked(tab, [...MARKED, "Raqqa"]);

    await tab.goto(away);
    await rig.untilMarked(tab, ["Bashar al-Assad", "Damascus"]);
    await rig.revokeAll();
    await rig.untilMarked(tab, []);
    await back();
    await rig.untilMarked(tab, []);
    await until(async () => (await rig.report(tab)) === undefined, PATIENCE, "the script's end");
    await rig.grant();
    await rig.untilMarked(tab, [...MARKED, "Raqqa"]);
    await tab.close();
  });

  it("marks text in open shadow roots, and what changes in them", async () => {
    const body = `${FIRST}<live-line></live-line><script>
      customElements.define("live-line", class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = "<p>Damascus was calm.</p>"; }
      });</script>`;
    const tab = await rig.driver.openPage(rig.serve("/shadow", newsPage(body)));
    const inShadow = () =>
      tab.evaluate(() => {
        const root = document.querySelector("live-line")?.shadowRoot;
        return [...CSS.highlights]
          .filter(([name]) => name.startsWith("konteks-"))
          .flatMap(([, highlight]) => [...highlight])
          .filter(({ startContainer }) => root?.contains(startContainer))
          .map((at) => startText(at))
          .sort();

        function startText({ startContainer, startOffset, endOffset }: AbstractRange): string {
          return (startContainer as Text).data.slice(startOffset, endOffset);
        }
      });
    const untilThere = (...names: string[]) =>
      until(async () => String(await inShadow()) === String(names), PATIENCE, names.join(" and "));
    await untilThere("Damascus");
    await tab.evaluate(() => {
      document.querySelector("live-line")?.shadowRoot?.querySelector("p")?.append(" Raqqa too.");
    });
    await untilThere("Damascus", "Raqqa");
    await tab.evaluate(() => document.getElementById("story")?.append(document.createElement("live-line")));
    await until(
      async () => (await rig.report(tab))?.annotation?.blocks.length === 4,
      PATIENCE,
      "the second one's block",
    );
    await tab.evaluate(() => document.querySelector("live-line")?.remove());
    await untilThere("Damascus");
    await tab.close();
  });

  it("marks text in elements without a box, unless nobody sees it", async () => {
    const style = "<style>.bare { display: contents } .gone { display: none } .unseen { visibility: hidden }</style>";
    const text = (name: string, outer: string) =>
      `<div class="${outer}"><div class="bare">${name} was calm.</div></div>`;
    const body = text("Raqqa", "bare") + text("Hezbollah", "gone") + text("Hezbollah", "unseen") + text("Damascus", "");
    const tab = await rig.driver.openPage(rig.serve("/bare", newsPage(body, { head: style })));
    await rig.untilMarked(tab, ["Raqqa", "Damascus"]);
    await tab.close();
  });

  it("leaves a page alone until somebody sees it", async () => {
    const tab = await rig.driver.openPage("about:blank");
    await rig.tabId(tab);
    const front = await rig.driver.openPage(story);
    await tab.goto(rig.serve("/behind", STORY));
    await until(async () => (await rig.report(tab))?.phase === "waiting", PATIENCE, "the script in the hidden page");
    // Another page that comes later is through with everything.
    await front.reload();
    await rig.untilPhase(front, "annotated");
    expect((await rig.report(tab))?.phase).toBe("waiting");
    expect(await marks(tab)).toEqual([]);
    await tab.bringToFront();
    await rig.untilMarked(tab, MARKED);
    for (const open of [front, tab]) await open.close();
  });

  it.each([
    ["en", 1],
    ["id", 2],
    ["ar", 3],
  ] as const)("ends where a fresh load ends, after 25 edits of the page in %s by seed %i", async (language, seed) => {
    const sample = findSample(SAMPLES, language);
    const host = sample.canonical.hostname;
    const html = readFileSync(sample.file, "utf8");
    const tab = await rig.driver.openPage(rig.serve(`/seed/${seed}`, html, host));
    const before = textsOf(await rig.settledMarks(tab));
    let fresh: Mark[] = [];
    for (let step = 1; step <= 25; step++) {
      await tab.evaluate(editAtRandom, seed * 1000 + step);
      if (step !== 8 && step !== 16 && step !== 25) continue;
      // Here and there the page comes to rest, so that the next edits meet an annotation that is itself made of parts.
      fresh = await rig.freshMarks(await documentOf(tab), host);
      await tab.bringToFront();
      await rig.untilMarks(tab, fresh);
    }
    expect(textsOf(fresh)).not.toEqual(before);
    expect(fresh.length).toBeGreaterThan(20);
    await tab.close();
  });

  it("has made no errors in all this", async () => {
    expect(await rig.problems()).toEqual([]);
  });
});
