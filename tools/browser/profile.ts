/** The browser's temporary profile: made for one run, gone afterwards whatever happens. */
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "../until.js";

export interface Profile {
  readonly folder: string;
  remove(): Promise<void>;
}

const PATIENCE = 10_000;

export function temporaryProfile(executable: string): Profile {
  const folder = mkdtempSync(join(profileParent(executable), "konteks-profile-"));
  // The last processes of a browser may still be writing when its main process has ended: hence the repetitions.
  const tryToRemove = (): boolean => {
    rmSync(folder, { recursive: true, force: true });
    return !existsSync(folder);
  };
  const removeAtExit = (): void => {
    const end = performance.now() + PATIENCE;
    while (!succeeds(tryToRemove) && performance.now() < end);
  };
  process.once("exit", removeAtExit);
  return {
    folder,
    async remove() {
      await until(tryToRemove, PATIENCE, `the removal of ${folder}`);
      process.off("exit", removeAtExit);
    },
  };
}

function succeeds(attempt: () => boolean): boolean {
  try {
    return attempt();
  } catch {
    return false;
  }
}

/** A snap sees neither our /tmp nor hidden folders; the home folder itself it does see. */
function profileParent(executable: string): string {
  return existsSync(executable) && realpathSync(executable).includes("/snap") ? homedir() : tmpdir();
}
