import { type Dated, firstDay, lastDay } from "../glossary/partial-date.js";

/**
 * Did it hold on a date? An inexact border counts as holding all through its month or year: better said than left out. What has no
 * known end holds on; what may have begun before its date is not said to have held then.
 */
export function holdsAt({ from, or_after, until }: Dated, date: string): boolean {
  return (
    (from === undefined || firstDay(from) <= lastDay(date)) &&
    (until === undefined || or_after === true || lastDay(until) >= firstDay(date))
  );
}

/** Those borders of something by which it is not sure that it held on a date, by every reading of inexact dates. */
export function unsureBorders({ from, or_after, or_before, until }: Dated, date: string): Dated {
  return {
    ...(from !== undefined && lastDay(from) > firstDay(date) ? { from, or_before } : {}),
    ...(until !== undefined && firstDay(until) < lastDay(date) ? { until, or_after } : {}),
  };
}

/** Did it hold on a date by every reading of inexact dates, its own and this one? */
export const surelyHeldAt = (item: Dated, date: string): boolean => Object.keys(unsureBorders(item, date)).length === 0;

/** Did it surely begin after the date? */
export function beganAfter({ from, or_before }: Dated, date: string): boolean {
  return from !== undefined && or_before !== true && firstDay(from) > lastDay(date);
}

/** In order of time; a month or year alone comes behind the days in it, as whatever is told of it came last. */
export function byStart(a: Dated, b: Dated): number {
  const [first, second] = [a, b].map(({ from }) => (from === undefined ? "" : lastDay(from)));
  return (first ?? "").localeCompare(second ?? "");
}

interface Told extends Dated {
  what?: string;
}

/** What a reader of a page needs first: what held on its date, and what has changed since, in order of time. */
export function splitAt<T extends Told>(items: readonly T[], date: string): { held: T[]; since: T[] } {
  const isNew = (item: T) => beganAfter(item, date) || items.some((other) => gaveWay(other, item, date));
  return {
    held: items.filter((item) => holdsAt(item, date)).sort(byStart),
    since: items.filter(isNew).sort(byStart),
  };
}

/** A roughly known beginning lies after the date, if what held then was of its kind and ended no later than the beginning is known. */
function gaveWay(before: Told, { from, what }: Told, date: string): boolean {
  return (
    before.until !== undefined &&
    from !== undefined &&
    before.what === what &&
    firstDay(from) > lastDay(date) &&
    firstDay(before.until) <= lastDay(from) &&
    !before.or_after &&
    surelyHeldAt(before, date)
  );
}
