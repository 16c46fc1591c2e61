import fc from "fast-check";
import { expect, it, vi } from "vitest";

vi.mock("webextension-polyfill", () => ({ default: {} }));
const { originHost, siteOrigins } = await import("../../src/shared/browser.js");

it.each([
  ["https://www.example.org/news?x=1", ["*://*.example.org/*"]],
  ["example.org", ["*://*.example.org/*"]],
  ["  en.example.org/path ", ["*://*.en.example.org/*"]],
  ["http://localhost:8080/", ["*://localhost/*"]],
  ["http://127.0.0.1/", ["*://127.0.0.1/*"]],
  ["ftp://example.org", undefined],
  ["about:blank", undefined],
  ["two words", undefined],
  ["*", undefined],
  ["*.org", undefined],
  ["", undefined],
])("asks for the site and all below it: %s", (address, wanted) => {
  expect(siteOrigins(address)).toEqual(wanted);
});

it("shows an origin as a reader would write it", () => {
  expect(originHost("*://*.example.org/*")).toBe("example.org");
  expect(originHost("https://example.org/*")).toBe("example.org");
  expect(originHost("<all_urls>")).toBeUndefined();
  expect(originHost("*://*/*")).toBeUndefined();
});

it("makes patterns of one site only, whatever is typed", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
      for (const origin of siteOrigins(typed) ?? []) expect(originHost(origin)).toBeTruthy();
    }),
  );
});
