import type { CONFLICT_RELATIONS, FUNCTIONS, Unnamed } from "../../glossary/schema.js";

/** A span of a block's text, in UTF-16 units. */
export interface PlacedSpan {
  block: number;
  start: number;
  end: number;
}

/** Words of the page and where they stand. */
export interface Words {
  text: string;
  at: PlacedSpan;
}

/** `named`: by a name, whether the glossary knows it or not; `nobody`: reported without any source. */
export type VoiceType = "named" | Unnamed | "nobody";

/** The parts of the ledger: what a reader may count. */
export const VOICE_GROUPS = ["party", "official", "monitor", "outlet", "other", "unnamed", "nobody"] as const;
export type VoiceGroup = (typeof VOICE_GROUPS)[number];

/** How a voice stands to a conflict of the page, at the page's date. */
export interface Tie {
  relation: (typeof CONFLICT_RELATIONS)[number];
  conflict: { id: string; name: string };
  /** Name of the side, in the reader's language. */
  side?: string;
  /** Whose description it is (always there for `described_as_aligned`). */
  describedBy?: string;
  /** The record whose standing it is, where that is not the voice's own (the state of a minister, the group of a fighter). */
  by?: { record: string; name: string };
}

/** Who says something or passes it on. */
export interface Voice {
  /** The words of the text; empty where nobody is named. */
  text: string;
  at?: PlacedSpan;
  type: VoiceType;
  group: VoiceGroup;
  /** The record that is meant, with its name in the reader's language. */
  record?: string;
  name?: string;
  /** The body or state that a speaker belongs to by the text's own words ("a Hezbollah official"). */
  of?: { record: string; name: string };
  /** Where the text has only "he" or "the source": the words that these go back to. */
  meant?: Words;
  /** What it is, where the glossary knows it. */
  function?: (typeof FUNCTIONS)[number];
  /** One line of what it is, in the reader's language: the office, where no conflict of the page is touched. */
  description?: string;
  /** To the page's conflicts, the one that fits the claim first; empty: none known. */
  ties: Tie[];
  /** `false`: who is meant is not plain; shown as unclear. */
  sure: boolean;
}

export const CLAIM_KINDS = [
  "control",
  "casualties",
  "responsibility",
  "accusation",
  "denial",
  "announcement",
  "intelligence",
  "finding",
  "forecast",
  "image",
  "fighting",
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** An attributed statement: what is said, with which word, by whom, through which hands. */
export interface Claim {
  /** What is said, in the page's words; several places where it runs over paragraphs or around the cue. */
  content: { text: string; at: PlacedSpan[] };
  /** The reporting words; absent where the same speaker's quotation goes on. */
  cue?: Words;
  source: Voice;
  /** Who passed it on before this page did, the first speaker's own outlet first. */
  via: Voice[];
  /** In the speaker's words, in the page's, or both. */
  speech: "direct" | "indirect" | "mixed";
  kinds: ClaimKind[];
  /** The day that the text gives for the statement, resolved against the page's date. */
  day?: { text: string; at: PlacedSpan; date: string };
  /** An earlier report of the page itself. */
  earlier?: true;
}

/** Two claims of one page that do not agree, only where the words are plain. */
export interface Difference {
  about: "control" | "casualties";
  /** What both speak of, in the reader's language where it is known. */
  of: { record: string; name: string };
  /** Places of the claims in `claims`. */
  claims: [number, number];
}

/** What a newsroom has set into a text of its own. */
export interface NewsroomMark extends Words {
  /** `insertion`: words of the editors in somebody's text; `initials`: of who wrote or edited it. */
  kind: "insertion" | "initials";
}

/** Who says what on a page. */
export interface Voices {
  /** In the order of the text. */
  claims: Claim[];
  /** Sentences of the report that state a fact with no source. */
  unattributed: Words[];
  differences: Difference[];
  /** The conflicts that the page is about, by evidence; empty: none. */
  conflicts: { id: string; name: string }[];
  marks: NewsroomMark[];
  /** `false`: in no language of the page is it known how speech is reported, so nothing was looked for. */
  readable: boolean;
  /** Agencies in bylines and datelines: hands that the whole text went through. */
  agencies: Voice[];
}

/** Claims of a part of the ledger: their places in `claims`. Earlier reports of the page itself are counted apart. */
export function ledgerOf({ claims }: Voices): Record<VoiceGroup, number[]> {
  const ledger = Object.fromEntries(VOICE_GROUPS.map((group) => [group, [] as number[]])) as Record<
    VoiceGroup,
    number[]
  >;
  for (const [place, { earlier, source }] of claims.entries()) if (!earlier) ledger[source.group].push(place);
  return ledger;
}
