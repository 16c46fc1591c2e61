import { describe, expect, it } from "vitest";
import { cardStyles } from "../../src/ui/card-styles.js";
import { pageStyles } from "../../src/ui/page-styles.js";
import { DARK, LIGHT } from "../../src/ui/tokens.js";

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
])("%s tokens", (_, tokens) => {
  const grounds = ["paper", "raised", "tint"] as const;

  it.each(["ink", "ink-2", "ink-3", "accent"] as const)("%s is readable on every ground", (ink) => {
    for (const ground of grounds) expect(contrast(tokens[ink], tokens[ground]), ground).toBeGreaterThanOrEqual(4.5);
  });

  it("has readable text on the accent", () => {
    expect(contrast(tokens["accent-ink"], tokens.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["actor", "person", "place", "source", "term", "country", "edge"] as const)(
    "%s is visible as a line or sign",
    (hue) => {
      for (const ground of grounds) expect(contrast(tokens[hue], tokens[ground]), ground).toBeGreaterThanOrEqual(3);
      if (hue !== "edge") expect(contrast(tokens[hue], tokens.raised), "sign on its tile").toBeGreaterThanOrEqual(3);
    },
  );
});

describe("styles", () => {
  it.each([
    ["card", cardStyles],
    ["pages", pageStyles],
  ])("of the %s use logical properties only and load nothing", (_, css) => {
    expect(css).not.toMatch(
      /[{;](margin|padding|border)-(left|right|top|bottom)|[{;](left|right|top|bottom|width|height|min-width|max-width|float):/,
    );
    expect(css).not.toMatch(/text-align:\s*(left|right)|url\(|@import/);
    expect(css).toContain("forced-colors:active");
    expect(css).toContain("prefers-reduced-motion:reduce");
  });
});
