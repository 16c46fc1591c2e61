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
 * The rules that govern a spelling: those that name it as written, or else those that name it in another casing.
 * @returns a bit for each, by its number in the list
 */
export function rulesFor(rules: readonly Ambiguity[], written: string, fold: (text: string) => string): number {
  if (rules.length === 0) return 0;
  const bits = (governs: (rule: Ambiguity) => boolean) =>
    rules.reduce((mask, rule, i) => (governs(rule) ? mask | (1 << i) : mask), 0);
  const folded = fold(written);
  return (
    bits(({ forms }) => forms.includes(written)) || bits(({ forms }) => forms.some((form) => fold(form) === folded))
  );
}
