import { describe, expect, it } from "vitest";
import { inLanguage } from "../../src/ui/direction.js";
import { entityText } from "../../src/ui/entity-text.js";
import { rich } from "../../src/ui/rich.js";
import { bare, front, frontDetail } from "./records.js";
import { words } from "./rendering.js";

describe("the note as text", () => {
  it("holds names, note and every reference with its address", () => {
    expect(entityText(front, frontDetail, words.en)).toBe(
      [
        "Example Front (Front Contoh) (جبهة المثال)",
        "Armed group of an invented region",
        "Founded as a coalition of local groups.",
        "",
        "References",
        "1. Example Agency, A report, 19 Nov 2017",
        "   https://example.org/a",
        "2. مركز المثال, undated",
        "   https://example.org/b",
        "",
        "Konteks · Entry reviewed November 2026",
      ].join("\n"),
    );
  });

  it("is the name alone where nothing else is known", () => {
    expect(entityText(bare, undefined, words.ar)).toBe("Nowhere");
  });
});

describe("language and direction", () => {
  it.each([
    ["ar", { lang: "ar", dir: "rtl" }],
    ["fa-IR", { lang: "fa-IR", dir: "rtl" }],
    ["ku-Arab", { lang: "ku-Arab", dir: "rtl" }],
    ["ar-Latn", { lang: "ar-Latn", dir: "ltr" }],
    ["id", { lang: "id", dir: "ltr" }],
    ["und", { dir: "auto" }],
    [undefined, { dir: "auto" }],
  ])("%s", (tag, wanted) => {
    expect(inLanguage(tag)).toEqual(wanted);
  });
});

describe("sentences with elements", () => {
  it.each(["en", "id", "ar"] as const)("keep each language's own order: %s", (language) => {
    const parts = { source: 1, actor: 2, place: 3, person: 4 };
    const pieces = rich(words[language], "welcome_sample", parts);
    expect(pieces.filter((piece) => typeof piece === "number").toSorted()).toEqual([1, 2, 3, 4]);
    expect(pieces.filter((piece) => typeof piece === "string").join("")).not.toMatch(/[\ue000-\uf8ff{}]/);
  });
});
