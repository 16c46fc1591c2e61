import type { Dated } from "../glossary/partial-date.js";
import type { CONFLICT_RELATIONS, FUNCTIONS, INDEPENDENCE, Kind, RELATIONS, Reference } from "../glossary/schema.js";

/** A record's link to another: id for opening it, name for showing it. */
export interface RecordName {
  id: string;
  name: string;
}

interface Referenced extends Dated {
  /** Keys into `references`. */
  references: string[];
}

/** Everything a record holds, in one reader's language: what "more" shows. Texts are plain text. */
export interface RecordDetail {
  id: string;
  kind: Kind;
  name: string;
  description?: string;
  note?: string;
  /** Notes for pages of a time when today's would mislead, in order of time: each for the days before `until`. */
  earlierNotes: { until: string; description?: string; text: string; references: string[] }[];
  /** Other spellings, most useful first, each with its language; loaded and own names marked. */
  alsoCalled: { text: string; lang: string; stance?: "loaded" | "self" | "official" | "former" }[];
  naming?: { text: string; references: string[] };
  periods: (Referenced & { what: string; text: string })[];
  designations: (Referenced & { by: string; as: string; date: string })[];
  relations: (Referenced & { kind: (typeof RELATIONS)[number]; to: RecordName })[];
  function?: (typeof FUNCTIONS)[number];
  standings: (Referenced & {
    conflict: RecordName;
    relation: (typeof CONFLICT_RELATIONS)[number];
    side?: string;
    describedBy?: string;
  })[];
  /** Conflicts: their sides. */
  sides?: RecordName[];
  /** Outlets and monitors that have been looked into: of whose structure, owners or method something is known. */
  source?: {
    hosts: string[];
    seat?: { country: string; city?: string; references: string[] };
    founded?: { date: string; references: string[] };
    owners: (Referenced & { text: string })[];
    funding: (Referenced & { text: string })[];
    /** Absent: nobody has said yet which of the structures it is. */
    independence?: (typeof INDEPENDENCE)[number];
    method?: { summary: string; references: string[] };
    assessments: { assessor: string; dimension: string; verdict: string; date: string; url: string }[];
    criticisms: { text: string; by: string; reply?: string; references: string[] }[];
    caveats?: string;
  };
  /** Terms. */
  term?: { sort: "loaded" | "technical" | "newsroom"; asserts?: string; usedBy?: string; neutral?: string };
  references: Reference[];
  wikipedia?: string;
  wikidata?: string;
  reviewed: string;
}
