import type { Ambiguity, Evidential } from "../../glossary/schema.js";
import { foldText, type Scanner } from "../fold/scan.js";

/** An ambiguity rule with its words folded, as the knowledge file carries it. */
export interface FoldedRule {
  forms: string[];
  languages?: string[];
  accept?: Evidential[];
  reject?: Evidential[];
}

/** Folds a rule's forms and words, so that they are compared as names are. */
export function foldRule(rule: Ambiguity, scanner: Scanner): FoldedRule {
  const fold = (words: readonly string[]) => words.map((word) => foldText(word, scanner)).filter((word) => word !== "");
  const evidential = (one: Evidential): Evidential => {
    if ("before" in one) return { before: fold(one.before) };
    if ("after" in one) return { after: fold(one.after) };
    if ("near" in one) return { near: fold(one.near) };
    return one;
  };
  return {
    forms: fold(rule.forms),
    ...(rule.languages ? { languages: rule.languages } : {}),
    ...(rule.accept ? { accept: rule.accept.map(evidential) } : {}),
    ...(rule.reject ? { reject: rule.reject.map(evidential) } : {}),
  };
}
