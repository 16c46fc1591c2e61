import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { type Claim, VOICE_GROUPS } from "../../src/engine/attribution/voices.js";
import { tellVoices } from "../../src/engine/tell-voices.js";
import { article } from "../support/knowledge.js";
import { realKnowledge } from "../support/real-knowledge.js";

/** A claim that a text must yield, each part as the text has it. */
const Expected = v.strictObject({
  /** Empty: nobody is named. */
  source: v.string(),
  /** Empty: the quotation just goes on. */
  cue: v.string(),
  /** Parts on both sides of the reporting clause joined by " / ". */
  content: v.string(),
  via: v.optional(v.array(v.string())),
  type: v.optional(v.string()),
  group: v.optional(v.picklist(VOICE_GROUPS)),
  record: v.optional(v.string()),
  meant: v.optional(v.string()),
  kinds: v.optional(v.array(v.string())),
  day: v.optional(v.string()),
});
type Expected = v.InferOutput<typeof Expected>;

const Table = v.strictObject({
  yields: v.pipe(
    v.array(
      v.strictObject({
        text: v.string(),
        why: v.string(),
        before: v.optional(v.array(v.string())),
        date: v.optional(v.string()),
        claims: v.pipe(v.array(Expected), v.minLength(1)),
      }),
    ),
    v.minLength(12),
  ),
  none: v.pipe(
    v.array(
      v.strictObject({ text: v.string(), why: v.string(), not: v.string(), before: v.optional(v.array(v.string())) }),
    ),
    v.minLength(12),
  ),
});

const FOLDER = import.meta.dirname;
const tables = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => [file.replace(".yaml", ""), v.parse(Table, parse(readFileSync(join(FOLDER, file), "utf8")))] as const);
const knowledge = realKnowledge();

/** Claims whose content stands in the last block. */
function claimsOf(lang: string, text: string, before: readonly string[] = [], date?: string): Claim[] {
  const page = article(lang, ...before, text);
  const { voices } = tellVoices(date ? { ...page, date: { value: date, from: "given" } } : page, knowledge);
  return voices.claims.filter(({ content }) => content.at[0]?.block === before.length);
}

/** A claim in the terms of what is expected of it. */
function seen(claim: Claim, wanted: Expected | undefined, text: string): Expected {
  const { content, cue, day, kinds, source, via } = claim;
  const whole = content.at.filter(({ block }) => block === content.at[0]?.block);
  const found = {
    source: source.text,
    cue: cue?.text ?? "",
    content: whole.map(({ end, start }) => text.slice(start, end)).join(" / "),
    via: via.map((voice) => voice.text),
    type: source.type,
    group: source.group,
    record: source.record,
    meant: source.meant?.text,
    kinds,
    day: day?.date,
  };
  const asked = new Set(["source", "cue", "content", ...(via.length > 0 ? ["via"] : []), ...Object.keys(wanted ?? {})]);
  return Object.fromEntries(Object.entries(found).filter(([key]) => asked.has(key))) as Expected;
}

test("every language with attribution rules has its table", () => {
  const languages = Object.entries(knowledge.names.rules).flatMap(([tag, { attribution }]) =>
    attribution ? [tag] : [],
  );
  expect(tables.map(([lang]) => lang).sort()).toEqual(languages.sort());
});

describe.each(tables)("%s", (lang, { none, yields }) => {
  it.each(yields)("tells who says so: $text ($why)", ({ before, claims, date, text }) => {
    const found = claimsOf(lang, text, before, date);
    expect(found.map((claim, i) => seen(claim, claims[i], text))).toEqual(claims);
  });

  it.each(none)("takes $not for no claim: $text ($why)", ({ before, not, text }) => {
    expect(text).toContain(not);
    expect(claimsOf(lang, text, before).map((claim) => seen(claim, undefined, text))).toEqual([]);
  });
});
