/** Sums what the steps of `npm test` found. Pure. */

/** What one step gave. */
export interface Counts {
  passed: number;
  /** Names of what failed. */
  failed: string[];
  /** Names of what was skipped, with the reason where there is one. */
  skipped: string[];
}

/** The parts in use of what vitest's JSON reporter writes. */
export interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** A step that is one test: a linter, a build. */
export function countsOfCommand(name: string, exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [name], skipped: [] };
}

/** The counts of a vitest run; without a report the run itself is what failed. */
export function countsOfVitest(name: string, exitCode: number, report: VitestReport | undefined): Counts {
  const counts: Counts = { passed: 0, failed: [], skipped: [] };
  for (const file of report?.testResults ?? []) {
    const before = counts.failed.length;
    for (const test of file.assertionResults) {
      const title = `${name}: ${test.fullName}`;
      if (test.status === "passed") counts.passed += 1;
      else if (test.status === "failed") counts.failed.push(title);
      else counts.skipped.push(title);
    }
    // A file that cannot even be read has no tests that could fail.
    if (file.status === "failed" && counts.failed.length === before) counts.failed.push(`${name}: ${file.name}`);
  }
  // Unhandled errors, no tests found, a crash: nothing of it shows among the tests.
  if (exitCode !== 0 && counts.failed.length === 0) counts.failed.push(`${name}: ended with code ${exitCode}`);
  if (exitCode === 0 && report === undefined) counts.failed.push(`${name}: left no report`);
  return counts;
}

/** A browser that cannot be had: skipped by name, in CI a failure. */
export function countsOfMissingBrowser(name: string, reason: string, isCi: boolean): Counts {
  const line = `${name} (${reason})`;
  return isCi ? { passed: 0, failed: [line], skipped: [] } : { passed: 0, failed: [], skipped: [line] };
}

export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, one) => total + one.passed, 0),
    failed: all.flatMap((one) => one.failed),
    skipped: all.flatMap((one) => one.skipped),
  };
}

/** The last line of the output, which machines read. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  const rest = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
  return `${passed} passed, ${failed.length} failed${rest}`;
}
