import { describe, expect, test } from "vitest";
import type { Claim } from "../../src/engine/attribution/voices.js";
import type { Knowledge } from "../../src/engine/knowledge/open.js";
import { tellVoices } from "../../src/engine/tell-voices.js";
import { article, knowledgeOf } from "../support/knowledge.js";
import { conflict, entity, inAll, source } from "../support/records.js";

const member = (who: string, from?: string, until?: string, or_after?: true) => ({
  who,
  references: ["r1"],
  ...(from ? { from } : {}),
  ...(until ? { until } : {}),
  ...(or_after ? { or_after } : {}),
});

/** A war of 2011 to 2018 in Syria between its army and the Red Valley, with a monitor, an outlet and people on the edges. */
const knowledge = knowledgeOf({
  entities: [
    entity({ id: "red-valley", kind: "group" }),
    entity({ id: "green-hills", kind: "group", names: { en: "Green Hills" } }),
    entity({ id: "blue-army", kind: "force", country: "SY", names: { en: "Blue Army" } }),
    entity({ id: "water-ministry", kind: "government", country: "SY", names: { en: "Ministry of Water" } }),
    entity({ id: "far-ministry", kind: "government", country: "LB", names: { en: "Far Ministry" } }),
    entity({ id: "old-town", kind: "place", country: "SY", names: { en: "Old Town" } }),
    entity({
      id: "ana-haddad",
      kind: "person",
      country: "SY",
      names: { en: "Ana Haddad" },
      speaking: { function: "official_person" },
    }),
    entity({
      id: "omar-nasser",
      kind: "person",
      country: "SY",
      names: { en: "Omar Nasser" },
      speaking: {
        function: "official_person",
        standings: [{ conflict: "valley-war", relation: "affiliated_with_party", until: "2014", references: ["r1"] }],
      },
    }),
  ],
  sources: [
    source({
      id: "hill-monitor",
      kind: "monitor",
      function: "monitor",
      names: { en: "Hill Monitor" },
      standings: [
        {
          conflict: "valley-war",
          relation: "described_as_aligned",
          side: "south",
          described_by: inAll("Example Daily (2015)"),
          references: ["r1"],
        },
      ],
    }),
    source({ id: "valley-news", names: { en: "Valley News" } }),
  ],
  conflicts: [
    conflict({
      id: "valley-war",
      names: { en: "valley war" },
      from: "2011",
      until: "2018-05",
      area: { countries: ["SY"], places: ["old-town"] },
      sides: [
        { id: "north", name: inAll("North"), members: [member("country:SY"), member("blue-army")] },
        {
          id: "south",
          name: inAll("South"),
          members: [member("red-valley", "2012", "2016-06"), member("green-hills", "2012", "2013", true)],
        },
      ],
    }),
  ],
});

const SCENE = "The Red Valley and the Blue Army fought in Old Town, Syria.";

function claims(text: string, date: string, scene = SCENE, with_: Knowledge = knowledge): Claim[] {
  return tellVoices({ ...article("en", scene, text), date: { value: date, from: "given" } }, with_).voices.claims;
}
const first = (text: string, date = "2015-03-01", scene = SCENE) => claims(text, date, scene)[0]?.source;

describe("the conflicts of a page", () => {
  const conflictsOn = (text: string, date: string) =>
    tellVoices({ ...article("en", text), date: { value: date, from: "given" } }, knowledge).voices.conflicts;

  test("a member and a place of its ground are evidence enough", () => {
    expect(conflictsOn("The Red Valley took Old Town.", "2015-01-01")).toEqual([
      { id: "valley-war", name: "valley war" },
    ]);
  });

  test("a country alone is none", () => {
    expect(conflictsOn("Syria sells apples to Lebanon.", "2015-01-01")).toEqual([]);
  });

  test("nor is a member on other ground", () => {
    expect(conflictsOn("The Red Valley opened an office in Beirut.", "2015-01-01")).toEqual([]);
  });

  test.each(["2010-12-31", "2018-06-01"])("a page of %s is not about it", (date) => {
    expect(conflictsOn(SCENE, date)).toEqual([]);
  });
});

describe("how a source stands, at the page's date", () => {
  test("a member of a side is a party to the named conflict", () => {
    expect(first("The Red Valley said that the town had fallen.")).toMatchObject({
      group: "party",
      ties: [{ relation: "party", conflict: { id: "valley-war" }, side: "South" }],
    });
  });

  test("and no party any more when its membership has ended", () => {
    expect(first("The Red Valley said that the town had fallen.", "2017-01-01")).toMatchObject({
      group: "other",
      ties: [],
    });
  });

  test("a member whose end nobody tells is one for as long as the war goes on", () => {
    expect(first("The Green Hills said that the town had fallen.", "2017-01-01")).toMatchObject({ group: "party" });
  });

  test("a ministry of a state at war speaks for a party, through its state", () => {
    expect(first("The Ministry of Water said that the dam was safe.")).toMatchObject({
      group: "party",
      ties: [{ relation: "party", by: { record: "country:SY" } }],
    });
  });

  test("a ministry of another state has only its office", () => {
    expect(first("The Far Ministry said that the border was open.")).toMatchObject({ group: "official", ties: [] });
  });

  test("where the page is about no conflict, a belligerent elsewhere is no party", () => {
    expect(first("The Blue Army said that the parade was cancelled.", "2015-03-01", "It rained.")).toMatchObject({
      group: "official",
      ties: [],
    });
  });

  test("an official of a state at war is a party; who left office is none", () => {
    expect(first("Ana Haddad said that the talks had failed.")?.group).toBe("party");
    expect(first("Omar Nasser said that the talks had failed.", "2013-01-01")?.group).toBe("party");
    expect(first("Omar Nasser said that the talks had failed.", "2015-01-01")?.group).toBe("official");
  });

  test("an alignment is always somebody's description", () => {
    expect(first("The Hill Monitor reported that shelling went on.")).toMatchObject({
      group: "monitor",
      ties: [{ relation: "described_as_aligned", describedBy: "Example Daily (2015)", side: "South" }],
    });
  });

  test("an unnamed speaker stands where the text puts it, or nowhere", () => {
    expect(first("A Red Valley commander said that the town had fallen.")).toMatchObject({
      type: "fighter",
      group: "party",
      of: { record: "red-valley" },
    });
    expect(first("A source said that the town had fallen.")).toMatchObject({ group: "unnamed", ties: [] });
  });

  test("a name that the glossary does not know is given in the words of the text", () => {
    const voice = first("Dina Karam said that the market was open.");
    expect(voice).toMatchObject({ text: "Dina Karam", type: "named", group: "other", ties: [] });
    expect(voice?.record).toBeUndefined();
  });
});

describe("what does not agree", () => {
  const differences = (...texts: string[]) => {
    const page = article("en", SCENE, ...texts);
    return tellVoices({ ...page, date: { value: "2015-03-01", from: "given" } }, knowledge).voices.differences;
  };

  test("a place taken, and fighting there that goes on", () => {
    const found = differences(
      "The Blue Army said that it had taken control of Old Town.",
      "The Hill Monitor said that heavy fighting continued in Old Town.",
    );
    expect(found).toEqual([{ about: "control", of: { record: "old-town", name: "Old Town" }, claims: [0, 1] }]);
  });

  test("two figures for the killed of one place", () => {
    const found = differences(
      "The Blue Army said that 12 people were killed in Old Town.",
      "The Hill Monitor said that 30 people were killed in Old Town.",
    );
    expect(found).toMatchObject([{ about: "casualties", claims: [0, 1] }]);
  });

  test.each([
    [
      "the same figure",
      "The Blue Army said that 12 people were killed in Old Town.",
      "The Hill Monitor said that 12 people were killed in Old Town.",
    ],
    [
      "killed and wounded",
      "The Blue Army said that 12 people were killed in Old Town.",
      "The Hill Monitor said that 30 people were wounded in Old Town.",
    ],
    [
      "one speaker",
      "The Blue Army said that 12 people were killed in Old Town.",
      "The Blue Army said that 30 people were killed in Old Town.",
    ],
    [
      "another place",
      "The Blue Army said that it had taken control of Old Town.",
      "The Hill Monitor said that heavy fighting continued in Syria.",
    ],
  ])("%s: nothing differs", (_, a, b) => {
    expect(differences(a, b)).toEqual([]);
  });
});
