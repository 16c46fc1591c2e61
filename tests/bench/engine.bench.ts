import { performance } from "node:perf_hooks";
import { cldrCountries, cldrCountryName } from "../../src/cli/countries.js";
import { htmlDocument } from "../../src/cli/documents.js";
import { readGlossary } from "../../src/cli/glossary-files.js";
import { annotate } from "../../src/engine/annotate.js";
import { Scanner } from "../../src/engine/fold/scan.js";
import { buildFoldTable } from "../../src/engine/fold/table.js";
import { compileIndex } from "../../src/engine/index/compile.js";
import { findCandidates } from "../../src/engine/index/match.js";
import { openIndex, packIndex } from "../../src/engine/index/pack.js";
import { buildKnowledge } from "../../src/engine/knowledge/build.js";
import { openKnowledge } from "../../src/engine/knowledge/open.js";
import { SAMPLE_PAGES, samplePageHtml } from "../support/sample-pages.js";

/** `npm run bench`: how long the engine takes, in nanoseconds per character. Figures for the eye; no test asserts them. */
const { glossary } = readGlossary();
const built = buildKnowledge(glossary, cldrCountries([...glossary.languages.keys()]), cldrCountryName);
const knowledge = openKnowledge(built.index, built.names, built.records.en);
const documents = SAMPLE_PAGES.map((name) => htmlDocument(samplePageHtml(name), {}));

/** Median of several rounds, in ns for each UTF-16 unit of `units`. */
function measure(units: number, run: () => void): number {
  const rounds: number[] = [];
  for (let i = 0; i < 5; i++) run();
  for (let i = 0; i < 25; i++) {
    const start = performance.now();
    run();
    rounds.push(((performance.now() - start) * 1e6) / units);
  }
  return rounds.sort((a, b) => a - b)[12] as number;
}

const text = documents
  .map((document) => document.text)
  .join("\n\n")
  .repeat(20);
const table = buildFoldTable();
const scanner = new Scanner(table);
const report = (what: string, ns: number) => console.log(`${what.padEnd(58)} ${ns.toFixed(1).padStart(7)} ns/char`);

let sum = 0;
const floor = measure(text.length, () => {
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
});
report("floor: reading each character", floor);
report(
  "folding and cutting into tokens",
  measure(text.length, () => scanner.scan(text)),
);

const real = built.names.records.flatMap(({ names }) => Object.values(names));
for (const count of [1_000, 30_000, 100_000]) {
  // Real names first; the rest are made of their words, so that they look like names and share beginnings.
  const words = real.flatMap((name) => name.split(/\s+/u));
  const texts = Array.from({ length: count }, (_, i) => {
    return real[i] ?? `${words[(i * 7919) % words.length]} ${words[(i * 104_729) % words.length]} ${i.toString(36)}`;
  });
  const spellings = texts.map((spelling, i) => ({
    record: i % 60_000,
    text: spelling,
    language: 0,
    languageTag: "und",
    flags: 0,
  }));
  const index = openIndex(packIndex(compileIndex(spellings, table), 1));
  const rules = knowledge.rulesOf("id");
  report(
    `matching, ${count.toLocaleString("en")} spellings`,
    measure(text.length, () => findCandidates(index, scanner.scan(text), rules)),
  );
}

const units = documents.reduce((all, document) => all + document.text.length, 0);
report(
  "annotate, the sample pages with the real glossary",
  measure(units, () => {
    for (const { article } of documents) sum += annotate(article, knowledge).entities.length;
  }),
);
const opening = measure(1, () => openKnowledge(built.index, built.names, built.records.en)) / 1e6;
console.log(
  `opening the index (${Math.round(built.index.byteLength / 1024)} KiB)${" ".repeat(28)} ${opening.toFixed(1)} ms`,
);
if (sum < 0) console.log(sum);
