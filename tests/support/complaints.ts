import { foldText } from "../../src/engine/fold/letters.js";
import { Scanner } from "../../src/engine/fold/scan.js";
import { buildFoldTable } from "../../src/engine/fold/table.js";
import { lintGlossary } from "../../src/glossary/lint.js";
import { type GlossaryParts, glossaryOf } from "./records.js";

/** A row of a table of the lint: what it shows, the records, everything that the lint says of them. */
export type LintRow = [name: string, parts: GlossaryParts, says: string[]];

/** What the lint says of these records, as `id: sentence`. */
export function complaints(parts: GlossaryParts): string[] {
  const scanner = new Scanner(buildFoldTable());
  return lintGlossary(
    glossaryOf(parts),
    (id) => id,
    (text) => foldText(text, scanner),
  ).map(({ file, sentence }) => `${file}: ${sentence}`);
}
