/** Dates of records are as exact as their evidence: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */

/** What holds from when to when. */
export interface Dated {
  from?: string | undefined;
  until?: string | undefined;
  /** It was so by `from`; whether it began then or earlier is not known, or told differently by good pages. */
  or_before?: boolean | undefined;
  /** It was still so at `until`; whether it ended then is not known. */
  or_after?: boolean | undefined;
}

/** First day that an inexact date can mean; strings of this form compare as days do. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Last day that an inexact date can mean; a month is given 31 days, which compares rightly. */
export const lastDay = (date: string): string =>
  date.length === 10 ? date : `${date}${date.length === 4 ? "-12" : ""}-31`;

/** Is the first before the second by every reading of inexact dates? */
export const isSurelyBefore = (a: string, b: string): boolean => lastDay(a) < firstDay(b);

/** Do two spans share a day by every reading of inexact dates? One that ends in the year in which the other begins need not. */
export function surelyOverlap(a: Dated, b: Dated): boolean {
  const startsInTime = (x: Dated, y: Dated) =>
    x.from === undefined || y.until === undefined || lastDay(x.from) < firstDay(y.until);
  return startsInTime(a, b) && startsInTime(b, a);
}
