/** The single steps of `npm test`. Each runs whatever became of the others. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { PATH_VARIABLES } from "../browser/candidates.js";
import { BROWSER_NAMES, type BrowserKind } from "../browser/driver.js";
import { obtainBrowser, theseCircumstances } from "../browser/obtain.js";
import { commandOf, ourScript, ROOT, runNode } from "../command.js";
import { type Counts, countsOfCommand, countsOfMissingBrowser, countsOfVitest, type VitestReport } from "./counts.js";

async function runCommand(name: string, args: readonly string[]): Promise<Counts> {
  heading(name);
  return countsOfCommand(name, await runNode(args));
}

export async function runStatic(): Promise<Counts[]> {
  return [
    await runCommand("types", [commandOf("typescript", "tsc"), "--noEmit"]),
    await runCommand("lint", [commandOf("@biomejs/biome", "biome"), "ci", "."]),
    await runCommand("unused code and dependencies", [commandOf("knip")]),
    await runCommand("glossary", ourScript("src/cli/glossary-lint.ts")),
  ];
}

export function runBuild(): Promise<Counts> {
  return runCommand("build", [join(ROOT, "build.mjs")]);
}

export function runPackageLint(): Promise<Counts> {
  const source = join(ROOT, "dist/firefox");
  return runCommand("web-ext lint", [commandOf("web-ext"), "lint", "--no-config-discovery", "--source-dir", source]);
}

export function runUnitTests(): Promise<Counts> {
  return runVitest("node", "node", {});
}

/** Gets the browser and runs the end-to-end tests in it. */
export async function runBrowserTests(kind: BrowserKind, yes: boolean): Promise<Counts> {
  const name = BROWSER_NAMES[kind];
  heading(`${name}: end to end`);
  const obtained = await obtainBrowser(kind, theseCircumstances(yes));
  if (!("found" in obtained)) {
    const isCi = Boolean(process.env.CI);
    console.log(`${isCi ? "failed" : "skipped"}: ${name} (${obtained.reason})`);
    console.log(obtained.manualStep);
    return countsOfMissingBrowser(name, obtained.reason, isCi);
  }
  const { path, version } = obtained.found;
  console.log(`${version || name}, ${path}`);
  return runVitest(name, "e2e", { KONTEKS_BROWSER: kind, [PATH_VARIABLES[kind]]: path });
}

async function runVitest(name: string, project: string, env: Readonly<Record<string, string>>): Promise<Counts> {
  const file = join(ROOT, "out/test", `${name.toLowerCase()}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  if (project === "node") heading("unit, property and repository tests");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await runNode([commandOf("vitest"), "run", "--project", project, ...reporters], env);
  return countsOfVitest(name, code, readReport(file));
}

function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as VitestReport;
  } catch {
    return undefined;
  }
}

function heading(name: string): void {
  console.log(`\n── ${name}`);
}
