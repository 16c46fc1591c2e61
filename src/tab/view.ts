import type { Annotation } from "../engine/annotation.js";
import type { PageReport, TabAccess } from "../shared/protocol.js";
import type { Failure, Result } from "../shared/result.js";

/** What the popup has to show about a tab: one state at a time, each worded, none blank. */
export type View =
  | { state: "loading"; working: boolean; site?: Site }
  | { state: "not-possible" }
  | { state: "unreachable" }
  | { state: "no-access" | "not-started" | "not-news" | "off"; site: Site }
  | { state: "nothing-found"; site: Site; report: PageReport }
  | { state: "failed"; what: Failure["code"]; detail?: string; site?: Site }
  | { state: "annotated"; site: Site; report: PageReport; annotation: Annotation };

/** The site of the tab as far as its switch needs it. */
export interface Site {
  host: string;
  url: string;
  granted: boolean;
  choice?: "always" | "never";
}

/**
 * The state of a tab from the two answers about it.
 * @param access the background's answer; undefined: not there yet
 * @param report the page's answer; undefined: not there yet. `no-page` is no failure: no script may be there.
 */
export function decideView(access: Result<TabAccess> | undefined, report: Result<PageReport> | undefined): View {
  if (access === undefined) return { state: "loading", working: false };
  if (!access.ok) {
    return access.error.code === "unreachable" ? { state: "unreachable" } : failed(access.error);
  }
  const { possible, granted, url, host, choice } = access.value;
  if (!possible) return { state: "not-possible" };
  const site: Site = { host: host ?? url, url, granted, ...(choice && { choice }) };
  if (report === undefined) return { state: "loading", working: false, site };
  if (!report.ok) {
    if (report.error.code !== "no-page") return failed(report.error, site);
    if (choice === "never") return { state: "off", site };
    return { state: granted ? "not-started" : "no-access", site };
  }
  return ofReport(report.value, site);
}

function ofReport(report: PageReport, site: Site): View {
  const { phase, annotation } = report;
  switch (phase) {
    case "waiting":
    case "working":
      return { state: "loading", working: phase === "working", site };
    case "off":
    case "not-news":
      return { state: phase, site };
    case "nothing-found":
      return { state: phase, site, report };
    case "failed":
      return failed(report.error ?? { code: "failed" }, site);
    case "annotated":
      if (!annotation) return failed({ code: "no-page" }, site);
      return annotation.entities.length > 0
        ? { state: phase, site, report, annotation }
        : { state: "nothing-found", site, report };
  }
}

function failed({ code, detail }: Failure, site?: Site): View {
  return { state: "failed", what: code, ...(detail !== undefined && { detail }), ...(site && { site }) };
}

/** How often each record is mentioned in the page's text, by id. */
export function countMentions({ blocks }: Annotation): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { mentions } of blocks) {
    for (const { record } of mentions) counts.set(record, (counts.get(record) ?? 0) + 1);
  }
  return counts;
}
