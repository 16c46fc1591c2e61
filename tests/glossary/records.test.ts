import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { allRecords } from "../../src/glossary/glossary.js";
import { ConflictRecord, EntityRecord, SourceRecord, TermRecord } from "../../src/glossary/schema.js";
import { conflict, entity, glossaryOf, inAll, source, term } from "../support/records.js";

describe("records built for tests", () => {
  it.each([
    ["entity", EntityRecord, entity()],
    ["source", SourceRecord, source()],
    ["conflict", ConflictRecord, conflict()],
    ["term", TermRecord, term()],
  ] as const)("%s fits the schema", (_, schema, { id, ...record }) => {
    expect(id).toMatch(/^[a-z-]+$/);
    expect(v.safeParse(schema, record).issues).toBeUndefined();
  });

  it("take the words about a border only together with the border", () => {
    const period = { what: "status" as const, text: inAll("Banned"), from: "2014", references: ["r1"] };
    const tie = { kind: "fights" as const, to: "blue", references: ["r1"] };
    const isGood = (given: Partial<EntityRecord>) => {
      const { id: _, ...record } = entity(given);
      return v.safeParse(EntityRecord, record).success;
    };
    expect(isGood({ periods: [{ ...period, or_before: true }] })).toBe(true);
    expect(isGood({ periods: [{ ...period, or_after: true }] })).toBe(false);
    expect(isGood({ periods: [{ ...period, until: "2015", or_after: true }] })).toBe(true);
    expect(isGood({ relations: [{ ...tie, or_before: true }] })).toBe(false);
    expect(isGood({ relations: [{ ...tie, from: "2014", or_before: true }] })).toBe(true);
  });

  it("keeps what a test says and fills the rest", () => {
    const rawa = entity({ id: "rawa", kind: "place", names: { en: "Rawa", ar: "راوة" } });
    expect(rawa.names).toEqual({ en: "Rawa", id: "Rawa", ar: "راوة" });
    expect(allRecords(glossaryOf({ entities: [rawa] }))).toEqual([rawa]);
    expect(glossaryOf().languages.get("id")?.reduplication).toBe(true);
  });
});
