import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beganAfter, byStart, holdsAt, splitAt, surelyHeldAt } from "../../src/engine/at-date.js";

const at = "2017-11-20";

describe("what holds at a date", () => {
  it.each([
    [{}, true, true],
    [{ from: "2013" }, true, true],
    [{ from: "2013", or_before: true }, true, true],
    [{ from: "2017-11-20" }, true, true],
    [{ from: "2017-11-21" }, false, false],
    [{ from: "2017-11" }, true, false],
    [{ from: "2017" }, true, false],
    [{ from: "2017-12" }, false, false],
    [{ from: "2018", or_before: true }, false, false],
    [{ until: "2017-11-19" }, false, false],
    [{ until: "2017-11" }, true, false],
    [{ until: "2017-12" }, true, true],
    [{ until: "2017" }, true, false],
    [{ from: "2013", until: "2016" }, false, false],
    [{ from: "2013", until: "2016", or_after: true }, true, false],
    [{ until: "2019", or_after: true }, true, true],
  ])("%o: %s, surely: %s", (period, held, surely) => {
    expect(holdsAt(period, at)).toBe(held);
    expect(surelyHeldAt(period, at)).toBe(surely);
  });

  it("puts a month behind the days in it", () => {
    const starts = [{ from: "2024-12" }, { from: "2025" }, {}, { from: "2024-12-06" }, { from: "2024-11-30" }];
    expect(starts.toSorted(byStart).map(({ from }) => from)).toEqual([
      undefined,
      "2024-11-30",
      "2024-12-06",
      "2024-12",
      "2025",
    ]);
  });

  it("takes an inexact date of the page for any day in it", () => {
    expect(holdsAt({ from: "2017-11-20" }, "2017-11")).toBe(true);
    expect(beganAfter({ from: "2017-11-20" }, "2017-11")).toBe(false);
  });

  it("does not tell as news what may have been so before", () => {
    expect(beganAfter({ from: "2018" }, at)).toBe(true);
    expect(beganAfter({ from: "2018", or_before: true }, at)).toBe(false);
    expect(splitAt([{ from: "2018", or_before: true }], at)).toEqual({ held: [], since: [] });
  });

  it.each([
    ["of the same kind", { what: "control", until: "2018-02" }, true],
    ["that ended in its year", { what: "control", until: "2018" }, true],
    ["of another kind", { what: "leader", until: "2018" }, false],
    ["that went on", { what: "control", until: "2019" }, false],
    ["whose end is not known", { what: "control", until: "2018", or_after: true }, false],
    ["that was over", { what: "control", until: "2016" }, false],
  ])("tells a roughly known beginning as news after what held then, %s: %o, %s", (_, before, isNews) => {
    const next = { what: "control", from: "2018-03", or_before: true };
    expect(splitAt([before, next], at).since).toEqual(isNews ? [next] : []);
  });

  const two = (n: number) => String(n).padStart(2, "0");
  const date = fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .chain(([y, m, d]) => fc.constantFrom(`${y}`, `${y}-${two(m)}`, `${y}-${two(m)}-${two(d)}`));

  it("is sure only of what it says at all", () => {
    fc.assert(
      fc.property(
        fc.option(date, { nil: undefined }),
        fc.option(date, { nil: undefined }),
        date,
        (from, until, day) => {
          fc.pre(from === undefined || until === undefined || from <= until);
          if (surelyHeldAt({ from, until }, day)) expect(holdsAt({ from, until }, day)).toBe(true);
        },
      ),
    );
  });

  it("never says of one thing both that it held and that it began later", () => {
    fc.assert(
      fc.property(date, date, (from, day) => {
        expect(holdsAt({ from }, day) && beganAfter({ from }, day)).toBe(false);
        const { held, since } = splitAt([{ from }], day);
        expect(held.length + since.length).toBe(1);
      }),
    );
  });
});
