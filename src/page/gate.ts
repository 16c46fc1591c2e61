import isProbablyReaderable from "@mozilla/readability/Readability-readerable.js";
import { NEVER_HOSTS, NEVER_LABELS, PRIVATE_ENDINGS } from "./gate-hosts.js";
import { isArticle, readJsonLd } from "./json-ld.js";

/** `ask`: nothing speaks for or against; the caller counts known names and outlets. */
export interface GateAnswer {
  verdict: "yes" | "no" | "ask";
  why: "not-a-site" | "private-host" | "never-host" | "editor" | "article" | "readable" | "unclear";
}

/** From this many different glossary names on, an unclear page counts as news. */
export const ENOUGH_NAMES = 3;

/**
 * May this page be news? Decided from the address and a few reads of the document; nothing is changed or sent.
 * @param url the page's address
 */
export function gate(document: Document, url: string): GateAnswer {
  const host = hostOf(url);
  if (host === undefined) return { verdict: "no", why: "not-a-site" };
  if (isPrivateHost(host)) return { verdict: "no", why: "private-host" };
  if (isNeverHost(host)) return { verdict: "no", why: "never-host" };
  if (isEditor(document)) return { verdict: "no", why: "editor" };
  if (saysArticle(document)) return { verdict: "yes", why: "article" };
  if (isProbablyReaderable(document)) return { verdict: "yes", why: "readable" };
  return { verdict: "ask", why: "unclear" };
}

function hostOf(url: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && hostname !== "" ? hostname.toLowerCase().replace(/\.$/, "") : undefined;
  } catch {
    return undefined;
  }
}

/** A host of a private network or of this machine: names without a dot, reserved endings, private address ranges. */
export function isPrivateHost(host: string): boolean {
  if (host.startsWith("[")) return isPrivateV6(host.slice(1, -1));
  const v4 = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (v4) return isPrivateV4(Number(v4[1]), Number(v4[2]));
  return !host.includes(".") || PRIVATE_ENDINGS.some((ending) => host === ending || host.endsWith(`.${ending}`));
}

function isPrivateV4(a: number, b: number): boolean {
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

function isPrivateV6(address: string): boolean {
  return (
    address === "::" ||
    address === "::1" ||
    /^f[cd]/.test(address) ||
    /^fe[89ab]/.test(address) ||
    /^::ffff:/.test(address)
  );
}

function isNeverHost(host: string): boolean {
  if (NEVER_HOSTS.some((never) => host === never || host.endsWith(`.${never}`))) return true;
  return host
    .split(".")
    .slice(0, -2)
    .some((label) => NEVER_LABELS.includes(label));
}

function isEditor(document: Document): boolean {
  if (document.designMode?.toLowerCase() === "on") return true;
  return [document.documentElement, document.body].some((element) => {
    const editable = element?.getAttribute("contenteditable");
    return editable !== null && editable !== undefined && editable.toLowerCase() !== "false";
  });
}

function saysArticle(document: Document): boolean {
  const type = document.querySelector('meta[property="og:type" i]')?.getAttribute("content");
  if (type !== null && type !== undefined && /^\s*(article|news)\b/i.test(type)) return true;
  if (document.querySelector('meta[property="article:published_time" i]')) return true;
  if (document.querySelector('[itemtype$="NewsArticle"], [itemtype$="ReportageNewsArticle"]')) return true;
  return readJsonLd(document).some(isArticle);
}
