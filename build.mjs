#!/usr/bin/env node
/**
 * Builds the extension: `node build.mjs [--watch] [--browser chromium|firefox]`, into dist/chromium and dist/firefox.
 * The same sources give the same files; nothing is fetched.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { tsImport } from "tsx/esm/api";

const ROOT = dirname(fileURLToPath(import.meta.url));
const BROWSERS = ["chromium", "firefox"];
/** The add-on's id in Firefox; also what tests know it by. */
const GECKO_ID = "konteks@konteks.example";
/** Oldest browsers in which everything that is used exists; a test checks it against MDN's compatibility data. */
const OLDEST = { chromium: "128", firefox: "153.0" };

/** Bundles that run in pages: one file each, no modules, the browser's own object instead of the polyfill. */
const IN_PAGES = { content: "src/content/index.ts", card: "src/content/card-entry.tsx" };
/** Bundles of the extension's own contexts. */
const OWN = {
  background: "src/background/index.ts",
  popup: "src/popup/index.tsx",
  panel: "src/panel/index.tsx",
  options: "src/options/index.tsx",
  welcome: "src/welcome/index.tsx",
};
const PAGES = ["popup", "panel", "options", "welcome"];

const { values } = parseArgs({ options: { watch: { type: "boolean" }, browser: { type: "string" } } });
if (values.browser !== undefined && !BROWSERS.includes(values.browser)) {
  console.error(`There is no build for "${values.browser}"; there are: ${BROWSERS.join(", ")}.`);
  process.exit(2);
}
const browsers = values.browser ? [values.browser] : BROWSERS;

await build();
if (values.watch) {
  let pending;
  for (const folder of ["src", "icons"]) {
    watch(join(ROOT, folder), { recursive: true }, () => {
      clearTimeout(pending);
      pending = setTimeout(() => build().catch((error) => console.error(error.message)), 100);
    });
  }
  console.log("Watching src/ and icons/. Ctrl+C ends it.");
}

async function build() {
  const started = performance.now();
  const knowledge = await compileKnowledge();
  for (const browser of browsers) await buildFor(browser, knowledge);
  const { records } = knowledge.built.names;
  console.log(
    `Built ${browsers.map((browser) => `dist/${browser}`).join(" and ")}: ${records.length} names' records, index of ` +
      `${Math.round(knowledge.built.index.byteLength / 1024)} KiB, in ${Math.round(performance.now() - started)} ms.`,
  );
}

async function compileKnowledge() {
  const { compileGlossary, writeKnowledge } = await tsImport("./src/cli/knowledge-files.ts", import.meta.url);
  return { built: compileGlossary(), writeKnowledge };
}

async function buildFor(browser, { built, writeKnowledge }) {
  const out = join(ROOT, "dist", browser);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const options = {
    absWorkingDir: ROOT,
    outdir: out,
    bundle: true,
    minify: true,
    charset: "utf8",
    target: ["chrome128", "firefox153"],
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  };
  const [inPages, own] = await Promise.all([
    esbuild.build({
      ...options,
      entryPoints: IN_PAGES,
      format: "iife",
      alias: { "webextension-polyfill": "./src/shared/browser-shim.ts" },
    }),
    esbuild.build({ ...options, entryPoints: OWN, format: "esm" }),
  ]);
  writeFileSync(
    join(ROOT, "dist", `meta-${browser}.json`),
    JSON.stringify({ inPages: inPages.metafile, own: own.metafile }),
  );
  for (const page of PAGES) {
    const html = readFileSync(join(ROOT, `src/${page}/index.html`), "utf8");
    writeFileSync(join(out, `${page}.html`), html.replace('src="index.js"', `src="${page}.js"`));
  }
  cpSync(join(ROOT, "src/content/marks.css"), join(out, "marks.css"));
  cpSync(join(ROOT, "src/_locales"), join(out, "_locales"), { recursive: true });
  cpSync(join(ROOT, "icons"), join(out, "icons"), { recursive: true, filter: (file) => !file.endsWith(".svg") });
  writeKnowledge(built, join(out, "data"));
  writeFileSync(join(out, "manifest.json"), JSON.stringify(manifestFor(browser), null, 2));
}

/** The one manifest with what an engine objects to patched, and nothing else. */
function manifestFor(browser) {
  const manifest = JSON.parse(readFileSync(join(ROOT, "manifest.json"), "utf8"));
  manifest.version = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version;
  if (browser === "chromium") {
    manifest.minimum_chrome_version = OLDEST.chromium;
    manifest.background = { service_worker: manifest.background.service_worker, type: "module" };
    manifest.permissions.push("sidePanel");
    manifest.side_panel = { default_path: "panel.html" };
  } else {
    manifest.background = { scripts: manifest.background.scripts, type: "module" };
    manifest.sidebar_action = { default_panel: "panel.html", default_icon: manifest.icons, open_at_install: false };
    manifest.browser_specific_settings = {
      gecko: {
        id: GECKO_ID,
        strict_min_version: OLDEST.firefox,
        data_collection_permissions: { required: ["none"] },
      },
      gecko_android: { strict_min_version: OLDEST.firefox },
    };
  }
  return manifest;
}
