import { ROLE } from "../lexicon.js";
import { accordingAfter, accordingTo } from "./according.js";
import { CitedSources } from "./citing.js";
import type { FoundClaim } from "./found-claim.js";
import { impersonal } from "./impersonal.js";
import { Relays } from "./relays.js";
import { ReportingVerbs } from "./reporting-verbs.js";
import type { Sentence } from "./sentence.js";
import { speechNoun } from "./speech-nouns.js";
import { ToldClaims } from "./told-claims.js";

/** What a sentence says by itself. */
export interface SentenceClaims {
  /** The claims, in the order of their cues. */
  told: FoundClaim[];
  /** Reports of outlets for which the sentence names no other source. */
  reports: FoundClaim[];
}

/** Finds the claims of one sentence. */
export function readSentence(sentence: Sentence): SentenceClaims {
  return new SentenceReader(sentence).read();
}

/** A source within what it is said to say was misread: nothing is better than that. */
function isApart({ content, source }: FoundClaim): boolean {
  return !source || content.every(({ end, start }) => end <= source.start || start >= source.end);
}

/** Takes a sentence cue by cue: a word may have several roles, and the rarer readings come first. */
class SentenceReader {
  private readonly told: ToldClaims;
  private readonly cited: CitedSources;
  private readonly relays: Relays;
  private readonly verbs: ReportingVerbs;

  constructor(private readonly sentence: Sentence) {
    this.told = new ToldClaims(sentence);
    this.cited = new CitedSources(sentence, this.told);
    this.relays = new Relays(sentence, this.told);
    this.verbs = new ReportingVerbs(sentence, this.told);
  }

  read(): SentenceClaims {
    const { relays, sentence, told } = this;
    for (let i = 0; i < sentence.end; i++) {
      const { kind, roles } = sentence.unit(i);
      // An outlet's own verb for what it cites belongs to that claim.
      if (kind === "word" && roles !== 0 && !told.isTaken(i)) this.take(i, roles);
    }
    for (const claim of told.claims) relays.join(claim);
    return { told: told.claims.filter(isApart), reports: relays.reports().filter(isApart) };
  }

  private take(cue: number, roles: number): void {
    if (roles & ROLE.earlier) impersonal(this.sentence, this.told, cue, true);
    else if (this.namesSource(cue, roles)) return;
    else if (roles & ROLE.speech && this.isNoun(cue)) speechNoun(this.sentence, this.told, cue);
    else if (roles & ROLE.verb) this.verbs.read(cue);
    else if (roles & ROLE.speech) speechNoun(this.sentence, this.told, cue);
  }

  /** "the claim", "Iran's claim": a form that is a verb, too, but not here. */
  private isNoun(cue: number): boolean {
    return this.sentence.has(cue - 1, ROLE.determiner) || this.sentence.units[cue - 1]?.possessive === true;
  }

  /** Reads the cues that are no verbs. Out: one of these readings holds. */
  private namesSource(cue: number, roles: number): boolean {
    const { sentence, told } = this;
    return (
      ((roles & ROLE.citing) !== 0 && this.cited.read(cue)) ||
      ((roles & ROLE.accordingBefore) !== 0 && accordingTo(sentence, told, cue)) ||
      ((roles & ROLE.accordingAfter) !== 0 && accordingAfter(sentence, told, cue)) ||
      ((roles & (ROLE.relayBy | ROLE.impersonal)) !== 0 && this.relays.read(cue)) ||
      ((roles & ROLE.impersonal) !== 0 && impersonal(sentence, told, cue, false))
    );
  }
}
