import * as v from "valibot";
import { NOTE_LANGUAGES, type NoteLanguage } from "../glossary/schema/vocabulary.js";

/** What the reader chose for one site. */
export const SITE_CHOICES = ["always", "never"] as const;
export type SiteChoice = (typeof SITE_CHOICES)[number];

const Settings = v.object({
  /** Language of interface and notes; `auto` follows the browser. */
  language: v.fallback(v.picklist(["auto", ...NOTE_LANGUAGES]), "auto"),
  /** By host name without `www.`. */
  sites: v.fallback(v.record(v.string(), v.picklist(SITE_CHOICES)), {}),
  /** Mark loaded and technical words too. */
  terms: v.fallback(v.boolean(), true),
});
export type Settings = v.InferOutput<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = { language: "auto", sites: {}, terms: true };

/**
 * Settings from whatever storage holds. A field that is broken falls back by itself: the reader's other choices stay.
 */
export function readSettings(stored: unknown): Settings {
  const base = typeof stored === "object" && stored !== null && !Array.isArray(stored) ? stored : {};
  return v.parse(Settings, { ...DEFAULT_SETTINGS, ...withBrokenSitesLeftOut(base as Record<string, unknown>) });
}

/** One corrupt entry must not cost the reader the other sites. */
function withBrokenSitesLeftOut(stored: Record<string, unknown>): Record<string, unknown> {
  const { sites } = stored;
  if (typeof sites !== "object" || sites === null || Array.isArray(sites)) return stored;
  const kept = Object.entries(sites).filter(([, choice]) => SITE_CHOICES.includes(choice as SiteChoice));
  return { ...stored, sites: Object.fromEntries(kept) };
}

/** The key under which a site's choice is kept: host without `www.`. */
export function siteKey(url: string): string | undefined {
  try {
    const { hostname, protocol } = new URL(url);
    return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, "") : undefined;
  } catch {
    return undefined;
  }
}

/** The interface language for a setting and the browser's own languages (BCP 47), best first. */
export function chooseLanguage(setting: Settings["language"], browserLanguages: readonly string[]): NoteLanguage {
  if (setting !== "auto") return setting;
  for (const tag of browserLanguages) {
    const primary = tag.toLowerCase().split("-")[0];
    // Firefox and older systems still say `in` for Indonesian; readers of Malay are better served by Indonesian than by English.
    const known = primary === "in" || primary === "ms" ? "id" : primary;
    const found = NOTE_LANGUAGES.find((language) => language === known);
    if (found) return found;
  }
  return "en";
}
