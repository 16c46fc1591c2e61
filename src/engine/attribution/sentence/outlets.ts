import { bareParticle, isUnknownCapital, type Range, type Unit } from "../units/unit.js";
import type { Head } from "./head.js";
import type { Sentence } from "./sentence.js";

const OUTLET = "outlet";

/** Is a unit the name of an outlet that the glossary knows? */
export function namesOutlet(sentence: Sentence, unit: Unit): boolean {
  return sentence.kindNamed(unit) === OUTLET;
}

/** Is there an outlet in a phrase that the glossary knows? */
export function isOutlet(sentence: Sentence, range: Range): boolean {
  return sentence.slice(range).some((unit) => namesOutlet(sentence, unit));
}

/** An outlet, known or not: a common noun for one, or a name that no list has. */
export function isMedium(sentence: Sentence, range: Range): boolean {
  return sentence
    .slice(range)
    .some(
      (unit) =>
        namesOutlet(sentence, unit) ||
        unit.entry?.unnamed === "media" ||
        unit.entry?.noun === OUTLET ||
        isUnknownCapital(unit),
    );
}

/** An outlet behind a particle that says to whom one spoke (Arabic "لرويترز"). */
export function isSpokenTo(sentence: Sentence, unit: Unit): boolean {
  return unit.prefix !== "" && sentence.lexicon.spokenTo.has(bareParticle(unit.prefix)) && namesOutlet(sentence, unit);
}

/** Does who is named for a claim only pass it on? */
export function isRelay(sentence: Sentence, { record, type }: Head): boolean {
  return type === "media" || (record !== undefined && sentence.kindOf(record) === OUTLET);
}
