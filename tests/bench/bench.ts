/**
 * `npm run bench`: how long the engine takes, in Node and in both browsers, bundled as it ships. Figures for the eye and for notes; no
 * test asserts them. Ratios hold within one run; nanoseconds are this machine's.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { htmlDocument } from "../../src/cli/documents.js";
import { compileGlossary } from "../../src/cli/knowledge-files.js";
import { buildFoldTable } from "../../src/engine/fold/table.js";
import { compileIndex } from "../../src/engine/index/compile.js";
import { packIndex } from "../../src/engine/index/pack.js";
import { BROWSER_KINDS, BROWSER_NAMES, type BrowserKind } from "../../tools/browser/driver.js";
import { findBrowser } from "../../tools/browser/find.js";
import { distFolder, launch } from "../../tools/browser/launch.js";
import { ROOT } from "../../tools/command.js";
import { servePages } from "../../tools/pages/serve.js";
import { until } from "../../tools/until.js";
import { SAMPLE_PAGES, samplePageHtml } from "../support/sample-pages.js";
import type { BenchInput, Figure, measure } from "./measure.js";

const SIZES = [1_000, 30_000, 100_000];
const [PAGE] = SAMPLE_PAGES;
const folder = mkdtempSync(join(tmpdir(), "konteks-bench-"));

try {
  await bundle();
  const input = makeInput();
  const script = (await import(pathToFileURL(join(folder, "node.mjs")).href)) as { measure: typeof measure };
  show("Node", script.measure(input));
  for (const kind of BROWSER_KINDS) await inBrowser(kind, input);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** As `build.mjs` bundles what ships. */
async function bundle(): Promise<void> {
  const common = { bundle: true, minify: true, target: "es2022", logLevel: "error" } as const;
  const entry = (name: string) => [join(ROOT, "tests/bench", name)];
  await esbuild.build({ ...common, entryPoints: entry("node.ts"), format: "esm", outfile: join(folder, "node.mjs") });
  await esbuild.build({ ...common, entryPoints: entry("page.ts"), format: "iife", outfile: join(folder, "page.js") });
}

function makeInput(): BenchInput {
  const built = compileGlossary();
  const real = built.names.records.flatMap(({ names }) => Object.values(names));
  const words = real.flatMap((name) => name.split(/\s+/u));
  const table = buildFoldTable();
  const sizes = SIZES.map((count): [number, ArrayBuffer] => {
    // Real names first; the rest are made of their words, so that they look like names and share beginnings.
    const spellings = Array.from({ length: count }, (_, i) => ({
      record: i % 60_000,
      text: real[i] ?? `${words[(i * 7919) % words.length]} ${words[(i * 104_729) % words.length]} ${i.toString(36)}`,
      language: 0,
      languageTag: "und",
      flags: 0,
    }));
    return [count, packIndex(compileIndex(spellings, table), 1)];
  });
  // Through JSON, as articles arrive from pages: not pieces of one long string.
  const articles = SAMPLE_PAGES.map((name) => htmlDocument(samplePageHtml(name), {}).article);
  const { index, names, records, spellings } = built;
  return { index, names, records: records.en, spellings, sizes, articles: JSON.parse(JSON.stringify(articles)) };
}

async function inBrowser(kind: BrowserKind, input: BenchInput): Promise<void> {
  const { found, passedOver } = await findBrowser(kind);
  if (!found)
    return console.log(`\n${BROWSER_NAMES[kind]}: not measured (${passedOver.join("; ") || "not installed"})`);
  const server = await servePages(folder);
  const { index, sizes, ...rest } = input;
  const binary = (bytes: ArrayBuffer) => () => ({ body: new Uint8Array(bytes) });
  server.answer("/bench/names.bin", binary(index));
  for (const [count, bytes] of sizes) server.answer(`/bench/${count}.bin`, binary(bytes));
  server.answer("/bench/input.json", () => ({ body: JSON.stringify({ ...rest, sizes: sizes.map(([n]) => n) }) }));
  server.answer("/bench/page.html", () => ({
    body: samplePageHtml(PAGE).replace("</body>", '<script src="/page.js"></script></body>'),
  }));
  const driver = await launch(kind, found.path, distFolder(ROOT, kind), { headless: true, offline: true });
  try {
    const tab = await driver.openPage(`${server.origin}/bench/page.html`);
    const text = await until(() => tab.evaluate(() => document.documentElement.dataset.bench), 600_000, "the figures");
    const figures = JSON.parse(text) as Figure[] | string;
    if (typeof figures === "string") throw new Error(figures);
    show(`${BROWSER_NAMES[kind]} ${driver.version}`, figures);
  } finally {
    await driver.close();
    await server.close();
  }
}

function show(where: string, figures: readonly Figure[]): void {
  console.log(`\n${where}`);
  for (const { unit, value, what } of figures) {
    const name = unit === "ns" ? "ns/char" : what.endsWith("times") ? "×" : "ms";
    console.log(`  ${what.padEnd(62)} ${value.toFixed(1).padStart(9)} ${name}`);
  }
}
