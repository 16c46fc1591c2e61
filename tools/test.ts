/** `npm test`: everything, from types to real browsers. All steps run even when one fails; the last line is the sum. */
import { BROWSER_NAMES } from "./browser/driver.js";
import { browsersOf, parseTestArguments } from "./test/arguments.js";
import { type Counts, closingLine, sum } from "./test/counts.js";
import { runBrowserTests, runBuild, runPackageLint, runStatic, runUnitTests } from "./test/steps.js";
import { messageOf } from "./until.js";

async function runAll(args: readonly string[]): Promise<Counts> {
  const { parts, yes } = parseTestArguments(args);
  const counts: Counts[] = [];
  if (parts.includes("static")) counts.push(...(await runStatic()));
  if (parts.includes("node")) counts.push(await runUnitTests());
  const browsers = browsersOf(parts);
  if (browsers.length > 0) {
    const build = await runBuild();
    counts.push(build);
    const isBuilt = build.failed.length === 0;
    for (const kind of browsers) {
      // An earlier build may still lie there: testing that would say nothing of this one.
      if (isBuilt) counts.push(await runBrowserTests(kind, yes));
      else counts.push({ passed: 0, failed: [`${BROWSER_NAMES[kind]}: not run, the build failed`], skipped: [] });
    }
    if (isBuilt && browsers.includes("firefox")) counts.push(await runPackageLint());
  }
  return sum(counts);
}

const total = await runAll(process.argv.slice(2)).catch(
  (error: unknown): Counts => ({ passed: 0, failed: [messageOf(error)], skipped: [] }),
);
console.log("");
for (const name of total.skipped) console.log(`skipped: ${name}`);
for (const name of total.failed) console.log(`failed: ${name}`);
console.log(closingLine(total));
process.exitCode = total.failed.length > 0 ? 1 : 0;
