import { parseArgs } from "node:util";
import { stratumOf } from "../glossary/coverage.js";
import { sampleStatements } from "../glossary/sample.js";
import { readGlossary } from "./glossary-files.js";
import { regionOf } from "./regions.js";

/**
 * `npm run glossary:sample -- --seed 7 --count 1000`: statements for a second reading, one a line: stratum, record, field, statement, addresses,
 * between tabs; with `--unread` only of records without `second_reading`. The reader answers supported, contradicted or not there.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    unread: { type: "boolean", default: false },
  },
});
const [seed, count] = [Number(values.seed), Number(values.count)];
if (!Number.isInteger(seed) || !Number.isInteger(count) || count < 1) {
  console.error("--seed and --count are whole numbers, the count at least 1.");
  process.exit(2);
}
const sample = sampleStatements(readGlossary().glossary, (record) => stratumOf(record, regionOf), {
  count,
  seed,
  unread: values.unread,
});
console.log(
  sample
    .map(({ field, record, references, says, stratum }) =>
      [stratum, record, field, says, ...references.map(({ url }) => url)].join("\t"),
    )
    .join("\n"),
);
