/** The closed lists of words that records are written in: plain data, so that whoever needs a word does not load the schema. */

/** The twelve kinds of thing that Konteks recognises; the words mean one thing in code, data and interface. */
export const KINDS = [
  "country",
  "place",
  "group",
  "force",
  "government",
  "person",
  "outlet",
  "monitor",
  "organisation",
  "party",
  "event",
  "term",
] as const;
export type Kind = (typeof KINDS)[number];

/** Languages in which every text of a record must be written. */
export const NOTE_LANGUAGES = ["en", "id", "ar"] as const;
export type NoteLanguage = (typeof NOTE_LANGUAGES)[number];

/** Most words a short note may have (product-wide promise: it fits the first screen of a card). */
export const NOTE_MAX_WORDS = 45;
/** Most words of a one-line description. */
export const DESCRIPTION_MAX_WORDS = 12;

export const RELATIONS = [
  "ally_of",
  "backed_by",
  "fights",
  "led_by",
  "located_in",
  "member_of",
  "owned_by",
  "part_of",
  "split_from",
  "succeeded_by",
] as const;

/** What a speaker is, apart from any conflict. */
export const FUNCTIONS = [
  "armed_forces",
  "armed_group",
  "broadcaster",
  "fact_checker",
  "government_body",
  "humanitarian",
  "intergovernmental",
  "monitor",
  "news_site",
  "newspaper",
  "ngo",
  "official_person",
  "party",
  "social_account",
  "think_tank",
  "unnamed_collective",
  "unnamed_person",
  "wire_agency",
] as const;

/** How a speaker stands to a named conflict. */
export const CONFLICT_RELATIONS = [
  "party",
  "outlet_of_party",
  "affiliated_with_party",
  "state_media_of_party",
  "state_media_of_non_party",
  "described_as_aligned",
  "donor_tie",
  "none_known",
  "unknown",
] as const;

/** What a reporting verb does; says something of the kind of claim where it is more than saying. */
export const SPEECH_ACTS = [
  "say",
  /** "announced", "declared", "mengumumkan". */
  "announce",
  "deny",
  "accuse",
  /** "warned", "predicted", "expects". */
  "forecast",
  /** "believe", "thinks", "fears". */
  "think",
  /** "urged", "demanded", "called for", "asked". */
  "demand",
  /** What a document, poll or study does: "shows", "found". */
  "show",
] as const;
export type SpeechAct = (typeof SPEECH_ACTS)[number];

/** Types of sources without a name. */
export const UNNAMED = [
  "official",
  "fighter",
  "witness",
  /** Residents, activists, families. */
  "local",
  /** "a source", "sources close to". */
  "sources",
  "intelligence",
  "social_media",
  /** Analysts, observers, scholars. */
  "expert",
  /** A report, study, poll, document. */
  "document",
  /** Media in general: "local media", "reports". */
  "media",
  /** Anybody else: "a man", "supporters", "critics". */
  "people",
] as const;
export type Unnamed = (typeof UNNAMED)[number];

/** Kinds whose common nouns ("the army") can go back to one that was named. */
export const VOICE_NOUNS = [
  "force",
  "group",
  "government",
  "person",
  "outlet",
  "monitor",
  "organisation",
  "party",
] as const;
