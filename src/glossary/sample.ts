import { type AnyRecord, allRecords, type Glossary } from "./glossary.js";
import { type Statement, statementsOf } from "./statements.js";

export interface Sampled extends Statement {
  stratum: string;
}

/**
 * Draws statements for a second reading, without repetition: from every stratum in proportion to its size, at least one, so that a weak corner shows.
 * Same glossary, seed and count: same sample.
 * @param count how many in all; fewer where there are fewer, some more where there are more strata than that
 * @param unread only of records that nobody has read a second time
 */
export function sampleStatements(
  glossary: Glossary,
  stratumOf: (record: AnyRecord) => string,
  { count, seed, unread = false }: { count: number; seed: number; unread?: boolean },
): Sampled[] {
  const strata = new Map<string, Sampled[]>();
  let total = 0;
  for (const record of allRecords(glossary)) {
    if (unread && record.second_reading) continue;
    const stratum = stratumOf(record);
    const statements = statementsOf(record).map((statement) => ({ ...statement, stratum }));
    strata.set(stratum, [...(strata.get(stratum) ?? []), ...statements]);
    total += statements.length;
  }
  const random = randomOf(seed);
  return [...strata]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, statements]) => {
      const share = Math.min(statements.length, Math.max(1, Math.round((count * statements.length) / total)));
      return drawn(statements, share, random);
    });
}

/** The first steps of a Fisher–Yates shuffle. */
function drawn<T>(list: readonly T[], count: number, random: () => number): T[] {
  const rest = [...list];
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(random() * (rest.length - i));
    [rest[i], rest[j]] = [rest[j] as T, rest[i] as T];
  }
  return rest.slice(0, count);
}

/** Numbers in [0, 1) that a seed decides: mulberry32 (Tommy Ettinger, public domain), good enough to choose rows. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
