/** The sample news pages, served under the addresses that they give as their own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageServer } from "./serve.js";

export const SAMPLE_LANGUAGES = ["id", "en", "ar"] as const;
export type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

export interface Sample {
  file: string;
  /** Where the page says it stands: its canonical address. */
  canonical: URL;
  /** The same place without TLS: there it is served. */
  url: string;
}

/** The sample page of a language; `folder` is tests/pages. */
export function findSample(folder: string, language: SampleLanguage): Sample {
  const name = readdirSync(folder).find((one) => one.startsWith(`${language}-`));
  if (!name) throw new Error(`No sample page for "${language}" in ${folder}`);
  const file = join(folder, name, "page.html");
  const canonical = canonicalAddress(readFileSync(file, "utf8"));
  if (!canonical) throw new Error(`${file} names no canonical address`);
  return { file, canonical, url: `http://${canonical.host}${canonical.pathname}` };
}

export function canonicalAddress(html: string): URL | undefined {
  const link = /<link\b[^>]*\brel="canonical"[^>]*>/i.exec(html)?.[0] ?? "";
  const href = /\bhref="([^"]+)"/i.exec(link)?.[1];
  return href === undefined ? undefined : new URL(href);
}

/** Lets the server give the sample at its own path. The host is mapped by whoever starts the browser. */
export function serveSample(server: PageServer, sample: Sample): void {
  server.answer(sample.canonical.pathname, () => ({
    body: readFileSync(sample.file),
    headers: { "content-type": "text/html; charset=utf-8" },
  }));
}
