import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { annotateText } from "../support/knowledge.js";
import { realKnowledge } from "../support/real-knowledge.js";

interface Sentence {
  lang: string;
  text: string;
}

const rows = Object.entries(
  parse(readFileSync(join(import.meta.dirname, "terms.yaml"), "utf8")) as Record<
    string,
    { marked: Sentence; not: Sentence }
  >,
);
const terms = ({ lang, text }: Sentence) =>
  annotateText(realKnowledge(), lang, text).blocks.flatMap(({ mentions }) => mentions.map(({ record }) => record));

describe("a term is marked where it is meant, and nowhere else", () => {
  it.each(rows)("%s", (id, { marked, not }) => {
    expect(terms(marked)).toContain(id);
    expect(terms(not)).not.toContain(id);
  });
});
