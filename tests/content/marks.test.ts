import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MARK_NAMES } from "../../src/page/paint.js";

const css = readFileSync(new URL("../../src/content/marks.css", import.meta.url), "utf8");
const rules = new Map(
  [...css.matchAll(/::highlight\(([\w-]+)\) \{([^}]*)\}/g)].map(([, name = "", body = ""]) => [name, body]),
);

/** Relative luminance after WCAG 2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe("the styles of the marks", () => {
  test("one rule for each name, and none besides", () => {
    expect([...rules.keys()].sort()).toEqual([...MARK_NAMES].sort());
  });

  const grounds = ["#ffffff", "#fdf6e3", "#f4ecd8", "#000000", "#121212", "#1a1a1a", "#1e293b", "#222222"];
  const lines = [...rules].flatMap(([name, body]) =>
    (/#[0-9a-f]{6}/.exec(body) ?? []).map((hue) => [name, hue] as const),
  );
  test.each(lines)("%s %s stands out by 3:1 on light and dark grounds", (_, hue) => {
    for (const ground of grounds) expect(contrast(hue, ground), ground).toBeGreaterThanOrEqual(3);
  });

  test("kinds differ by line, and a probable mention has a thinner one", () => {
    const line = (name: string) => /underline (\w+) #\w+ ([\d.]+)px/.exec(rules.get(name) ?? "")?.slice(1) ?? [];
    expect(["actor", "person", "place", "source"].map((kind) => line(`konteks-${kind}`)[0])).toEqual([
      "solid",
      "dotted",
      "dashed",
      "double",
    ]);
    for (const kind of ["actor", "person", "place", "source"]) {
      const [sure, probable] = [line(`konteks-${kind}`), line(`konteks-${kind}-probable`)];
      expect(probable[0]).toBe(sure[0]);
      expect(Number(probable[1])).toBeLessThan(Number(sure[1]));
    }
  });
});
