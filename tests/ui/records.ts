import type { EntitySummary } from "../../src/engine/annotation.js";
import type { RecordDetail } from "../../src/engine/record-detail.js";

/** Invented records: no test speaks of anyone. */
export const front: EntitySummary = {
  id: "example-front",
  kind: "group",
  marked: true,
  name: "Example Front",
  pageName: "Front Contoh",
  originalName: { text: "جبهة المثال", lang: "ar" },
  description: "Armed group of an invented region",
  note: "Founded as a coalition of local groups.",
  references: 2,
  reviewed: "2026-11",
};

export const bare: EntitySummary = { id: "bare", kind: "place", marked: true, name: "Nowhere", references: 0 };

export const frontDetail: RecordDetail = {
  id: "example-front",
  kind: "group",
  name: "Example Front",
  alsoCalled: [
    { text: "الجبهة", lang: "ar" },
    { text: "the Front gang", lang: "en", stance: "loaded" },
  ],
  naming: { text: "Opponents use another name.", references: ["r1"] },
  earlierNotes: [],
  periods: [
    { what: "activity", text: "Fights in the province", from: "2013", until: "2020", references: ["r1"] },
    { what: "status", text: "Dissolved", from: "2024-12-08", references: ["r2"] },
  ],
  designations: [{ by: "Examplia", as: "banned organisation", date: "1997-10", references: ["r2"] }],
  relations: [{ kind: "ally_of", to: { id: "army", name: "Example Army" }, from: "2013", references: ["r1"] }],
  function: "armed_group",
  standings: [
    {
      conflict: { id: "war", name: "Example war" },
      relation: "party",
      from: "2012",
      until: "2024",
      references: ["r1"],
    },
  ],
  references: [
    {
      id: "r1",
      url: "https://example.org/a",
      publisher: "Example Agency",
      title: "A report",
      supports: "x",
      published: "2017-11-19",
      opened: "2026-11-22",
    },
    {
      id: "r2",
      url: "https://example.org/b",
      publisher: "مركز المثال",
      supports: "x",
      published: "undated",
      opened: "2026-11-22",
    },
  ],
  wikipedia: "Example Front",
  reviewed: "2026-11",
};

export const emptyDetail: RecordDetail = {
  id: "bare",
  kind: "place",
  name: "Nowhere",
  alsoCalled: [],
  earlierNotes: [],
  periods: [],
  designations: [],
  relations: [],
  standings: [],
  references: [],
  reviewed: "2026-11",
};

export const outlet: EntitySummary = {
  id: "times",
  kind: "outlet",
  marked: true,
  name: "Example Times",
  description: "News site of an invented town",
  references: 1,
};

export const outletDetail: RecordDetail = {
  ...emptyDetail,
  id: "times",
  kind: "outlet",
  name: "Example Times",
  function: "news_site",
  source: {
    hosts: ["times.example"],
    owners: [],
    funding: [],
    independence: "independent_commercial",
    assessments: [],
    criticisms: [],
  },
};
