import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArticle } from "../../src/page/article.js";
import { day } from "../../src/page/day.js";
import { readJsonLd } from "../../src/page/json-ld.js";
import { page } from "./html.js";

const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const URL_ = "https://news.example.org/a-town?ref=x#top";

describe("what a page says of itself", () => {
  test("JSON-LD comes first, with its origin", () => {
    const document = page(
      '<h1>Visible</h1><time datetime="2016-01-01"></time>',
      `<meta property="og:title" content="Meta"><meta property="article:published_time" content="2018-02-03T01:00:00Z">
       ${ld({
         "@graph": [
           { "@type": "WebSite", name: "Site" },
           {
             "@type": ["NewsArticle"],
             headline: "A town is taken",
             datePublished: "2017-11-20T23:30:00+07:00",
             inLanguage: "in_ID",
             author: [{ "@type": "Person", name: "A. Writer" }, { name: "B. Writer" }],
             publisher: { name: "The Example" },
           },
         ],
       })}`,
    );
    expect(readArticle(document, URL_)).toEqual({
      url: "https://news.example.org/a-town",
      title: "A town is taken",
      lang: { value: "id-ID", from: "json-ld" },
      date: { value: "2017-11-20", from: "json-ld" },
      site: { value: "The Example", from: "json-ld" },
      byline: { value: "A. Writer, B. Writer", from: "json-ld" },
    });
  });

  test("then meta, then markup, then the address", () => {
    const meta = page(
      "",
      '<meta name="author" content="C. Writer"><meta property="og:site_name" content="Example"><meta name="pubdate" content="20171120">',
    );
    expect(readArticle(meta)).toEqual({
      byline: { value: "C. Writer", from: "meta" },
      site: { value: "Example", from: "meta" },
      date: { value: "2017-11-20", from: "meta" },
    });
    const markup = page(
      '<html lang="ar"><body><article><h1>T</h1><time datetime="2017-11-20T10:00">x</time></article></html>',
    );
    expect(readArticle(markup)).toEqual({
      title: "T",
      lang: { value: "ar", from: "markup" },
      date: { value: "2017-11-20", from: "markup" },
    });
    expect(readArticle(page(""), "https://e.org/2017/11/20/x").date).toEqual({ value: "2017-11-20", from: "guess" });
  });

  test("a time outside the article dates nothing", () => {
    expect(readArticle(page('<aside><time datetime="2019-01-01">x</time></aside><p>Text</p>')).date).toBeUndefined();
  });

  test("of several articles the page's own counts, and a list of teasers is none", () => {
    const own = { "@type": "NewsArticle", url: "http://www.news.example.org/a-town/", datePublished: "2017-11-20" };
    const other = { "@type": "NewsArticle", url: "https://news.example.org/b", datePublished: "2020-01-01" };
    expect(readArticle(page("", ld([other, own])), URL_).date?.value).toBe("2017-11-20");
    expect(
      readArticle(page("", ld([other, { ...other, url: "https://news.example.org/c" }])), URL_).date,
    ).toBeUndefined();
  });

  test.each<[string, string | undefined]>([
    ["2017-11-20", "2017-11-20"],
    ["2017-11-20T23:59:00-05:00", "2017-11-20"],
    ["20171120T101500Z", "2017-11-20"],
    ["Mon, 20 Nov 2017 10:00:00 +0700", "2017-11-20"],
    ["November 20, 2017", "2017-11-20"],
    ["2017-02-30", undefined],
    ["2017-13-01", undefined],
    ["0001-01-01", undefined],
    ["1511136000", undefined],
    ["yesterday", undefined],
    ["", undefined],
  ])("day of %j", (value, expected) => expect(day(value)).toBe(expected));
});

describe("hostile metadata", () => {
  test("whatever a script holds, nothing is thrown and only strings come out", () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, tail) => {
        const document = page("<p>x</p>");
        const script = document.createElement("script");
        script.setAttribute("type", "application/ld+json");
        script.textContent = json + (tail.length % 2 === 0 ? "" : tail);
        document.head.append(script);
        readArticle(document, URL_);
      }),
    );
  });

  test.each<unknown>([
    { "@type": "NewsArticle", headline: { toString: "x" }, author: [[["deep"]]], publisher: [null], datePublished: {} },
    {
      "@type": "NewsArticle",
      headline: 5,
      inLanguage: { name: "Indonesian" },
      author: "https://e.org/me",
      datePublished: 2017,
    },
    [null, 1, "x", { "@type": "NewsArticle", inLanguage: "not a language" }],
  ])("%j says nothing", (value) => {
    expect(readArticle(page("", ld(value)))).toEqual({});
  });

  test("a huge nest is cut off", () => {
    const nest = `${"[".repeat(3_000)}{"@type":"NewsArticle"}${"]".repeat(3_000)}`;
    expect(readJsonLd(page("", `<script type="application/ld+json">${nest}</script>`))).toEqual([]);
    const many = Array.from({ length: 10_000 }, (_, i) => ({ i }));
    expect(readJsonLd(page("", ld(many))).length).toBeLessThanOrEqual(2_000);
  });

  test("a title of any length is short afterwards", () => {
    const title = readArticle(page("", `<meta property="og:title" content="${"x ".repeat(50_000)}">`)).title;
    expect(title?.length).toBeLessThanOrEqual(300);
  });
});
