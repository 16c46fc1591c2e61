import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numeralsOf } from "../../src/glossary/lint/languages.js";
import { complaints, type LintRow } from "../support/complaints.js";
import { conflict, entity, inAll, REFERENCE, source, term } from "../support/records.js";

const r1 = ["r1"];
const period = (what: "office" | "leader" | "name", from: string, until?: string) => ({
  what,
  from,
  ...(until ? { until } : {}),
  text: inAll("Somebody"),
  references: r1,
});
const note = (en: string, id: string, ar: string): { entities: ReturnType<typeof entity>[] } => ({
  entities: [entity({ note: { en, id, ar } })],
});
const life = (from?: string, until?: string) => ({
  lifetime: { ...(from ? { from } : {}), ...(until ? { until } : {}), references: r1 },
});

const dates: LintRow[] = [
  [
    "a month inside the year in which it ends",
    { entities: [entity({ periods: [period("office", "2017-05", "2017")] })] },
    [],
  ],
  [
    "a period that ends before it begins",
    { entities: [entity({ periods: [period("office", "2017-05", "2016")] })] },
    ["red-valley: Period office ends (2016) before it begins (2017-05)."],
  ],
  [
    "a last known date behind every page, and one with a page of its year",
    {
      entities: [
        entity({
          references: [{ ...REFERENCE, published: "2016-05-02" }],
          periods: [
            { ...period("office", "2012", "2017"), or_after: true },
            { ...period("leader", "2012", "2016"), or_after: true },
          ],
        }),
      ],
    },
    ["red-valley: Period office is known until at least 2017, but its newest page is of 2016-05-02."],
  ],
  [
    "a designation lifted before it was made",
    {
      entities: [
        entity({ designations: [{ by: inAll("A"), as: inAll("B"), date: "2018", until: "2012", references: r1 }] }),
      ],
    },
    ["red-valley: Designation by A ends (2012) before it begins (2018)."],
  ],
  [
    "an office before birth",
    { entities: [entity({ kind: "person", ...life("1965-09-11"), periods: [period("office", "1960", "1970")] })] },
    ["red-valley: Period office begins (1960) before the lifetime does (1965-09-11)."],
  ],
  [
    "an office after death, and one without an end",
    {
      entities: [
        entity({
          ...life(undefined, "2011-10-20"),
          periods: [period("office", "2001", "2013"), period("leader", "2005")],
        }),
      ],
    },
    [
      "red-valley: Period office ends (2013) after the lifetime does (2011-10-20).",
      "red-valley: Period leader of 2005 has no end, though the lifetime ended (2011-10-20).",
    ],
  ],
  [
    "an office before a birth and after a death that are known only roughly",
    {
      entities: [
        entity({
          lifetime: { from: "1965", or_before: true, until: "2011", or_after: true, references: r1 },
          periods: [period("office", "1960", "2013")],
        }),
      ],
    },
    [],
  ],
  [
    "a name given afterwards",
    { entities: [entity({ ...life(undefined, "2011"), periods: [period("name", "2014")] })] },
    [],
  ],
  [
    "earlier notes out of order",
    {
      entities: [
        entity({
          earlier_notes: ["2017", "2012-03"].map((until) => ({ until, text: inAll("Was."), references: r1 })),
        }),
      ],
    },
    ["red-valley: Earlier notes are not in order of time: 2012-03 stands behind 2017."],
  ],
  [
    "a member of a side after the war, and a standing before it",
    {
      conflicts: [
        conflict({
          until: "2014",
          sides: [
            { id: "north", name: inAll("N"), members: [{ who: "country:SY", from: "2016", references: r1 }] },
            { id: "south", name: inAll("S"), members: [{ who: "country:IQ", references: r1 }] },
          ],
        }),
      ],
      sources: [source({ standings: [{ conflict: "valley-war", relation: "none_known", until: "2009" }] })],
    },
    [
      "valley-news: Standing in valley-war ends (2009) before the conflict began (2011).",
      "valley-war: Membership of country:SY in north begins (2016) after the conflict ended (2014).",
    ],
  ],
];

const languages: LintRow[] = [
  [
    "one date in three languages",
    note(
      "Taken on 8 May 2024 by 12,000 men.",
      "Direbut 12.000 orang pada 8 Mei 2024.",
      "سيطر عليها ١٢٬٠٠٠ رجل في 8 مايو 2024.",
    ),
    [],
  ],
  [
    "decades and ordinals",
    note("The 4th army, of the 1960s.", "Tentara ke-4, 1960-an.", "الجيش الرابع، من الستينيات."),
    [],
  ],
  [
    "a year that differs",
    note("Founded in 1978.", "Didirikan pada 1987.", "تأسس عام 1978."),
    ["red-valley: The numerals of the note differ: en 1978, id 1987, ar 1978."],
  ],
  [
    "a month that differs",
    note("Dissolved in May 2025.", "Bubar pada Maret 2025.", "حُل في مايو 2025."),
    ["red-valley: The months of the note differ: en 05, id 03, ar 05."],
  ],
  ["a month that is no month", note("It may rule 3 towns.", "Mungkin menguasai 3 kota.", "قد يحكم 3 بلدات."), []],
];

const verdicts: LintRow[] = [
  [
    "a verdict of our own, in each language",
    note("A terrorist group.", "Kelompok teroris.", "جماعة إرهابية."),
    [
      '"terrorist" in the note (en) judges',
      '"teroris" in the note (id) judges',
      '"إرهابية" in the note (ar) judges',
    ].map((sentence) => `red-valley: ${sentence}, and the sentence does not say who does.`),
  ],
  [
    "a verdict that is somebody's",
    note(
      "The EU listed it as a terrorist group.",
      "Uni Eropa memasukkannya ke daftar kelompok teroris.",
      "أدرجها الاتحاد الأوروبي على قائمة المنظمات الإرهابية.",
    ),
    [],
  ],
  [
    "somebody's in another sentence only",
    { entities: [entity({ note: { ...inAll("A group."), en: "The EU listed it. It is a terrorist group." } })] },
    ['red-valley: "terrorist" in the note (en) judges, and the sentence does not say who does.'],
  ],
  [
    "in quotation marks",
    { entities: [entity({ note: { ...inAll("A group."), en: "Its foes speak of “the regime”." } })] },
    [],
  ],
  [
    "the bearer's own name",
    { entities: [entity({ names: { en: "Free Martyrs" }, note: inAll("Free Martyrs is a band.") })] },
    [],
  ],
  ["a term, whose subject it is", { terms: [term({ note: inAll("What a martyr is.") })] }, []],
];

const at = (country: string, lat: number, lon: number) => ({
  entities: [entity({ kind: "place", country, location: { lat, lon, references: r1 } })],
});
const places: LintRow[] = [
  ["Mosul in Iraq", at("IQ", 36.34, 43.13), []],
  [
    "Mosul in Syria",
    at("SY", 36.34, 43.13),
    ["red-valley: The coordinates 36.34, 43.13 lie in IQ, but the country is SY."],
  ],
  ["where the border is disputed", at("UA", 45.3, 34.4), []],
  ["at sea", at("YE", 12.6, 48), []],
];

describe("what the lint says of facts", () => {
  describe.each([
    ["dates", dates],
    ["agreement between languages", languages],
    ["verdicts", verdicts],
    ["places", places],
  ])("%s", (_, rows) => {
    it.each(rows)("%s", (_name, parts, says) => {
      expect(complaints(parts)).toEqual(says);
    });
  });

  it("reads one number alike, however a language writes it", () => {
    const formats = ["en", "id", "ar-EG", "ar-MA"].map((language) => new Intl.NumberFormat(language));
    fc.assert(
      fc.property(fc.nat(), (number) => {
        for (const format of formats) expect(numeralsOf(`x ${format.format(number)}.`)).toEqual([String(number)]);
      }),
    );
  });
});
