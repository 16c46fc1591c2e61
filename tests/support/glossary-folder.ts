import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

const SPELLING =
  "{ languages: [en], article: { plain: [al, el], assimilated: {} }, words: [], endings: [], letters: [], surname_particles: [], given_names: [] }\n";

/**
 * A glossary's folder with these files (path → text) beside the empty ones that a glossary always has. It is removed when
 * the test ends.
 */
export function glossaryFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "konteks-glossary-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of ["entities", "sources", "conflicts", "terms", "languages"]) mkdirSync(join(folder, name));
  for (const [file, text] of Object.entries({ "countries.yaml": "{}\n", "spelling.yaml": SPELLING, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}
