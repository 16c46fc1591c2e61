import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The sample pages, with what is expected of them (`tests/pages/README.md` says how it is counted). */
export const SAMPLE_PAGES = ["id-albu-kamal", "en-abu-kamal", "ar-albukamal"] as const;
export type SamplePage = (typeof SAMPLE_PAGES)[number];

export interface Expected {
  lang: string;
  date: string;
  url: string;
  title: string;
  site: string;
  mentions: {
    text: string;
    entity: string | null;
    record: string;
    kind: string;
    confidence: "sure" | "probable";
    occurrence: number;
  }[];
  /** Attributed statements, in the order of the text. Text of the page, white space collapsed. */
  claims: {
    source: string;
    record?: string;
    group: string;
    /** The conflict to which the source is a party. */
    conflict?: string;
    cue: string;
    content: string;
    /** Records of the relays. */
    via: string[];
    day?: string;
    earlier?: boolean;
  }[];
  /** [what about, place, claims that differ]. */
  differences: [string, string, number, number][];
  countries: string[];
  never: { text: string; why: string; where: string; occurrence?: number }[];
}

const folder = join(import.meta.dirname, "../pages");

export const samplePageFile = (name: SamplePage): string => join(folder, name, "page.html");
export const samplePageHtml = (name: SamplePage): string => readFileSync(samplePageFile(name), "utf8");
export const expectedOf = (name: SamplePage): Expected =>
  JSON.parse(readFileSync(join(folder, name, "expected.json"), "utf8")) as Expected;

/** Start of the nth (1-based) occurrence of a string in a text; -1 where there are fewer. */
export function nthIndex(text: string, wanted: string, occurrence: number): number {
  let at = -1;
  for (let i = 0; i < occurrence; i++) {
    at = text.indexOf(wanted, at + 1);
    if (at < 0) return -1;
  }
  return at;
}
