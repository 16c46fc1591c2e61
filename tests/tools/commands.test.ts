import { describe, expect, it } from "vitest";
import { hasDisplay, parseStartArguments } from "../../tools/start/arguments.js";
import { launchAdvice } from "../../tools/start/browser.js";
import { browsersOf, parseTestArguments } from "../../tools/test/arguments.js";
import {
  closingLine,
  countsOfCommand,
  countsOfMissingBrowser,
  countsOfVitest,
  sum,
  type VitestReport,
} from "../../tools/test/counts.js";

describe("npm start", () => {
  it("opens the Indonesian sample in any browser by default", () => {
    expect(parseStartArguments([])).toMatchObject({ browser: undefined, url: undefined, page: "id", yes: false });
  });

  it("takes a browser and an address, with or without https://", () => {
    const args = parseStartArguments(["--browser", "firefox", "--url", "www.example.org/a"]);
    expect(args).toMatchObject({ browser: "firefox", url: "https://www.example.org/a" });
  });

  it.each([
    [["--browser", "safari"]],
    [["--page", "fr"]],
    [["--url", "file:///etc/passwd"]],
    [["--url", "https://a.example", "--page", "en"]],
    [["--unknown"]],
  ])("refuses %j", (args) => expect(() => parseStartArguments(args)).toThrow());

  it("sees a display by the system's own signs", () => {
    expect(hasDisplay("linux", {})).toBe(false);
    expect(hasDisplay("linux", { DISPLAY: "" })).toBe(false);
    expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
    expect(hasDisplay("darwin", {})).toBe(true);
  });

  it("names the missing library when a downloaded browser lacks one", () => {
    const found = { kind: "chromium", name: "Chrome for Testing", path: "/c/chrome", version: "" } as const;
    const error = new Error("error while loading shared libraries: libnss3.so: cannot open shared object file");
    expect(launchAdvice(error, found)).toContain("libnss3.so");
    expect(launchAdvice(new Error("other"), found)).toBeUndefined();
  });
});

describe("npm test", () => {
  const report = (...tests: [string, string][]): VitestReport => ({
    testResults: [
      {
        name: "a.test.ts",
        status: "passed",
        assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
      },
    ],
  });

  it("runs everything, or the parts named", () => {
    expect(parseTestArguments([]).parts).toEqual(["static", "node", "chromium", "firefox"]);
    expect(browsersOf(parseTestArguments(["--only", "firefox", "--only", "node"]).parts)).toEqual(["firefox"]);
    expect(() => parseTestArguments(["--only", "opera"])).toThrow("opera");
  });

  it("sums vitest's tests and names the skipped", () => {
    const counts = countsOfVitest(
      "node",
      1,
      report(["one", "passed"], ["two", "failed"], ["three", "skipped"], ["four", "todo"]),
    );
    expect(counts).toEqual({ passed: 1, failed: ["node: two"], skipped: ["node: three", "node: four"] });
  });

  it("counts a file that cannot be read as a failure", () => {
    const broken = { testResults: [{ name: "b.test.ts", status: "failed", assertionResults: [] }] };
    expect(countsOfVitest("node", 1, broken).failed).toEqual(["node: b.test.ts"]);
  });

  it("does not pass over a crash, a run without tests or a missing report", () => {
    expect(countsOfVitest("node", 1, report(["one", "passed"])).failed).toHaveLength(1);
    expect(countsOfVitest("node", 1, undefined).failed).toHaveLength(1);
    expect(countsOfVitest("node", 0, undefined).failed).toHaveLength(1);
  });

  it("reports a browser that cannot be had as skipped by name, in CI as failed", () => {
    expect(countsOfMissingBrowser("Firefox", "no network", false).skipped).toEqual(["Firefox (no network)"]);
    expect(countsOfMissingBrowser("Firefox", "no network", true).failed).toEqual(["Firefox (no network)"]);
  });

  it("closes with one line that machines can read", () => {
    const all = [countsOfCommand("types", 0), countsOfCommand("lint", 1)];
    expect(closingLine(sum(all))).toBe("1 passed, 1 failed");
    expect(closingLine(sum([...all, countsOfMissingBrowser("Firefox", "none", false)]))).toBe(
      "1 passed, 1 failed, 1 skipped",
    );
  });
});
