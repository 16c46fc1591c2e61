import type { Claim, PlacedSpan, Voice, VoiceGroup } from "../engine/attribution/voices.js";
import { standingText } from "./standing.js";
import type { WordKey, Words } from "./words.js";

/** Ties shown with each statement; a source's profile has them all. */
const TIES_SHOWN = 2;

const GROUP_WORDS = {
  party: "voice_party",
  official: "voice_official",
  monitor: "voice_monitor",
  outlet: "voice_outlet",
  other: "voice_named",
  unnamed: "voice_unnamed",
  nobody: "voice_nobody",
} as const satisfies Record<VoiceGroup, WordKey>;

/** The catalogue's word for a part of the ledger. */
export const groupWord = (group: VoiceGroup): WordKey => GROUP_WORDS[group];

/** Who a voice is, in a word or a few: a known name, or else whom "he" goes back to, or the page's own words. */
export function voiceName(voice: Voice, words: Words): string {
  return voice.name ?? (voice.meant?.text || voice.text || words.t("voice_nobody"));
}

/** Is this text in the page's language, and not in the reader's? */
export const isPageText = (voice: Voice): boolean =>
  voice.name === undefined && (voice.meant?.text || voice.text) !== "";

const plain = (text: string) => text.normalize("NFKD").replace(/\P{L}/gu, "").toLowerCase();

/** The page's own words for a voice, where they say more than the name that is shown already. */
export function writtenWords(voice: Voice, words: Words): { text: string; meant?: string } | undefined {
  const { text, meant } = voice;
  const shown = plain(voiceName(voice, words));
  const goesBackTo = meant && plain(meant.text) !== shown ? { meant: meant.text } : {};
  return text !== "" && (plain(text) !== shown || "meant" in goesBackTo) ? { text, ...goesBackTo } : undefined;
}

/** What is known of a voice's standing, in parts: what it is, what it belongs to, how it stands to the page's conflicts. */
export function voiceFacts(voice: Voice, words: Words): string[] {
  const { type, ties, description, function: what, of, record } = voice;
  if (type === "nobody") return [];
  const facts: string[] = [];
  if (type !== "named") facts.push(words.t(`unnamed_${type}`));
  if (description) facts.push(description);
  else if (what && type === "named") facts.push(words.t(`function_${what}`));
  if (of && of.record !== record) facts.push(words.t("claim_of", { name: of.name }));
  facts.push(...ties.slice(0, TIES_SHOWN).map((tie) => standingText(tie, words)));
  if (facts.length === 0 && record === undefined) facts.push(words.t("claim_not_known"));
  return facts;
}

/** Day, kinds and manner of a statement: the quiet words behind it. */
export function claimNotes({ day, kinds, speech, earlier }: Claim, words: Words): string[] {
  return [
    ...(earlier ? [words.t("claim_earlier")] : []),
    ...(day ? [words.date(day.date)] : []),
    ...kinds.map((kind) => words.t(`claim_kind_${kind}`)),
    words.t(`speech_${speech}`),
  ];
}

/** Where a statement stands in the page: its own first words, or else the words that report it. */
export const placeOf = ({ content, cue }: Claim): PlacedSpan | undefined => content.at[0] ?? cue?.at;

/** What stands between the parts of a line of facts. */
export const DOT = " · ";
