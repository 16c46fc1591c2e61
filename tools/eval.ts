/**
 * `npm run eval`: scores the engine against the annotated passages that stand beside the project, and says so where they do not.
 * Their texts are not ours to ship; the project only reads them. Nothing here is a test: figures are for the eye and for notes.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./command.js";

const EVALUATION = join(ROOT, "../shared/eval");
const OUT = join(ROOT, "out/eval");
const ANNOTATE = "npm run --silent annotate --";

if (!existsSync(EVALUATION)) {
  console.error(`There is nothing to score with: ${EVALUATION} is not there.`);
  process.exit(1);
}
mkdirSync(OUT, { recursive: true });
console.log("OWN GOLD, development part\n");
scoreOwn();
console.log("\nTHIRD-PARTY GOLD, development part\n");
process.exitCode = scoreExternal();

/** Predictions for the passages annotated by hand, scored by their own scorer. */
function scoreOwn(): void {
  const folder = join(EVALUATION, "dev");
  const passages = readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as { id: string; lang: string; text: string; date?: string; url?: string });
  const input = passages.map(({ date, id, lang, text, url }) =>
    JSON.stringify({ id, lang, text, ...(date ? { date } : {}), ...(url ? { url } : {}) }),
  );
  const predictions = join(OUT, "own.jsonl");
  const annotated = spawnSync(`${ANNOTATE} --jsonl`, {
    cwd: ROOT,
    shell: true,
    input: `${input.join("\n")}\n`,
    maxBuffer: 1 << 28,
  });
  writeFileSync(predictions, annotated.stdout);
  const scored = spawnSync(process.execPath, [join(EVALUATION, "score.mjs"), "--pred", predictions], {
    encoding: "utf8",
  });
  console.log(scored.stdout + scored.stderr);
}

/** The scorer of the third-party sets runs the command line itself and leaves the errors in a file. */
function scoreExternal(): number {
  const errors = join(OUT, "external-errors.tsv");
  const { status } = spawnSync(
    process.execPath,
    [
      join(EVALUATION, "external/run.mjs"),
      ...["--cmd", `${ANNOTATE} --jsonl`],
      ...["--list", `${ANNOTATE} --list`],
      ...["--cwd", ROOT],
      ...["--dump", errors],
    ],
    { stdio: ["ignore", "inherit", "inherit"], cwd: ROOT },
  );
  console.log(`\nErrors: ${errors}`);
  return status ?? 1;
}
