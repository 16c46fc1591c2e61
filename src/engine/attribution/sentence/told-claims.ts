import { ROLE } from "../lexicon.js";
import { isComma, type Range } from "../units/unit.js";
import { divides, upToClause } from "./clause-end.js";
import { FEWEST_INTRODUCED, spansOf } from "./content.js";
import type { FoundClaim, TextSpan } from "./found-claim.js";
import { type Head, headOf } from "./head.js";
import type { Sentence } from "./sentence.js";

/** A reporting clause and what is said with it, in units of the sentence. */
export interface Report {
  cue: number;
  source?: Range;
  content: Range;
  /** The reporting clause, where more than cue and source belongs to it. */
  from?: number;
  to: number;
}

/** Words with which no content goes on behind a reporting clause. */
const NOT_GOING_ON =
  ROLE.stop | ROLE.relative | ROLE.following | ROLE.that | ROLE.relayBy | ROLE.citing | ROLE.accordingBefore | ROLE.day;

/** The claims that a sentence has told so far, in the order of their cues. */
export class ToldClaims {
  readonly claims: FoundClaim[] = [];
  /** Reports of outlets: claims of their own only where the sentence names no other source for them. */
  readonly relays: FoundClaim[] = [];

  constructor(private readonly sentence: Sentence) {}

  get last(): FoundClaim | undefined {
    return this.claims.at(-1);
  }

  /** Adds a claim. @param via who passes it on */
  add(report: Report, ...via: Range[]): void {
    this.claims.push({ ...this.made(report), via: via.map((range) => this.head(range)) });
  }

  /** Adds a claim without a subject of its own: who spoke before goes on. */
  addGoingOn(report: Report): void {
    const source = this.last?.source;
    this.claims.push({ ...this.made(report), goesOn: true, ...(source ? { source } : {}) });
  }

  /** "The move, he said, would help": what the last claim says goes on behind its reporting clause. */
  addRest(start: number): void {
    const { sentence } = this;
    const first = sentence.units[start + 1];
    const { last } = this;
    if (!isComma(sentence.units[start]) || !first || !last || first.kind === "aside") return;
    // A quotation goes on only as a quotation: other words behind it are the page's own.
    const isQuoted = last.speech === "direct" || last.speech === "mixed";
    if (first.kind === "quote" ? !isQuoted : isQuoted || (first.roles & NOT_GOING_ON) !== 0) return;
    const rest = upToClause(sentence, start + 1);
    if (sentence.wordsIn(rest) < FEWEST_INTRODUCED) return;
    last.content.push(...spansOf(sentence, rest));
    last.said = { from: last.said.from, to: rest.to };
  }

  /** A claim, without adding it. */
  made({ content, cue, from, source, to }: Report): FoundClaim {
    const { sentence } = this;
    const quoted = sentence.slice(content).filter(({ kind }) => kind === "quote");
    const others = sentence.wordsIn(content) - quoted.reduce((sum, unit) => sum + sentence.wordsOf(unit), 0);
    return {
      content: spansOf(sentence, content),
      cue: this.cue(cue),
      ...(source ? { source: this.head(source) } : {}),
      via: [],
      act: sentence.unit(cue).entry?.act ?? "say",
      speech: quoted.length === 0 ? "indirect" : others === 0 ? "direct" : "mixed",
      clause: { from: Math.min(from ?? cue, source?.from ?? cue), to: Math.max(to, cue + 1) },
      said: content,
    };
  }

  /** Where a cue stands in the text, without a particle written together with it. */
  cue(i: number): TextSpan {
    const { end, prefix, start } = this.sentence.unit(i);
    return { start: start + (this.sentence.text.startsWith(prefix, start) ? prefix.length : 0), end };
  }

  head(range: Range): Head {
    return headOf(this.sentence, range);
  }

  /** First unit that can belong to the clause of a cue: behind the reporting clauses and the contents read so far. */
  clauseStart(cue: number): number {
    const { sentence } = this;
    let from = sentence.start;
    for (const { clause, said } of this.claims) {
      if (clause.to <= cue) from = Math.max(from, clause.to);
      // Where the verb stands last, another speaker's words may end right before it.
      if (said.to <= cue && sentence.lexicon.order !== "verb-last") from = Math.max(from, said.to);
    }
    while (from < cue && divides(sentence, from)) from++;
    return from;
  }

  /** Does a unit stand in a reporting clause that is read already? */
  isTaken(i: number): boolean {
    return this.claims.some(({ clause }) => i >= clause.from && i < clause.to);
  }
}
