import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { GLOSSARY_FOLDER } from "../../src/cli/glossary-files.js";
import { annotateText } from "../support/knowledge.js";
import { realKnowledge } from "../support/real-knowledge.js";

/** One sentence of our own, and every name that is found in it, as "what the text has → record". */
const Row = v.strictObject({
  text: v.string(),
  /** Why the row is there: the ending, the clitic, the lookalike. */
  why: v.string(),
  found: v.array(v.pipe(v.string(), v.regex(/^.+ → (country:[A-Z]{2}|[a-z0-9-]+)\??$/u))),
  /** Paragraphs that stand before and after in the same article. */
  with: v.optional(v.array(v.string())),
});

/**
 * What must match in a language and what must not: names in its endings and particles; and words, other people and other things that look
 * like names. A row of `misses` may hold other names; what looks like one is not among what is found.
 */
const Table = v.strictObject({
  matches: v.pipe(v.array(Row), v.minLength(8)),
  misses: v.pipe(v.array(v.strictObject({ ...Row.entries, not: v.string() })), v.minLength(8)),
});

const FOLDER = import.meta.dirname;
const tables = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => [file.replace(".yaml", ""), v.parse(Table, parse(readFileSync(join(FOLDER, file), "utf8")))] as const);
const knowledge = realKnowledge();

function found(lang: string, { text, with: others = [] }: { text: string; with?: string[] | undefined }): string[] {
  const { blocks } = annotateText(knowledge, lang, text, ...others);
  return (blocks[0]?.mentions ?? []).map(
    ({ confidence, end, record, start }) =>
      `${text.slice(start, end)} → ${record}${confidence === "probable" ? "?" : ""}`,
  );
}

test("every language has its table, and as many rows that must not match", () => {
  const languages = readdirSync(join(GLOSSARY_FOLDER, "languages")).map((file) => file.replace(".yaml", ""));
  expect(tables.map(([lang]) => lang).sort()).toEqual(languages.sort());
  for (const [lang, { matches, misses }] of tables) {
    expect(matches.length, lang).toBeGreaterThan(0);
    expect(misses.length, lang).toBeGreaterThanOrEqual(matches.length);
  }
});

describe.each(tables)("%s", (lang, { matches, misses }) => {
  it.each(matches)("finds: $text ($why)", (row) => {
    expect(found(lang, row)).toEqual(row.found);
  });

  it.each(misses)("does not take $not for a name: $text ($why)", (row) => {
    expect(row.text).toContain(row.not);
    const names = found(lang, row);
    expect(names).toEqual(row.found);
    expect(names.filter((name) => name.startsWith(`${row.not} → `))).toEqual([]);
  });
});
