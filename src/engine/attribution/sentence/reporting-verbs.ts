import { ROLE } from "../lexicon.js";
import { isBetween, isComma, isMark, isNounish, PRONOUN, type Range } from "../units/unit.js";
import { contentAfter, contentUpTo, isClause } from "./content.js";
import { commaBefore, isEmptyRight, isNegated, isPassive, leftOf } from "./cue-sides.js";
import { clauseGoesOn, participleGoesOn } from "./going-on.js";
import { phraseAfter, phraseBefore } from "./noun-phrase.js";
import { isOutlet } from "./outlets.js";
import type { Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";
import { type VerbCue, verbCueAt } from "./verb-cue.js";
import { LastVerbs } from "./verb-last.js";
import { isSpeaker, mayBeSource } from "./who-speaks.js";

/** Reads reporting verbs: who is their subject, and which words of the sentence they report. */
export class ReportingVerbs {
  private readonly lastVerbs: LastVerbs;

  constructor(
    private readonly sentence: Sentence,
    private readonly told: ToldClaims,
  ) {
    this.lastVerbs = new LastVerbs(sentence, told);
  }

  /** Reads the verb at a unit. What is plainest comes first: a quotation before the verb, then its subject, then who stands behind it. */
  read(at: number): void {
    const { sentence, told } = this;
    if (!this.reports(at)) return;
    const cue = verbCueAt(sentence, told, at);
    const { following, from, quoteLeft, right, weak } = cue;
    const { order } = sentence.lexicon;
    if (order === "verb-last" && this.lastVerbs.read(cue)) return;
    if (order !== "verb-last" && quoteLeft !== undefined && this.behindQuotation(cue, quoteLeft)) return;
    const subject = following ? undefined : phraseBefore(sentence, at, from);
    if (subject && this.behindQuotedSubject(cue, subject)) return;
    if (following) {
      participleGoesOn(sentence, told, cue);
      return;
    }
    if (weak && !right.strong && !right.quoted && commaBefore(sentence, at) === undefined) return;
    if (order === "verb-first" && this.beforeItsSubject(cue, subject)) return;
    const source = subject && mayBeSource(sentence, subject) ? subject : undefined;
    if ((!weak || !source) && this.saysBefore(at)) return;
    if (source && !this.isInverted(cue)) this.behindItsSubject(cue, source);
    // Behind "who" stands no other speaker.
    else if (!sentence.has(at - 1, ROLE.relative)) this.beforeSpeaker(cue);
  }

  /** Does the word report at all, as it stands here? Not "to say", "of saying", "a claim", "was told", "did not say". */
  private reports(at: number): boolean {
    const { sentence } = this;
    const { entry, roles } = sentence.unit(at);
    const before = sentence.units[at - 1];
    const following = (roles & ROLE.following) !== 0;
    const isBehindOf = before?.kind === "word" && (before.roles & ROLE.of) !== 0 && !isNounish(before);
    if (isBehindOf && !following) return false;
    if (sentence.has(at - 1, ROLE.determiner)) return false;
    // "accused by X": a participle of the passive.
    if (sentence.has(at + 1, ROLE.agent)) return false;
    if (!following && isPassive(sentence, at)) return false;
    return entry?.act === "deny" || !isNegated(sentence, at);
  }

  /** '"…," said X', '"…," ujarnya', '"…", dijo.': out, whether the verb belongs to the quotation. */
  private behindQuotation(cue: VerbCue, quote: number): boolean {
    const { sentence, told } = this;
    const { at, following, from, weak } = cue;
    const content = contentUpTo(sentence, quote, from);
    const isEmpty = isEmptyRight(sentence, at + 1);
    if (following) {
      // The speaker is in the verb.
      if (isEmpty && !told.last) told.addGoingOn({ cue: at, content, to: at + 1 });
      else participleGoesOn(sentence, told, cue);
      return true;
    }
    const source = phraseAfter(sentence, at + 1, sentence.end, true);
    if (source && mayBeSource(sentence, source)) {
      told.add({ cue: at, source, content, to: source.to });
      told.addRest(source.to);
      return true;
    }
    if (weak || !isEmpty || phraseBefore(sentence, at, quote + 1)) return false;
    told.addGoingOn({ cue: at, content, to: at + 1 });
    return true;
  }

  /** '"…," X said': out, whether a quotation stands before the subject. */
  private behindQuotedSubject({ at, from, right }: VerbCue, subject: Range): boolean {
    const { sentence, told } = this;
    const quote = leftOf(sentence, subject.from, from);
    if (quote === undefined || !sentence.isQuotation(quote)) return false;
    if (right.strong || !mayBeSource(sentence, subject)) return false;
    told.add({ cue: at, source: subject, content: contentUpTo(sentence, quote, from), to: at + 1 });
    told.addRest(at + 1);
    return true;
  }

  /** Where the verb stands first: "وقال X إن …"; out, whether that settles who says it. */
  private beforeItsSubject({ at }: VerbCue, phraseBeforeVerb: Range | undefined): boolean {
    const { sentence, told } = this;
    const source = phraseAfter(sentence, at + 1, sentence.end);
    if (source && mayBeSource(sentence, source)) {
      const content = contentAfter(sentence, source.to);
      if (content) told.add({ cue: at, source, content, to: source.to });
      return true;
    }
    // "وأضاف أن …": no subject; the speaker of before goes on.
    const isIntroduced = sentence.has(at + 1, ROLE.that) || isMark(sentence.units[at + 1], "colon");
    if (phraseBeforeVerb || !isIntroduced) return false;
    const content = contentAfter(sentence, at + 1);
    if (content) told.addGoingOn({ cue: at, content, to: at + 1 });
    return true;
  }

  /** "Das teilte die Polizei mit": the sentence before is what was said. */
  private saysBefore(at: number): boolean {
    const { sentence, told } = this;
    const points = sentence.units.slice(0, at).every((unit) => unit.roles & ROLE.pointing || isBetween(unit));
    if (at === 0 || !points) return false;
    const source = phraseAfter(sentence, at + 1, sentence.end);
    if (!source || !isSpeaker(sentence, source) || !isEmptyRight(sentence, source.to)) return false;
    const report = { cue: at, source, content: { from: 0, to: 0 }, from: 0, to: sentence.end };
    told.claims.push({ ...told.made(report), saysBefore: true });
    return true;
  }

  /** "X said that …", and "…, as X said". */
  private behindItsSubject({ at, from, particle, right, weak }: VerbCue, source: Range): void {
    const { sentence, told } = this;
    const comma = sentence.has(source.from - 1, ROLE.stop) ? source.from - 2 : source.from - 1;
    if (!weak && isComma(sentence.units[comma]) && isEmptyRight(sentence, at + 1)) {
      const content = { from, to: comma };
      if (isClause(sentence, content)) {
        told.add({ cue: at, source, content, to: at + 1 });
        told.addRest(at + 1);
        return;
      }
    }
    if (weak && ((!right.strong && !right.quoted) || this.isBareNoun(source))) return;
    // "Der BBC sagte ein Offizier, …": the outlet was spoken to.
    if (sentence.lexicon.order === "verb-second" && isOutlet(sentence, source)) {
      const speaker = phraseAfter(sentence, at + 1, particle ?? sentence.end);
      if (speaker && isSpeaker(sentence, speaker) && isComma(sentence.units[speaker.to])) {
        const content = contentAfter(sentence, speaker.to);
        if (content) told.add({ cue: at, source: speaker, content, to: speaker.to }, source);
        return;
      }
    }
    const behind = (particle ?? at) + 1;
    const content = contentAfter(sentence, behind);
    if (content) told.add({ cue: at, source, content, to: behind });
  }

  /** "Fighting went on, said the army." and, with an adverb first, "Am Montag sagte Merkel, …" */
  private beforeSpeaker(cue: VerbCue): void {
    const { sentence } = this;
    const { at, from, particle, weak } = cue;
    const source = phraseAfter(sentence, at + 1, particle ?? sentence.end, true);
    if (!source || !isSpeaker(sentence, source)) {
      clauseGoesOn(sentence, this.told, cue);
      return;
    }
    const comma = commaBefore(sentence, at);
    if (weak && comma === undefined) return;
    const behind = particle === undefined ? source.to : particle + 1;
    if (comma !== undefined && isEmptyRight(sentence, behind)) {
      const content = { from, to: comma };
      if (!isClause(sentence, content)) return;
      this.told.add({ cue: at, source, content, to: behind });
      this.told.addRest(behind);
      return;
    }
    if (!this.isIntroduced(behind)) return;
    const content = contentAfter(sentence, behind);
    if (content) this.told.add({ cue: at, source, content, to: behind });
  }

  /** "…, informó el Palacio del Elíseo.": comma, verb, speaker, end; where what describes a noun stands behind it, objects do not stand so. */
  private isInverted({ at }: VerbCue): boolean {
    const { sentence } = this;
    const { entry, roles } = sentence.unit(at);
    const says = entry?.act === "say" || entry?.act === "announce";
    if (sentence.lexicon.order !== "subject-first" || sentence.lexicon.adjectivesFirst) return false;
    if (!says || roles & ROLE.relayTo || commaBefore(sentence, at) === undefined) return false;
    const source = phraseAfter(sentence, at + 1, sentence.end, true);
    return source !== undefined && isSpeaker(sentence, source) && source.to >= sentence.end;
  }

  /** One word with the capital of every noun: no speaker of a verb that means other things, too. */
  private isBareNoun({ from, to }: Range): boolean {
    const unit = this.sentence.unit(from);
    return this.sentence.lexicon.capitalNouns && to - from === 1 && !isNounish(unit) && (unit.roles & PRONOUN) === 0;
  }

  /** Does a unit announce what is said: a conjunction, colon or quotation, or a comma where that is enough? */
  private isIntroduced(i: number): boolean {
    const unit = this.sentence.units[i];
    const isJoint = isComma(unit) && this.sentence.takesBareClause;
    return isJoint || isMark(unit, "colon") || unit?.kind === "quote" || this.sentence.has(i, ROLE.that);
  }
}
