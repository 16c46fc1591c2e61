import type { Mention } from "../annotation.js";
import type { Scan } from "../fold/scan.js";
import { behindDateline } from "./dateline.js";
import { headline } from "./headline.js";
import { CUES, type Lexicon, ROLE } from "./lexicon.js";
import type { FoundClaim, TextSpan } from "./sentence/found-claim.js";
import { type KindOf, Sentence } from "./sentence/sentence.js";
import { readSentence } from "./sentence/sentence-reader.js";
import type { Quotation } from "./units/quotations.js";
import type { Unit } from "./units/unit.js";
import { unitsOf } from "./units/units.js";

/** A sentence as far as the document needs it. */
export interface ReadSentence extends TextSpan {
  units: readonly Unit[];
  claims: FoundClaim[];
}

/** What one block says by itself. */
export interface ReadClaims {
  sentences: ReadSentence[];
  quotations: Quotation[];
}

const QUESTION = "?؟";

/** Finds the claims of a block. @param mentions of the block, in order; @param kindOf kind of a record */
export function readClaims(scan: Scan, mentions: readonly Mention[], lexicon: Lexicon, kindOf: KindOf): ReadClaims {
  const { text } = scan;
  // A term is a word, not a name: "the militia said", "dilansir" keep the part that they play in the sentence.
  const names = mentions.filter(({ record }) => kindOf(record) !== "term");
  const { quotations, roles, sentences } = unitsOf(scan, names, lexicon);
  const first = sentences[0]?.find(({ kind }) => kind !== "mark")?.roles ?? 0;
  if (first & ROLE.link) return { sentences: [], quotations };
  const mayReport = (roles & CUES) !== 0;
  let label = sentences[0] && headline(new Sentence(sentences[0], text, lexicon, kindOf));
  const read = sentences.map((units, number): ReadSentence => {
    const { start } = units[0] as Unit;
    const { end } = units.at(-1) as Unit;
    let claims: FoundClaim[] = [];
    if (number === 0 && label) claims = [label];
    else if (mayReport) {
      const story = number === 0 ? behindDateline(units, text, lexicon, kindOf) : 0;
      const { reports, told } = readSentence(new Sentence(units, text, lexicon, kindOf, story));
      // Who is named for it says it: no "it was reported" beside that.
      const sources = [...told, ...reports].filter(({ source }) => source);
      const named = told.filter(
        (claim) =>
          !claim.impersonal || !sources.some(({ said }) => said.from < claim.said.to && claim.said.from < said.to),
      );
      claims = withoutNested([...named, ...reports], kindOf);
      // A question says nothing of anybody, but for the words that it quotes.
      if (QUESTION.includes(text[end - 1] ?? "")) claims = claims.filter(({ speech }) => speech === "direct");
    }
    // What a speaker's label begins goes on to the end of the block: what is cited within it is the speaker's.
    if (number > 0 && label) claims = [];
    return { start, end, units, claims };
  });
  for (const [number, sentence] of read.entries()) {
    takeBefore(sentence, read[number - 1]);
    passOnBefore(sentence, read[number - 1]);
  }
  if (label && read.length > 1) {
    const last = read.at(-1) as ReadSentence;
    label = { ...label, content: [{ start: label.content[0]?.start ?? 0, end: last.end }] };
    (read[0] as ReadSentence).claims = [label];
  }
  return { sentences: read, quotations };
}

/** Gives a claim that speaks of the sentence before that sentence, if nobody else says it. */
function takeBefore(sentence: ReadSentence, before: ReadSentence | undefined): void {
  for (const claim of sentence.claims) {
    if (!claim.saysBefore || !before || before.claims.length > 0) continue;
    const last = before.units.at(-1);
    claim.content = [{ start: before.start, end: last?.kind === "mark" ? last.start : before.end }];
  }
  sentence.claims = sentence.claims.filter(({ content }) => content.length > 0);
}

/** "The claim, in a statement relayed by X, …": X is the relay of what the sentence before says. */
function passOnBefore(sentence: ReadSentence, before: ReadSentence | undefined): void {
  for (const { passesOnBefore, source } of sentence.claims) {
    if (passesOnBefore && source) before?.claims.at(-1)?.via.push(source);
  }
  sentence.claims = sentence.claims.filter(({ passesOnBefore }) => !passesOnBefore);
}

/**
 * A claim within what another says: where an outlet reports what somebody says, the outlet is that one's relay; otherwise the outer
 * speaker answers for it.
 */
function withoutNested(claims: FoundClaim[], kindOf: KindOf): FoundClaim[] {
  const kept: FoundClaim[] = [];
  const dropped = new Set<FoundClaim>();
  for (const inner of claims) {
    const outer = claims.find((other) => other !== inner && !dropped.has(other) && contains(other, inner));
    if (!outer) continue;
    const isOutlet = outer.source?.record !== undefined && kindOf(outer.source.record) === "outlet";
    if (isOutlet && inner.source?.record !== outer.source?.record && inner.source) {
      inner.via.push(outer.source as NonNullable<FoundClaim["source"]>);
      // The outlet's own words are only the frame where what is said begins at once.
      if (inner.clause.from - outer.said.from <= 1) dropped.add(outer);
    } else dropped.add(inner);
  }
  for (const claim of claims) if (!dropped.has(claim)) kept.push(claim);
  return kept;
}

function contains({ said }: FoundClaim, { clause }: FoundClaim): boolean {
  return clause.from >= said.from && clause.from < said.to && clause.to <= said.to + 2;
}
