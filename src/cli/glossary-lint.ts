import { join, relative } from "node:path";
import { allRecords } from "../glossary/glossary.js";
import { isDue, restsOnOldPages, unequalSides } from "../glossary/lint/warnings.js";
import { lintGlossary } from "../glossary/lint.js";
import { GLOSSARY_FOLDER, readGlossary } from "./glossary-files.js";
import { lintMeans } from "./lint-means.js";

/**
 * `npm run glossary:lint`: prints one sentence for each thing that is wrong; exit code 1 if there is any. Warnings follow, which fail nothing:
 * they are work to be done, and `npm run glossary:report` lists them.
 */
const { files, glossary, problems } = readGlossary();
problems.push(...lintGlossary(glossary, lintMeans(files)));
for (const { file, sentence } of problems) {
  console.error(`${relative(process.cwd(), join(GLOSSARY_FOLDER, file))}: ${sentence}`);
}
const { conflicts, entities, sources, terms } = glossary;
const records = allRecords(glossary);
const month = new Date().toISOString().slice(0, 7);
const noted = records.filter(({ note }) => note !== undefined);
const unequal = [...unequalSides(glossary).values()].flat().length;
console.log(
  `warnings: ${noted.filter(restsOnOldPages).length} of ${noted.length} records with a note rest on no page of 2025 or later; ` +
    `${records.filter((record) => isDue(record, month)).length} reviews are older than a year; ${unequal} inequalities between opposing sides`,
);
console.log(
  `${records.length} records (${entities.length} entities, ${sources.length} sources, ${conflicts.length} conflicts, ` +
    `${terms.length} terms), ${problems.length} problems`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
