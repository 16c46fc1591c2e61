import { describe, expect, it } from "vitest";
import { spanText } from "../../src/ui/standing.js";
import { words } from "./rendering.js";

type Span = Parameters<typeof spanText>[0];

/** Marks of direction apart, as a reader gets it. */
const told = (span: Span, language: keyof typeof words) =>
  spanText(span, words[language]).replace(/[\u2066-\u2069]/g, "");

describe("when something held, in words", () => {
  const rows: [Span, string, string, string][] = [
    [{}, "", "", ""],
    [{ from: "2013" }, "since 2013", "sejak 2013", "منذ 2013"],
    [{ until: "2013" }, "until 2013", "sampai 2013", "حتى 2013"],
    [{ from: "2013", until: "2016" }, "2013 to 2016", "2013 sampai 2016", "من 2013 إلى 2016"],
    [{ from: "2013", or_before: true }, "since 2013 or before", "sejak 2013 atau sebelumnya", "منذ 2013 أو قبل ذلك"],
    [{ until: "2016", or_after: true }, "until at least 2016", "sampai setidaknya 2016", "حتى 2016 على الأقل"],
    [
      { from: "2013", or_before: true, until: "2016", or_after: true },
      "2013 or before to at least 2016",
      "2013 atau sebelumnya sampai setidaknya 2016",
      "من 2013 أو قبل ذلك إلى 2016 على الأقل",
    ],
    [{ from: "2013", until: "2013" }, "2013", "2013", "2013"],
  ];
  it.each(rows)("%o", (span, en, id, ar) => {
    expect([told(span, "en"), told(span, "id"), told(span, "ar")]).toEqual([en, id, ar]);
  });

  it("keeps the words about a border even where both borders are one", () => {
    expect(told({ from: "2013", until: "2013", or_after: true }, "en")).toBe("2013 to at least 2013");
  });
});
