import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { allRecords } from "../../src/glossary/glossary.js";
import { ConflictRecord, EntityRecord, SourceRecord, TermRecord } from "../../src/glossary/schema.js";
import { conflict, entity, glossaryOf, source, term } from "../support/records.js";

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

  it("keeps what a test says and fills the rest", () => {
    const rawa = entity({ id: "rawa", kind: "place", names: { en: "Rawa", ar: "راوة" } });
    expect(rawa.names).toEqual({ en: "Rawa", id: "Rawa", ar: "راوة" });
    expect(allRecords(glossaryOf({ entities: [rawa] }))).toEqual([rawa]);
    expect(glossaryOf().languages.get("id")?.reduplication).toBe(true);
  });
});
