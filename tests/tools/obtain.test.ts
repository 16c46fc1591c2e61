import { describe, expect, it } from "vitest";
import type { Search } from "../../tools/browser/find.js";
import { type Means, obtainBrowser } from "../../tools/browser/obtain.js";
import { type Circumstances, planToObtain } from "../../tools/browser/obtain-plan.js";

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n';
const UBUNTU = "ID=ubuntu\nID_LIKE=debian\n";
const MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n';

const inContainer: Circumstances = { osRelease: DEBIAN, hasApt: true, isRoot: true, interactive: false, yes: false };
const COMMAND = "apt-get update && apt-get install -y --no-install-recommends firefox-esr fonts-noto-core";

describe("the ways to get a browser", () => {
  const ways = (circumstances: Partial<Circumstances>) =>
    planToObtain("firefox", { ...inContainer, ...circumstances }).ways.map((way) => way.by);

  it("installs Debian's package as root where nobody sits at the terminal, and downloads if that fails", () => {
    expect(planToObtain("firefox", inContainer)).toEqual({
      ways: [{ by: "packages", command: COMMAND }, { by: "download" }],
      notes: [],
    });
  });

  it("installs nothing on a system at a terminal without --yes, and says what it would be", () => {
    const plan = planToObtain("firefox", { ...inContainer, interactive: true });
    expect(plan.ways).toEqual([{ by: "download" }]);
    expect(plan.notes.join()).toContain(COMMAND);
  });

  it("installs at a terminal with --yes", () => expect(ways({ interactive: true, yes: true })).toContain("packages"));
  it("never installs without root, whatever was said", () =>
    expect(ways({ isRoot: false, yes: true })).toEqual(["download"]));
  it("downloads where there is no apt", () =>
    expect(ways({ hasApt: false, osRelease: "ID=fedora\n" })).toEqual(["download"]));
  it.each([UBUNTU, MINT])("downloads where the packages are stubs for snaps", (osRelease) =>
    expect(ways({ osRelease })).toEqual(["download"]),
  );
});

describe("getting a browser", () => {
  const found = { kind: "firefox", name: "Firefox ESR", path: "/usr/bin/firefox-esr", version: "153" } as const;

  /** Means that answer the searches in turn and note what was done. */
  function means(searches: Search[], behaviour: Partial<Means> = {}) {
    const done: string[] = [];
    const fake: Means = {
      find: async () => searches.shift() ?? { passedOver: [] },
      say: (line) => void done.push(`say ${line}`),
      run: async (command) => {
        done.push(`run ${command}`);
        return 0;
      },
      download: async (kind) => void done.push(`download ${kind}`),
      ...behaviour,
    };
    return { fake, done };
  }

  it("does and says nothing where the browser is there", async () => {
    const { fake, done } = means([{ found, passedOver: [] }]);
    expect(await obtainBrowser("firefox", inContainer, fake)).toEqual({ found });
    expect(done).toEqual([]);
  });

  it("prints the command before it runs it", async () => {
    const { fake, done } = means([{ passedOver: [] }, { found, passedOver: [] }]);
    expect(await obtainBrowser("firefox", inContainer, fake)).toEqual({ found });
    const run = done.indexOf(`run ${COMMAND}`);
    expect(done.findIndex((line) => line.startsWith("say") && line.includes(COMMAND))).toBeLessThan(run);
    expect(done).not.toContain("download firefox");
  });

  it("downloads when the package manager fails", async () => {
    const { fake, done } = means([{ passedOver: [] }, { found, passedOver: [] }], { run: async () => 100 });
    expect(await obtainBrowser("firefox", inContainer, fake)).toEqual({ found });
    expect(done).toContain("download firefox");
  });

  it("ends with every reason and the manual step when nothing works", async () => {
    const refuse = () => Promise.reject(new Error("getaddrinfo ENOTFOUND"));
    const { fake } = means([{ passedOver: ["/usr/bin/firefox is version 115, needed is 153 or later"] }], {
      run: async () => 100,
      download: refuse,
    });
    const obtained = await obtainBrowser("firefox", inContainer, fake);
    expect(obtained).toEqual({
      reason:
        "/usr/bin/firefox is version 115, needed is 153 or later; Debian's package: the package manager ended with code 100; download: getaddrinfo ENOTFOUND",
      manualStep: expect.stringContaining("KONTEKS_FIREFOX=/path/to/browser"),
    });
  });

  it("gets no other browser where the environment names one", async () => {
    const { fake, done } = means([
      { passedOver: ["KONTEKS_FIREFOX names /no, which does not exist"], isSettled: true },
    ]);
    expect(await obtainBrowser("firefox", inContainer, fake)).toHaveProperty("reason");
    expect(done.every((line) => line.startsWith("say"))).toBe(true);
  });

  it("does not trust a way that leaves no browser behind", async () => {
    const { fake } = means([]);
    expect(await obtainBrowser("firefox", inContainer, fake)).toHaveProperty("reason");
  });
});
