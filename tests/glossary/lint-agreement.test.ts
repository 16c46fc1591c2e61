import { describe, expect, it } from "vitest";
import { complaints, type LintRow } from "../support/complaints.js";
import { conflict, entity, inAll } from "../support/records.js";

const r1 = ["r1"];
const tie = (
  kind: "ally_of" | "fights" | "located_in" | "part_of",
  to: string,
  from?: string,
  until?: string,
  or_before?: true,
) => ({
  kind,
  to,
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
  ...(or_before ? { or_before } : {}),
  references: r1,
});

const pair = (mine: ReturnType<typeof tie>[], theirs: ReturnType<typeof tie>[]) => ({
  entities: [entity({ id: "red", relations: mine }), entity({ id: "blue", relations: theirs })],
});

/** The Red Valley on the northern side of the war from `from` on, and its own word on that. */
const inWar = (from: string, ...standings: { from?: string; side: string; or_before?: true }[]) => ({
  entities: [
    entity({
      speaking: {
        function: "armed_group" as const,
        standings: standings.map((one) => ({ conflict: "valley-war", relation: "party" as const, ...one })),
      },
    }),
  ],
  conflicts: [
    conflict({
      sides: [
        { id: "north", name: inAll("N"), members: [{ who: "red-valley", from, references: r1 }] },
        { id: "south", name: inAll("S"), members: [{ who: "country:IQ", references: r1 }] },
      ],
    }),
  ],
});

const agreement: LintRow[] = [
  ["a side and a standing of one time", inWar("2014", { side: "north", from: "2014-06" }), []],
  ["a standing that nobody wrote", inWar("2014"), []],
  [
    "a side and a standing of two times",
    inWar("2014", { side: "north", from: "2016" }),
    ["red-valley: It is on the side north of valley-war 2014–…, but its standing says north 2016–…."],
  ],
  [
    "a side and a standing that differ in how sure they are",
    inWar("2014", { side: "north", from: "2014", or_before: true }),
    ["red-valley: It is on the side north of valley-war 2014–…, but its standing says north 2014 or before–…."],
  ],
  [
    "a standing on the other side",
    inWar("2014", { side: "south" }),
    ["red-valley: It is on the side north of valley-war 2014–…, but its standing says south …–…."],
  ],
  ["one side alone", pair([tie("fights", "blue", "2014")], []), []],
  ["one date less exact", pair([tie("fights", "blue", "2014")], [tie("fights", "red", "2014-06")]), []],
  ["an unknown beginning", pair([tie("fights", "blue")], [tie("fights", "red", "2014-06")]), []],
  [
    "an unknown beginning and a roughly known one",
    pair([tie("fights", "blue")], [tie("fights", "red", "2014", undefined, true)]),
    [],
  ],
  [
    "an end that only one knows",
    pair([tie("ally_of", "blue", "2014", "2016")], [tie("ally_of", "red", "2014")]),
    [
      "red: Relation ally_of blue holds 2014–2016, but blue says 2014–….",
      "blue: Relation ally_of red holds 2014–…, but red says 2014–2016.",
    ],
  ],
  [
    "a beginning that only one takes for certain",
    pair([tie("ally_of", "blue", "2014", undefined, true)], [tie("ally_of", "red", "2014")]),
    [
      "red: Relation ally_of blue holds 2014 or before–…, but blue says 2014–….",
      "blue: Relation ally_of red holds 2014–…, but red says 2014 or before–….",
    ],
  ],
  [
    "part of one another",
    pair([tie("part_of", "blue")], [tie("part_of", "red")]),
    [
      "red: Relation part_of blue goes in both directions, which it cannot.",
      "blue: Relation part_of red goes in both directions, which it cannot.",
    ],
  ],
  [
    "allies first, enemies later",
    pair([tie("ally_of", "blue", "2011", "2014"), tie("fights", "blue", "2014")], []),
    [],
  ],
  [
    "allies and enemies at once",
    pair([tie("ally_of", "blue", "2011", "2014")], [tie("fights", "red", "2012", "2013")]),
    [
      "red: Relation ally_of blue is contradicted by fights at the same time.",
      "blue: Relation fights red is contradicted by ally_of at the same time.",
    ],
  ],
  [
    "one list, two words",
    {
      entities: ["red", "blue"].map((id) =>
        entity({
          id,
          designations: [
            { by: inAll("EU"), as: { ...inAll("terrorist list"), id: `daftar ${id}` }, date: "2002", references: r1 },
          ],
        }),
      ),
    },
    [
      'blue: The designation "terrorist list" is worded "terrorist list / daftar blue / terrorist list" here and "terrorist list / daftar red / terrorist list" in red.',
    ],
  ],
];

describe("what the lint says of records that tell one thing", () => {
  it.each(agreement)("%s", (_name, parts, says) => {
    expect(complaints(parts)).toEqual(says);
  });
});
