/** What a page says of itself in JSON-LD. The page is hostile ground: every value is looked at before it is believed. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** A page's scripts beyond this many UTF-16 units, or objects beyond this count, are not read. */
const MAX_UNITS = 500_000;
const MAX_OBJECTS = 2_000;
const MAX_DEPTH = 12;

const ARTICLE_TYPES = new Set([
  "Article",
  "NewsArticle",
  "AnalysisNewsArticle",
  "AskPublicNewsArticle",
  "BackgroundNewsArticle",
  "OpinionNewsArticle",
  "ReportageNewsArticle",
  "ReviewNewsArticle",
  "LiveBlogPosting",
  "BlogPosting",
  "Report",
]);

/**
 * Every object of the page's JSON-LD, outer before inner, whatever the nesting (arrays, `@graph`, `mainEntity` …).
 * Broken scripts give nothing and do not spoil the others.
 */
export function readJsonLd(document: Document): JsonObject[] {
  const found: JsonObject[] = [];
  let units = 0;
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? "";
    units += source.length;
    if (units > MAX_UNITS || found.length >= MAX_OBJECTS) break;
    collect(parse(source), found);
  }
  return found;
}

/** Is the object an article by its `@type` (one or several, with or without the schema.org address)? */
export function isArticle(object: JsonObject): boolean {
  const types = object["@type"];
  for (const type of Array.isArray(types) ? types.slice(0, 20) : [types]) {
    if (typeof type === "string" && ARTICLE_TYPES.has(type.replace(/^(https?:\/\/schema\.org\/|schema:)/, "")))
      return true;
  }
  return false;
}

/**
 * The article that the page is about: the one whose address is the page's, otherwise the only one there is.
 * Several articles without a match are a list of teasers, and nothing is said of the page.
 */
export function mainArticle(objects: readonly JsonObject[], url: string | undefined): JsonObject | undefined {
  const articles = objects.filter(isArticle);
  if (articles.length <= 1) return articles[0];
  const here = url === undefined ? undefined : withoutTail(url);
  return articles.find((article) => here !== undefined && addresses(article).some((a) => withoutTail(a) === here));
}

/** A nested object, the first one where there are several. */
export function objectOf(value: unknown): JsonObject | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return isObject(one) ? one : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parse(source: string): unknown {
  const bare = source.replace(
    /^\s*(<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)|(-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/g,
    "",
  );
  // Raw line breaks inside strings are the commonest fault of hand-made scripts.
  for (const attempt of [bare, bare.replace(/\p{Cc}+/gu, " ")]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return undefined;
}

function collect(root: unknown, found: JsonObject[]): void {
  const queue: [value: unknown, depth: number][] = [[root, 0]];
  for (let at = 0; at < queue.length && at < 4 * MAX_OBJECTS && found.length < MAX_OBJECTS; at++) {
    const [value, depth] = queue[at] ?? [undefined, 0];
    if (depth > MAX_DEPTH || typeof value !== "object" || value === null) continue;
    if (isObject(value)) found.push(value);
    for (const inner of Object.values(value).slice(0, MAX_OBJECTS)) {
      if (typeof inner === "object" && inner !== null) queue.push([inner, depth + 1]);
    }
  }
}

function addresses(article: JsonObject): string[] {
  const main = article.mainEntityOfPage;
  const values = [article.url, article["@id"], main, objectOf(main)?.["@id"], objectOf(main)?.url];
  return values.filter((value): value is string => typeof value === "string");
}

/** Host and path alone: protocol, `www.`, query, fragment and a closing slash differ between copies of one address. */
function withoutTail(address: string): string {
  return address
    .slice(0, 2_000)
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/[?#].*$/s, "")
    .replace(/\/$/, "");
}
