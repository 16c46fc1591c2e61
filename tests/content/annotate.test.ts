import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWalker } from "../../src/page/walk.js";
import { fail } from "../../src/shared/result.js";
import { fakeAnnotate, type Rig, rig } from "./page-rig.js";

const questions = ({ asked }: Rig, name: string) => asked.filter((one) => one.name === name);
const states = (r: Rig) => questions(r, "pageState").map(({ parameters }) => parameters);

describe("a page's way", () => {
  test("an article is annotated and its names are marked", async () => {
    const r = rig("<p>Alpha and beta</p><p>beta</p>");
    await r.page.begin(false);
    expect(r.page.report()).toMatchObject({
      phase: "annotated",
      url: "https://news.example.org/a",
      limits: [],
      marks: true,
    });
    expect(r.marked()).toEqual(["Alpha", "beta", "beta"]);
    expect(states(r).at(-1)).toEqual({ state: "annotated", count: 2 });
    expect(r.page.report().annotation?.entities.map(({ id }) => id)).toEqual(["alpha", "beta"]);
  });

  test.each<[name: string, options: Parameters<typeof rig>[1], asked: boolean, phase: string, counted: number]>([
    ["mail is never read", { url: "https://mail.google.com/" }, false, "not-news", 0],
    ["mail that the reader wants is", { url: "https://mail.google.com/" }, true, "annotated", 0],
    [
      "a site that the reader always wants is",
      { url: "https://intranet.local/", sites: { "intranet.local": "always" } },
      false,
      "annotated",
      0,
    ],
    ["off here: nothing at all", { sites: { "news.example.org": "never" } }, false, "off", 0],
    ["off here, asked for all the same", { sites: { "news.example.org": "never" } }, true, "annotated", 0],
    ["unclear with two names", { head: "", names: 2 }, false, "not-news", 1],
    ["unclear with three names", { head: "", names: 3 }, false, "annotated", 1],
  ])("%s", async (_, options, asked, phase, counted) => {
    const r = rig("<p>Alpha</p>", options);
    await r.page.begin(asked);
    expect(r.page.report().phase).toBe(phase);
    expect(questions(r, "countNames").length).toBe(counted);
    expect(r.marked()).toEqual(phase === "annotated" ? ["Alpha"] : []);
  });

  test("no names, and no text", async () => {
    for (const body of ["<p>nobody</p>", ""]) {
      const r = rig(body);
      await r.page.begin(false);
      expect(r.page.report().phase).toBe("nothing-found");
    }
  });

  test("an unclear page is asked about again when its text has grown", async () => {
    const r = rig("<p>x</p>", { head: "", names: 0 });
    await r.page.begin(false);
    const add = async (text: string) => {
      const p = r.document.createElement("p");
      p.append(text);
      r.document.body.append(p);
      r.mutate([{ type: "childList", target: r.document.body, addedNodes: [p] }]);
      r.flush();
      await r.rest();
    };
    await add("much more text than before");
    expect(questions(r, "countNames").length).toBe(2);
    await add("a bit");
    expect(questions(r, "countNames").length).toBe(2);
    const meta = r.document.createElement("meta");
    meta.setAttribute("property", "article:published_time");
    meta.setAttribute("content", "2017-11-20");
    r.document.head.append(meta);
    await add("Alpha");
    expect(r.page.report().phase).toBe("annotated");
  });

  test("terms are drawn or not, as the reader likes", async () => {
    const r = rig("<p>Alpha and beta</p>");
    await r.page.begin(false);
    r.settings.terms = false;
    r.page.repaint();
    expect(r.marked()).toEqual(["Alpha"]);
    expect(states(r).at(-1)).toEqual({ state: "annotated", count: 1 });
    r.settings.terms = true;
    r.page.repaint();
    expect(r.marked()).toEqual(["Alpha", "beta"]);
  });

  test("switched off, nothing is left and nothing is followed", async () => {
    const r = rig("<p>Alpha</p>");
    await r.page.begin(false);
    r.page.switchOff();
    expect([r.page.report().phase, r.marked(), states(r).at(-1)]).toEqual(["off", [], { state: "off", count: 0 }]);
    expect(r.page.report().annotation).toBeUndefined();
    r.mutate([{ type: "childList", target: r.document.body, addedNodes: [r.document.body] }]);
    r.flush();
    await r.rest();
    expect(r.marked()).toEqual([]);
  });

  test.each([
    ["asked for by the reader", { head: "", names: 0 }, true],
    ["of unclear sort", { head: "", names: 3 }, false],
    ["of news", {}, false],
  ])("a page %s goes on though the answer was lost while it was left", async (_, options, asked) => {
    const r = rig("<p>Alpha</p>", options);
    r.meanwhile.lost = true;
    void r.page.begin(asked);
    await r.rest();
    r.meanwhile.lost = false;
    expect(r.marked()).toEqual([]);
    r.page.resume();
    await r.rest();
    expect([r.page.report().phase, r.marked()]).toEqual(["annotated", ["Alpha"]]);
    const before = states(r).length;
    r.page.resume();
    expect(states(r).length).toBe(before + 1);
  });

  test("a failure is told; a background that is gone for good ends the script", async () => {
    const r = rig("<p>Alpha</p>");
    r.failing.with = fail("no-knowledge", "broken file");
    await r.page.begin(false);
    expect(r.page.report()).toMatchObject({ phase: "failed", error: { code: "no-knowledge", detail: "broken file" } });
    const unclear = rig("<p>Alpha</p>", { head: "" });
    unclear.failing.with = r.failing.with;
    await unclear.page.begin(false);
    expect(unclear.page.report().phase).toBe("failed");
    r.failing.with = undefined;
    await r.page.begin(true);
    expect(r.page.report().phase).toBe("annotated");
    expect(r.page.report().error).toBeUndefined();
    r.failing.with = fail("unreachable");
    await r.page.begin(false);
    expect(r.orphaned()).toBe(1);
  });

  test("a new beginning leaves no answer of the old one behind", async () => {
    const r = rig("<p>Alpha</p>");
    const first = r.page.begin(false);
    const second = r.page.begin(false);
    await Promise.all([first, second]);
    expect(r.marked()).toEqual(["Alpha"]);
    expect(questions(r, "annotate").length).toBe(1);
  });

  test("the document is never changed, from start to end", async () => {
    const r = rig("<p>Alpha</p><!-- x --><p>beta</p>");
    const before = r.document.toString();
    await r.page.begin(false);
    expect(r.document.toString()).toBe(before);
    r.controller.abort();
    expect(r.document.toString()).toBe(before);
  });
});

describe("changes", () => {
  test("a changed block is asked for alone, with the evidence of the others", async () => {
    const r = rig("<p>Alpha</p><p>x</p>");
    await r.page.begin(false);
    const text = r.document.querySelectorAll("p")[1]?.firstChild;
    if (!text) throw new Error("no text");
    text.textContent = "beta";
    r.mutate([{ type: "characterData", target: text }]);
    r.flush();
    await r.rest();
    expect(questions(r, "annotate").at(-1)?.parameters).toMatchObject({
      article: { blocks: [{ id: 2, revision: 2, text: "beta" }] },
      context: { named: ["alpha"] },
    });
    expect(questions(r, "annotate").length).toBe(2);
    expect(r.marked()).toEqual(["Alpha", "beta"]);
  });

  test("a block that changes the context has the whole asked for again", async () => {
    const r = rig("<p>beta</p><p>x</p>");
    await r.page.begin(false);
    expect(r.marked()).toEqual([]);
    const text = r.document.querySelectorAll("p")[1]?.firstChild;
    if (!text) throw new Error("no text");
    text.textContent = "Alpha";
    r.mutate([{ type: "characterData", target: text }]);
    r.flush();
    await r.rest();
    expect(r.marked()).toEqual(["beta", "Alpha"]);
    expect(questions(r, "annotate").length).toBe(3);
    r.document.querySelectorAll("p")[1]?.remove();
    r.mutate([{ type: "childList", target: r.document.body }]);
    r.flush();
    await r.rest();
    expect([r.marked(), r.page.report().phase]).toEqual([[], "nothing-found"]);
  });

  test("an answer for a text that has changed since is not applied", async () => {
    const r = rig("<p>Alpha</p><p>Alpha</p>");
    const text = r.document.querySelector("p")?.firstChild;
    r.meanwhile.run = () => {
      if (!text) return;
      text.textContent = "nothing like the Alpha";
      r.mutate([{ type: "characterData", target: text }]);
      r.flush();
    };
    await r.page.begin(false);
    await r.rest();
    expect(r.marked()).toEqual(["Alpha", "Alpha"]);
    expect(r.page.report().annotation?.blocks[0]).toMatchObject({ revision: 2, mentions: [{ start: 17 }] });
  });

  const edit = fc.record({
    kind: fc.constantFrom("add", "remove", "text"),
    at: fc.nat(),
    words: fc.constantFrom("Alpha", "beta", "Alpha beta", "x", ""),
    /** Does it happen while a question is on its way? */
    meanwhile: fc.boolean(),
  });

  test("any sequence of edits ends in what annotating the final text at once gives", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
        const r = rig("<p>Alpha</p><div>beta<p>x</p></div>");
        await r.page.begin(false);
        for (const { kind, at, words, meanwhile } of edits) {
          const apply = () => {
            const all = [...r.document.body.querySelectorAll("*")];
            const target = all[at % Math.max(1, all.length)] ?? r.document.body;
            if (kind === "add") {
              const p = r.document.createElement("p");
              p.append(words);
              target.append(p);
              r.mutate([{ type: "childList", target, addedNodes: [p] }]);
            } else if (kind === "remove" && target.parentNode && target !== r.document.body) {
              const parent = target.parentNode;
              target.remove();
              r.mutate([{ type: "childList", target: parent }]);
            } else if (kind === "text" && target.firstChild?.nodeType === 3) {
              target.firstChild.textContent = words;
              r.mutate([{ type: "characterData", target: target.firstChild }]);
            }
            r.flush();
          };
          if (meanwhile) r.meanwhile.run = apply;
          else apply();
          await r.rest();
        }
        r.meanwhile.run?.();
        r.meanwhile.run = undefined;
        await r.rest();
        const plain = (blocks: ReturnType<typeof fakeAnnotate>["blocks"]) =>
          blocks.map(({ mentions, lang, evidence }) => ({ mentions, lang, evidence }));
        const final = fakeAnnotate({ blocks: createWalker(r.document).walk() });
        const annotation = r.page.report().annotation;
        expect(plain(annotation?.blocks ?? [])).toEqual(plain(final.blocks));
        expect(annotation?.entities).toEqual(final.entities);
        expect(r.marked()).toEqual(final.blocks.flatMap(({ mentions }) => mentions.map(({ alias }) => alias)));
      }),
      { numRuns: 300 },
    );
  });
});
