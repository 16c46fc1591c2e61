import { EVERYWHERE, siteOrigins, watchAccess } from "../shared/browser.js";
import {
  grantedOrigins,
  injectContent,
  mayRead,
  onStart,
  openTabs,
  registerContent,
  tabAddress,
} from "../shared/extension.js";
import type { Access, BackgroundParameters, TabAccess } from "../shared/protocol.js";
import { fail, type Result, succeed } from "../shared/result.js";
import { type Settings, siteKey } from "../shared/settings.js";
import { loadSettings, saveSettings, watchSettings } from "../shared/store.js";
import { askPage, type Sender } from "../shared/wire.js";

/** Addresses that no extension may read, whatever is granted. */
const CLOSED =
  /^https?:\/\/(addons\.mozilla\.org|chromewebstore\.google\.com|chrome\.google\.com\/webstore|microsoftedge\.microsoft\.com\/addons)/;

/** Keeps what runs in pages in step with what the reader granted and chose. Register at start-up. */
export function watchReaders(): void {
  watchAccess(() => void follow());
  watchSettings(() => void register());
  onStart(() => void follow());
}

/** After any change of access: pages to come, then the pages that are open. */
async function follow(): Promise<void> {
  await register();
  const granted = (await grantedOrigins()).length > 0;
  await Promise.all((await openTabs()).map(({ id, url }) => (granted && url ? admit(id, url) : dismiss(id))));
}

async function admit(tab: number, url: string): Promise<void> {
  if (!(await mayRead(url))) return dismiss(tab);
  const { sites } = await loadSettings();
  if (sites[siteKey(url) ?? ""] === "never") return;
  // A page that is annotated already answers, and is left in peace.
  if ((await askPage(tab, "page", {})).ok) return;
  await injectContent(tab).catch(() => undefined);
}

/** Without access the script of an open tab would go on: the browsers do not end it. */
async function dismiss(tab: number): Promise<void> {
  await askPage(tab, "stop", {});
}

/** Registrations follow each other, never side by side: two at once would fail on the same id. */
let registering: Promise<void> = Promise.resolve();

function register(): Promise<void> {
  registering = registering
    .then(async () => {
      const [origins, settings] = await Promise.all([grantedOrigins(), loadSettings()]);
      await registerContent(origins.filter(isWeb), neverOrigins(settings));
    })
    .catch((error: unknown) => console.error("Konteks could not register its page script.", error));
  return registering;
}

const isWeb = (origin: string) => EVERYWHERE.includes(origin) || /^(\*|https?):\/\//.test(origin);

function neverOrigins({ sites }: Settings): string[] {
  return Object.entries(sites).flatMap(([host, choice]) => (choice === "never" ? (siteOrigins(host) ?? []) : []));
}

/** What the reader granted, in the three ways the welcome page offers. */
export async function accessNow(): Promise<Result<Access>> {
  const origins = (await grantedOrigins()).filter(isWeb);
  const everywhere = origins.some((origin) => EVERYWHERE.includes(origin) || origin === "*://*/*");
  return succeed({ mode: everywhere ? "everywhere" : origins.length > 0 ? "sites" : "button", origins });
}

export async function tabAccess({ tab }: BackgroundParameters<"tabAccess">): Promise<Result<TabAccess>> {
  const url = await tabAddress(tab).catch(() => undefined);
  // Without access the browser does not even tell the address: the page may be anything.
  if (url === undefined) return succeed({ possible: true, granted: false, url: "" });
  const host = siteKey(url);
  const choice = host === undefined ? undefined : (await loadSettings()).sites[host];
  return succeed({
    possible: host !== undefined && !CLOSED.test(url),
    granted: await mayRead(url),
    url,
    ...(host === undefined ? {} : { host }),
    ...(choice === undefined ? {} : { choice }),
  });
}

export async function stillAllowed(_: BackgroundParameters<"stillAllowed">, { url }: Sender): Promise<Result<boolean>> {
  return succeed(await mayRead(url ?? ""));
}

/** Annotate this tab's page now, by the reader's wish. */
export async function annotateTab({ tab }: BackgroundParameters<"annotateTab">): Promise<Result<true>> {
  try {
    if (!(await askPage(tab, "page", {})).ok) await injectContent(tab);
  } catch (error) {
    return fail("no-access", String(error));
  }
  return askPage(tab, "start", {});
}

/** Keep the reader's choice for a site. Its open pages hear of it by themselves; those without the script get it. */
export async function chooseSite({ choice, url }: BackgroundParameters<"chooseSite">): Promise<Result<true>> {
  const key = siteKey(url);
  if (key === undefined) return fail("malformed", "That is no web address.");
  const { [key]: _, ...others } = (await loadSettings()).sites;
  await saveSettings({ sites: choice === null ? others : { ...others, [key]: choice } });
  if (choice !== "never") await follow();
  return succeed(true);
}
