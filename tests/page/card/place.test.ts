import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isIn,
  maxHeightIn,
  type Placement,
  type PlaceRequest,
  place,
  type Rect,
} from "../../../src/page/card/place.js";

const box = (left: number, top: number, width = 60, height = 20): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const viewport = { width: 1200, height: 800 };

describe("placing", () => {
  test.each<[name: string, request: Partial<PlaceRequest>, expected: Partial<Placement>]>([
    [
      "below, at the word's start",
      { word: [box(300, 100)] },
      { mode: "card", side: "below", left: 300, top: 128, width: 320 },
    ],
    ["above, where there is no room below", { word: [box(300, 700)] }, { side: "above", left: 300, top: 492 }],
    ["shifted at the right edge", { word: [box(1150, 100)] }, { side: "below", left: 872 }],
    ["right to left: at the word's right end", { word: [box(700, 100)], rtl: true }, { side: "below", left: 440 }],
    ["under both lines of a broken word", { word: [box(1100, 100), box(20, 120)] }, { top: 148, left: 872 }],
    [
      "at the line that the pointer is on",
      { word: [box(1100, 100), box(20, 120)], pointer: { x: 30, y: 125 } },
      { left: 20, top: 148 },
    ],
    [
      "beside, in a low window",
      { word: [box(300, 100)], viewport: { width: 1200, height: 240 }, height: 130 },
      { side: "right", left: 368 },
    ],
    [
      "a sheet on a narrow screen",
      { word: [box(20, 100)], viewport: { width: 400, height: 800 } },
      { mode: "sheet", side: "bottom", left: 0, top: 600, width: 400 },
    ],
    [
      "a sheet at the top for a word low on it",
      { word: [box(20, 700)], viewport: { width: 400, height: 800 } },
      { mode: "sheet", side: "top", top: 0 },
    ],
    ["a sheet when tapped", { word: [box(20, 100)], sheet: true }, { mode: "sheet", side: "bottom", width: 1200 }],
  ])("%s", (_, request, expected) => {
    expect(place({ word: [], viewport, height: 200, ...request })).toMatchObject(expected);
  });

  const size = fc.record({ width: fc.integer({ min: 280, max: 2000 }), height: fc.integer({ min: 240, max: 1500 }) });
  const request = size.chain((view) => {
    const line = fc.record({
      left: fc.integer({ min: 0, max: view.width - 20 }),
      top: fc.integer({ min: -30, max: view.height }),
      width: fc.integer({ min: 1, max: 300 }),
    });
    return fc.record({
      viewport: fc.constant(view),
      height: fc.integer({ min: 60, max: 900 }),
      rtl: fc.boolean(),
      sheet: fc.boolean(),
      word: fc
        .tuple(line, fc.integer({ min: 1, max: 3 }))
        .map(([first, lines]) =>
          Array.from({ length: lines }, (_, i) => box(i === 0 ? first.left : 0, first.top + 20 * i, first.width, 20)),
        ),
    });
  });

  test("the card never covers the word, stays in the window, and its bridge touches both", () => {
    fc.assert(
      fc.property(request, (asked) => {
        const { viewport: view, word } = asked;
        const seen = word.filter(({ top, bottom }) => bottom > 0 && top < view.height);
        fc.pre(seen.length > 0);
        const placed = place(asked);
        const height = Math.min(asked.height, placed.maxHeight);
        const card = box(placed.left, placed.top, placed.width, height);
        for (const line of seen) {
          const apart =
            card.left >= line.right || card.right <= line.left || card.top >= line.bottom || card.bottom <= line.top;
          expect(apart).toBe(true);
        }
        expect(placed.maxHeight).toBeLessThanOrEqual(maxHeightIn(view.height));
        expect(card.left).toBeGreaterThanOrEqual(0);
        expect(card.right).toBeLessThanOrEqual(view.width);
        expect(card.top).toBeGreaterThanOrEqual(-0.001);
        expect(card.bottom).toBeLessThanOrEqual(view.height + 0.001);
        const { bridge } = placed;
        expect(bridge.bottom).toBeGreaterThanOrEqual(bridge.top);
        expect(bridge.right).toBeGreaterThanOrEqual(bridge.left);
      }),
      { numRuns: 1000 },
    );
  });

  test("every straight way from the word to the card is on word, bridge or card", () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(request, unit, unit, unit, unit, unit, (asked, a, b, c, d, along) => {
        const line = asked.word.find(({ top, bottom }) => top >= 0 && bottom <= asked.viewport.height);
        const placed = place({ ...asked, word: line ? [line] : [] });
        fc.pre(line !== undefined);
        const card = box(placed.left, placed.top, placed.width, Math.min(asked.height, placed.maxHeight));
        const from = { x: line.left + a * (line.right - line.left), y: line.top + b * (line.bottom - line.top) };
        const to = { x: card.left + c * (card.right - card.left), y: card.top + d * (card.bottom - card.top) };
        const [x, y] = [from.x + along * (to.x - from.x), from.y + along * (to.y - from.y)];
        const near = (rect: Rect) =>
          isIn(
            { left: rect.left - 0.01, top: rect.top - 0.01, right: rect.right + 0.01, bottom: rect.bottom + 0.01 },
            x,
            y,
          );
        // On the way out of a word or into a card the pointer may graze the band beside them: that band belongs to the bridge's sides.
        const { bridge, side } = placed;
        const isBeside = side === "left" || side === "right";
        const between = isBeside ? x >= bridge.left && x <= bridge.right : y >= bridge.top && y <= bridge.bottom;
        if (between) expect([line, card, bridge].some(near)).toBe(true);
      }),
    );
  });
});
