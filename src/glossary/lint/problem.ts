import type * as v from "valibot";

/** Why a file is refused: one sentence that a new contributor understands. */
export interface Problem {
  file: string;
  sentence: string;
}

/** A schema's complaint as a sentence. */
export function schemaSentence(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map((item) => String((item as { key?: unknown }).key)).join(".");
  if (issue.type === "strict_object" && issue.expected === "never") return `Unknown field "${path}".`;
  if (issue.type === "strict_object" || issue.received === "undefined") return `Field "${path}" is missing.`;
  if (issue.type === "union") return `"${path}" has a form that the schema does not know: ${short(issue.input)}.`;
  return `"${path}" ${issue.message.startsWith("Invalid") ? `is not valid: ${issue.message}` : issue.message}.`;
}

function short(input: unknown): string {
  const text = JSON.stringify(input) ?? String(input);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
