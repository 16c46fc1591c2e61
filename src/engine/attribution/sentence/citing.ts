import { ROLE } from "../lexicon.js";
import { isBetween, isComma, type Range } from "../units/unit.js";
import { upToClause } from "./clause-end.js";
import { contentAfter, contentBefore, FEWEST_INTRODUCED, withoutVerb } from "./content.js";
import { FILLER, isFirst } from "./cue-sides.js";
import type { FoundClaim } from "./found-claim.js";
import { phraseAfter, phraseBefore, phraseFirst } from "./noun-phrase.js";
import { isMedium, isOutlet, isRelay, namesOutlet } from "./outlets.js";
import type { Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";
import { mayBeSource } from "./who-speaks.js";

/** "نقلت رويترز | عن X": the phrase up to its outlet, where a preposition joins another to it. */
function upToOutlet(sentence: Sentence, { from, to }: Range): Range {
  for (let i = from; i < to - 1; i++) {
    if (namesOutlet(sentence, sentence.unit(i)) && sentence.has(i + 1, ROLE.of | ROLE.stop)) return { from, to: i + 1 };
  }
  return { from, to };
}

/** "Reuters reported, citing X": X says it, Reuters passes it on. */
export class CitedSources {
  constructor(
    private readonly sentence: Sentence,
    private readonly told: ToldClaims,
  ) {}

  /** Reads a word for citing. Out: a claim is told. */
  read(cue: number): boolean {
    const { sentence } = this;
    if (sentence.lexicon.order === "verb-last" && this.citedBefore(cue)) return true;
    const phrase = phraseAfter(sentence, cue + 1, sentence.end);
    if (!phrase) return false;
    const cited = upToOutlet(sentence, phrase);
    const second = this.behindOutlet(cited);
    if (second) return this.citedByNext(cue, cited, second);
    return mayBeSource(sentence, cited) && this.citedByFormer(cue, cited);
  }

  /** "AFP, bir diplomata dayandırdığı haberinde, …": where the verb stands last, whom the outlet cites stands before the word. */
  private citedBefore(cue: number): boolean {
    const { sentence, told } = this;
    const { end, units } = sentence;
    const outlet = phraseFirst(sentence, told.clauseStart(cue), cue);
    if (!outlet || !isOutlet(sentence, outlet)) return false;
    const source = phraseAfter(sentence, isComma(units[outlet.to]) ? outlet.to + 1 : outlet.to, cue);
    if (!source || source.to < cue - 1 || !mayBeSource(sentence, source)) return false;
    const content = withoutVerb(sentence, upToClause(sentence, isComma(units[cue + 1]) ? cue + 2 : cue + 1));
    if (sentence.wordsIn(content) < FEWEST_INTRODUCED) return false;
    told.add({ cue, source, content, from: outlet.from, to: end }, outlet);
    return true;
  }

  /** The second phrase of "نقلت رويترز عن X": a preposition joins it to an outlet. */
  private behindOutlet(outlet: Range): Range | undefined {
    const { sentence } = this;
    const joined = sentence.units[outlet.to]?.kind === "word" && sentence.has(outlet.to, ROLE.of | ROLE.stop);
    if (!joined || !isOutlet(sentence, outlet)) return undefined;
    const second = phraseAfter(sentence, outlet.to + 1, sentence.end);
    return second && mayBeSource(sentence, second) ? second : undefined;
  }

  /** "نقلت رويترز عن X أن …": the outlet stands first behind the word. */
  private citedByNext(cue: number, outlet: Range, source: Range): boolean {
    const { content, to } = this.behindCited(source.to);
    if (!content) return false;
    this.told.add({ cue, source, content, to }, outlet);
    return true;
  }

  /** "Reuters reported, citing X": the outlet stands before the word, in a clause of its own or in this one. */
  private citedByFormer(cue: number, source: Range): boolean {
    const { sentence, told } = this;
    const isBehindComma = isComma(sentence.units[cue - 1]);
    const from = told.clauseStart(cue);
    const outlet = phraseBefore(sentence, isBehindComma ? cue - 1 : cue, from);
    const pending = told.relays.at(-1);
    if (pending?.source && pending.clause.to <= cue && cue - pending.clause.to <= FILLER) {
      told.relays.pop();
      told.claims.push(this.passedOn(pending, cue, source, [pending.source]));
      return true;
    }
    const { last } = told;
    const isReport = last?.source !== undefined && isRelay(sentence, last.source);
    // "Clinton cited her record": to name a reason is not to report.
    const isPlain = outlet ? isMedium(sentence, outlet) : isBehindComma || isFirst(sentence, cue, from);
    if (!isReport && !isPlain) return false;
    if (isReport && last?.source && (isBehindComma || outlet === undefined)) {
      // The claim before is the outlet's own words for what somebody else said.
      Object.assign(last, this.passedOn(last, cue, source, [...last.via, last.source]));
      return true;
    }
    const behind = this.behindCited(source.to);
    const content = behind.content ?? contentBefore(sentence, cue, from);
    if (!content) return false;
    const relay = behind.outlet ?? outlet;
    told.add({ cue, source, content, to: behind.to }, ...(relay && isMedium(sentence, relay) ? [relay] : []));
    return true;
  }

  /** An outlet's report as the claim of the one whom it cites. */
  private passedOn(report: FoundClaim, cue: number, source: Range, via: FoundClaim["via"]): FoundClaim {
    return {
      ...report,
      via,
      source: this.told.head(source),
      cue: this.told.cue(cue),
      clause: { from: report.clause.from, to: source.to },
    };
  }

  /** What follows whom an outlet cites: what is said, or first the outlet's own verb ("…, citing X, reported that …"). */
  private behindCited(start: number): { content: Range | undefined; to: number; outlet?: Range } {
    const { sentence } = this;
    let i = start;
    while (i < sentence.end && (isComma(sentence.unit(i)) || isBetween(sentence.unit(i)))) i++;
    if (this.isOwnVerb(i)) return { content: contentAfter(sentence, i + 1), to: i + 1 };
    const outlet = phraseAfter(sentence, i, sentence.end);
    if (outlet && isOutlet(sentence, outlet) && this.isOwnVerb(outlet.to)) {
      return { content: contentAfter(sentence, outlet.to + 1), to: outlet.to + 1, outlet };
    }
    return { content: contentAfter(sentence, start) ?? contentAfter(sentence, i), to: start };
  }

  private isOwnVerb(i: number): boolean {
    return i < this.sentence.end && this.sentence.has(i, ROLE.verb) && !this.sentence.has(i, ROLE.following);
  }
}
