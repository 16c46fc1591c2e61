import { join, relative } from "node:path";
import { foldText } from "../engine/fold/letters.js";
import { Scanner } from "../engine/fold/scan.js";
import { buildFoldTable } from "../engine/fold/table.js";
import { allRecords } from "../glossary/glossary.js";
import { lintGlossary } from "../glossary/lint.js";
import { GLOSSARY_FOLDER, readGlossary } from "./glossary-files.js";

/** `npm run glossary:lint`: prints one sentence for each thing that is wrong; exit code 1 if there is any. */
const { files, glossary, problems } = readGlossary();
const scanner = new Scanner(buildFoldTable());
problems.push(
  ...lintGlossary(
    glossary,
    (id) => files.get(id) ?? id,
    (text) => foldText(text, scanner),
  ),
);
for (const { file, sentence } of problems) {
  console.error(`${relative(process.cwd(), join(GLOSSARY_FOLDER, file))}: ${sentence}`);
}
const { conflicts, entities, sources, terms } = glossary;
console.log(
  `${allRecords(glossary).length} records (${entities.length} entities, ${sources.length} sources, ${conflicts.length} conflicts, ` +
    `${terms.length} terms), ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
