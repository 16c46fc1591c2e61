import { holdsAt } from "../at-date.js";
import type { KnownConflict } from "../knowledge/files.js";
import type { Knowledge } from "../knowledge/open.js";
import type { Tie } from "./voices.js";

/** Kinds that speak for the state they belong to. */
const OF_STATE: ReadonlySet<string> = new Set(["government", "force"]);
/** Functions of persons who speak for a state. */
const OFFICIAL: ReadonlySet<string> = new Set(["official_person", "government_body", "armed_forces"]);

/**
 * The conflicts that a page is about: one of its members and, of the area or of the other sides, one more are named, and the page's date
 * lies within it. A conflict of which only a country is named is not the page's.
 * @param named records that the page names
 * @param date `YYYY-MM-DD` or less exact
 */
export function conflictsOf(
  named: ReadonlySet<string>,
  date: string,
  conflicts: readonly KnownConflict[],
): KnownConflict[] {
  const scored = conflicts.flatMap((conflict) => {
    if (!holdsAt(conflict, date)) return [];
    const members = conflict.sides.filter(({ members }) =>
      members.some((member) => !isState(member.who) && named.has(member.who) && holdsAt(member, date)),
    ).length;
    const states = conflict.sides.filter(({ members }) =>
      members.some(({ who }) => isState(who) && named.has(who)),
    ).length;
    const places = conflict.places.filter((place) => named.has(place)).length;
    const countries = conflict.countries.filter((code) => named.has(`country:${code}`)).length;
    const itself = named.has(conflict.id) ? 2 : 0;
    const isNamed =
      itself > 0 || (members > 0 && places + countries > 0) || (members > 1 && places + countries + states > 0);
    if (!isNamed) return [];
    return [{ conflict, score: 2 * members + 2 * places + countries + itself }];
  });
  return scored
    .sort((a, b) => b.score - a.score || (a.conflict.id < b.conflict.id ? -1 : 1))
    .map(({ conflict }) => conflict);
}

function isState(who: string): boolean {
  return who.startsWith("country:");
}

/** How records stand to the conflicts of one page at its date. */
export class Standings {
  constructor(
    private readonly conflicts: readonly KnownConflict[],
    private readonly date: string,
    private readonly knowledge: Knowledge,
  ) {}

  /** Is the page about any conflict? */
  get any(): boolean {
    return this.conflicts.length > 0;
  }

  /**
   * Ties of a record, those of a conflict whose places or members the claim names first.
   * @param speaksForState the words give the speaker an office of the state
   * @param near records named in and around the claim
   */
  of(record: string, speaksForState: boolean, near: ReadonlySet<string>): Tie[] {
    const ties: { tie: Tie; rank: number }[] = [];
    for (const conflict of this.conflicts) {
      const tie = this.tieTo(conflict, record, speaksForState);
      if (tie) ties.push({ tie, rank: this.nearness(conflict, near) });
    }
    return ties.sort((a, b) => b.rank - a.rank).map(({ tie }) => tie);
  }

  private tieTo(conflict: KnownConflict, record: string, speaksForState: boolean): Tie | undefined {
    const { byId, records } = this.knowledge;
    const detail = records.records[record];
    const about = { id: conflict.id, name: records.records[conflict.id]?.name ?? conflict.id };
    const own = detail?.standings.filter((standing) => standing.conflict.id === conflict.id) ?? [];
    const held = own.find((standing) => holdsAt(standing, this.date));
    const known = byId.get(record);
    const state = known?.state ?? known?.about;
    const isOfficial = known?.kind === "person" && OFFICIAL.has(detail?.function ?? "");
    // Who holds an office of a state at war speaks for a party; what is told of the person has the dates of the office.
    const inOffice = isOfficial && (own.length === 0 || held?.relation === "affiliated_with_party");
    const speaks =
      known !== undefined && (OF_STATE.has(known.kind) || (known.kind === "person" && (inOffice || speaksForState)));
    if (held && !inOffice) {
      return {
        relation: held.relation,
        conflict: about,
        ...(held.side ? { side: held.side } : {}),
        ...(held.describedBy ? { describedBy: held.describedBy } : {}),
      };
    }
    const member = this.memberOf(conflict, record);
    if (member) return { relation: "party", conflict: about, ...member };
    const ofState = state !== undefined && speaks ? this.memberOf(conflict, state) : undefined;
    if (ofState && state !== undefined) {
      return { relation: "party", conflict: about, ...ofState, by: { record: state, name: this.nameOf(state) } };
    }
    return held && { relation: held.relation, conflict: about, ...(held.side ? { side: held.side } : {}) };
  }

  private memberOf(conflict: KnownConflict, who: string): { side?: string } | undefined {
    for (const side of conflict.sides) {
      if (!side.members.some((member) => member.who === who && holdsAt(member, this.date))) continue;
      const name = this.knowledge.records.records[conflict.id]?.sides?.find(({ id }) => id === side.id)?.name;
      return name ? { side: name } : {};
    }
    return undefined;
  }

  private nearness({ countries, places, sides }: KnownConflict, near: ReadonlySet<string>): number {
    let rank = 0;
    for (const code of countries) if (near.has(`country:${code}`)) rank += 2;
    for (const place of places) if (near.has(place)) rank += 2;
    for (const { members } of sides) for (const { who } of members) if (near.has(who)) rank++;
    return rank;
  }

  nameOf(record: string): string {
    const known = this.knowledge.byId.get(record);
    return known?.names[this.knowledge.reader] ?? known?.names.en ?? record;
  }
}
