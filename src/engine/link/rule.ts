import type { Ambiguity, Evidential, Single } from "../../glossary/schema.js";

/** An ambiguity rule with its words folded, as the knowledge file carries it; which spellings it governs, the index knows. */
export interface FoldedRule {
  languages?: string[];
  accept?: Evidential[];
  reject?: Evidential[];
}

/** Folds a rule's words, so that they are compared as names are. */
export function foldRule(rule: Ambiguity, fold: (text: string) => string): FoldedRule {
  const foldAll = (words: readonly string[]) => words.map(fold).filter((word) => word !== "");
  const single = (one: Single): Single => {
    if ("before" in one) return { before: foldAll(one.before) };
    if ("after" in one) return { after: foldAll(one.after) };
    if ("near" in one) return { near: foldAll(one.near) };
    return one;
  };
  const evidential = (one: Evidential): Evidential => ("all" in one ? { all: one.all.map(single) } : single(one));
  return {
    ...(rule.languages ? { languages: rule.languages } : {}),
    ...(rule.accept ? { accept: rule.accept.map(evidential) } : {}),
    ...(rule.reject ? { reject: rule.reject.map(evidential) } : {}),
  };
}

/**
 * The rules that govern a spelling: those that name it in its own casing (accents apart: "Gül" is governed as "Gul" is, since either
 * finds the other), or else those that name it in another.
 * @returns a bit for each, by its number in the list
 */
export function rulesFor(rules: readonly Ambiguity[], written: string, fold: (text: string) => string): number {
  if (rules.length === 0) return 0;
  const bits = (governs: (form: string) => boolean) =>
    rules.reduce((mask, { forms }, i) => (forms.some(governs) ? mask | (1 << i) : mask), 0);
  const [folded, bare] = [fold(written), withoutAccents(written)];
  const isSpelling = (form: string) => fold(form) === folded;
  return bits((form) => withoutAccents(form) === bare && isSpelling(form)) || bits(isSpelling);
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/gu, "");
}
