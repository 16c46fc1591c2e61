/** `npm start`: builds the extension and opens a real browser with it and an annotated page. Without a display: pictures and a report. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Driver, Tab } from "./browser/driver.js";
import { distFolder, launch } from "./browser/launch.js";
import { ourScript, ROOT, runNode } from "./command.js";
import { untilAnnotated } from "./pages/marks.js";
import { findSample, type Sample, serveSample } from "./pages/sample.js";
import { type PageServer, servePages } from "./pages/serve.js";
import { hasDisplay, parseStartArguments, type StartArguments, USAGE } from "./start/arguments.js";
import { browserToStart, launchAdvice } from "./start/browser.js";
import { takePictures } from "./start/pictures.js";
import { messageOf, until, within } from "./until.js";

const PATIENCE = 30_000;

/** In the extension's own pages, where functions given to `evaluate` run. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };

/** What has to be ended, last opened first. */
const endings: (() => Promise<void>)[] = [];

async function end(): Promise<void> {
  for (const ending of endings.splice(0).reverse()) {
    await within(ending(), PATIENCE, "closing down").catch((error: unknown) => console.error(messageOf(error)));
  }
}

let isEnding = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    // Ctrl+C reaches us twice, from the terminal and from npm.
    if (isEnding) return;
    isEnding = true;
    // Whatever is not in the list yet, a browser that is just starting, is killed by the exit itself.
    void end().finally(() => process.exit(signal === "SIGINT" ? 0 : 1));
  });
}

async function main(args: StartArguments): Promise<number> {
  const headless = args.headless || !hasDisplay(process.platform, process.env);
  if ((await runNode([join(ROOT, "build.mjs")])) !== 0) throw new Error("The build failed");
  const found = await browserToStart(args.browser, args.yes);
  console.log(`Starting ${found.name} (${found.version || found.path})${headless ? ", without a window" : ""} …`);

  const sample = args.url ? undefined : findSample(join(ROOT, "tests/pages"), args.page);
  const server = sample && (await serve(sample));
  const dist = distFolder(ROOT, found.kind);
  const hosts = sample && server ? { hosts: { [sample.canonical.hostname]: server.port } } : {};
  const driver = await launch(found.kind, found.path, dist, { headless, ...hosts }).catch((error: unknown) => {
    throw new Error(launchAdvice(error, found) ?? `${found.name} did not start: ${messageOf(error)}`);
  });
  endings.push(() => driver.close());
  const closed = new Promise<void>((resolve) => driver.onClosed(resolve));

  // A page of one's own may lead on to another host before it stands, so one host would not do.
  if (sample) await driver.grant([`*://${sample.canonical.hostname}/*`]);
  else await driver.grantAllSites();
  // The background registers its script in answer to the grant; a page that is faster would stay as it is.
  await until(
    async () => (await driver.registeredScripts()).length > 0,
    PATIENCE,
    "the extension's answer to the grant",
  );
  const tab = await driver.openPage(sample?.url ?? args.url ?? "");
  if (!sample) await askToAnnotate(driver, tab);
  const isMarked = await waitForMarks(tab, driver);
  if (headless) await leaveResults(driver, tab, isMarked, sample);
  else {
    await tab.bringToFront();
    console.log("Rest the pointer on a marked name, or press the button in the toolbar.");
    console.log("Close the browser or press Ctrl+C to end.");
    await closed;
  }
  // The sample page must be annotated; any other page may have nothing to annotate.
  return isMarked || !sample ? 0 : 1;
}

/**
 * Whoever names a page wants it annotated, though it may stand on a machine of their own or not look like news: the same wish
 * that the popup's button tells the background.
 */
async function askToAnnotate(driver: Driver, tab: Tab): Promise<void> {
  const id = await driver.tabId(tab);
  const quiet = await driver.openExtensionPage("options.html");
  await quiet.evaluate(async (page) => {
    await chrome.runtime.sendMessage({ konteks: "background", name: "annotateTab", parameters: { tab: page } });
  }, id);
  await quiet.close();
}

async function serve(sample: Sample): Promise<PageServer> {
  const server = await servePages(join(ROOT, "tests/pages"));
  endings.push(() => server.close());
  serveSample(server, sample);
  return server;
}

async function waitForMarks(tab: Tab, driver: Driver): Promise<boolean> {
  try {
    const marks = await untilAnnotated(tab, PATIENCE);
    console.log(`Annotated ${await tab.url()}: ${marks.length} marks.`);
    return true;
  } catch (error) {
    console.error(`Nothing was marked on ${await tab.url()}. ${messageOf(error)}`);
    for (const problem of await driver.problems()) console.error(`  ${problem}`);
    return false;
  }
}

async function leaveResults(driver: Driver, tab: Tab, isMarked: boolean, sample: Sample | undefined): Promise<void> {
  const folder = join(ROOT, "out", driver.kind);
  await mkdir(folder, { recursive: true });
  const html = sample?.file ?? join(folder, "page.html");
  if (!sample) await writeFile(html, await tab.evaluate(() => document.documentElement.outerHTML));
  const address = sample?.canonical.href ?? (await tab.url());
  const pictures = await takePictures(driver, tab, folder, isMarked);
  console.log("\nPictures:");
  for (const picture of pictures) console.log(`  ${relative(process.cwd(), picture)}`);
  console.log("\nReport:");
  const code = await runNode([...ourScript("src/cli/annotate.ts"), html, "--url", address]);
  if (code !== 0) throw new Error(`The report failed (code ${code})`);
}

async function run(): Promise<number> {
  const args = parseStartArguments(process.argv.slice(2));
  if (args.help) {
    console.log(USAGE);
    return 0;
  }
  return main(args);
}

const code = await run().catch((error: unknown) => {
  console.error(`\n${messageOf(error)}`);
  return 1;
});
if (!isEnding) {
  isEnding = true;
  await end();
  process.exit(code);
}
