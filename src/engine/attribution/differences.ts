import type { Claim, Difference } from "./voices.js";

/** What a claim says that another can differ from. */
export interface Comparable {
  claim: Claim;
  /** Place in the list of claims. */
  number: number;
  /** Places that the content names, the first ones first. */
  places: string[];
  casualties?: { figure: number; word: number };
}

/**
 * Claims that do not agree, only where the words are plain: one says that a place is taken, another that fighting there goes on; or two give
 * other figures for the killed (or wounded) at one place. Both must name the place, and be of different sources.
 */
export function differencesOf(claims: readonly Comparable[], nameOf: (record: string) => string): Difference[] {
  const found: Difference[] = [];
  /** What two claims of one place have shown needs no third. */
  const shown = new Set<string>();
  for (const [i, a] of claims.entries()) {
    for (const b of claims.slice(i + 1)) {
      if (isSameSource(a.claim, b.claim)) continue;
      const place = a.places.find((record) => b.places.includes(record));
      if (place === undefined) continue;
      const about = aboutWhat(a, b);
      if (!about || shown.has(`${about} ${place}`)) continue;
      shown.add(`${about} ${place}`);
      found.push({ about, of: { record: place, name: nameOf(place) }, claims: [a.number, b.number] });
    }
  }
  return found;
}

function aboutWhat(a: Comparable, b: Comparable): Difference["about"] | undefined {
  const kinds = (one: Comparable) => one.claim.kinds;
  if (
    (kinds(a).includes("control") && kinds(b).includes("fighting") && !kinds(b).includes("control")) ||
    (kinds(b).includes("control") && kinds(a).includes("fighting") && !kinds(a).includes("control"))
  ) {
    return "control";
  }
  if (!a.casualties || !b.casualties || a.casualties.word !== b.casualties.word) return undefined;
  return a.casualties.figure === b.casualties.figure ? undefined : "casualties";
}

function isSameSource({ source: a }: Claim, { source: b }: Claim): boolean {
  return a.record !== undefined ? a.record === b.record : a.text === b.text;
}
