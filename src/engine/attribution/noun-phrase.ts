import { type Lexicon, ROLE } from "./lexicon.js";
import type { Unit } from "./units.js";

/** A row of units, `to` behind the last. */
export interface Range {
  from: number;
  to: number;
}

/** Longest phrase that names a source, in units. */
const LONGEST = 16;

/** An apposition that ends a sentence is short. */
const SHORT = 9;

/** A noun for whoever speaks. */
const NOUNISH = ROLE.unnamed | ROLE.noun | ROLE.title | ROLE.speech;
const PRONOUN = ROLE.one | ROLE.many;

export function isNounish(unit: Unit): boolean {
  return unit.kind === "name" || (unit.roles & NOUNISH) !== 0;
}

export function isComma(unit: Unit | undefined): boolean {
  return unit?.kind === "mark" && (unit.sign === "comma" || unit.sign === "dash");
}

export function isMark(unit: Unit | undefined, sign: Unit["sign"]): boolean {
  return unit?.kind === "mark" && unit.sign === sign;
}

/** A word that can stand between speaker and verb, and is nothing else there. */
export function isBetween(unit: Unit): boolean {
  return unit.kind === "word" && (unit.roles & ROLE.between) !== 0 && (unit.roles & (NOUNISH | ROLE.verb)) === 0;
}

/** Kinds of records that can say something; a place speaks only as a seat of power, which the words around cannot tell. */
const SPEAKING = new Set([
  "group",
  "force",
  "government",
  "person",
  "outlet",
  "monitor",
  "organisation",
  "party",
  "country",
]);

type KindOf = (record: string) => string | undefined;

/** Finds the phrases that name sources in one sentence. */
export class Phrases {
  constructor(
    readonly units: readonly Unit[],
    private readonly lexicon: Lexicon,
    private readonly kindOf: KindOf,
  ) {}

  /**
   * The phrase that stands before a reporting word: over adverbs, insertions between commas and appositions.
   * @param from first unit that may belong to it
   */
  before(cue: number, from: number): Range | undefined {
    const { units } = this;
    let end = this.skipBack(cue, from);
    let apposition: Range | undefined;
    for (let rounds = 0; rounds < 3 && end > from && isComma(units[end - 1]); rounds++) {
      const open = this.commaBefore(end - 1, from);
      if (open === undefined) return undefined;
      const inserted = { from: open + 1, to: end - 1 };
      if (this.isApposition(inserted)) apposition ??= inserted;
      end = this.skipBack(open, from);
    }
    let start = this.regionStart(end, from);
    let found = this.inRegion(start, end);
    // "X, in a video on the net, said": what begins with a preposition behind a comma is an insertion.
    for (let rounds = 0; !found && rounds < 2 && isComma(this.units[start - 1]) && start - 1 > from; rounds++) {
      if ((this.unit(start).roles & (ROLE.stop | ROLE.of)) === 0 || this.unit(start).roles & ROLE.conjunction) break;
      end = this.skipBack(start - 1, from);
      start = this.regionStart(end, from);
      found = this.inRegion(start, end);
    }
    if (!found) return undefined;
    return apposition && apposition.from === found.to + 1 ? { from: found.from, to: apposition.to } : found;
  }

  /**
   * The phrase that stands behind a reporting word.
   * @param to first unit that may not belong to it
   * @param closes what is said stands before: an apposition may end the sentence
   */
  after(start: number, to: number, closes = false): Range | undefined {
    const { units } = this;
    let i = start;
    // "informou na segunda-feira o Observatório": a day stands first.
    while (i < to && (isBetween(this.unit(i)) || this.isDay(i))) i++;
    // "рассказала агентству Reuters жительница": whom one spoke to stands first.
    if (i < to && this.unit(i).roles & ROLE.relayTo && (this.unit(i).roles & ROLE.verb) === 0) {
      const whom = i;
      while (i < to && i - whom < 4 && this.unit(i).kind !== "name" && this.unit(i).kind !== "mark") i++;
      if (this.units[i]?.kind === "name") i++;
      else i = whom;
    }
    const from = i;
    let plainEnd = true;
    for (; i < to && i - from < LONGEST; i++) {
      const unit = units[i] as Unit;
      // "Reuters and AP", "A, وB": names joined to a name go on.
      if (i > from && units[i - 1]?.kind === "name" && this.joins(i + 1) && this.isJoint(unit)) continue;
      if (unit.kind === "mark" || unit.kind === "quote") break;
      if (unit.kind === "aside") {
        if (i === from) break;
        continue;
      }
      if (unit.kind === "name") {
        if (i > from && unit.prefix !== "" && !this.mayFollow(i)) break;
        if (i > from && units[i - 1]?.kind === "name" && unit.prefix === "" && this.isOther(unit)) break;
        continue;
      }
      if (unit.roles & ENDS) break;
      if (unit.roles & PRONOUN) {
        if (i === from) i++;
        break;
      }
      if (unit.roles & ROLE.of && i > from) continue;
      if (unit.roles & (ROLE.stop | ROLE.of)) break;
      if (unit.roles & ROLE.verb && !isNounish(unit)) break;
      const before = units[i - 1] as Unit;
      // Where the verb stands last, a person's name ends the phrase: what follows is what is said of others.
      if (this.lexicon.order === "verb-last" && i > from && this.isPerson(before) && !(unit.roles & ROLE.title)) break;
      if (isNounish(unit) || unit.roles & ROLE.definite) continue;
      if (i > from && unit.roles & ROLE.determiner && isNounish(before)) break;
      if (i > from && this.endsName(before, unit)) {
        plainEnd = false;
        break;
      }
    }
    let end = i;
    const boundary = units[i];
    const closed =
      i >= to || boundary?.kind === "mark" || boundary?.kind === "quote" || (boundary?.roles ?? 0) & ROLE.that;
    if (!closed && plainEnd && !this.lexicon.cased) end = this.lastNounish(from, i);
    while (end > from && (this.unit(end - 1).roles & (ROLE.of | ROLE.definite) || isBetween(this.unit(end - 1)))) {
      if (isNounish(this.unit(end - 1))) break;
      end--;
    }
    if (end <= from) return undefined;
    return this.withApposition({ from, to: end }, to, closes);
  }

  /** Do the words name somebody who can speak? */
  isSpeaker({ from, to }: Range): boolean {
    for (let i = from; i < to; i++) {
      const unit = this.unit(i);
      if (unit.kind === "name" && SPEAKING.has(this.kindOf(unit.mention?.record ?? "") ?? "")) return true;
      if (unit.kind !== "word") continue;
      if (unit.roles & (NOUNISH | PRONOUN)) return true;
      if (unit.capital && !this.lexicon.capitalNouns && (unit.roles & NO_NAME) === 0) {
        if (i > 0 || (unit.roles === 0 && (to - from === 1 || this.units[i + 1]?.capital === true))) return true;
      }
      if (unit.capital && this.lexicon.capitalNouns && unit.roles === 0) {
        if (to - from === 1 || (i + 1 < to && this.units[i + 1]?.capital === true)) return true;
      }
    }
    return false;
  }

  private isPerson(unit: Unit): boolean {
    return unit.kind === "name" && this.kindOf(unit.mention?.record ?? "") === "person";
  }

  /** Does a unit name a place, and nothing that speaks? */
  private isPlace(unit: Unit): boolean {
    const kind = unit.kind === "name" ? this.kindOf(unit.mention?.record ?? "") : undefined;
    return kind === "place" || kind === "country" || kind === "event" || kind === "term";
  }

  /** Back over adverbs, days and brackets: "officials (…) on Monday also | said". */
  private skipBack(cue: number, from: number): number {
    let end = cue;
    while (end > from) {
      const unit = this.unit(end - 1);
      if (isBetween(unit)) end--;
      else if (unit.roles & ROLE.day && unit.kind === "word") {
        end--;
        if (end > from && this.unit(end - 1).roles & (ROLE.stop | ROLE.of)) end--;
      } else if (unit.kind === "aside" && end - 1 > from && this.unit(end - 2).roles & ROLE.day) end--;
      else break;
    }
    return end;
  }

  private commaBefore(close: number, from: number): number | undefined {
    const dash = isMark(this.units[close], "dash");
    for (let i = close - 1; i >= from; i--) {
      const unit = this.unit(i);
      if (unit.kind === "quote" && dash) return undefined;
      if (isMark(unit, dash ? "dash" : "comma")) return i;
      if (unit.kind === "mark" && unit.sign !== "comma" && unit.sign !== "dash") return undefined;
    }
    return undefined;
  }

  /** What stands between commas behind a name and says who it is: an office, a kind of person or body. */
  private isApposition({ from, to }: Range): boolean {
    if (to - from > LONGEST || to <= from) return false;
    const first = this.unit(from);
    if (first.roles & (ROLE.relayBy | ROLE.accordingBefore | ROLE.citing | ROLE.relayTo)) return false;
    if (first.roles & (ROLE.stop | ROLE.verb | ROLE.relative | ROLE.that) && !isNounish(first)) return false;
    for (let i = from; i < Math.min(to, from + 5); i++) if (isNounish(this.unit(i))) return true;
    // A bare name behind an office ("the governor of the region, Oleh Tarnawez").
    return (
      this.lexicon.cased &&
      to - from <= 3 &&
      this.units.slice(from, to).every((unit) => unit.capital && unit.roles === 0)
    );
  }

  /** A phrase with the apposition that follows between commas (or before the end). */
  private withApposition(range: Range, to: number, closes: boolean): Range {
    if (!isComma(this.units[range.to]) || this.lexicon.order === "verb-last") return range;
    let close = range.to + 1;
    while (close < to && this.unit(close).kind !== "mark" && this.unit(close).kind !== "quote") {
      if (this.unit(close).roles & (ROLE.verb | ROLE.that) && !isNounish(this.unit(close))) return range;
      close++;
    }
    const apposition = { from: range.to + 1, to: close };
    // At the sentence's end it is one only behind what is said: "According to X, the …" begins the main clause.
    const atEnd = (close >= to || isMark(this.units[close], "end")) && closes && close - range.to <= SHORT;
    const closed = atEnd || isComma(this.units[close]);
    return closed && this.isApposition(apposition) ? { from: range.from, to: close } : range;
  }

  /** Where the clause begins in which the phrase must stand. */
  private regionStart(end: number, from: number): number {
    for (let i = end - 1; i >= from; i--) {
      const unit = this.unit(i);
      if (unit.kind === "mark" || unit.kind === "quote") return i + 1;
      if (unit.kind !== "word") continue;
      if (unit.roles & ROLE.that && (unit.roles & ROLE.relative) === 0) return i + 1;
      if (unit.roles & ROLE.verb && (unit.roles & ROLE.weak) === 0 && !isNounish(unit)) return i + 1;
    }
    return from;
  }

  /** The subject of a clause, in the units from `from` up to its verb at `end`. */
  private inRegion(from: number, end: number): Range | undefined {
    const { units } = this;
    // A relative clause belongs to the noun before it, unless a subject of its own follows ("which the army said").
    let to = end;
    let related = false;
    for (let i = end - 1; i > from; i--) {
      if ((this.unit(i).roles & ROLE.relative) === 0) continue;
      const next = units[i + 1];
      const own =
        next &&
        i + 1 < end &&
        (next.kind === "name" || next.capital || next.roles & (ROLE.definite | PRONOUN | NOUNISH));
      if (own) {
        from = i + 1;
        break;
      }
      to = i;
      related = true;
    }
    let stop = to;
    let best: Range | undefined;
    for (let i = to - 1; i >= from - 1; i--) {
      const unit = i >= from ? this.unit(i) : undefined;
      if (unit && (unit.roles & (ROLE.stop | ROLE.relayTo | ROLE.relayBy)) === 0) continue;
      if (unit && unit.roles & (ROLE.relayTo | ROLE.relayBy) && (unit.roles & (ROLE.verb | ROLE.between)) === 0) {
        // "Katz in an interview with CNN": to whom one spoke is no part of the speaker.
        stop = i;
        best = undefined;
        continue;
      }
      if (unit && unit.roles & ROLE.of && i > from && this.carries(i - 1)) continue;
      const piece = this.trim({ from: i + 1, to: stop });
      stop = i;
      if (piece === undefined) {
        // Nothing between the conjunction and the verb ("… and said"): the subject of the clause says that, too.
        if (i === to - 1) return this.clauseSubject(from, i);
        continue;
      }
      const places = units.slice(piece.from, piece.to).filter((one) => one.kind === "name");
      const onlyPlace = places.length > 0 && places.every((one) => this.isPlace(one)) && !this.hasNoun(piece);
      const onDay = unit !== undefined && ((units[i + 1]?.roles ?? 0) & ROLE.day) !== 0;
      const behindPreposition = unit !== undefined && !onDay && (unit.roles & (ROLE.conjunction | ROLE.between)) === 0;
      if (this.isSpeaker(piece) && !(onlyPlace && unit && i > from)) {
        if (!behindPreposition || (related && stop === i && best === undefined))
          return this.bounded(best ? { from: piece.from, to: best.to } : piece);
        // "In a statement | the army said": a phrase of its own begins behind the preposition's noun.
        const second = this.secondPhrase(piece);
        if (second) return this.bounded(second);
        if (i <= from) return undefined;
      }
      best = { from: piece.from, to: best?.to ?? piece.to };
    }
    return best && this.unit(from).roles & ROLE.stop && !(this.unit(from).roles & ROLE.conjunction)
      ? undefined
      : best && this.bounded(this.trim(best) ?? best);
  }

  /** Where behind the noun of a preposition another phrase begins: at an article, a pronoun or a name behind a small word. */
  private secondPhrase({ from, to }: Range): Range | undefined {
    for (let i = to - 1; i > from + 1; i--) {
      const unit = this.unit(i);
      if (unit.kind !== "word" || (unit.roles & (ROLE.definite | PRONOUN)) === 0) continue;
      const range = { from: i, to };
      return this.isSpeaker(range) && !(this.unit(i - 1).roles & (ROLE.of | ROLE.stop)) ? range : undefined;
    }
    return undefined;
  }

  /** A long row of words is a phrase only from its last part that can begin one. */
  private bounded(range: Range): Range {
    if (range.to - range.from <= LONGEST) return range;
    for (let i = range.to - LONGEST; i < range.to; i++) {
      const unit = this.unit(i);
      if (unit.roles & ROLE.definite || unit.kind === "name" || unit.capital) return { from: i, to: range.to };
    }
    return { from: range.to - 1, to: range.to };
  }

  private hasNoun({ from, to }: Range): boolean {
    return this.units.slice(from, to).some((unit) => unit.kind === "word" && (unit.roles & (NOUNISH | PRONOUN)) !== 0);
  }

  /** The name, pronoun or known noun with which a clause begins. */
  private clauseSubject(from: number, to: number): Range | undefined {
    let i = from;
    while (i < to && (isBetween(this.unit(i)) || this.unit(i).roles & ROLE.stop)) i++;
    const start = i;
    let noun = -1;
    for (; i < to && i - start < LONGEST; i++) {
      const unit = this.unit(i);
      if (unit.roles & PRONOUN && i === start) return { from: start, to: i + 1 };
      if (isNounish(unit) || (unit.capital && unit.kind === "word" && (unit.roles & NO_NAME) === 0)) noun = i;
      else if (unit.kind === "aside" || unit.roles & ROLE.definite) continue;
      else break;
    }
    if (noun < 0) return undefined;
    const range = { from: start, to: noun + 1 };
    return this.isSpeaker(range) ? range : undefined;
  }

  /** Can a prepositional phrase hang on this unit? */
  private carries(i: number): boolean {
    const unit = this.unit(i);
    if (unit.kind === "aside") return i > 0 && this.carries(i - 1);
    return isNounish(unit) || unit.capital || !this.lexicon.cased;
  }

  /** Without conjunctions, adverbs and days at its ends; undefined where nothing is left. */
  private trim({ from, to }: Range): Range | undefined {
    let start = from;
    let end = to;
    const droppable = (unit: Unit) =>
      unit.kind === "aside" ||
      isBetween(unit) ||
      (unit.kind === "word" &&
        (unit.roles & (ROLE.day | ROLE.stop | ROLE.that)) !== 0 &&
        (unit.roles & (NOUNISH | PRONOUN)) === 0);
    while (start < end && droppable(this.unit(start))) {
      // "that" before a noun is a demonstrative, before a phrase of its own a conjunction.
      const { roles } = this.unit(start);
      if (roles & ROLE.definite && !(roles & ROLE.that && start + 1 < end && this.beginsPhrase(start + 1))) break;
      start++;
    }
    while (end > start && droppable(this.unit(end - 1)) && this.unit(end - 1).kind !== "aside") end--;
    return start < end ? { from: start, to: end } : undefined;
  }

  private beginsPhrase(i: number): boolean {
    const unit = this.unit(i);
    return unit.kind === "name" || unit.capital || (unit.roles & (ROLE.definite | ROLE.determiner | PRONOUN)) !== 0;
  }

  /** Is a name over at a word that is written small, or, without capitals, that is no office behind a person? */
  private endsName(before: Unit, unit: Unit): boolean {
    if (this.lexicon.cased) {
      if (this.lexicon.capitalNouns) return (before.kind === "name" || isNounish(before)) && !unit.capital;
      if (this.lexicon.adjectivesFirst && isNounish(before)) return !unit.capital;
      return !unit.capital && (before.kind === "name" || before.capital);
    }
    return before.kind === "name";
  }

  private lastNounish(from: number, to: number): number {
    for (let i = to - 1; i >= from; i--) {
      const unit = this.unit(i);
      if (isNounish(unit) || unit.roles & PRONOUN) return i + 1;
    }
    return Math.min(to, from + 1);
  }

  /** A day, or the preposition before one. */
  private isDay(i: number): boolean {
    const unit = this.unit(i);
    if (unit.roles & ROLE.day && unit.kind === "word") return true;
    return (
      (unit.roles & (ROLE.stop | ROLE.of | ROLE.definite)) !== 0 && ((this.units[i + 1]?.roles ?? 0) & ROLE.day) !== 0
    );
  }

  /** Is a unit the name of a speaker, joined to what stands before it? */
  private joins(i: number): boolean {
    const unit = this.units[i];
    if (unit?.kind !== "name" || !SPEAKING.has(this.kindOf(unit.mention?.record ?? "") ?? "")) return false;
    return this.lexicon.cased || this.lexicon.joining.has(unit.prefix);
  }

  /** A name with a particle: joined ("وأحرار"), of ("באו"ם", "dell'ONU"); not one that says to whom ("all'ANSA"). */
  private mayFollow(i: number): boolean {
    const particle = this.unit(i).prefix.replace(/['’]$/u, "").toLowerCase();
    if (this.lexicon.spokenTo.has(particle)) return false;
    return this.lexicon.cased || this.joins(i) || this.lexicon.joinedOf.has(particle);
  }

  /** Directly behind a name, with nothing between: a body is another one ("اتهم A B …"), a person bears the name's office. */
  private isOther(unit: Unit): boolean {
    const kind = this.kindOf(unit.mention?.record ?? "");
    return kind !== "person" && kind !== "country" && kind !== "place";
  }

  private isJoint(unit: Unit): boolean {
    if (unit.kind === "mark") return unit.sign === "comma" && !this.lexicon.cased;
    return (unit.roles & ROLE.conjunction) !== 0;
  }

  private unit(i: number): Unit {
    return this.units[i] as Unit;
  }
}

/** Words at which a phrase behind a verb is over. */
const ENDS =
  ROLE.that |
  ROLE.relative |
  ROLE.day |
  ROLE.relayBy |
  ROLE.relayTo |
  ROLE.accordingBefore |
  ROLE.citing |
  ROLE.impersonal;
/** A capital on such a word is the sentence's. */
const NO_NAME = ROLE.stop | ROLE.between | ROLE.definite | ROLE.day | ROLE.that | ROLE.of | ROLE.verb | ROLE.impersonal;
