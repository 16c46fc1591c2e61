/** The command line of `npm test`. Pure. */
import { parseArgs } from "node:util";
import type { BrowserKind } from "../browser/driver.js";

const PARTS = ["static", "node", "chromium", "firefox"] as const;
export type Part = (typeof PARTS)[number];

export interface TestArguments {
  parts: readonly Part[];
  yes: boolean;
}

/** `--only` may be given several times. Throws an Error with a sentence for the reader. */
export function parseTestArguments(args: readonly string[]): TestArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true, default: [] },
      yes: { type: "boolean", short: "y", default: false },
    },
  });
  const unknown = values.only.find((one) => !(PARTS as readonly string[]).includes(one));
  if (unknown !== undefined) throw new Error(`--only is one of ${PARTS.join(", ")}, not "${unknown}"`);
  const parts = PARTS.filter((part) => values.only.length === 0 || values.only.includes(part));
  return { parts, yes: values.yes };
}

export function browsersOf(parts: readonly Part[]): BrowserKind[] {
  return parts.filter((part): part is BrowserKind => part === "chromium" || part === "firefox");
}
