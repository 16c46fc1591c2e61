import { lintMeans } from "../../src/cli/lint-means.js";
import { lintGlossary } from "../../src/glossary/lint.js";
import { type GlossaryParts, glossaryOf } from "./records.js";

/** A row of a table of the lint: what it shows, the records, everything that the lint says of them. */
export type LintRow = [name: string, parts: GlossaryParts, says: string[]];

const means = lintMeans(new Map());

/** What the lint says of these records, as `id: sentence`. */
export function complaints(parts: GlossaryParts): string[] {
  return lintGlossary(glossaryOf(parts), means).map(({ file, sentence }) => `${file}: ${sentence}`);
}
