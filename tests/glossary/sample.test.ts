import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesThatDiffer } from "../../src/cli/name-agreement.js";
import { regionOf } from "../../src/cli/regions.js";
import { coverageBy, namesByLanguage, stratumOf, thinness } from "../../src/glossary/coverage.js";
import { kindOf } from "../../src/glossary/glossary.js";
import { sampleStatements } from "../../src/glossary/sample.js";
import { statementsOf } from "../../src/glossary/statements.js";
import { knowledgeOf } from "../support/knowledge.js";
import { conflict, entity, glossaryOf, inAll, REFERENCE, source } from "../support/records.js";

const r1 = ["r1"];
const fact = (says: string) => ({ says, references: r1 });
const town = entity({ id: "town", kind: "place", country: "IQ", facts: ["A.", "B.", "C."].map(fact) });
const front = entity({
  id: "front",
  country: "SY",
  facts: [fact("It was founded in 2017.")],
  periods: [{ what: "leader", from: "2017-01", text: inAll("Somebody"), references: r1 }],
  relations: [{ kind: "fights", to: "town", until: "2024", references: r1 }],
  designations: [{ by: inAll("Nowhere"), as: inAll("a band"), date: "2018", references: r1 }],
  speaking: {
    function: "armed_group",
    standings: [{ conflict: "valley-war", relation: "party", side: "north", references: r1 }],
  },
});
const glossary = glossaryOf({
  entities: [town, front],
  sources: [source({ note: inAll("News.") })],
  conflicts: [conflict()],
});
const strata = (record: Parameters<typeof stratumOf>[0]) => stratumOf(record, regionOf);

describe("statements for a second reading", () => {
  it("are everything that a record says with references, with the pages", () => {
    expect(statementsOf(front).map(({ field, says }) => `${field}: ${says}`)).toEqual([
      "facts: Front: It was founded in 2017.",
      "periods: Front: leader: Somebody, from 2017-01",
      "relations: Front: fights town, until 2024",
      "standings: Front: in valley-war: party, north",
      "designations: Front: Nowhere: a band, from 2018",
    ]);
    expect(statementsOf(front).every(({ references }) => references[0] === REFERENCE)).toBe(true);
  });

  it("end a tie or a side with what it belongs to, where it has no end of its own", () => {
    const until2020 = { from: "2011", until: "2020-05", references: r1 };
    const ended = entity({
      id: "ended",
      lifetime: until2020,
      relations: [
        { kind: "ally_of", to: "front", from: "2012", references: r1 },
        { kind: "fights", to: "front", until: "2012", references: r1 },
        { kind: "succeeded_by", to: "front", from: "2020-06", references: r1 },
      ],
    });
    const said = (record: Parameters<typeof statementsOf>[0]) => statementsOf(record).map(({ says }) => says);
    expect(said(ended)).toContain("Ended: ally of front, from 2012 until it ended, 2020-05");
    expect(said(ended)).toContain("Ended: fights front, until 2012");
    expect(said(ended)).toContain("Ended: succeeded by front, from 2020-06");
    const war = conflict({ until: "2020-05" });
    const open = war.sides.flatMap(({ members }) => members).filter(({ until }) => until === undefined);
    expect(open.length).toBeGreaterThan(0);
    expect(said(war).filter((says) => says.endsWith("until it ended, 2020-05"))).toHaveLength(open.length);
  });

  it("end a tie with a lifetime of which only the last known date is told", () => {
    const ended = entity({
      lifetime: { until: "2020", or_after: true, references: r1 },
      relations: [{ kind: "fights", to: "front", references: r1 }],
    });
    expect(statementsOf(ended).map(({ says }) => says)).toEqual([
      "Red Valley: fights front, until it ended, at the earliest 2020",
      "Red Valley: lived or existed, until at least 2020",
    ]);
  });

  it("say where a border is only the first or last date that is known", () => {
    const known = entity({
      relations: [
        {
          kind: "fights",
          to: "front",
          from: "2013",
          or_before: true,
          until: "2020-05",
          or_after: true,
          references: r1,
        },
      ],
    });
    expect(statementsOf(known).map(({ says }) => says)).toEqual([
      "Red Valley: fights front, from 2013 or before until at least 2020-05",
    ]);
  });

  it("are drawn from every stratum, without repetition, the same for a seed", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), (seed, count) => {
        const sample = sampleStatements(glossary, strata, { seed, count });
        expect(sampleStatements(glossary, strata, { seed, count })).toEqual(sample);
        const rows = sample.map(({ record, says }) => `${record} ${says}`);
        expect(new Set(rows).size).toBe(rows.length);
        expect(new Set(sample.map(({ stratum }) => stratum))).toEqual(
          new Set(["place, Western Asia", "group, Western Asia", "event, Western Asia"]),
        );
      }),
    );
  });

  it("leave out what was read, where only the unread is asked for", () => {
    const read = glossaryOf({ entities: [town, { ...front, second_reading: "2026-11" }] });
    const records = sampleStatements(read, strata, { seed: 1, count: 99, unread: true }).map(({ record }) => record);
    expect(new Set(records)).toEqual(new Set(["town"]));
  });

  it("come in another choice with another seed", () => {
    const choices = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
      sampleStatements(glossary, strata, { seed, count: 3 })
        .map(({ says }) => says)
        .join(),
    );
    expect(new Set(choices).size).toBeGreaterThan(1);
  });
});

describe("the report", () => {
  it("counts records, notes and statements by kind", () => {
    expect(Object.fromEntries(coverageBy(glossary, kindOf))).toEqual({
      place: { records: 1, notes: 1, statements: 3, recent: 0, readTwice: 0, wikidata: 0 },
      group: { records: 1, notes: 1, statements: 5, recent: 0, readTwice: 0, wikidata: 0 },
      outlet: { records: 1, notes: 1, statements: 0, recent: 0, readTwice: 0, wikidata: 0 },
      event: { records: 1, notes: 1, statements: 2, recent: 0, readTwice: 0, wikidata: 0 },
    });
  });

  it("knows the region of a state, and of none", () => {
    expect([regionOf("SY"), regionOf("ID"), regionOf(undefined), regionOf("ZZ")]).toEqual([
      "Western Asia",
      "South-eastern Asia",
      "no region",
      "no region",
    ]);
  });

  it("says why a record is thin", () => {
    expect(thinness(town)).toEqual(["3 statements", "one publisher", "no recent page"]);
    expect(
      thinness({
        ...town,
        references: [REFERENCE, { ...REFERENCE, id: "r2", publisher: "Other", published: "2026-01" }],
      }),
    ).toEqual(["3 statements"]);
  });

  it("names whom a note names in one language and not in another", () => {
    const parts = {
      entities: [
        entity({ id: "blue", names: { en: "Blue Hill" } }),
        entity({ id: "front", note: { en: "It took Blue Hill.", id: "Merebut Blue Hill.", ar: "جماعة." } }),
      ],
    };
    const [, record] = parts.entities;
    expect(namesThatDiffer(record as NonNullable<typeof record>, knowledgeOf(parts))).toEqual(["blue (en, id)"]);
  });

  it("counts in how many records a language has a name", () => {
    const named = glossaryOf({ entities: [entity({ aliases: { tr: ["Vadi"] } })] });
    expect(namesByLanguage(named)).toEqual([
      ["ar", 1],
      ["en", 1],
      ["id", 1],
      ["tr", 1],
    ]);
  });
});
