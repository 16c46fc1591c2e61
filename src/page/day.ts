const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The day of a machine-readable date, as the publisher wrote it: the offset is not applied, for the day on the page is the
 * publisher's own. ISO 8601 (with or without hyphens, with or without a time) and RFC 2822.
 * @returns `YYYY-MM-DD`, or nothing where the value is no real day between 1980 and 2199
 */
export function day(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const written = value.trim().slice(0, 80);
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(written);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const mail = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})\b/i.exec(written);
  if (mail) return real(Number(mail[3]), MONTHS.indexOf((mail[2] ?? "").toLowerCase()) + 1, Number(mail[1]));
  const english = /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b/i.exec(written);
  if (english)
    return real(Number(english[3]), MONTHS.indexOf((english[1] ?? "").toLowerCase()) + 1, Number(english[2]));
  return undefined;
}

function real(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < 1980 || year > 2199 || month < 1 || month > 12 || dayOfMonth < 1) return undefined;
  if (dayOfMonth > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}
