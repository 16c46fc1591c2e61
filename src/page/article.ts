import type { ArticleText, Origin, Stated } from "../engine/article-text.js";
import { day } from "./day.js";
import { type JsonObject, mainArticle, objectOf, readJsonLd } from "./json-ld.js";

/** What a page says of itself; the blocks of text are `walk.ts`'s. */
export type ArticleFacts = Omit<ArticleText, "blocks">;

/** Longest title, name or byline taken, in UTF-16 units. */
const MAX_WORDS = 300;

type Read = () => string | undefined;
type Sources = [Origin, Read][];

/**
 * Language, date, title, site and byline as the page states them: JSON-LD first, meta second, markup third. Each is told
 * with where it stood. A page that lies or breaks costs only the fact concerned.
 * @param url the page's address; query and fragment are left out of what is returned
 */
export function readArticle(document: Document, url?: string): ArticleFacts {
  const article = mainArticle(readJsonLd(document), url);
  const meta = readMeta(document);
  const lang = first([
    ["json-ld", () => languageTag(text(article?.inLanguage) ?? text(objectOf(article?.inLanguage)?.alternateName))],
    // The root's own attribute is right more often than og:locale, which many systems leave at their default.
    ["markup", () => languageTag(document.documentElement?.getAttribute("lang") ?? undefined)],
    ["meta", () => languageTag(meta("content-language") ?? meta("og:locale") ?? meta("language"))],
  ]);
  const date = first(dates(document, article, meta, url));
  const title = first([
    ["json-ld", () => text(article?.headline)],
    ["meta", () => meta("og:title") ?? meta("twitter:title")],
    [
      "markup",
      () => words(document.querySelector("article h1, main h1, h1")) ?? words(document.querySelector("title")),
    ],
  ]);
  const site = first([
    ["json-ld", () => text(objectOf(article?.publisher)?.name) ?? text(article?.publisher)],
    ["meta", () => meta("og:site_name") ?? meta("application-name")],
  ]);
  const byline = first([
    ["json-ld", () => names(article?.author)],
    [
      "meta",
      () => notAddress(meta("author")) ?? notAddress(meta("article:author")) ?? notAddress(meta("parsely-author")),
    ],
    ["markup", () => words(document.querySelector('[rel~="author"], [itemprop~="author"], .byline'))],
  ]);
  const address = withoutTail(url);
  return {
    ...(address === undefined ? {} : { url: address }),
    ...(title === undefined ? {} : { title: title.value }),
    ...(lang === undefined ? {} : { lang }),
    ...(date === undefined ? {} : { date }),
    ...(site === undefined ? {} : { site }),
    ...(byline === undefined ? {} : { byline }),
  };
}

const DATE_METAS = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "publishdate",
  "publish-date",
  "pubdate",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "date",
];

function dates(document: Document, article: JsonObject | undefined, meta: Meta, url: string | undefined): Sources {
  return [
    ["json-ld", () => day(text(article?.datePublished))],
    ["meta", () => firstOf(DATE_METAS, (name) => day(meta(name)))],
    ["markup", () => timeElement(document)],
    ["guess", () => dayInPath(url)],
  ];
}

/** The publication's own element; a bare <time> counts only inside the article, where comments and teasers are not. */
function timeElement(document: Document): string | undefined {
  const wanted = [
    'time[pubdate], time[itemprop~="datePublished"], [itemprop~="datePublished"]',
    "article header time[datetime]",
    "article time[datetime], main time[datetime]",
  ];
  return firstOf(wanted, (selector) => {
    const found = document.querySelector(selector);
    return day(found?.getAttribute("datetime") ?? found?.getAttribute("content") ?? undefined);
  });
}

/** `/2017/11/20/` or `/2017-11-20/` in the address. */
function dayInPath(url: string | undefined): string | undefined {
  const found = /\/((?:19|20)\d\d)([-/])(\d\d)\2(\d\d)(?=[-/]|$)/.exec(withoutTail(url) ?? "");
  return found ? day(`${found[1]}-${found[3]}-${found[4]}`) : undefined;
}

type Meta = (name: string) => string | undefined;

/** Meta elements by name, property, itemprop or http-equiv, whatever the case; the first of a name counts. */
function readMeta(document: Document): Meta {
  const values = new Map<string, string>();
  let read = 0;
  for (const element of document.querySelectorAll("meta[content]")) {
    if (++read > 500) break;
    const content = text(element.getAttribute("content"));
    if (content === undefined) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.trim().toLowerCase();
      if (name && !values.has(name)) values.set(name, content);
    }
  }
  return (name) => values.get(name);
}

function first(sources: Sources): Stated<string> | undefined {
  for (const [from, read] of sources) {
    const value = read();
    if (value !== undefined) return { value, from };
  }
  return undefined;
}

function firstOf<T>(items: readonly T[], read: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const value = read(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A non-empty string with its white space collapsed; the first of a list. */
function text(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one !== "string") return undefined;
  const clean = one
    .slice(0, 4 * MAX_WORDS)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_WORDS);
  return clean === "" ? undefined : clean;
}

const words = (element: Element | null) => text(element?.textContent);
const notAddress = (value: string | undefined) => (value && !/^(https?:)?\/\//.test(value) ? value : undefined);

function names(author: unknown): string | undefined {
  const authors = Array.isArray(author) ? author.slice(0, 10) : [author];
  const found = authors
    .map((one) => notAddress(text(one) ?? text(objectOf(one)?.name)))
    .filter((name) => name !== undefined);
  return text([...new Set(found)].join(", "));
}

/** A well-formed BCP 47 tag in canonical form (`in` becomes `id`), or nothing. */
function languageTag(value: string | undefined): string | undefined {
  const tag = value?.split(",")[0]?.trim().replaceAll("_", "-");
  if (!tag || !/^[a-z]{2,3}(-|$)/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function withoutTail(url: string | undefined): string | undefined {
  return url?.replace(/[?#].*$/s, "");
}
