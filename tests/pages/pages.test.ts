import { describe, expect, test } from "vitest";
import { flatMentions } from "../../src/cli/answers.js";
import { htmlDocument } from "../../src/cli/documents.js";
import { tellVoices } from "../../src/engine/tell-voices.js";
import { realKnowledge } from "../support/real-knowledge.js";
import { expectedOf, nthIndex, SAMPLE_PAGES, samplePageHtml } from "../support/sample-pages.js";

/** White space as the expectations count it, with the way back to the text as read. */
function collapsed(text: string): { text: string; at: number[] } {
  let out = "";
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const space = /\s/u.test(text[i] as string);
    if (space && (out === "" || out.endsWith(" "))) continue;
    out += space ? " " : text[i];
    at.push(i);
  }
  return { text: out, at };
}

describe.each(SAMPLE_PAGES)("%s", (name) => {
  const expected = expectedOf(name);
  const document = htmlDocument(samplePageHtml(name), { url: expected.url });
  const { annotation, voices } = tellVoices(document.article, realKnowledge());
  const mentions = flatMentions(annotation, document);
  const readable = collapsed(document.text);
  const span = (text: string, occurrence: number) => {
    const start = nthIndex(readable.text, text, occurrence);
    return start < 0
      ? undefined
      : { start: readable.at[start] as number, end: (readable.at[start + text.length - 1] as number) + 1 };
  };

  test("says of itself what it says of itself", () => {
    expect(document.article).toMatchObject({
      title: expected.title,
      date: { value: expected.date },
      site: { value: expected.site },
    });
    expect(annotation.lang.value).toBe(expected.lang);
  });

  test.each(expected.mentions)(
    "$text ($occurrence) is $record",
    ({ confidence, entity, kind, occurrence, record, text }) => {
      const wanted = span(text, occurrence);
      const found = mentions.find(({ end, start }) => wanted && start < wanted.end && wanted.start < end);
      expect(found).toMatchObject({ entity: record, kind, confidence });
      if (entity !== null) expect(found?.wikipedia).toBe(entity);
    },
  );

  test.each(expected.never)("$text is not marked: $why", ({ occurrence, text, where }) => {
    if (where !== "readable") {
      const zone = document.article.blocks.some((block) => block.text.trim() === text);
      expect(zone).toBe(false);
      return;
    }
    const refused = span(text, occurrence ?? 1);
    expect(refused).toBeDefined();
    const marked = mentions.filter(
      ({ end, kind, start }) => refused && kind !== "country" && start < refused.end && refused.start < end,
    );
    expect(marked).toEqual([]);
  });

  test("nothing else is marked", () => {
    const wanted = expected.mentions.flatMap(({ occurrence, text }) => span(text, occurrence) ?? []);
    const surplus = mentions.filter(
      ({ end, kind, start }) => kind !== "country" && !wanted.some((one) => start < one.end && one.start < end),
    );
    expect(surplus).toEqual([]);
  });

  test("who says so", () => {
    const plain = (text: string | undefined) => (text ?? "").replace(/\s+/gu, " ");
    const told = voices.claims.map(({ content, cue, day, earlier, source, via }) => ({
      source: plain(source.text),
      ...(source.record === undefined ? {} : { record: source.record }),
      group: source.group,
      ...(source.ties[0]?.relation === "party" ? { conflict: source.ties[0].conflict.id } : {}),
      cue: plain(cue?.text),
      content: plain(content.text),
      via: via.map(({ record, text }) => record ?? text),
      ...(day ? { day: day.date } : {}),
      ...(earlier ? { earlier } : {}),
    }));
    expect(told).toEqual(expected.claims);
  });

  test("which statements differ", () => {
    expect(voices.differences.map(({ about, claims, of }) => [about, of.record, ...claims])).toEqual(
      expected.differences,
    );
  });

  test("names its countries", () => {
    const countries = annotation.entities.filter(({ kind }) => kind === "country").map(({ id }) => id.slice(-2));
    expect([...new Set(countries)].sort()).toEqual([...expected.countries].sort());
  });
});
