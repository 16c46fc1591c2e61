import { describe, expect, it } from "vitest";
import { callSource, parseAnswer } from "../../tools/browser/calls.js";
import { proxyScript, resolverRules } from "../../tools/browser/hosts.js";
import { keyCharacter, parseKeys } from "../../tools/browser/keys.js";
import { geckoId, optionalSites, widestSite } from "../../tools/browser/manifest.js";

describe("host names on this machine", () => {
  const hosts = { "*.example.com": 8080, "berita.example": 8081 };

  it("become resolver rules for Chromium, everything else unreachable when offline", () => {
    expect(resolverRules(hosts, false)).toBe("MAP *.example.com 127.0.0.1:8080, MAP berita.example 127.0.0.1:8081");
    expect(resolverRules({}, true)).toBe("MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    expect(resolverRules({}, false)).toBe("");
  });

  it.each([
    ["www.example.com", true, "PROXY 127.0.0.1:8080"],
    ["berita.example", true, "PROXY 127.0.0.1:8081"],
    ["127.0.0.1", true, "DIRECT"],
    ["elsewhere.test", true, "PROXY 127.0.0.1:9"],
    ["elsewhere.test", false, "DIRECT"],
  ])("become a proxy script for Firefox: %s, offline %s", (host, offline, route) => {
    const source = decodeURIComponent(proxyScript(hosts, offline).replace("data:text/plain,", ""));
    const matches = (name: string, pattern: string) =>
      name === pattern || (pattern[0] === "*" && name.endsWith(pattern.slice(1)));
    const script = new Function("shExpMatch", `${source}; return FindProxyForURL;`)(matches);
    expect(script("", host)).toBe(route);
  });
});

describe("keys", () => {
  it.each([
    ["Escape", [], "Escape"],
    ["Alt+Shift+j", ["Alt", "Shift"], "j"],
    ["+", [], "+"],
    ["Shift++", ["Shift"], "+"],
  ])("reads %j", (text, modifiers, key) => expect(parseKeys(text)).toEqual({ modifiers, key }));

  it.each(["Altt+j", "Alt+", ""])("refuses %j", (text) => expect(() => parseKeys(text)).toThrow());

  it("knows WebDriver's characters and refuses a name it does not know", () => {
    expect(keyCharacter("Tab")).toBe("\uE004");
    expect(keyCharacter("é")).toBe("é");
    expect(() => keyCharacter("Escpae")).toThrow('Unknown key "Escpae"');
  });
});

describe("calls into a page", () => {
  it("carry arguments and answer as JSON, undefined included", async () => {
    const run = async (source: string) => parseAnswer(await new Function(`return ${source}`)());
    const add = (a: number, b: { n: number }): number => a + b.n;
    expect(await run(callSource(add as never, [1, { n: 2 }]))).toBe(3);
    expect(await run(callSource((() => undefined) as never, []))).toBeUndefined();
    expect(await run(callSource(((text: string) => text) as never, ['"quoted" </script>\u2028']))).toBe(
      '"quoted" </script>\u2028',
    );
  });
});

describe("the manifest", () => {
  it("names the sites that may be granted", () => {
    expect(optionalSites({ optional_host_permissions: ["https://a.example/*", "<all_urls>"] })).toHaveLength(2);
    expect(widestSite(["https://a.example/*", "*://*/*"])).toBe("*://*/*");
    expect(() => widestSite(optionalSites({}))).toThrow("none at all");
  });

  it("names the id for Firefox", () => {
    expect(geckoId({ browser_specific_settings: { gecko: { id: "a@b" } } })).toBe("a@b");
    expect(() => geckoId({})).toThrow("gecko.id");
  });
});
