import { ROLE } from "../lexicon.js";
import { isComma, type Range } from "../units/unit.js";
import { upToClause } from "./clause-end.js";
import { behindDay, contentBefore } from "./content.js";
import { isEmptyRight, isFirst, REACH } from "./cue-sides.js";
import type { FoundClaim } from "./found-claim.js";
import type { Head } from "./head.js";
import { phraseAfter, phraseBefore } from "./noun-phrase.js";
import { isMedium, isOutlet, isSpokenTo, namesOutlet } from "./outlets.js";
import { FEWEST_WORDS, type Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";
import { isSpeaker } from "./who-speaks.js";

/** Outlets that pass claims on: "as reported by Reuters", "told Reuters". */
export class Relays {
  constructor(
    private readonly sentence: Sentence,
    private readonly told: ToldClaims,
  ) {}

  /** Reads a word for passing on: the outlet's own report, until another cue of the sentence tells who said it. Out: a report is found. */
  read(cue: number): boolean {
    const { sentence, told } = this;
    const outlet = this.outletAt(cue);
    if (!outlet || !isSpeaker(sentence, outlet)) return false;
    const from = told.clauseStart(cue);
    // "…, demikian dilaporkan X": a passive verb with its agent ends the sentence; "allegedly X …" begins what is said.
    const isPassive = !sentence.has(cue, ROLE.relayBy);
    const isBehindComma = isComma(sentence.units[cue - 1]);
    if (isPassive && (!isBehindComma || !isEmptyRight(sentence, outlet.to))) return false;
    // "the emails posted by X": whose they are, not who reports.
    const isAttribute = sentence.lexicon.cased && !isBehindComma && !isFirst(sentence, cue, from);
    if (isAttribute && !sentence.slice({ from, to: cue }).some(({ roles }) => roles & ROLE.speech)) return false;
    const content = isFirst(sentence, cue, from)
      ? upToClause(sentence, behindDay(sentence, outlet.to))
      : contentBefore(sentence, cue, from);
    if (!content || sentence.wordsIn(content) < FEWEST_WORDS) return false;
    const report = told.made({ cue, source: outlet, content, to: outlet.to });
    // "The claim, in a statement relayed by X": what is passed on is what was said before.
    const speaksOfSaid =
      sentence.slice(content).every((unit) => unit.kind !== "name") &&
      sentence.slice(content).some(({ roles }) => roles & ROLE.speech);
    told.relays.push(speaksOfSaid ? { ...report, passesOnBefore: true } : report);
    return true;
  }

  /** Joins outlets with a claim: those spoken to, and those that the sentence names as its relay. */
  join(claim: FoundClaim): void {
    const { sentence, told } = this;
    let from = 0;
    for (const { clause } of told.claims) if (clause.to <= claim.clause.from) from = Math.max(from, clause.to);
    for (let i = from; i < Math.min(sentence.end, claim.clause.to + REACH); i++) {
      if (i >= claim.said.from && i < claim.said.to) continue;
      const outlet = this.relayAt(i);
      if (!outlet) continue;
      const head = told.head(outlet);
      if (!isSource(head, claim) && !claim.via.some(({ start }) => start === head.start)) claim.via.push(head);
    }
  }

  /** Reports of outlets for which the sentence names no other source. */
  reports(): FoundClaim[] {
    const sourced = this.told.claims.filter(({ source }) => source);
    return this.told.relays.filter(
      (relay) =>
        !sourced.some(
          ({ clause, said }) =>
            overlap(said, relay.said) || overlap(clause, relay.said) || overlap(clause, relay.clause),
        ),
    );
  }

  /** The outlet to which a word of passing on, or a particle for whom one spoke to, belongs. */
  private relayAt(i: number): Range | undefined {
    const { sentence } = this;
    if (isSpokenTo(sentence, sentence.unit(i))) return { from: i, to: i + 1 };
    if (!sentence.has(i, ROLE.relayTo | ROLE.relayBy)) return undefined;
    const found = this.outletAt(i);
    const outlet = found && { from: found.from, to: this.endOfOutlet(found) };
    if (!outlet) return undefined;
    return isOutlet(sentence, outlet) || (sentence.has(i, ROLE.relayBy) && isMedium(sentence, outlet))
      ? outlet
      : undefined;
  }

  /** The outlet of a word for passing on: behind it, and where the verb stands last, before it. */
  private outletAt(cue: number): Range | undefined {
    const { sentence } = this;
    const after = phraseAfter(sentence, cue + 1, sentence.end);
    if (sentence.lexicon.order !== "verb-last" || (after && isOutlet(sentence, after))) return after;
    const before = phraseBefore(sentence, cue, this.told.clauseStart(cue));
    return before && isMedium(sentence, before) ? before : after;
  }

  /** A relay ends with the outlet's name: what follows is the speaker, or the page's own words. */
  private endOfOutlet({ from, to }: Range): number {
    for (let i = from; i < to; i++) if (namesOutlet(this.sentence, this.sentence.unit(i))) return i + 1;
    return to;
  }
}

/** Is an outlet who says it, not who passes it on? */
function isSource({ end, record, start }: Head, { source }: FoundClaim): boolean {
  if (!source) return false;
  return (record !== undefined && record === source.record) || (start < source.end && source.start < end);
}

function overlap(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}
