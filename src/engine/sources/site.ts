import type { KnownHost } from "../knowledge/files.js";

/**
 * The source that publishes at an address: the longest host, then the longest path that fits. A host is compared label by
 * label, never as a piece of text: `notreuters.com` is not `reuters.com`.
 * @returns the record's id
 */
export function sourceAt(url: string, hosts: readonly KnownHost[]): string | undefined {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return undefined;
  }
  let best: KnownHost | undefined;
  for (const known of hosts) {
    if (!fits(known, address)) continue;
    if (!best || rank(known) > rank(best)) best = known;
  }
  return best?.record;
}

function fits({ host, match, path }: KnownHost, address: URL): boolean {
  const name = address.hostname.replace(/\.$/, "");
  const bare = name.replace(/^www\./, "");
  const hostFits = bare === host || name === host || (match === "suffix" && name.endsWith(`.${host}`));
  if (!hostFits) return false;
  return path === undefined || address.pathname === path || address.pathname.startsWith(`${path.replace(/\/$/, "")}/`);
}

function rank({ host, path }: KnownHost): number {
  return host.length * 1000 + (path?.length ?? 0);
}
