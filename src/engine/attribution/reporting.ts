import type { SpeechAct } from "../../glossary/schema.js";
import { bareParticle, type Head, headOf } from "./head.js";
import { type Lexicon, ROLE } from "./lexicon.js";
import { isBetween, isComma, isMark, isNounish, Phrases, type Range } from "./noun-phrase.js";
import type { Unit } from "./units.js";

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

type KindOf = (record: string) => string | undefined;

/** Fewest words of a quotation that stands for itself; shorter ones are words in quotation marks. */
const QUOTED_WORDS = 3;
/** Most units of a sentence's subject to which a participle goes back, and between a verb and its conjunction. */
const SUBJECT = 8;
const FILLER = 6;
/** How far behind a reporting verb its conjunction, colon or quotation may stand, in units. */
const REACH = 16;

/** Finds the claims of one sentence. */
export class SentenceReader {
  private readonly phrases: Phrases;
  private readonly end: number;
  private readonly claims: FoundClaim[] = [];

  constructor(
    private readonly units: readonly Unit[],
    private readonly text: string,
    private readonly lexicon: Lexicon,
    private readonly kindOf: KindOf,
  ) {
    this.phrases = new Phrases(units, lexicon, kindOf);
    let end = units.length;
    while (end > 0 && isMark(units[end - 1], "end")) end--;
    this.end = end;
  }

  /** The claims, in the order of their cues. */
  read(): FoundClaim[] {
    const { units } = this;
    for (let i = 0; i < this.end; i++) {
      const unit = this.unit(i);
      if (unit.kind !== "word" || unit.roles === 0) continue;
      // An outlet's own verb for what it cites belongs to that claim.
      if (this.claims.some(({ clause }) => i >= clause.from && i < clause.to)) continue;
      if (unit.roles & ROLE.earlier) this.impersonal(i, true);
      else if (unit.roles & ROLE.citing && this.citing(i)) continue;
      else if (unit.roles & ROLE.accordingBefore && this.according(i)) continue;
      else if (unit.roles & ROLE.accordingAfter && this.accordingBehind(i)) continue;
      else if (unit.roles & ROLE.relayBy && this.relayed(i)) continue;
      else if (unit.roles & ROLE.impersonal && this.relayed(i)) continue;
      else if (unit.roles & ROLE.impersonal && this.impersonal(i, false)) continue;
      else if (unit.roles & ROLE.verb) this.verb(i);
      else if (unit.roles & ROLE.speech) this.nominal(i);
    }
    return this.claims.map((claim) => this.withRelays(claim, units));
  }

  // --- reporting verbs

  private verb(i: number): void {
    const cue = this.unit(i);
    const before = this.units[i - 1];
    // "to say", "of saying": no statement of anybody's yet.
    if (
      before &&
      before.roles & ROLE.of &&
      before.kind === "word" &&
      (cue.roles & ROLE.following) === 0 &&
      !isNounish(before)
    )
      return;
    if (before && before.roles & ROLE.determiner) return;
    if ((cue.roles & ROLE.following) === 0 && this.isPassive(i)) return;
    if (cue.entry?.act !== "deny" && this.isNegated(i)) return;
    const from = this.clauseStart(i);
    const left = this.leftOf(i, from);
    const particle = this.particleOf(i);
    const weak = (cue.roles & ROLE.weak) !== 0 && particle === undefined;
    const following = (cue.roles & ROLE.following) !== 0;
    const quoteLeft = left !== undefined && this.isQuotation(left);
    const right = this.rightOf(i + 1);

    if (this.lexicon.order === "verb-last") {
      const subject = this.phrases.before(i, from);
      if (this.verbLast(i, from, subject, right)) return;
    }
    if (quoteLeft && !following && this.lexicon.order !== "verb-last") {
      const after = this.phrases.after(i + 1, this.end, true);
      if (after && this.mayBeSource(after)) return this.add(i, after, this.leftContent(left, from), after.to);
    }
    if (quoteLeft && following && this.lexicon.order !== "verb-last") {
      // '"…," ujarnya.': the speaker is in the verb.
      if (this.isEmptyRight(i + 1) && this.claims.length === 0) return this.goOnFrom(i, this.leftContent(left, from));
      return this.goOn(i, right);
    }
    // "…", dijo.
    if (
      quoteLeft &&
      !weak &&
      this.lexicon.order !== "verb-last" &&
      this.isEmptyRight(i + 1) &&
      this.leftOf(i, from) === left &&
      !this.phrases.before(i, left + 1)
    ) {
      return this.goOnFrom(i, this.leftContent(left, from));
    }
    const subject = following ? undefined : this.phrases.before(i, from);
    const behindSubject = subject ? this.leftOf(subject.from, from) : undefined;
    if (
      subject &&
      behindSubject !== undefined &&
      this.isQuotation(behindSubject) &&
      !right.strong &&
      this.mayBeSource(subject)
    ) {
      return this.add(i, subject, this.leftContent(behindSubject, from), i + 1);
    }
    if (following) return this.goOn(i, right);
    if (weak && !right.strong && !right.quoted && this.commaBefore(i) === undefined) return;

    if (this.lexicon.order === "verb-first") {
      const after = this.phrases.after(i + 1, this.end);
      if (after && this.mayBeSource(after)) {
        const content = this.contentAfter(after.to);
        if (content) return this.add(i, after, content, after.to);
        return;
      }
      // "وأضاف أن …": no subject; the speaker of before goes on.
      const next = this.units[i + 1];
      if (!subject && next && (next.roles & ROLE.that || isMark(next, "colon")))
        return this.goOnFrom(i, this.contentAfter(i + 1));
    }
    if (!weak && this.saysBefore(i)) return;
    const isEmpty = this.isEmptyRight(i + 1);
    if (subject && this.mayBeSource(subject)) {
      // "Fighting went on, the army said." and ", as the army said."
      const as = ((this.units[subject.from - 1]?.roles ?? 0) & ROLE.stop) !== 0;
      const comma = as ? subject.from - 2 : subject.from - 1;
      if (isEmpty && isComma(this.units[comma]) && !weak) {
        const content = { from, to: comma };
        if (this.wordsIn(content) >= QUOTED_WORDS && this.isClause(content))
          return this.add(i, subject, content, i + 1);
      }
      if (weak && !right.strong && !right.quoted) return;
      // "Der BBC sagte ein Offizier, …": the outlet was spoken to.
      if (this.lexicon.order === "verb-second" && this.isOutlet(subject)) {
        const speaker = this.phrases.after(i + 1, particle ?? this.end);
        if (speaker && this.phrases.isSpeaker(speaker) && isComma(this.units[speaker.to])) {
          const said = this.contentAfter(speaker.to);
          if (said) {
            this.add(i, speaker, said, speaker.to);
            this.claims.at(-1)?.via.push(this.head(subject));
          }
          return;
        }
      }
      const content = this.contentAfter(particle === undefined ? i + 1 : particle + 1);
      if (content) this.add(i, subject, content, (particle ?? i) + 1);
      return;
    }
    if (this.saysBefore(i)) return;
    // "Fighting went on, said the army." and, with an adverb first, "Am Montag sagte Merkel, …"
    const after = this.phrases.after(i + 1, particle ?? this.end, true);
    if (!after || !this.phrases.isSpeaker(after)) return this.goOnInSentence(i, from, right, weak);
    const comma = this.commaBefore(i);
    if (weak && comma === undefined) return;
    const behind = particle === undefined ? after.to : particle + 1;
    if (comma !== undefined && this.isEmptyRight(behind)) {
      const content = { from, to: comma };
      if (this.wordsIn(content) < QUOTED_WORDS || !this.isClause(content)) return;
      this.add(i, after, content, behind);
      this.addRest(behind);
      return;
    }
    const next = this.units[behind];
    if (
      (isComma(next) && this.takesBareClause()) ||
      isMark(next, "colon") ||
      (next?.roles ?? 0) & ROLE.that ||
      next?.kind === "quote"
    ) {
      const content = this.contentAfter(behind);
      if (content) this.add(i, after, content, behind);
    }
  }

  /** The second part of a split verb ("teilte … mit"), if it stands in the clause. */
  private particleOf(i: number): number | undefined {
    const parts = this.lexicon.split.get(this.unit(i).hash);
    if (!parts) return undefined;
    for (let j = i + 1; j < Math.min(this.end, i + REACH); j++) {
      const unit = this.unit(j);
      if (unit.kind === "mark" || unit.kind === "quote") return undefined;
      if (unit.kind === "word" && parts.some(([first]) => first === unit.hash)) return j;
    }
    return undefined;
  }

  /** The comma before a cue, over words like "zo" and "so". */
  private commaBefore(i: number): number | undefined {
    let j = i - 1;
    while (j > 0 && (isBetween(this.unit(j)) || (this.unit(j).roles & ROLE.accordingBefore) !== 0)) j--;
    return isComma(this.units[j]) ? j : undefined;
  }

  /** "The move, he said, would help": what is said goes on behind the reporting clause. */
  private addRest(start: number): void {
    const first = this.units[start + 1];
    if (!isComma(this.units[start]) || !first || first.kind === "quote" || first.kind === "aside") return;
    if (
      first.roles &
      (ROLE.stop |
        ROLE.relative |
        ROLE.following |
        ROLE.that |
        ROLE.relayBy |
        ROLE.citing |
        ROLE.accordingBefore |
        ROLE.day)
    )
      return;
    const rest = this.upToClause(start + 1);
    if (this.wordsIn(rest) < 2) return;
    const claim = this.claims.at(-1) as FoundClaim;
    claim.content.push(...this.spansOf(rest));
    claim.said = { from: claim.said.from, to: rest.to };
  }

  /** "…, and added that …", "warnte jedoch, dass …", "Añadió que …": no subject; the speaker of before goes on. */
  private goOnInSentence(i: number, from: number, right: RightSide, weak: boolean): void {
    if (weak || (!right.strong && !right.quoted)) return;
    const before = this.units[i - 1];
    const joined = before === undefined || isComma(before) || (before.roles & ROLE.conjunction) !== 0;
    if (this.claims.length > 0 ? !joined : !this.isFirst(i, from)) return;
    this.goOnFrom(i, this.contentAfter(i + 1));
  }

  /** "Das teilte die Polizei mit": the sentence before is what was said. */
  private saysBefore(i: number): boolean {
    if (i === 0 || !this.units.slice(0, i).every((unit) => unit.roles & ROLE.pointing || isBetween(unit))) return false;
    const source = this.phrases.after(i + 1, this.end);
    if (!source || !this.phrases.isSpeaker(source) || !this.isEmptyRight(source.to)) return false;
    const claim = this.make(i, source, { from: 0, to: 0 }, this.end, 0);
    claim.saysBefore = true;
    this.claims.push(claim);
    return true;
  }

  /** The speaker stands first and the verb last: what lies between, or the quotation, is said. */
  private verbLast(i: number, from: number, subject: Range | undefined, right: RightSide): boolean {
    const quote = this.quoteBefore(i, from);
    const first = this.firstPhrase(from, quote ?? i);
    const following = (this.unit(i).roles & ROLE.following) !== 0;
    if (!following && (right.strong || right.quoted)) {
      // The phrase found from the verb has its apposition.
      const source = first && subject && subject.from === first.from ? subject : (first ?? subject);
      const content = this.contentAfter(i + 1);
      if (source && content && this.mayBeSource(source)) {
        this.add(i, source, content, i + 1);
        return true;
      }
    }
    if (quote !== undefined) {
      // '"…" diyen X', '"…" dedi X'
      const after = first ? undefined : this.phrases.after(i + 1, this.end);
      const behind = subject && subject.from > quote ? subject : undefined;
      const source = first ?? behind ?? (after && this.phrases.isSpeaker(after) ? after : undefined);
      if (source && this.mayBeSource(source)) {
        this.add(i, source, { from: quote, to: quote + 1 }, Math.max(i + 1, source.to));
        return true;
      }
      this.goOnFrom(i, { from: quote, to: quote + 1 });
      return true;
    }
    const behind = following ? undefined : this.contentAfter(i + 1);
    if (first && behind && this.wordsIn(behind) >= QUOTED_WORDS && (this.unit(i).roles & ROLE.weak) === 0) {
      this.add(i, first, behind, i + 1);
      return true;
    }
    if (!first && this.claims.at(-1)?.source && (this.unit(i).roles & ROLE.weak) === 0) {
      let start = from;
      while (start < i && (isComma(this.unit(start)) || isBetween(this.unit(start)))) start++;
      if (this.wordsIn({ from: start, to: i }) >= QUOTED_WORDS) {
        this.goOnFrom(i, { from: start, to: i });
        return true;
      }
    }
    if (
      first &&
      (isComma(this.units[first.to]) || this.lexicon.order === "verb-last") &&
      this.phrases.isSpeaker(first)
    ) {
      let start = isComma(this.units[first.to]) ? first.to + 1 : first.to;
      while (start < i && isBetween(this.unit(start))) start++;
      const content = { from: start, to: i };
      if (this.wordsIn(content) >= QUOTED_WORDS && (this.unit(i).roles & ROLE.weak) === 0) {
        this.add(i, first, content, i + 1, first.from);
        return true;
      }
    }
    return false;
  }

  /** The phrase with which the clause begins, up to a comma. */
  private firstPhrase(from: number, to: number): Range | undefined {
    let start = from;
    while (
      start < to &&
      (isBetween(this.unit(start)) || this.unit(start).roles & (ROLE.stop | ROLE.day) || isComma(this.unit(start)))
    )
      start++;
    const range = this.phrases.after(start, to);
    // "Reuters'a konuşan iki yetkili": whom one spoke to stands first.
    if (
      range &&
      this.lexicon.order === "verb-last" &&
      this.isOutlet(range) &&
      (this.units[range.to]?.roles ?? 0) & ROLE.relayTo
    ) {
      return this.firstPhrase(range.to + 1, to);
    }
    return range && this.phrases.isSpeaker(range) ? range : undefined;
  }

  private quoteBefore(i: number, from: number): number | undefined {
    for (let j = i - 1; j >= from; j--) {
      if (this.isQuotation(j)) return j;
      if (isMark(this.unit(j), "semicolon")) return undefined;
    }
    return undefined;
  }

  /** "…, adding that …": the speaker of the clause goes on. */
  private goOn(i: number, right: RightSide): void {
    if ((this.unit(i).roles & ROLE.weak && !right.strong && !right.quoted) || this.isEmptyRight(i + 1)) return;
    const content = this.contentAfter(i + 1);
    if (!content) return;
    const previous = this.claims.at(-1);
    // "صرح X قائلا: …": both words report the same.
    if (previous?.said.from === content.from) return;
    const source = previous ? undefined : this.subjectOfSentence(i);
    if (source && this.mayBeSource(source)) return this.add(i, source, content, i + 1);
    if (previous?.source || previous?.goesOn) {
      const claim = this.make(i, undefined, content, i + 1);
      claim.goesOn = true;
      if (previous.source) claim.source = previous.source;
      this.claims.push(claim);
    }
  }

  /** A reporting verb without a subject: who spoke before goes on. */
  private goOnFrom(i: number, content: Range | undefined): void {
    if (!content) return;
    const claim = this.make(i, undefined, content, i + 1);
    claim.goesOn = true;
    const source = this.claims.at(-1)?.source;
    if (source) claim.source = source;
    this.claims.push(claim);
  }

  private subjectOfSentence(i: number): Range | undefined {
    let start = this.lexicon.order === "verb-first" && this.unit(0).roles & ROLE.verb ? 1 : 0;
    while (start < i && (isBetween(this.unit(start)) || this.unit(start).roles & (ROLE.stop | ROLE.day))) start++;
    const range = this.phrases.after(start, i);
    return range && range.to - range.from <= SUBJECT && this.phrases.isSpeaker(range) ? range : undefined;
  }

  /** "did not say", "لم يقل", "sagte nicht". */
  private isNegated(i: number): boolean {
    for (let j = i - 1; j >= Math.max(0, i - 3); j--) {
      if (this.unit(j).roles & ROLE.negation) return true;
      if (!isBetween(this.unit(j))) break;
    }
    return this.lexicon.adjectivesFirst && ((this.units[i + 1]?.roles ?? 0) & ROLE.negation) !== 0;
  }

  /** "was told", "were accused": an auxiliary of the passive stands before the verb. */
  private isPassive(i: number): boolean {
    for (let j = i - 1; j >= 0 && isBetween(this.unit(j)); j--) if (this.unit(j).roles & ROLE.passive) return true;
    return (this.units[i - 1]?.roles ?? 0) > 0 && (this.unit(i - 1).roles & ROLE.passive) !== 0;
  }

  // --- according to, cited, relayed, reported by nobody

  private according(i: number): boolean {
    // Words that mean other things, too ("so"), count only behind what is said.
    const isDirect = ((this.units[i + 1]?.roles ?? 0) & ROLE.speech) !== 0;
    if (
      this.unit(i).roles & ROLE.weak &&
      !isDirect &&
      !isComma(this.units[i - 1]) &&
      this.units[i - 1]?.kind !== "quote"
    )
      return false;
    const from = this.clauseStart(i);
    const first = this.isFirst(i, from);
    const source = this.phrases.after(i + 1, this.end, !first);
    if (!source || !this.mayBeSource(source)) return false;
    const next = this.units[source.to];
    if (first) {
      const start =
        isComma(next) || isMark(next, "colon") || (next?.roles ?? 0) & ROLE.that ? source.to + 1 : source.to;
      const content = this.upToClause(start);
      if (this.wordsIn(content) < 2) return false;
      this.add(i, source, content, source.to);
      return true;
    }
    const to = isComma(this.units[i - 1]) || isMark(this.units[i - 1], "dash") ? i - 1 : i;
    const content = { from, to };
    if (this.wordsIn(content) < 2) return false;
    this.add(i, source, content, source.to);
    if (isComma(this.units[i - 1])) this.addRest(source.to);
    else if (this.takesBareClause() && !isComma(this.units[source.to])) {
      const rest = this.upToClause(source.to);
      const opens = this.units[source.to]?.roles ?? 0;
      if (this.wordsIn(rest) >= 1 && !(opens & (ROLE.stop | ROLE.of | ROLE.relayTo | ROLE.day | ROLE.relayBy)))
        this.claims.at(-1)?.content.push(...this.spansOf(rest));
    }
    return true;
  }

  private accordingBehind(i: number): boolean {
    const from = this.clauseStart(i);
    const source = this.phrases.before(i, from) ?? this.firstPhrase(from, i);
    if (!source || !this.mayBeSource(source)) return false;
    const after = this.withoutVerb(this.upToClause(isComma(this.units[i + 1]) ? i + 2 : i + 1));
    const content =
      this.wordsIn(after) >= 2
        ? after
        : { from, to: isComma(this.units[source.from - 1]) ? source.from - 1 : source.from };
    if (this.wordsIn(content) < 2) return false;
    this.add(i, source, content, i + 1, source.from);
    return true;
  }

  /** "Reuters reported, citing X": X says it, Reuters passes it on. "نقلت رويترز عن X أن …": the outlet stands first. */
  private citing(i: number): boolean {
    if (this.lexicon.order === "verb-last" && this.citedBefore(i)) return true;
    const after = this.phrases.after(i + 1, this.end);
    if (!after) return false;
    const next = this.units[after.to];
    const joined = next?.kind === "word" && next.roles & (ROLE.of | ROLE.stop) && this.isOutlet(after);
    const second = joined ? this.phrases.after(after.to + 1, this.end) : undefined;
    const from = this.clauseStart(i);
    if (second && this.mayBeSource(second)) {
      const { clauseEnd, content } = this.behindCited(second.to);
      if (!content) return false;
      this.add(i, second, content, clauseEnd);
      this.claims.at(-1)?.via.push(this.head(after));
      return true;
    }
    if (!this.mayBeSource(after)) return false;
    const outlet = this.phrases.before(isComma(this.units[i - 1]) ? i - 1 : i, from);
    const pending = this.relays.at(-1);
    if (pending?.source && pending.clause.to <= i && i - pending.clause.to <= FILLER && this.mayBeSource(after)) {
      this.relays.pop();
      this.claims.push({
        ...pending,
        via: [pending.source],
        source: this.head(after),
        cue: this.cueOf(i),
        clause: { from: pending.clause.from, to: after.to },
      });
      return true;
    }
    const previous = this.claims.at(-1);
    // "Clinton cited her record": to name a reason is not to report.
    const isReport = previous?.source !== undefined && this.isRelay(previous.source);
    if (
      !isReport &&
      (outlet
        ? !this.isOutlet(outlet) && !this.isMedium(outlet)
        : !this.isFirst(i, from) && !isComma(this.units[i - 1]))
    )
      return false;
    if (previous?.source && (isComma(this.units[i - 1]) || outlet === undefined) && this.isRelay(previous.source)) {
      // The claim before is the outlet's own words for what somebody else said.
      previous.via.push(previous.source);
      previous.source = this.head(after);
      previous.cue = this.cueOf(i);
      previous.clause = { from: previous.clause.from, to: after.to };
      return true;
    }
    const behind = this.behindCited(after.to);
    const content = behind.content ?? this.leftOrNothing(from, i);
    if (!content) return false;
    this.add(i, after, content, behind.clauseEnd);
    const relay = behind.outlet ?? outlet;
    if (relay && (this.isOutlet(relay) || this.isMedium(relay))) this.claims.at(-1)?.via.push(this.head(relay));
    return true;
  }

  /** "AFP, bir diplomata dayandırdığı haberinde, …": where the verb stands last, whom the outlet cites stands before the word. */
  private citedBefore(i: number): boolean {
    const from = this.clauseStart(i);
    const outlet = this.firstPhrase(from, i);
    if (!outlet || !this.isOutlet(outlet)) return false;
    const start = isComma(this.units[outlet.to]) ? outlet.to + 1 : outlet.to;
    const source = this.phrases.after(start, i);
    if (!source || source.to < i - 1 || !this.mayBeSource(source)) return false;
    const content = this.withoutVerb(this.upToClause(isComma(this.units[i + 1]) ? i + 2 : i + 1));
    if (this.wordsIn(content) < 2) return false;
    this.add(i, source, content, this.end, outlet.from);
    this.claims.at(-1)?.via.push(this.head(outlet));
    return true;
  }

  /** Where the verb stands last, it is no part of what is said. */
  private withoutVerb({ from, to }: Range): Range {
    let end = to;
    if (this.lexicon.order !== "verb-last") return { from, to };
    while (end > from && this.unit(end - 1).roles & (ROLE.verb | ROLE.impersonal) && !isNounish(this.unit(end - 1)))
      end--;
    return { from, to: end };
  }

  /** What follows whom an outlet cites: what is said, or first the outlet's own verb ("…, citing X, reported that …"). */
  private behindCited(start: number): { content: Range | undefined; clauseEnd: number; outlet?: Range } {
    let i = start;
    while (i < this.end && (isComma(this.unit(i)) || isBetween(this.unit(i)))) i++;
    const verb = (at: number) =>
      at < this.end && (this.unit(at).roles & ROLE.verb) !== 0 && (this.unit(at).roles & ROLE.following) === 0;
    if (verb(i)) return { content: this.contentAfter(i + 1), clauseEnd: i + 1 };
    const outlet = this.phrases.after(i, this.end);
    if (outlet && this.isOutlet(outlet) && verb(outlet.to)) {
      return { content: this.contentAfter(outlet.to + 1), clauseEnd: outlet.to + 1, outlet };
    }
    return { content: this.contentAfter(start) ?? this.contentAfter(i), clauseEnd: start };
  }

  /** "as reported by Reuters": a relay where the sentence has a claim, otherwise the outlet's own report. */
  private relayed(i: number): boolean {
    const outlet = this.outletAt(i);
    if (!outlet || !this.phrases.isSpeaker(outlet)) return false;
    if (!this.isOutlet(outlet) && !this.isMedium(outlet)) return false;
    const from = this.clauseStart(i);
    const content = this.isFirst(i, from) ? this.upToClause(this.behindDay(outlet.to)) : this.leftOrNothing(from, i);
    if (!content || this.wordsIn(content) < QUOTED_WORDS) return false;
    // Only where no other cue of the sentence tells who said it: `withRelays` decides.
    const claim = this.make(i, outlet, content, outlet.to);
    this.relays.push(claim);
    return true;
  }

  private readonly relays: FoundClaim[] = [];

  /** The outlet of a relay's word: behind it, and where the verb stands last, before it. */
  private outletAt(i: number): Range | undefined {
    const after = this.phrases.after(i + 1, this.end);
    if (this.lexicon.order !== "verb-last" || (after && this.isOutlet(after))) return after;
    const before = this.phrases.before(i, this.clauseStart(i));
    return before && (this.isOutlet(before) || this.isMedium(before)) ? before : after;
  }

  private impersonal(i: number, earlier: boolean): boolean {
    const from = this.clauseStart(i);
    const isLast = this.isEmptyRight(i + 1) && i > from;
    const content =
      this.isFirst(i, from) || earlier
        ? this.upToClause(this.behindThat(i + 1))
        : { from, to: isLast && this.lexicon.order === "verb-last" ? i : this.end };
    if (this.wordsIn(content) < QUOTED_WORDS) return false;
    const claim = this.make(i, undefined, content, i + 1);
    claim.impersonal = true;
    if (earlier) claim.earlier = true;
    this.claims.push(claim);
    return true;
  }

  /** "a statement by X that …", "X's claim that …". */
  private nominal(i: number): void {
    const next = this.units[i + 1];
    const before = this.units[i - 1];
    let source: Range | undefined;
    let behind = i + 1;
    if (next?.roles && next.roles & ROLE.of) {
      source = this.phrases.after(i + 2, this.end);
      behind = source?.to ?? behind;
    } else if (before?.possessive) {
      source = this.phrases.before(i, this.clauseStart(i));
    } else if (next?.kind === "name") {
      source = this.phrases.after(i + 1, this.end);
      behind = source?.to ?? behind;
    }
    if (!source || !this.phrases.isSpeaker(source)) return;
    const that = this.units[behind];
    const isThat = that !== undefined && (that.roles & ROLE.that) !== 0 && (that.roles & ROLE.between) === 0;
    if (!isThat && !isMark(that, "colon")) return;
    const content = this.upToClause(behind + 1);
    if (this.wordsIn(content) >= QUOTED_WORDS) this.add(i, source, content, behind);
  }

  // --- content

  /** What stands behind a reporting verb (or its subject): conjunction, colon or quotation first, or the bare clause. */
  private contentAfter(start: number): Range | undefined {
    let i = start;
    let depth = 0;
    for (; i < this.end && i - start < REACH; i++) {
      const unit = this.unit(i);
      if (this.isQuotation(i)) break;
      if (isMark(unit, "colon")) {
        if (i - start > 1 && this.lexicon.cased && !this.opensFiller(start) && this.units[i + 1]?.kind !== "quote")
          return undefined;
        i++;
        break;
      }
      if (unit.kind === "mark") {
        const next = this.units[i + 1];
        if (isComma(unit) && next && (this.isQuotation(i + 1) || next.roles & (ROLE.that | ROLE.following))) continue;
        if (i === start && isComma(unit) && !this.takesBareClause()) return undefined;
        if (i === start) continue;
        depth = -1;
        break;
      }
      if (unit.roles & ROLE.that && (i === start || this.isFiller(start, i))) {
        if (!unit.joined) i++;
        break;
      }
      if (unit.roles & ROLE.verb && !isNounish(unit)) {
        // "صرح X قائلا: …", "said, adding that …", and a weak form that is another word.
        if (unit.roles & ROLE.following || (unit.roles & ROLE.weak && !this.lexicon.cased)) continue;
        depth = -1;
        break;
      }
    }
    const found = depth === 0 && i < this.end && i - start < REACH ? i : this.behindTold(start);
    const content = this.upToClause(found);
    return this.wordsIn(content) >= 2 ? content : undefined;
  }

  /** Only what can stand between a verb and its conjunction: whom one spoke to, when and where. */
  private isFiller(start: number, to: number): boolean {
    if (to - start > FILLER && this.lexicon.cased) return false;
    if (this.opensFiller(start)) return true;
    if (this.units[start - 1] && (this.unit(start - 1).roles & ROLE.relayTo) !== 0) return true;
    return to - start <= 2 || !this.lexicon.cased;
  }

  private opensFiller(start: number): boolean {
    return (
      (this.unit(start).roles & (ROLE.stop | ROLE.of | ROLE.day | ROLE.relayTo | ROLE.between | ROLE.relayBy)) !== 0
    );
  }

  /** Behind the listener of "told": "told Reuters the town …". */
  private behindTold(start: number): number {
    const verb = this.units[start - 1];
    if (!verb || (verb.roles & ROLE.relayTo) === 0) return start;
    const whom = this.phrases.after(start, this.end);
    if (!whom || !this.units.slice(whom.from, whom.to).some((unit) => isNounish(unit) || unit.capital)) return start;
    // A definite article begins what is said, unless it begins the listener.
    for (let i = whom.from + 1; i < whom.to; i++) if (this.unit(i).roles & ROLE.definite) return i;
    return whom.to;
  }

  /** Over a day and a comma: "Dilansir Reuters, Kamis (28/5/2026), …". */
  private behindDay(start: number): number {
    let i = start;
    while (
      i < this.end &&
      (isComma(this.unit(i)) || this.unit(i).kind === "aside" || (this.unit(i).roles & (ROLE.day | ROLE.between)) !== 0)
    )
      i++;
    return i;
  }

  private behindThat(start: number): number {
    for (let i = start; i < Math.min(this.end, start + 6); i++) {
      if (this.unit(i).roles & ROLE.that || isMark(this.unit(i), "colon")) return i + 1;
    }
    return start;
  }

  /** From a unit to the end of the sentence, or to where the next reporting clause begins. */
  private upToClause(from: number): Range {
    let to = this.end;
    for (let i = from + 1; i < this.end; i++) {
      const unit = this.unit(i);
      if (unit.kind !== "word") continue;
      const comma = isComma(this.units[i - 1]);
      const cue = (unit.roles & (ROLE.relayBy | ROLE.accordingBefore | ROLE.citing)) !== 0;
      // "what X reported" is part of what is said.
      if (cue && (comma || (unit.roles & ROLE.relayBy && this.wordsIn({ from, to: i }) >= QUOTED_WORDS))) {
        to = comma ? i - 1 : i;
        break;
      }
      if (comma && unit.roles & ROLE.following && unit.roles & ROLE.verb && this.isReporting(i)) {
        to = i - 1;
        break;
      }
      // "…, while the army said that …"; "… and added that …"
      if (
        (unit.roles & ROLE.verb && (unit.roles & ROLE.following) === 0 && (unit.roles & ROLE.weak) === 0) ||
        (unit.roles & ROLE.verb && this.isReporting(i))
      ) {
        const start = this.reportingClause(i, from);
        if (start !== undefined && start > from + 1) {
          to = start;
          break;
        }
      }
    }
    while (
      to > from &&
      (isComma(this.units[to - 1]) || isMark(this.units[to - 1], "semicolon") || isMark(this.units[to - 1], "colon"))
    )
      to--;
    return { from, to };
  }

  /** Is a verb followed by what is said? */
  private isReporting(i: number): boolean {
    const { quoted, strong } = this.rightOf(i + 1);
    return strong || quoted;
  }

  /** Where the clause of a later reporting verb begins, if it is a clause of its own behind a comma or conjunction. */
  private reportingClause(i: number, from: number): number | undefined {
    const subject = this.lexicon.order === "verb-first" ? undefined : this.phrases.before(i, from);
    if (!subject && this.lexicon.order !== "verb-first" && !this.isReporting(i)) return undefined;
    const start = subject ? subject.from : i;
    const before = this.units[start - 1];
    if (!before || (subject && !this.phrases.isSpeaker(subject))) return undefined;
    const isConjunction = before.kind === "word" && (before.roles & ROLE.stop) !== 0 && (before.roles & ROLE.of) === 0;
    if (isConjunction && (isComma(this.units[start - 2]) || subject === undefined || subject.from < from)) {
      return isComma(this.units[start - 2]) ? start - 2 : start - 1;
    }
    // Without a comma only a name with a conjunction of speech behind its verb is plainly another speaker.
    if (isConjunction && subject && this.isReporting(i) && this.unit(subject.from).kind === "name") return start - 1;
    return isComma(before) || isMark(before, "semicolon") ? start - 1 : undefined;
  }

  private leftContent(quote: number, from: number): Range {
    // A quotation that is part of the page's own sentence takes that with it.
    let start = quote;
    while (start > from && !isMark(this.units[start - 1], "end")) start--;
    const alone = this.wordsIn({ from: start, to: quote }) === 0;
    return { from: alone ? quote : start, to: quote + 1 };
  }

  private leftOrNothing(from: number, to: number): Range | undefined {
    const end = isComma(this.units[to - 1]) ? to - 1 : to;
    const content = { from, to: end };
    return this.wordsIn(content) >= QUOTED_WORDS ? content : undefined;
  }

  // --- small questions

  /** First unit that can belong to the clause of a cue: behind the reporting clauses and the contents read so far. */
  private clauseStart(cue: number): number {
    let from = 0;
    for (const { clause, said } of this.claims) {
      if (clause.to <= cue) from = Math.max(from, clause.to);
      // Where the verb stands last, another speaker's words may end right before it.
      if (said.to <= cue && this.lexicon.order !== "verb-last") from = Math.max(from, said.to);
    }
    while (
      from < cue &&
      (isComma(this.units[from]) || isMark(this.units[from], "semicolon") || isMark(this.units[from], "colon"))
    )
      from++;
    return from;
  }

  /** Is a cue the first word of its clause, but for conjunctions and adverbs? */
  private isFirst(cue: number, from: number): boolean {
    for (let i = from; i < cue; i++) {
      const unit = this.unit(i);
      if (isComma(unit) || isBetween(unit) || unit.kind === "aside") continue;
      if (unit.kind === "word" && unit.roles & (ROLE.stop | ROLE.day | ROLE.that)) continue;
      return false;
    }
    return true;
  }

  /** The unit before a cue, over adverbs, days and one comma. */
  private leftOf(cue: number, from: number): number | undefined {
    let i = cue - 1;
    while (i >= from && (isBetween(this.unit(i)) || this.unit(i).roles & ROLE.day)) i--;
    while (i > from && isComma(this.unit(i))) i--;
    return i >= from ? i : undefined;
  }

  /** Is what is said joined by a comma alone ("sagte, der Sohn habe …")? */
  private takesBareClause(): boolean {
    return this.lexicon.order !== "subject-first";
  }

  private rightOf(start: number): RightSide {
    let filler = true;
    const weak = ((this.units[start - 1]?.roles ?? 0) & ROLE.weak) !== 0;
    for (let i = start; i < Math.min(this.end, start + (weak && this.lexicon.cased ? FILLER : REACH)); i++) {
      const unit = this.unit(i);
      if (this.isQuotation(i)) return { strong: false, quoted: true };
      if (unit.kind === "quote") return { strong: false, quoted: i === start };
      if (isMark(unit, "colon")) {
        const quoted = this.units[i + 1]?.kind === "quote";
        return { strong: quoted || i - start <= 1 || !this.lexicon.cased || this.opensFiller(start), quoted };
      }
      const anywhere = this.lexicon.order === "verb-first" || this.lexicon.order === "verb-last";
      const behindComma = this.lexicon.order === "verb-second" && isComma(this.units[i - 1]);
      if (unit.roles & ROLE.that && (i === start || (filler && this.isFiller(start, i)) || anywhere || behindComma)) {
        return { strong: true, quoted: false };
      }
      if (unit.kind === "mark" && !isComma(unit)) break;
      if (unit.roles & ROLE.verb && !isNounish(unit)) break;
      if (isComma(unit)) {
        const next = this.units[i + 1];
        if (next && (next.roles & ROLE.that || next.kind === "quote")) continue;
        filler = false;
        if (this.lexicon.order === "subject-first") break;
      }
    }
    return { strong: false, quoted: false };
  }

  /** Nothing is said behind the verb: the sentence ends, or only time, place and listener follow. */
  private isEmptyRight(start: number): boolean {
    let i = start;
    while (i < this.end && (isBetween(this.unit(i)) || this.unit(i).kind === "aside")) i++;
    if (i >= this.end) return true;
    if (isComma(this.units[i])) {
      const next = this.units[i + 1];
      return next === undefined || !(next.roles & ROLE.that || this.isQuotation(i + 1));
    }
    const unit = this.unit(i);
    if (unit.roles & ROLE.citing) return true;
    if (unit.roles & (ROLE.that | ROLE.verb)) return false;
    if ((unit.roles & (ROLE.stop | ROLE.of | ROLE.day | ROLE.relayBy | ROLE.relayTo)) === 0) return false;
    for (; i < this.end; i++) {
      const later = this.unit(i);
      if (isComma(later)) return true;
      if (later.kind === "quote" || later.kind === "mark" || later.roles & (ROLE.that | ROLE.verb)) return false;
    }
    return true;
  }

  /** Words enough to be said by somebody, not a phrase of time or place before the main clause. */
  private isClause(range: Range): boolean {
    const first = this.unit(range.from);
    return !(first.roles & ROLE.relayBy) && this.wordsIn(range) >= QUOTED_WORDS;
  }

  private isQuotation(i: number): boolean {
    const unit = this.units[i];
    if (unit?.kind !== "quote") return false;
    return unit.open === true || wordCount(this.text, unit.start, unit.end) >= QUOTED_WORDS || this.endsInside(unit);
  }

  /** A comma or full stop inside the marks makes a quotation of any length ("No," he said). */
  private endsInside(unit: Unit): boolean {
    // A part of a quotation before a reporting clause within the marks has its comma behind it.
    const inner = /[\p{L}\p{N}]/u.test(this.text[unit.end - 1] ?? "") ? this.text[unit.end] : this.text[unit.end - 2];
    return /[.,!?…؟،]/u.test(inner ?? "");
  }

  private mayBeSource(range: Range): boolean {
    // Where the verb stands first, the head of the phrase does, too.
    const isHead =
      this.lexicon.order !== "verb-first" ||
      this.phrases.isSpeaker({ from: range.from, to: Math.min(range.to, range.from + 2) });
    if (isHead && this.phrases.isSpeaker(range)) return true;
    // Somebody described in small letters ("the widow"): short, and no place or thing that the glossary knows.
    const units = this.units.slice(range.from, range.to);
    if (units.some((unit) => unit.kind === "name" || unit.kind === "mark")) return false;
    if (units.every((unit) => unit.roles & (ROLE.definite | ROLE.that | ROLE.relative))) return false;
    // Without capitals only what follows tells a name from a noun.
    if (!this.lexicon.cased) {
      const next = this.units[range.to];
      return (
        units.length <= 6 &&
        next !== undefined &&
        ((next.roles & ROLE.that) !== 0 || isMark(next, "colon") || next.kind === "quote")
      );
    }
    return units.length <= 5 && units.some((unit) => unit.roles & ROLE.definite);
  }

  private isOutlet({ from, to }: Range): boolean {
    return this.units
      .slice(from, to)
      .some((unit) => unit.kind === "name" && MEDIA.has(this.kindOf(unit.mention?.record ?? "") ?? ""));
  }

  /** Media that the glossary does not know: a name or a common noun for them. */
  private isMedium({ from, to }: Range): boolean {
    return this.units
      .slice(from, to)
      .some(
        (unit) =>
          unit.entry?.unnamed === "media" ||
          unit.entry?.noun === "outlet" ||
          (unit.kind === "word" && unit.capital && unit.roles === 0),
      );
  }

  private isRelay(head: Head): boolean {
    return (head.record !== undefined && MEDIA.has(this.kindOf(head.record) ?? "")) || head.type === "media";
  }

  private wordsIn({ from, to }: Range): number {
    let count = 0;
    for (let i = from; i < to; i++) {
      const unit = this.unit(i);
      if (unit.kind === "mark" || unit.kind === "aside") continue;
      count += unit.kind === "word" ? 1 : wordCount(this.text, unit.start, unit.end);
    }
    return count;
  }

  // --- making

  private add(cue: number, source: Range, content: Range, clauseEnd: number, clauseStart?: number): void {
    this.claims.push(this.make(cue, source, content, clauseEnd, clauseStart));
  }

  private make(
    cue: number,
    source: Range | undefined,
    content: Range,
    clauseEnd: number,
    clauseStart?: number,
  ): FoundClaim {
    const unit = this.unit(cue);
    const spans = this.spansOf(content);
    const quoted = this.units.slice(content.from, content.to).filter((one) => one.kind === "quote");
    const others =
      this.wordsIn(content) - quoted.reduce((sum, one) => sum + wordCount(this.text, one.start, one.end), 0);
    return {
      content: spans,
      cue: this.cueOf(cue),
      ...(source ? { source: this.head(source) } : {}),
      via: [],
      act: unit.entry?.act ?? "say",
      speech: quoted.length === 0 ? "indirect" : others === 0 ? "direct" : "mixed",
      clause: { from: Math.min(clauseStart ?? cue, source?.from ?? cue), to: Math.max(clauseEnd, cue + 1) },
      said: content,
    };
  }

  private cueOf(i: number): TextSpan {
    const { end, prefix, start } = this.unit(i);
    return { start: start + (this.text.startsWith(prefix, start) ? prefix.length : 0), end };
  }

  private head(range: Range): Head {
    return headOf(this.units, range, this.lexicon, this.kindOf, this.text);
  }

  private spansOf({ from, to }: Range): TextSpan[] {
    let first = from;
    let last = to - 1;
    while (first < last && this.unit(first).kind === "mark") first++;
    while (last > first && this.unit(last).kind === "mark") last--;
    if (last < first) return [];
    const { joined = 0, start } = this.unit(first);
    return [{ start: start + joined, end: this.unit(last).end }];
  }

  /** Joins what passes claims on with the claims: outlets spoken to, and outlets that the sentence names as its relay. */
  private withRelays(claim: FoundClaim, units: readonly Unit[]): FoundClaim {
    let from = 0;
    for (const other of this.claims)
      if (other !== claim && other.clause.to <= claim.clause.from) from = Math.max(from, other.clause.to);
    for (let i = from; i < Math.min(this.end, claim.clause.to + REACH); i++) {
      const unit = units[i] as Unit;
      if (i >= claim.said.from && i < claim.said.to) continue;
      const to = (unit.roles & ROLE.relayTo) !== 0 || this.isSpokenTo(unit);
      if (!to && (unit.roles & ROLE.relayBy) === 0) continue;
      const outlet = this.isSpokenTo(unit) ? { from: i, to: i + 1 } : this.outletAt(i);
      if (outlet) outlet.to = this.endOfOutlet(outlet);
      if (outlet && (this.isOutlet(outlet) || (unit.roles & ROLE.relayBy && this.isMedium(outlet)))) {
        const head = this.head(outlet);
        const { source } = claim;
        const isSource =
          (head.record !== undefined && head.record === source?.record) ||
          (source !== undefined && head.start < source.end && source.start < head.end);
        if (!isSource && !claim.via.some(({ start }) => start === head.start)) claim.via.push(head);
      }
    }
    return claim;
  }

  /** A relay ends with the outlet's name: what follows is the speaker, or the page's own words. */
  private endOfOutlet({ from, to }: Range): number {
    for (let i = from; i < to; i++) {
      const unit = this.unit(i);
      if (unit.kind === "name" && MEDIA.has(this.kindOf(unit.mention?.record ?? "") ?? "")) return i + 1;
    }
    return to;
  }

  /** An outlet behind a particle that says to whom one spoke (Arabic "لرويترز"). */
  private isSpokenTo(unit: Unit): boolean {
    return (
      unit.kind === "name" &&
      unit.prefix !== "" &&
      this.lexicon.spokenTo.has(bareParticle(unit.prefix)) &&
      MEDIA.has(this.kindOf(unit.mention?.record ?? "") ?? "")
    );
  }

  /** Reports of outlets for which the sentence names no other source. */
  reports(): FoundClaim[] {
    return this.relays.filter(
      (relay) =>
        !this.claims.some(
          ({ clause, said, source }) =>
            source && (overlap(said, relay.said) || overlap(clause, relay.said) || overlap(clause, relay.clause)),
        ),
    );
  }

  private unit(i: number): Unit {
    return this.units[i] as Unit;
  }
}

function overlap(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}

interface RightSide {
  /** A conjunction or colon follows. */
  strong: boolean;
  quoted: boolean;
}

const MEDIA: ReadonlySet<string> = new Set(["outlet"]);

function wordCount(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
