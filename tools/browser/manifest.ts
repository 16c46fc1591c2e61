/** What the drivers read from the built manifest. */

/** The manifest itself opens as a page of the extension's own, with its interfaces, but runs nothing. */
export const QUIET_PAGE = "manifest.json";

/** The host patterns that the reader may grant. */
export function optionalSites(manifest: unknown): string[] {
  const list = (manifest as { optional_host_permissions?: unknown }).optional_host_permissions;
  return Array.isArray(list) ? list.filter((pattern): pattern is string => typeof pattern === "string") : [];
}

/** The pattern that stands for all sites. */
export function widestSite(patterns: readonly string[]): string {
  const widest = ["<all_urls>", "*://*/*"].find((pattern) => patterns.includes(pattern));
  if (!widest) throw new Error(`The manifest offers no pattern for all sites: ${patterns.join(", ") || "none at all"}`);
  return widest;
}

/** The id by which Firefox knows the extension. */
export function geckoId(manifest: unknown): string {
  const settings = (manifest as { browser_specific_settings?: { gecko?: { id?: unknown } } }).browser_specific_settings;
  const id = settings?.gecko?.id;
  if (typeof id !== "string") throw new Error("The manifest for Firefox has no browser_specific_settings.gecko.id");
  return id;
}
