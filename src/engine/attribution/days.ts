import { ROLE } from "./lexicon.js";
import type { FoundClaim, TextSpan } from "./sentence/found-claim.js";
import type { Unit } from "./units/unit.js";

/** How far from the reporting clause a day still belongs to it, in units. */
const REACH = 8;
const DATE = /(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?/u;
const MS_A_DAY = 86_400_000;

/**
 * The day that a text gives for a statement: a weekday, a word like "yesterday", a date in brackets ("Ahad (19/11/2017)").
 * @param published day of the page, `YYYY-MM-DD`; without it only full dates can be resolved
 */
export function dayOf(
  claim: FoundClaim,
  units: readonly Unit[],
  text: string,
  published: string | undefined,
): (TextSpan & { date: string }) | undefined {
  const from = Math.max(0, claim.clause.from - REACH);
  const to = Math.min(units.length, claim.clause.to + REACH);
  let day: Unit | undefined;
  for (let i = from; i < to; i++) {
    if (i >= claim.said.from && i < claim.said.to) continue;
    const unit = units[i] as Unit;
    if (unit.kind === "aside") {
      const date = dateIn(text.slice(unit.start, unit.end), published);
      if (date) return { start: day?.start ?? unit.start, end: unit.end, date };
    }
    if (unit.roles & ROLE.day && unit.kind === "word") day ??= unit;
  }
  if (!day || published === undefined) return undefined;
  const { near, weekday } = day.entry ?? {};
  const date =
    near !== undefined ? shifted(published, near) : weekday !== undefined ? lastWeekday(published, weekday) : undefined;
  return date === undefined ? undefined : { start: day.start, end: day.end, date };
}

/** Day and month in this order, as all the languages that put dates in brackets have them; the year from the page's date. */
function dateIn(text: string, published: string | undefined): string | undefined {
  const [, day, month, year = published?.slice(0, 4)] = DATE.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

function shifted(published: string, days: number): string | undefined {
  const time = Date.parse(`${published}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : new Date(time + days * MS_A_DAY).toISOString().slice(0, 10);
}

/** The last such day not after the page's. @param weekday 1 (Monday) to 7 */
function lastWeekday(published: string, weekday: number): string | undefined {
  const time = Date.parse(`${published}T00:00:00Z`);
  if (Number.isNaN(time)) return undefined;
  const own = new Date(time).getUTCDay() || 7;
  return shifted(published, -((own - weekday + 7) % 7));
}
