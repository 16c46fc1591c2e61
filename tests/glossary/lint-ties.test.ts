import { describe, expect, it } from "vitest";
import { complaints, type LintRow } from "../support/complaints.js";
import { conflict, entity, inAll, REFERENCE, source, term } from "../support/records.js";

const words = (count: number) => Array.from({ length: count }, (_, i) => `w${i}`).join(" ");

const allowed: LintRow[] = [
  [
    "one record of each type",
    { entities: [entity()], sources: [source()], conflicts: [conflict()], terms: [term()] },
    [],
  ],
  ["a note of 45 words", { entities: [entity({ note: inAll(words(45)) })] }, []],
  ["a dash that stands alone is no word", { entities: [entity({ note: inAll(`${words(45)} –`) })] }, []],
  [
    "a relation to a state",
    { entities: [entity({ relations: [{ kind: "backed_by", to: "country:IR", references: ["r1"] }] })] },
    [],
  ],
  [
    "a relation to a record of another type",
    {
      entities: [entity({ relations: [{ kind: "owned_by", to: "valley-news", references: ["r1"] }] })],
      sources: [source()],
    },
    [],
  ],
];

const ties: LintRow[] = [
  [
    "a relation to nobody",
    { entities: [entity({ relations: [{ kind: "led_by", to: "nobody", references: ["r1"] }] })] },
    ['red-valley: Relation led_by leads to "nobody", which nobody has written.'],
  ],
  [
    "a relation to itself",
    { entities: [entity({ relations: [{ kind: "ally_of", to: "red-valley", references: ["r1"] }] })] },
    ["red-valley: Relation ally_of leads to the record itself."],
  ],
  [
    "evidence that is a record nobody has written",
    {
      entities: [
        entity({
          aliases: { en: ["Rawa"] },
          ambiguity: [{ forms: ["Rawa"], other: "a swamp", accept: [{ entities: ["anbar"] }] }],
        }),
      ],
    },
    ['red-valley: Ambiguity of "Rawa" asks for "anbar", which nobody has written.'],
  ],
  [
    "a side without a record",
    {
      conflicts: [
        conflict({
          sides: [
            { id: "a", name: inAll("A"), members: [{ who: "ghosts", references: ["r1"] }] },
            { id: "b", name: inAll("B"), members: [{ who: "country:SY", references: ["r1"] }] },
          ],
        }),
      ],
    },
    ['valley-war: Side member "ghosts" has no record.'],
  ],
  [
    "a place of war without a record",
    { conflicts: [conflict({ area: { countries: ["SY"], places: ["lost-city"] } })] },
    ['valley-war: Place "lost-city" has no record.'],
  ],
  [
    "state media that no state controls",
    {
      conflicts: [conflict()],
      sources: [
        source({
          independence: "state_funded_independent",
          standings: [{ conflict: "valley-war", relation: "state_media_of_party", side: "north", references: ["r1"] }],
        }),
      ],
    },
    [
      "valley-news: The standing in valley-war says state media, but the structure is state_funded_independent: money alone is a donor_tie.",
    ],
  ],
  [
    "a standing in a war that is not there",
    { sources: [source({ standings: [{ conflict: "other-war", relation: "none_known" }] })] },
    ['valley-news: A standing names the conflict "other-war", which has no record.'],
  ],
  [
    "a standing on a side that is not there",
    {
      entities: [
        entity({
          speaking: {
            function: "armed_group",
            standings: [{ conflict: "valley-war", relation: "party", side: "west" }],
          },
        }),
      ],
      conflicts: [conflict()],
    },
    ['red-valley: A standing names the side "west", which valley-war does not have.'],
  ],
  [
    "a reference that is named and not listed",
    { entities: [entity({ facts: [{ says: "It is red.", references: ["r1", "r2"] }] })] },
    ['red-valley: "facts.0" rests on reference r2, which is not listed.'],
  ],
  [
    "a missing reference deep inside a conflict",
    {
      conflicts: [
        conflict({
          sides: [
            { id: "a", name: inAll("A"), members: [{ who: "country:IQ", references: ["r7"] }] },
            { id: "b", name: inAll("B"), members: [{ who: "country:SY", references: ["r1"] }] },
          ],
        }),
      ],
    },
    ['valley-war: "sides.0.members.0" rests on reference r7, which is not listed.'],
  ],
  [
    "a reference that is listed twice",
    { terms: [term({ references: [REFERENCE, REFERENCE] })] },
    ["usurper: Reference r1 is listed twice."],
  ],
];

const others: LintRow[] = [
  [
    "a note that is too long",
    { entities: [entity({ note: { ...inAll("Short."), ar: words(46) } })] },
    ['red-valley: The note in "ar" has 46 words; at most 45 fit a card.'],
  ],
  [
    "an earlier note that is too long",
    {
      entities: [
        entity({
          earlier_notes: [{ until: "2017", text: { ...inAll("Short."), en: words(46) }, references: ["r1"] }],
        }),
      ],
    },
    ['red-valley: The note until 2017 in "en" has 46 words; at most 45 fit a card.'],
  ],
  [
    "a description that is too long",
    { sources: [source({ description: { ...inAll("Short"), id: words(13) } })] },
    ['valley-news: The description in "id" has 13 words; at most 12 fit a line.'],
  ],
  [
    "one id in two folders",
    {
      entities: [entity({ id: "sohr", names: { en: "One" } })],
      sources: [source({ id: "sohr", names: { en: "Other" } })],
    },
    ['sohr: The id "sohr" is used twice.'],
  ],
  [
    "one Wikipedia title, two records",
    { entities: [entity({ wikipedia: "Rawa, Iraq" }), entity({ id: "rawa", wikipedia: "Rawa, Iraq" })] },
    ['rawa: wikipedia "Rawa, Iraq" already belongs to red-valley.'],
  ],
  [
    "one Wikidata id, two records",
    { entities: [entity({ wikidata: "Q1" }), entity({ id: "rawa", wikidata: "Q1" })] },
    ['rawa: wikidata "Q1" already belongs to red-valley.'],
  ],
  [
    "one host, two sources",
    {
      sources: [
        source({ hosts: [{ host: "news.example.com", match: "suffix" }] }),
        source({ id: "hill-news", hosts: [{ host: "news.example.com", match: "exact" }] }),
      ],
    },
    ["hill-news: Host news.example.com already belongs to valley-news."],
  ],
  [
    "one host, two sources, told apart by path",
    {
      sources: [
        source({ hosts: [{ host: "example.com", match: "suffix", path: "/arabic" }] }),
        source({ id: "hill-news", hosts: [{ host: "example.com", match: "suffix", path: "/english" }] }),
      ],
    },
    [],
  ],
];

describe("what the lint says of ties, references and texts", () => {
  describe.each([
    ["allowed", allowed],
    ["ties and references", ties],
    ["texts, ids and hosts", others],
  ])("%s", (_, rows) => {
    it.each(rows)("%s", (_name, parts, says) => {
      expect(complaints(parts)).toEqual(says);
    });
  });
});
