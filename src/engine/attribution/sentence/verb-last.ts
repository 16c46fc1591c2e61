import { ROLE } from "../lexicon.js";
import { isBetween, isComma, type Range } from "../units/unit.js";
import { contentAfter } from "./content.js";
import { quoteBefore } from "./cue-sides.js";
import { phraseAfter, phraseBefore, phraseFirst } from "./noun-phrase.js";
import { FEWEST_WORDS, type Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";
import type { VerbCue } from "./verb-cue.js";
import { isSpeaker, mayBeSource } from "./who-speaks.js";

/** Reads a reporting verb where the verb stands last: the speaker stands first, and what lies between, or a quotation, is said. */
export class LastVerbs {
  constructor(
    private readonly sentence: Sentence,
    private readonly told: ToldClaims,
  ) {}

  /** Out: a claim is told. */
  read(cue: VerbCue): boolean {
    const { sentence } = this;
    const { at, following, from, right } = cue;
    const subject = phraseBefore(sentence, at, from);
    const quote = quoteBefore(sentence, at, from);
    const first = phraseFirst(sentence, from, quote ?? at);
    // The phrase found from the verb has its apposition.
    const speaker = !first || subject?.from === first.from ? subject : first;
    if (!following && (right.strong || right.quoted) && speaker && this.saysBehind(at, speaker)) return true;
    if (quote !== undefined) {
      this.quotes(at, quote, first, subject);
      return true;
    }
    // Words that mean other things, too, say nothing without a conjunction, colon or quotation.
    if (sentence.has(at, ROLE.weak)) return false;
    return (
      (first !== undefined && !following && this.saysAtLength(at, first)) ||
      (first === undefined ? this.goesOn(at, from) : this.saysBetween(at, first))
    );
  }

  /** "X dedi ki …": a conjunction, colon or quotation follows the verb. */
  private saysBehind(cue: number, source: Range): boolean {
    const content = contentAfter(this.sentence, cue + 1);
    if (!content || !mayBeSource(this.sentence, source)) return false;
    this.told.add({ cue, source, content, to: cue + 1 });
    return true;
  }

  /** '"…" diyen X', '"…" dedi X', 'X, "…" dedi'; without a speaker who spoke before goes on. */
  private quotes(cue: number, quote: number, first: Range | undefined, subject: Range | undefined): void {
    const { sentence, told } = this;
    const content = { from: quote, to: quote + 1 };
    const behindVerb = first ? undefined : phraseAfter(sentence, cue + 1, sentence.end);
    const behindQuote = subject && subject.from > quote ? subject : undefined;
    const source = first ?? behindQuote ?? (behindVerb && isSpeaker(sentence, behindVerb) ? behindVerb : undefined);
    if (source && mayBeSource(sentence, source)) told.add({ cue, source, content, to: Math.max(cue + 1, source.to) });
    else told.addGoingOn({ cue, content, to: cue + 1 });
  }

  /** The bare clause behind the verb is what is said. */
  private saysAtLength(cue: number, source: Range): boolean {
    const content = contentAfter(this.sentence, cue + 1);
    if (!content || this.sentence.wordsIn(content) < FEWEST_WORDS) return false;
    this.told.add({ cue, source, content, to: cue + 1 });
    return true;
  }

  /** The clause names nobody: who spoke before goes on. */
  private goesOn(cue: number, from: number): boolean {
    const { sentence, told } = this;
    if (!told.last?.source) return false;
    let start = from;
    while (start < cue && (isComma(sentence.unit(start)) || isBetween(sentence.unit(start)))) start++;
    const content = { from: start, to: cue };
    if (sentence.wordsIn(content) < FEWEST_WORDS) return false;
    told.addGoingOn({ cue, content, to: cue + 1 });
    return true;
  }

  /** What lies between speaker and verb is what is said. */
  private saysBetween(cue: number, source: Range): boolean {
    const { sentence, told } = this;
    let start = isComma(sentence.units[source.to]) ? source.to + 1 : source.to;
    while (start < cue && isBetween(sentence.unit(start))) start++;
    const content = { from: start, to: cue };
    if (sentence.wordsIn(content) < FEWEST_WORDS) return false;
    told.add({ cue, source, content, from: source.from, to: cue + 1 });
    return true;
  }
}
