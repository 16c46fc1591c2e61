import { ROLE } from "../lexicon.js";
import { isComma, isMark, type Range } from "../units/unit.js";
import { upToClause } from "./clause-end.js";
import { FEWEST_INTRODUCED, spansOf, withoutVerb } from "./content.js";
import { isFirst } from "./cue-sides.js";
import { phraseAfter, phraseBefore, phraseFirst } from "./noun-phrase.js";
import type { Sentence } from "./sentence.js";
import type { ToldClaims } from "./told-claims.js";
import { mayBeSource } from "./who-speaks.js";

/** Words with which, behind "according to X", the page goes on in its own voice. */
const OWN_WORDS = ROLE.stop | ROLE.of | ROLE.relayTo | ROLE.day | ROLE.relayBy;

/** "according to X": reads a cue that stands before its source. Out: a claim is told. */
export function accordingTo(sentence: Sentence, told: ToldClaims, cue: number): boolean {
  const { units } = sentence;
  const before = units[cue - 1];
  // Words that mean other things, too ("so"), count only behind what is said.
  const isPlain = !sentence.has(cue, ROLE.weak) || sentence.has(cue + 1, ROLE.speech);
  if (!isPlain && !isComma(before) && before?.kind !== "quote") return false;
  const { last } = told;
  // "X called for attacks, according to Y": what Y says is that X did.
  const isOuter = last !== undefined && last.said.to >= cue - 1 && last.said.to <= cue;
  const from = isOuter ? Math.min(last.clause.from, last.said.from) : told.clauseStart(cue);
  const first = !isOuter && isFirst(sentence, cue, from);
  if (first && isComma(units[cue + 1])) {
    // "За його словами, …": the pronoun is in the phrase.
    const content = upToClause(sentence, cue + 2);
    if (sentence.wordsIn(content) < FEWEST_INTRODUCED) return false;
    told.addGoingOn({ cue, content, to: cue + 1 });
    return true;
  }
  const source = phraseAfter(sentence, cue + 1, sentence.end, !first);
  if (!source || !mayBeSource(sentence, source)) return false;
  const isBehindComma = isComma(before);
  const content = first ? behindSource(sentence, source) : { from, to: isBehindComma ? cue - 1 : cue };
  if (sentence.wordsIn(content) < FEWEST_INTRODUCED) return false;
  told.add({ cue, source, content, to: source.to });
  if (first) return true;
  if (isBehindComma) told.addRest(source.to);
  else if (sentence.takesBareClause && !isComma(units[source.to])) addBareRest(sentence, told, source.to);
  return true;
}

/** "X'e göre": reads a cue that stands behind its source. Out: a claim is told. */
export function accordingAfter(sentence: Sentence, told: ToldClaims, cue: number): boolean {
  const { units } = sentence;
  const from = told.clauseStart(cue);
  const source = phraseBefore(sentence, cue, from) ?? phraseFirst(sentence, from, cue);
  if (!source || !mayBeSource(sentence, source)) return false;
  const after = withoutVerb(sentence, upToClause(sentence, isComma(units[cue + 1]) ? cue + 2 : cue + 1));
  const before = { from, to: isComma(units[source.from - 1]) ? source.from - 1 : source.from };
  const content = sentence.wordsIn(after) >= FEWEST_INTRODUCED ? after : before;
  if (sentence.wordsIn(content) < FEWEST_INTRODUCED) return false;
  told.add({ cue, source, content, from: source.from, to: cue + 1 });
  return true;
}

/** What follows a source with which the sentence begins: over a comma, colon or conjunction. */
function behindSource(sentence: Sentence, { to }: Range): Range {
  const next = sentence.units[to];
  const isJoint = isComma(next) || isMark(next, "colon") || sentence.has(to, ROLE.that);
  return upToClause(sentence, isJoint ? to + 1 : to);
}

/** "Der Ort ist laut SOHR gefallen": the clause goes on behind its source, without a comma. */
function addBareRest(sentence: Sentence, told: ToldClaims, start: number): void {
  const rest = upToClause(sentence, start);
  if (sentence.wordsIn(rest) >= 1 && !sentence.has(start, OWN_WORDS))
    told.last?.content.push(...spansOf(sentence, rest));
}
