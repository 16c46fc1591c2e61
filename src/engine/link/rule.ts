import type { Ambiguity, Evidential, Single } from "../../glossary/schema.js";
import { foldText, type Scanner } from "../fold/scan.js";

/** An ambiguity rule with its words folded, as the knowledge file carries it. */
export interface FoldedRule {
  forms: string[];
  /** The same forms as the record writes them. */
  written: string[];
  languages?: string[];
  accept?: Evidential[];
  reject?: Evidential[];
}

/** Folds a rule's forms and words, so that they are compared as names are. */
export function foldRule(rule: Ambiguity, scanner: Scanner): FoldedRule {
  const fold = (words: readonly string[]) => words.map((word) => foldText(word, scanner)).filter((word) => word !== "");
  const single = (one: Single): Single => {
    if ("before" in one) return { before: fold(one.before) };
    if ("after" in one) return { after: fold(one.after) };
    if ("near" in one) return { near: fold(one.near) };
    return one;
  };
  const evidential = (one: Evidential): Evidential => ("all" in one ? { all: one.all.map(single) } : single(one));
  return {
    forms: fold(rule.forms),
    written: rule.forms,
    ...(rule.languages ? { languages: rule.languages } : {}),
    ...(rule.accept ? { accept: rule.accept.map(evidential) } : {}),
    ...(rule.reject ? { reject: rule.reject.map(evidential) } : {}),
  };
}

/** The rules that govern a spelling: those that name it as written, or else those that name it in another casing. */
export function rulesFor(rules: readonly FoldedRule[], written: string, folded: string): FoldedRule[] {
  const exact = rules.filter((rule) => rule.written.includes(written));
  return exact.length > 0 ? exact : rules.filter((rule) => rule.forms.includes(folded));
}
