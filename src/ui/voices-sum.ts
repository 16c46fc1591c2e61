import { type Claim, ledgerOf, VOICE_GROUPS, type VoiceGroup, type Voices } from "../engine/attribution/voices.js";
import { groupWord } from "./voice-words.js";
import type { CountKey, WordKey, Words } from "./words.js";

/** One number of the sum and the statements that prove it: their places in `claims`. */
export interface Counted {
  label: WordKey;
  claims: number[];
}

const PART_WORDS = {
  party: "sum_party",
  official: "sum_official",
  monitor: "sum_monitor",
  outlet: "sum_outlet",
  other: "sum_named",
  unnamed: "sum_unnamed",
} as const satisfies Record<Exclude<VoiceGroup, "nobody">, CountKey>;

const TIED: readonly string[] = ["party", "outlet_of_party", "affiliated_with_party", "state_media_of_party"];

/** How a statement came here: the hand that a reader should know of first decides, so that the numbers add up. */
type Through = "tied" | "aligned" | "else";
function throughWhom({ via }: Claim): Through | undefined {
  if (via.length === 0) return undefined;
  const relations: string[] = via.flatMap(({ ties }) => ties.map(({ relation }) => relation));
  if (relations.some((relation) => TIED.includes(relation))) return "tied";
  return relations.includes("described_as_aligned") ? "aligned" : "else";
}

/** The one side that all these statements' outlets are described as close to; undefined where it is not one and the same. */
function onlySide(claims: readonly Claim[]): string | undefined {
  const sides = new Set(
    claims.flatMap(({ via }) =>
      via.flatMap(({ ties }) =>
        ties.filter(({ relation }) => relation === "described_as_aligned").map((tie) => tie.side),
      ),
    ),
  );
  const [side] = sides;
  return sides.size === 1 ? side : undefined;
}

interface Sum {
  /** The parts of the ledger that are not empty, in its order. */
  parts: (Counted & { group: VoiceGroup })[];
  through: (Counted & { by: Through })[];
  witnesses: Counted;
  earlier: Counted;
}

function sumUp(voices: Voices): Sum {
  const ledger = ledgerOf(voices);
  const counted = voices.claims.flatMap((claim, place) =>
    claim.earlier || claim.source.type === "nobody" ? [] : [place],
  );
  const at = (place: number) => voices.claims[place] as Claim;
  const through = (["tied", "aligned", "else"] as const).map((by) => ({
    by,
    label: `voice_through_${by}` as const,
    claims: counted.filter((place) => throughWhom(at(place)) === by),
  }));
  return {
    parts: VOICE_GROUPS.map((group) => ({ group, label: groupWord(group), claims: ledger[group] })).filter(some),
    through: through.filter(some),
    witnesses: { label: "voice_witness", claims: counted.filter((place) => at(place).source.type === "witness") },
    earlier: {
      label: "voice_earlier",
      claims: voices.claims.flatMap(({ earlier }, place) => (earlier ? [place] : [])),
    },
  };
}

const some = ({ claims }: Counted) => claims.length > 0;

/** The parts of the ledger that are not empty, with their statements. */
export const ledgerParts = (voices: Voices): Sum["parts"] => sumUp(voices).parts;

/** Every number of the sum that is not nought, with the statements behind it. */
export function countedIn(voices: Voices): Counted[] {
  const { parts, through, witnesses, earlier } = sumUp(voices);
  return [...parts, ...through, witnesses, earlier].filter(some);
}

/**
 * The page in one sentence, made of counts alone: who speaks, through whom it came, whether anybody was there. Earlier reports
 * of the page itself are no part of it; they follow in a sentence of their own.
 */
export function sumText(voices: Voices, words: Words): string {
  const { parts, through, witnesses, earlier } = sumUp(voices);
  const sourced = parts.flatMap(({ group, claims }) => (group === "nobody" ? [] : [{ group, n: claims.length }]));
  const total = sourced.reduce((sum, { n }) => sum + n, 0);
  const clauses = [words.count("sum_total", total)];
  if (total > 0) {
    const counts = sourced.map(({ group, n }) => words.count(PART_WORDS[group], n));
    const list = new Intl.ListFormat(words.language, { type: "unit" }).format(counts);
    clauses[0] = words.t("sum_of", { total: clauses[0] ?? "", parts: list });
    for (const { by, claims } of through) {
      const side = by === "aligned" ? onlySide(claims.map((place) => voices.claims[place] as Claim)) : undefined;
      clauses.push(
        side === undefined
          ? words.count(`sum_through_${by}`, claims.length)
          : words.count("sum_through_side", claims.length, { side }),
      );
    }
    const seen = witnesses.claims.length;
    clauses.push(seen > 0 ? words.count("sum_witness", seen) : words.count("sum_no_witness", total));
  }
  const bare = parts.find(({ group }) => group === "nobody")?.claims.length ?? 0;
  if (bare > 0) clauses.push(words.count("sum_nobody", bare));
  const sentence = `${clauses.join(`${words.t("clause_separator")} `)}.`;
  return some(earlier) ? `${sentence} ${words.count("sum_earlier", earlier.claims.length)}` : sentence;
}
