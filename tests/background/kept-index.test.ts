import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

/** What a browser's database does when it is opened: nothing at all, or it fails. That it works is seen in real browsers. */
function databaseThat(open: () => unknown): void {
  vi.stubGlobal("indexedDB", { open });
}
const failing = () => {
  throw new Error("no database here");
};
const load = () => import("../../src/background/kept-index.js");

describe("the kept index, where the database does not help", () => {
  beforeEach(() => {
    vi.resetModules();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it("is none where the database never answers", async () => {
    databaseThat(() => ({}));
    const { keptIndex } = await load();
    const answer = keptIndex();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await answer).toBeUndefined();
  });

  it("is none where there is no database", async () => {
    databaseThat(failing);
    const { keptIndex } = await load();
    expect(await keptIndex()).toBeUndefined();
  });

  it("is forgotten without a word", async () => {
    databaseThat(failing);
    const { forgetIndex } = await load();
    await expect(forgetIndex()).resolves.toBeUndefined();
  });

  it("is not kept, and that is said to the console and harms nothing", async () => {
    databaseThat(failing);
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { keepIndex } = await load();
    await expect(keepIndex(new ArrayBuffer(8))).resolves.toBeUndefined();
    expect(warn).toHaveBeenCalledOnce();
  });
});
