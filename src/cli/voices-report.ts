import {
  type Claim,
  ledgerOf,
  VOICE_GROUPS,
  type Voice,
  type VoiceGroup,
  type Voices,
} from "../engine/attribution/voices.js";

const GROUPS: Record<VoiceGroup, string> = {
  party: "parties to the conflict",
  official: "officials and bodies of states",
  monitor: "monitors",
  outlet: "news outlets",
  other: "others by name",
  unnamed: "unnamed sources",
  nobody: "nobody named",
};
/** Longest content in a line of the report. */
const SHOWN = 110;

/** Who says what, as lines of the readable report. */
export function voiceLines(voices: Voices): string[] {
  const { agencies, claims, conflicts, differences, unattributed } = voices;
  const ledger = ledgerOf(voices);
  const counts = VOICE_GROUPS.filter((group) => ledger[group].length > 0).map(
    (group) => `${ledger[group].length} ${GROUPS[group]}`,
  );
  return [
    "WHO SAYS SO",
    "",
    conflicts.length > 0
      ? `Conflicts of the page: ${conflicts.map(({ name }) => name).join(", ")}`
      : "About no conflict that is listed here",
    ...(agencies.length > 0 ? [`Agencies of the whole text: ${agencies.map(nameOf).join(", ")}`] : []),
    `${claims.filter(({ earlier }) => !earlier).length} attributed statements${counts.length > 0 ? `: ${counts.join(", ")}` : ""}`,
    ...claims.flatMap((claim, i) => ["", ...claimLines(claim, i + 1)]),
    ...differences.map(
      ({ about, claims: [a, b], of }) => `\nStatements ${a + 1} and ${b + 1} differ: ${about}, ${of.name}`,
    ),
    ...(unattributed.length > 0
      ? ["", `Stated without a source: ${unattributed.length}`, ...unattributed.map(({ text }) => `  ${clipped(text)}`)]
      : []),
  ];
}

function claimLines({ content, cue, day, earlier, kinds, source, via }: Claim, number: number): string[] {
  const chain = [source, ...via].map(nameOf).join(" → ");
  const notes = [
    cue && `"${cue.text}"`,
    earlier && "earlier report of the page",
    day?.date,
    ...kinds,
    !source.sure && "unclear who is meant",
  ].filter((note): note is string => Boolean(note));
  return [
    `${number}. ${clipped(content.text)}`,
    `   ${chain} → this page (${notes.join(", ")})`,
    ...standingLines(source),
  ];
}

function standingLines({ group, ties }: Voice): string[] {
  if (ties.length === 0) return [`   ${GROUPS[group]}`];
  return ties.map(({ by, conflict, describedBy, relation, side }) => {
    const parts = [
      relation.replaceAll("_", " "),
      conflict.name,
      side,
      by && `through ${by.name}`,
      describedBy && `by ${describedBy}`,
    ];
    return `   ${parts.filter(Boolean).join("; ")}`;
  });
}

function nameOf({ meant, name, of, text }: Voice): string {
  const words = text || meant?.text || "nobody";
  const plain = name && name !== words ? `${name} ("${words}")` : words;
  return of ? `${plain}, ${of.name}` : plain;
}

function clipped(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`;
}
