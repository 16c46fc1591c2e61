import type { SpeechAct } from "../../../glossary/schema.js";
import type { Range } from "../units/unit.js";
import type { Head } from "./head.js";

/** UTF-16 offsets in the block. */
export interface TextSpan {
  start: number;
  end: number;
}

/** A claim as its own block tells it: pronouns and common nouns are not resolved yet. */
export interface FoundClaim {
  content: TextSpan[];
  cue?: TextSpan;
  /** Absent: nobody is named; `goesOn` says that the speaker of the claim before goes on. */
  source?: Head;
  goesOn?: true;
  /** Its source passes on what was said before. */
  passesOnBefore?: true;
  /** The sentence before is what was said; `content` is empty until it is known. */
  saysBefore?: true;
  via: Head[];
  act: SpeechAct;
  impersonal?: true;
  earlier?: true;
  speech: "direct" | "indirect" | "mixed";
  /** Units of the sentence that the reporting clause takes: what stands there is no content of another claim. */
  clause: Range;
  /** First and last unit of the content in the sentence. */
  said: Range;
}
