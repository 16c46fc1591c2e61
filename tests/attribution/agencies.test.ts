import { describe, expect, test } from "vitest";
import type { ArticleText } from "../../src/engine/article-text.js";
import { tellVoices } from "../../src/engine/tell-voices.js";
import { article } from "../support/knowledge.js";
import { realKnowledge } from "../support/real-knowledge.js";

const knowledge = realKnowledge();
const agencies = (page: ArticleText) => tellVoices(page, knowledge).voices.agencies.map(({ record }) => record);

describe("agencies that the whole text came from", () => {
  test.each([
    ["a dateline with brackets", "en", "GAZA (Reuters) - The crossing was closed again on Monday, for the third day."],
    [
      "a dateline with a comma",
      "id",
      "Jakarta, CNN Indonesia -- Harga beras naik lagi pada pekan ini di seluruh pasar kota.",
    ],
    [
      "brackets at the end",
      "en",
      "The crossing was closed again on Monday, for the third day, and nobody knew until when. (AFP)",
    ],
  ])("%s", (_, lang, text) => {
    expect(agencies(article(lang, text))).toHaveLength(1);
  });

  test("the author that the page names", () => {
    const page = article("en", "The crossing was closed again on Monday, for the third day.");
    expect(agencies({ ...page, byline: { value: "By Reuters", from: "meta" } })).toEqual(["reuters"]);
    expect(agencies({ ...page, byline: { value: "Jordan Ellery", from: "meta" } })).toEqual([]);
  });

  test("an outlet named in the story is none", () => {
    expect(agencies(article("en", "Witnesses told Reuters that the crossing was closed again on Monday."))).toEqual([]);
  });

  test("nor is the site itself", () => {
    const page = article("en", "GAZA (Reuters) - The crossing was closed again on Monday, for the third day.");
    expect(agencies({ ...page, url: "https://www.reuters.com/world/crossing" })).toEqual([]);
  });
});
