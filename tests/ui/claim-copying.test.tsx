import { describe, expect, it, vi } from "vitest";
import { type CitedPage, claimsText, recordsOf } from "../../src/ui/claim-text.js";
import { frontDetail } from "./records.js";
import { draw, named, press, textOf, words } from "./rendering.js";
import { claim, minister, relay, voices } from "./voices.js";

const copied = vi.hoisted(() => vi.fn(async (_: string) => true));
vi.mock("../../src/ui/copy-text.js", () => ({ copyText: copied }));
const { CopyBar, CopyClaim, useClaimCopy } = await import("../../src/ui/claim-copy.js");

const page: CitedPage = {
  url: "https://a.example/x_(1)",
  title: "A *page*",
  site: "a.example",
  date: "2017-11-20",
  knowledge: "2026-11",
};
const backing = new Map([["times", { publisher: "Example [Agency]", url: "https://example.org/a" }]]);
const numbered = voices.claims.map((one, at) => ({ claim: one, n: at + 1 }));
const second = numbered.slice(1, 2);
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, "");

describe("statements as text", () => {
  it("are a footnote with chain, standing, links and the page's date", () => {
    expect(bare(claimsText(second, page, "footnote", backing, words.en))).toBe(
      [
        "“Kota itu kami kuasai”",
        "Example Front (“Front Contoh”) “kata” → Harbour Times (“Harbour Tims”) → a.example, 19 Nov 2017",
        "Example Front: Armed group · Party to the conflict (Example war), side: the Province",
        "Harbour Times: News site · Described as close to one side (Example war), side: the Harbour, according to Example Agency",
        "   Example [Agency]: https://example.org/a",
        "",
        "A *page*, a.example, Article of 20 Nov 2017",
        "https://a.example/x_(1)",
        "",
        "Konteks · Knowledge of November 2026",
      ].join("\n"),
    );
  });

  it("are Markdown in which no word of the page does anything", () => {
    expect(bare(claimsText(second, page, "markdown", backing, words.en))).toBe(
      [
        "> “Kota itu kami kuasai”",
        "",
        "**Example Front (“Front Contoh”)** “kata” → Harbour Times (“Harbour Tims”) → a.example, 19 Nov 2017",
        "",
        "- Example Front: Armed group · Party to the conflict (Example war), side: the Province",
        "- Harbour Times: News site · Described as close to one side (Example war), side: the Harbour, according to Example Agency ([Example \\[Agency\\]](https://example.org/a))",
        "",
        "[A \\*page\\*](https://a.example/x_%281%29), a.example, Article of 20 Nov 2017",
        "",
        "Konteks · Knowledge of November 2026",
      ].join("\n"),
    );
  });

  it("are numbered where there are more, with the page once, and say what is unclear", () => {
    const text = bare(claimsText(numbered, { ...page, title: "" }, "footnote", new Map(), words.en));
    expect(text.match(/^\d\. /gm)).toEqual(["1. ", "2. ", "3. ", "4. ", "5. ", "6. "]);
    expect(text.match(/https:/g)).toHaveLength(1);
    expect(text).toContain("Menteri Anu: Unclear · belongs to Province of Examplia");
    expect(text).toContain("\na.example, Article of 20 Nov 2017\n");
  });

  it("point the other way in Arabic, and say that the date is unknown", () => {
    const { date: _, ...undated } = page;
    const text = claimsText(second, undated, "footnote", new Map(), words.ar);
    expect(text).toContain(" ← ");
    expect(text).not.toContain("→");
    expect(text).toContain(words.ar.t("page_date_unknown"));
  });

  it("ask for the records of all hands, of the body where the speaker has none", () => {
    expect(recordsOf(claim("x", { source: minister, via: [relay] }))).toEqual(["province", "times"]);
  });
});

describe("copying them", () => {
  const recordOf = vi.fn(async (id: string) => (id === "times" ? { ...frontDetail, id } : undefined));
  function Tools() {
    const copying = useClaimCopy({ page, recordOf });
    return (
      <>
        <CopyBar copying={copying} claims={numbered} />
        {second.map((one) => (
          <CopyClaim key={one.n} copying={copying} one={one} />
        ))}
      </>
    );
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve));

  it("takes one or all in the chosen form, with the references that can be had, and says so", async () => {
    const root = await draw(<Tools />);
    expect(named(root, "button", "Footnote").getAttribute("aria-pressed")).toBe("true");
    await press(named(root, "button", "Statement 2: copy with its source"));
    await settled();
    expect(copied.mock.lastCall?.[0]).toContain("Example Agency: https://example.org/a");
    expect(textOf(root.querySelector("[role=status]"))).toBe("Copied");
    await press(named(root, "button", "Markdown"));
    await press(named(root, "button", "Copy all"));
    await settled();
    expect(copied.mock.lastCall?.[0]).toMatch(/^> 1\\\. Sebagian/);
    copied.mockResolvedValueOnce(false);
    await press(named(root, "button", "Copy all"));
    await settled();
    expect(textOf(root.querySelector("[role=status]"))).toBe("Could not be copied");
  });
});
