import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Tab } from "../../tools/browser/driver.js";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Given to the debugger as it is: the extension's own pages forbid themselves to evaluate text. */
const install = new Function(source) as () => void;

interface AxeWindow {
  axe: {
    run(): Promise<{
      violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
      passes: unknown[];
    }>;
  };
}

/** What axe objects to on a page, one line for each element; and how many of its rules it found something to check for. */
export async function axeOn(tab: Tab): Promise<{ violations: string[]; passed: number }> {
  const isThere = await tab.evaluate(() => "axe" in globalThis);
  if (!isThere) await tab.evaluate(install);
  return tab.evaluate(async () => {
    // Half faded in, everything is too pale. A shadow tree's animations are its own.
    const shadows = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const running = [document, ...shadows].flatMap((root) => root.getAnimations());
    await Promise.all(running.map(({ finished }) => finished));
    const { violations, passes } = await (globalThis as unknown as AxeWindow).axe.run();
    const lines = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`),
    );
    return { violations: lines, passed: passes.length };
  });
}
