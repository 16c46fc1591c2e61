import { describe, expect, it } from "vitest";
import { candidates, downloadFolder, majorVersion } from "../../tools/browser/candidates.js";
import { findBrowser, type Machine } from "../../tools/browser/find.js";

const linux = { platform: "linux", env: { PATH: "/opt/bin:/usr/bin" }, home: "/home/sari" } as const;

function machineWith(versions: Record<string, string>, downloads: string[] = []): Machine {
  return {
    exists: (path) => path in versions,
    askVersion: async (path) => {
      const version = versions[path];
      if (!version) throw new Error("does not run");
      return version;
    },
    downloaded: (kind) => downloads.map((path) => ({ kind, name: "Chrome for Testing", path })),
  };
}

describe("where browsers are looked for", () => {
  it("follows PATH on Linux and names no place twice", () => {
    const paths = candidates("chromium", linux).map((one) => one.path);
    expect(paths.slice(0, 2)).toEqual(["/opt/bin/chromium", "/usr/bin/chromium"]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("prefers Firefox ESR, the version that is tested", () => {
    expect(candidates("firefox", linux)[0]?.name).toBe("Firefox ESR");
  });

  it("looks into both application folders of a Mac", () => {
    const paths = candidates("firefox", { ...linux, platform: "darwin" }).map((one) => one.path);
    expect(paths).toContain("/Applications/Firefox.app/Contents/MacOS/firefox");
    expect(paths).toContain("/home/sari/Applications/Firefox.app/Contents/MacOS/firefox");
  });

  it("uses the folders that Windows names", () => {
    const env = { PROGRAMFILES: "C:\\Program Files" };
    const paths = candidates("chromium", { platform: "win32", env, home: "C:\\Users\\sari" }).map((one) => one.path);
    expect(paths).toContain("C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe");
  });

  it("puts branded Chrome last", () => {
    expect(candidates("chromium", linux).at(-1)?.name).toBe("Chrome");
  });
});

describe("the search", () => {
  it("takes the first browser that runs and is new enough", async () => {
    const machine = machineWith({ "/opt/bin/chromium": "Chromium 99.0", "/usr/bin/chromium": "Chromium 156.0.1" });
    const { found, passedOver } = await findBrowser("chromium", linux, machine);
    expect(found?.path).toBe("/usr/bin/chromium");
    expect(passedOver).toEqual(["/opt/bin/chromium is version 99, needed is 128 or later"]);
  });

  it("says so when a file is there that does not run, like the stub of a snap", async () => {
    const search = await findBrowser("chromium", linux, machineWith({ "/usr/bin/chromium-browser": "" }));
    expect(search).toEqual({ passedOver: ["/usr/bin/chromium-browser does not run"] });
  });

  it("takes what was downloaded earlier before what the system has", async () => {
    const machine = machineWith({ "/cache/chrome": "Chrome 150.0", "/usr/bin/chromium": "Chromium 156.0" }, [
      "/cache/chrome",
    ]);
    expect((await findBrowser("chromium", linux, machine)).found?.path).toBe("/cache/chrome");
  });

  it("never replaces a path given by the environment", async () => {
    const place = { ...linux, env: { ...linux.env, KONTEKS_FIREFOX: "/no/firefox" } };
    const search = await findBrowser(
      "firefox",
      place,
      machineWith({ "/usr/bin/firefox-esr": "Mozilla Firefox 153.7.0esr" }),
    );
    const reason = "KONTEKS_FIREFOX names /no/firefox, which does not exist";
    expect(search).toEqual({ passedOver: [reason], isSettled: true });
  });

  it("does not ask for the version on Windows, where that opens a window", async () => {
    const path = "C:\\Programs\\Mozilla Firefox\\firefox.exe";
    const place = { platform: "win32", env: { PROGRAMFILES: "C:\\Programs" }, home: "" } as const;
    const machine = {
      ...machineWith({ [path]: "" }),
      askVersion: () => Promise.reject(new Error("must not be asked")),
    };
    expect((await findBrowser("firefox", place, machine)).found?.path).toBe(path);
  });
});

describe("versions and folders", () => {
  it.each([
    ["Mozilla Firefox 153.7.0esr", 153],
    ["Chromium 156.0.8078.79 built on Debian GNU/Linux 12", 156],
    ["no version", undefined],
  ])("reads %j", (text, major) => expect(majorVersion(text)).toBe(major));

  it("keeps downloads in the reader's cache unless told otherwise", () => {
    expect(downloadFolder(linux)).toBe("/home/sari/.cache/konteks/browsers");
    expect(downloadFolder({ ...linux, env: { KONTEKS_BROWSER_CACHE: "/b" } })).toBe("/b");
  });
});
