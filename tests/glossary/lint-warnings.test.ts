import { describe, expect, it } from "vitest";
import { isDue, openOffices, restsOnOldPages, unequalSides } from "../../src/glossary/lint/warnings.js";
import { conflict, entity, glossaryOf, inAll, REFERENCE } from "../support/records.js";

const r1 = ["r1"];

describe("what is due", () => {
  it("is a review older than a year", () => {
    expect(isDue(entity({ reviewed: "2025-11" }), "2026-11")).toBe(false);
    expect(isDue(entity({ reviewed: "2025-10" }), "2026-11")).toBe(true);
  });

  it("is a record that rests on old or undated pages alone", () => {
    const citing = (...published: string[]) =>
      entity({ references: published.map((date, i) => ({ ...REFERENCE, id: `r${i + 1}`, published: date })) });
    expect(restsOnOldPages(citing("2011", "undated"))).toBe(true);
    expect(restsOnOldPages(citing("2011", "2025-03"))).toBe(false);
  });

  it("is an office that no recent page bears out, unless its text says as of when", () => {
    const told = (text: string, published: string, rest: object = {}) =>
      openOffices(
        entity({
          references: [{ ...REFERENCE, id: "r1", published }],
          periods: [{ what: "leader", from: "2011", text: inAll(text), references: r1, ...rest }],
        }),
      );
    expect(told("Somebody", "2023-05")).toEqual(["Somebody (from 2011)"]);
    expect(told("Somebody", "undated")).toHaveLength(1);
    expect(told("Somebody", "2025-01")).toEqual([]);
    expect(told("Somebody (as of May 2023)", "2023-05")).toEqual([]);
    expect(told("Somebody", "2023-05", { until: "2023-04" })).toEqual([]);
    expect(told("Held the town", "2023-05", { what: "control" })).toEqual([]);
  });

  it("is what one side of a war is told of and another is not", () => {
    const member = (who: string) => ({ who, references: r1 });
    const glossary = glossaryOf({
      entities: [entity({ id: "red", facts: [{ says: "It is.", references: r1 }] }), entity({ id: "blue" })],
      conflicts: [
        conflict({
          sides: [
            { id: "a", name: inAll("A"), members: [member("red"), member("country:SY")] },
            { id: "b", name: inAll("B"), members: [member("blue")] },
          ],
        }),
      ],
    });
    expect([...unequalSides(glossary)]).toEqual([
      ["valley-war", ["Side b: blue lack facts, which members of an opposing side have."]],
    ]);
  });
});
