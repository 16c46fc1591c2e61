import type { Kind } from "../glossary/schema.js";
import type { WordKey } from "./words.js";

/** Kinds that share a line and a hue in the text, and a group in lists. Countries are listed, not marked. */
export type Family = "actor" | "person" | "place" | "source" | "term" | "country";

const FAMILIES: Record<Kind, Family> = {
  country: "country",
  place: "place",
  event: "place",
  group: "actor",
  force: "actor",
  government: "actor",
  party: "actor",
  organisation: "actor",
  person: "person",
  outlet: "source",
  monitor: "source",
  term: "term",
};

/** The family of a kind. */
export const familyOf = (kind: Kind): Family => FAMILIES[kind];

/** Families in the order in which lists and the legend show them. */
export const FAMILY_ORDER: readonly Family[] = ["actor", "person", "place", "source", "term", "country"];

/** The catalogue's heading for a family. */
export const familyWord = (family: Family): WordKey => `group_${family}`;

/** The kinds that speak in the news as sources: outlets, monitors, bodies. */
export const isSource = (kind: Kind): boolean => kind === "outlet" || kind === "monitor" || kind === "organisation";

/** What an entity is, in the interface's words: its kind, or for a term its sort. */
export function kindWord(entity: { kind: Kind; sort?: "loaded" | "technical" | "newsroom" }): WordKey {
  return entity.kind === "term" && entity.sort ? `sort_${entity.sort}` : `kind_${entity.kind}`;
}
