/** How each browser is told that certain host names live on this machine. */

/** The value of Chromium's `--host-resolver-rules`; empty when nothing is to be mapped. */
export function resolverRules(hosts: Readonly<Record<string, number>>, offline: boolean): string {
  const rules = Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  if (offline) rules.push("MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1");
  return rules.join(", ");
}

/** A proxy script for Firefox, as a data: address. Where nothing may be reached the proxy is a port nobody listens on. */
export function proxyScript(hosts: Readonly<Record<string, number>>, offline: boolean): string {
  const lines = Object.entries(hosts).map(
    ([host, port]) => `if (shExpMatch(host, ${JSON.stringify(host)})) return "PROXY 127.0.0.1:${port}";`,
  );
  const rest = offline ? `return host === "127.0.0.1" ? "DIRECT" : "PROXY 127.0.0.1:9";` : `return "DIRECT";`;
  return `data:text/plain,${encodeURIComponent(`function FindProxyForURL(url, host) { ${lines.join(" ")} ${rest} }`)}`;
}
