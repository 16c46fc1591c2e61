import { expect, it, vi } from "vitest";

vi.mock("webextension-polyfill", () => ({ default: {} }));
const { matchesSearch } = await import("../../src/panel/panel-page.js");

const town = {
  id: "town",
  kind: "place" as const,
  marked: true,
  name: "al-Būkamāl",
  originalName: { text: "البوكمال", lang: "ar" },
  description: "Town on a river",
  references: 0,
};

it.each([
  ["", true],
  ["  bukamal ", true],
  ["البوكمال", true],
  ["RIVER", true],
  ["mountain", false],
])("finds by any spelling, without marks and case: %s", (typed, wanted) => {
  expect(matchesSearch(town, typed)).toBe(wanted);
});
