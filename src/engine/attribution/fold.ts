import type { Attribution } from "../../glossary/schema.js";

/** Lists whose strings are not words. */
const AS_WRITTEN: ReadonlySet<string> = new Set(["order", "quotes"]);

/** A language's attribution rules with every word and phrase folded, so that they can be compared with a text's tokens. */
export function foldAttribution(attribution: Attribution, fold: (text: string) => string): Attribution {
  const deep = (value: unknown): unknown => {
    if (typeof value === "string") return fold(value);
    if (Array.isArray(value)) return value.map(deep);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, deep(part)]));
  };
  const { days, ...rest } = attribution;
  return {
    ...(Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [key, AS_WRITTEN.has(key) ? value : deep(value)]),
    ) as Omit<Attribution, "days">),
    days: {
      week: deep(days.week) as string[][],
      near: Object.fromEntries(Object.entries(days.near ?? {}).map(([word, days]) => [fold(word), days])),
    },
  };
}
