import { describe, expect, test } from "vitest";
import { KINDS } from "../../src/glossary/schema/common.js";
import { createPainter, MARK_NAMES, markName, type PaintAbilities, type PaintedSpan } from "../../src/page/paint.js";
import type { Span } from "../../src/page/walk.js";

function start(forced = false) {
  const registry = new Map<string, Highlight>();
  const query = Object.assign(new EventTarget(), { matches: forced });
  const controller = new AbortController();
  let changes = 0;
  const browser: PaintAbilities = {
    registry: registry as unknown as HighlightRegistry,
    newHighlight: () => new Set<AbstractRange>() as unknown as Highlight,
    newRange: (span) => span as unknown as AbstractRange,
    forcedColors: query as unknown as MediaQueryList,
  };
  const painter = createPainter(controller.signal, () => changes++, browser);
  const force = (matches: boolean) => {
    query.matches = matches;
    query.dispatchEvent(new Event("change"));
  };
  return { registry, painter, controller, force, changes: () => changes };
}

const span = (startOffset: number) => ({ startOffset }) as Span;
const mark = (name: PaintedSpan["name"], at: number): PaintedSpan => ({ name, span: span(at) });
const painted = (registry: Map<string, unknown>) =>
  Object.fromEntries(
    [...registry].map(([name, ranges]) => [name, [...(ranges as Set<Span>)].map((r) => r.startOffset)]),
  );

describe("marks", () => {
  test("each kind has a line, countries have none", () => {
    const names = KINDS.map((kind) => [kind, markName(kind, "sure"), markName(kind, "probable")]);
    expect(names).toContainEqual(["country", undefined, undefined]);
    expect(names).toContainEqual(["event", "konteks-place", "konteks-place-probable"]);
    expect(names).toContainEqual(["term", "konteks-term", "konteks-term"]);
    for (const [, sure, probable] of names)
      for (const name of [sure, probable]) if (name) expect(MARK_NAMES).toContain(name);
  });

  test("a block painted again replaces its marks and leaves the others", () => {
    const { registry, painter } = start();
    painter.paint([
      [1, [mark("konteks-actor", 1), mark("konteks-place", 2)]],
      [2, [mark("konteks-actor", 3)]],
    ]);
    expect(painted(registry)).toEqual({ "konteks-actor": [1, 3], "konteks-place": [2] });
    painter.paint([[1, [mark("konteks-actor", 4)]]]);
    expect(painted(registry)).toEqual({ "konteks-actor": [4, 3] });
    painter.paint([
      [1, []],
      [2, []],
    ]);
    expect(painted(registry)).toEqual({});
  });

  test("names that the page took away come back with the next batch", () => {
    const { registry, painter } = start();
    painter.paint([[1, [mark("konteks-actor", 1)]]]);
    registry.clear();
    painter.paint([[2, [mark("konteks-place", 2)]]]);
    expect(painted(registry)).toEqual({ "konteks-actor": [1], "konteks-place": [2] });
  });

  test("an abort takes all away, but not what another put in their place", () => {
    const { registry, painter, controller } = start();
    painter.paint([[1, [mark("konteks-actor", 1), mark("konteks-place", 2)]]]);
    painter.showCurrent(span(1));
    const other = new Set() as unknown as Highlight;
    registry.set("konteks-place", other).set("the-page's-own", other);
    controller.abort();
    expect([...registry.keys()]).toEqual(["konteks-place", "the-page's-own"]);
    painter.paint([[1, [mark("konteks-actor", 1)]]]);
    expect(registry.has("konteks-actor")).toBe(false);
  });

  test("forced colours: nothing is drawn, and it comes back with them gone", () => {
    const { registry, painter, force, changes } = start(true);
    painter.paint([[1, [mark("konteks-actor", 1)]]]);
    expect([painter.marks, registry.size]).toEqual([false, 0]);
    force(false);
    expect([painter.marks, painted(registry)]).toEqual([true, { "konteks-actor": [1] }]);
    force(true);
    expect([painter.marks, registry.size, changes()]).toEqual([false, 0, 2]);
  });
});
