/** Runs the project's own tools as child processes of Node, without npx and alike on every system. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill();
});

/** Runs `node …args` in the checkout with our output as its own, and gives its exit code. */
export function runNode(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });
    running.add(child);
    child.once("error", reject);
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Arguments for node that run one of our TypeScript files. */
export function ourScript(file: string): string[] {
  return ["--import", "tsx", join(ROOT, file)];
}

/** The file behind a command that an installed package brings. */
export function commandOf(packageName: string, command = packageName): string {
  const file = join(ROOT, "node_modules", packageName, "package.json");
  const { bin } = JSON.parse(readFileSync(file, "utf8")) as { bin?: string | Record<string, string> };
  const path = typeof bin === "string" ? bin : bin?.[command];
  if (!path) throw new Error(`${packageName} brings no command "${command}"`);
  return join(dirname(file), path);
}
