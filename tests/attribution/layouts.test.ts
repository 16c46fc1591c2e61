import { describe, expect, test } from "vitest";
import { htmlDocument } from "../../src/cli/documents.js";
import { tellVoices } from "../../src/engine/tell-voices.js";
import { realKnowledge } from "../support/real-knowledge.js";

const knowledge = realKnowledge();

/** Claims of an article's body as "source | content", sources resolved by name. */
function told(body: string, lang = "en"): string[] {
  const html = `<!doctype html><html lang="${lang}"><head><title>News</title></head><body><main><article>${body}</article></main></body></html>`;
  const { article } = htmlDocument(html, { lang, date: "2024-05-07" });
  return tellVoices(article, knowledge).voices.claims.map(({ content, source }) => {
    return `${source.name ?? (source.text || source.type)} | ${content.text}`;
  });
}

describe("the ways in which pages set what people say", () => {
  test("a quotation across inline elements", () => {
    expect(told("<p>“The <a href='#'>town</a> is <em>ours</em> now,” <b>Hezbollah</b> said.</p>")).toEqual([
      "Hezbollah | “The town is ours now,”",
    ]);
  });

  test("a quotation of several paragraphs, each with an opening mark and only the last closed", () => {
    const found = told(
      "<p>“We have buried eleven people,” Antonio Guterres said.</p><p>“The roads are cut and the wells are dry.</p><p>“Nobody has come to help us.”</p>",
    );
    expect(found[0]).toBe("António Guterres | “We have buried eleven people,”");
    expect(found.every((line) => line.startsWith("António Guterres | “"))).toBe(true);
    expect(found.join(" ")).toContain("Nobody has come to help us.");
  });

  test("statements in a list", () => {
    expect(
      told(
        "<ul><li>Hamas said that the talks had failed.</li><li>Reuters reported that the border was closed.</li></ul>",
      ),
    ).toEqual(["Hamas | the talks had failed", "Reuters | the border was closed"]);
  });

  test("a block quotation under the line that introduces it is nobody else's", () => {
    const found = told(
      "<p>Guterres said in a statement:</p><blockquote><p>“The fighting must stop in every part of the country.”</p></blockquote><p>The rain went on.</p>",
    );
    expect(found.filter((line) => !line.startsWith("António Guterres"))).toEqual([]);
  });

  test("an interview in questions and answers puts no answer into a wrong mouth", () => {
    const found = told(
      "<p><b>Q: Has Hezbollah agreed to the truce?</b></p><p>A: We have seen no paper so far.</p><p><b>Q: And who says that Hamas has?</b></p><p>A: I read it in the newspaper.</p>",
    );
    expect(found.filter((line) => /Hezbollah|Hamas/.test(line.split(" | ")[0] ?? ""))).toEqual([]);
  });

  test("a transcript with names in capitals gives each the words behind his colon", () => {
    expect(told("<p>GUTERRES: The crossing must open today. People are dying.</p>")).toEqual([
      "António Guterres | The crossing must open today. People are dying.",
    ]);
  });

  test("a live blog with times before its entries", () => {
    expect(
      told("<p>14:05 – Hamas said that it had received the proposal.</p><p>13:50 – Rain over the city.</p>"),
    ).toEqual(["Hamas | it had received the proposal"]);
  });

  test("a mark that is never closed swallows nothing", () => {
    expect(
      told("<p>He called it “a mistake of history. The next day Hamas said that the talks had failed.</p>"),
    ).toContain("Hamas | the talks had failed");
  });

  test("a quotation within a quotation stays with the outer speaker", () => {
    const found = told("<p>“They told us ‘leave at once’ and we left,” Guterres said.</p>");
    expect(found).toEqual(["António Guterres | “They told us ‘leave at once’ and we left,”"]);
  });

  test("lists of other headlines say nothing on this page", () => {
    expect(
      told(
        "<p>It rained all day in the city.</p><aside><ul><li><a href='#'>Hamas says talks have failed</a></li></ul></aside>",
      ),
    ).toEqual([]);
  });
});
