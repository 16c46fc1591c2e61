import { type Coverage, coverageBy, namesByLanguage, stateOf, thinness } from "../glossary/coverage.js";
import { allRecords, kindOf } from "../glossary/glossary.js";
import { isDue, openOffices, RECENT_YEAR, unequalSides } from "../glossary/lint/warnings.js";
import { readGlossary } from "./glossary-files.js";
import { freshKnowledge } from "./knowledge-files.js";
import { namesThatDiffer } from "./name-agreement.js";
import { regionOf } from "./regions.js";

/** `npm run glossary:report`: what the glossary covers, what is thin, what is due for review. Fails nothing. */
const { glossary } = readGlossary();
const records = allRecords(glossary);
const month = new Date().toISOString().slice(0, 7);
const lines: string[] = [];

function table(title: string, groups: Map<string, Coverage>): void {
  lines.push("", `${title.padEnd(28)} records   notes  recent  read twice  statements  Wikidata`);
  for (const [name, { notes, readTwice, recent, records: all, statements, wikidata }] of groups) {
    const cells = [all, notes, recent, readTwice, statements, wikidata].map((n, i) =>
      String(n).padStart([7, 7, 7, 11, 11, 9][i] ?? 7),
    );
    lines.push(`${name.padEnd(28)} ${cells.join(" ")}`);
  }
}

table("kind", coverageBy(glossary, kindOf));
table(
  "region",
  coverageBy(glossary, (record) => regionOf(stateOf(record))),
);

lines.push("", "names by language");
lines.push(
  namesByLanguage(glossary)
    .map(([language, count]) => `${language} ${count}`)
    .join(", "),
);

const thin = records.flatMap((record) => {
  const reasons = thinness(record);
  return reasons.length > 0 ? [`${record.id}: ${reasons.join(", ")}`] : [];
});
lines.push("", `thin (${thin.length} of the records with a note)`);
lines.push(...thin);

const unequal = [...unequalSides(glossary)].flatMap(([id, sentences]) =>
  sentences.map((sentence) => `${id}: ${sentence}`),
);
lines.push("", `told of unequally (${unequal.length})`);
lines.push(...unequal);

const knowledge = freshKnowledge("en");
const unlike = records.flatMap((record) => {
  const names = namesThatDiffer(record, knowledge);
  return names.length > 0 ? [`${record.id}: ${names.join(", ")}`] : [];
});
lines.push("", `notes that name others in one language than in another, or whose names are missed (${unlike.length})`);
lines.push(...unlike);

const open = records.flatMap((record) => openOffices(record).map((office) => `${record.id}: ${office}`));
lines.push("", `offices and leaders without an end that no page of ${RECENT_YEAR} or later bears out (${open.length})`);
lines.push(...open);

const due = records.filter((record) => isDue(record, month));
lines.push("", `due for review (${due.length})`);
lines.push(...due.map(({ id, reviewed }) => `${id}: ${reviewed}`));
console.log(lines.join("\n"));
