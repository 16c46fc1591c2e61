import { type AnyRecord, allRecords, type Glossary } from "../glossary.js";
import { type Dated, surelyOverlap } from "../partial-date.js";
import { NOTE_LANGUAGES, type RELATIONS } from "../schema.js";
import { standingsOf } from "./dates.js";

type Kind = (typeof RELATIONS)[number];

/** Ties that hold in both directions or in none. */
const MUTUAL: ReadonlySet<Kind> = new Set(["ally_of", "fights"]);
/** Ties that cannot hold in both directions at one time. */
const ONE_WAY: ReadonlySet<Kind> = new Set(["located_in", "owned_by", "part_of", "split_from", "succeeded_by"]);
const CONTRARY: ReadonlyMap<Kind, Kind> = new Map([
  ["ally_of", "fights"],
  ["fights", "ally_of"],
]);

/** Complaints about relations of a record that another record contradicts. */
export function relationAgreementSentences(record: AnyRecord, glossary: Glossary): string[] {
  const sentences: string[] = [];
  const byId = new Map(allRecords(glossary).map((one) => [one.id, one]));
  for (const relation of record.relations ?? []) {
    const back = (byId.get(relation.to)?.relations ?? []).filter(({ to }) => to === record.id);
    const same = back.filter(({ kind }) => kind === relation.kind);
    const name = `${relation.kind} ${relation.to}`;
    if (MUTUAL.has(relation.kind) && same.length > 0 && !same.some((one) => agree(one, relation))) {
      sentences.push(
        `Relation ${name} holds ${datesOf(relation)}, but ${relation.to} says ${same.map(datesOf).join(" and ")}.`,
      );
    }
    if (ONE_WAY.has(relation.kind) && same.some((one) => surelyOverlap(one, relation))) {
      sentences.push(`Relation ${name} goes in both directions, which it cannot.`);
    }
    const contrary = CONTRARY.get(relation.kind);
    const own = (record.relations ?? []).filter(({ to }) => to === relation.to);
    if (
      [...own, ...back].some(
        (one) => one.kind === contrary && isClearly(one) && isClearly(relation) && surelyOverlap(one, relation),
      )
    ) {
      sentences.push(`Relation ${name} is contradicted by ${contrary} at the same time.`);
    }
  }
  return sentences;
}

/** Complaints about members of a conflict's sides whose own record dates their part in it otherwise. */
export function standingAgreementSentences(record: AnyRecord, glossary: Glossary): string[] {
  const standings = standingsOf(record).filter(({ relation }) => relation === "party");
  return glossary.conflicts.flatMap(({ id, sides }) =>
    sides.flatMap((side) => {
      const own = standings.filter(({ conflict }) => conflict === id);
      return side.members
        .filter(({ who }) => who === record.id && own.length > 0)
        .filter((member) => !own.some((standing) => standing.side === side.id && agree(standing, member)))
        .map(
          (member) =>
            `It is on the side ${side.id} of ${id} ${datesOf(member)}, but its standing says ${own
              .map((standing) => `${standing.side ?? "no side"} ${datesOf(standing)}`)
              .join(" and ")}.`,
        );
    }),
  );
}

/** One date may be less exact than the other; a start may be unknown; without an end a tie still holds. */
function agree(a: Dated, b: Dated): boolean {
  const isSame = (x: string, y: string) => x.startsWith(y) || y.startsWith(x);
  return (
    (a.from === undefined || b.from === undefined || (isSame(a.from, b.from) && a.or_before === b.or_before)) &&
    a.or_after === b.or_after &&
    (a.until === b.until || (a.until !== undefined && b.until !== undefined && isSame(a.until, b.until)))
  );
}

const datesOf = ({ from, or_after, or_before, until }: Dated) =>
  `${from ?? "…"}${or_before ? " or before" : ""}–${until ?? "…"}${or_after ? " or after" : ""}`;
/** Undated ties say only that there was a time: two of them contradict nothing. */
const isClearly = ({ from, until }: Dated) => from !== undefined || until !== undefined;

/** By whom and as what, in English → the same in all languages, and the record that said so first. */
export type DesignationWords = Map<string, { record: string; words: string }>;

/** Complaints about equal designations that get unequal words. `seen` is filled as records are read. */
export function designationSentences(record: AnyRecord, seen: DesignationWords): string[] {
  const sentences: string[] = [];
  for (const designation of "designations" in record ? (record.designations ?? []) : []) {
    for (const part of ["by", "as"] as const) {
      const key = `${part} ${part === "as" ? `${designation.by.en}: ` : ""}${designation[part].en}`;
      const words = NOTE_LANGUAGES.map((language) => designation[part][language]).join(" / ");
      const first = seen.get(key);
      if (!first) seen.set(key, { record: record.id, words });
      else if (first.words !== words) {
        sentences.push(
          `The designation "${designation[part].en}" is worded "${words}" here and "${first.words}" in ${first.record}.`,
        );
      }
    }
  }
  return sentences;
}
