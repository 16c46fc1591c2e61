import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

/** The repository's own folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

const MADE_HERE = new Set([".git", "node_modules", "dist", "out"]);

/** Every file of the repository that is committed or could be, relative to its folder, with `/`; without git: every file. */
export function repositoryFiles(): string[] {
  if (!existsSync(join(ROOT, ".git"))) return walk("");
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  // A file that is deleted but not yet committed so is listed still.
  return [...new Set(listed.split("\0"))].filter((file) => file !== "" && existsSync(join(ROOT, file))).sort();
}

/** Files of TypeScript under a folder (`src`, `tests` …). */
export function codeFiles(...folders: string[]): string[] {
  return repositoryFiles().filter(
    (file) => /\.(ts|tsx|mts|mjs)$/.test(file) && folders.some((folder) => file.startsWith(`${folder}/`)),
  );
}

/** Text of a file of the repository. */
export const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

/** What of a file runs, without types, comments and spare space: a search in it finds code alone. */
export function runningCode(file: string): string {
  const loader = file.endsWith(".tsx") ? "tsx" : "ts";
  return transformSync(textOf(file), { loader, jsx: "preserve", legalComments: "none", minifyWhitespace: true }).code;
}

function walk(under: string): string[] {
  return readdirSync(join(ROOT, under), { withFileTypes: true }).flatMap((entry) => {
    const file = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) return MADE_HERE.has(entry.name) ? [] : walk(file);
    return [file];
  });
}
