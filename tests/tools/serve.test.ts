import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalAddress, findSample, SAMPLE_LANGUAGES } from "../../tools/pages/sample.js";
import { type PageServer, servePages } from "../../tools/pages/serve.js";
import { until, within } from "../../tools/until.js";

describe("the page server", () => {
  const folder = mkdtempSync(join(tmpdir(), "konteks-pages-"));
  let server: PageServer;

  beforeAll(async () => {
    writeFileSync(join(folder, "page.html"), "<p>page</p>");
    server = await servePages(folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it("gives a folder's page.html, and 404 for what is not there", async () => {
    const page = await fetch(`${server.origin}/`);
    expect([await page.text(), page.headers.get("content-type")]).toEqual(["<p>page</p>", "text/html; charset=utf-8"]);
    expect((await fetch(`${server.origin}/nothing.html`)).status).toBe(404);
  });

  it("gives nothing outside its folder", async () => {
    expect((await fetch(`${server.origin}/..%2f..%2fetc/passwd`)).status).toBe(404);
    expect((await fetch(`${server.origin}/%2e%2e%2f%2e%2e%2fetc%2fpasswd`)).status).toBe(404);
  });

  it("lets a test answer with its own headers and notes what was asked", async () => {
    server.answer("/strict", ({ url }) => ({
      headers: { "content-security-policy": "default-src 'none'" },
      body: `at ${url.pathname}${url.search}`,
    }));
    const answer = await fetch(`${server.origin}/strict?a=1`);
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'");
    expect(await answer.text()).toBe("at /strict?a=1");
    expect(server.asked).toContain(`127.0.0.1:${server.port}/strict`);
  });
});

describe("sample pages", () => {
  const folder = fileURLToPath(new URL("../pages", import.meta.url));

  it.each(SAMPLE_LANGUAGES)("%s: stands under the address it gives as its own, without TLS", (language) => {
    const sample = findSample(folder, language);
    expect(sample.url).toBe(sample.canonical.href.replace("https:", "http:"));
  });

  it("reads a canonical address whatever the order of attributes", () => {
    expect(canonicalAddress('<link href="https://a.example/b" rel="canonical">')?.href).toBe("https://a.example/b");
    expect(canonicalAddress("<p>no link</p>")).toBeUndefined();
  });
});

describe("waiting", () => {
  it("gives the first truthy answer, an error meaning not yet", async () => {
    let asked = 0;
    const answer = await until(
      () => {
        asked += 1;
        if (asked < 3) throw new Error("between two documents");
        return "there";
      },
      1000,
      "it",
    );
    expect(answer).toBe("there");
  });

  it("says what was waited for, and the last trouble", async () => {
    await expect(until(() => false, 30, "the card")).rejects.toThrow("Waited 30 ms in vain for the card");
    const trouble = () => Promise.reject(new Error("no page"));
    await expect(until(trouble, 30, "the card")).rejects.toThrow("the card: no page");
  });

  it("does not wait for ever on a call that never answers", async () => {
    await expect(within(new Promise(() => {}), 20, "a prompt")).rejects.toThrow("No answer within 20 ms: a prompt");
  });
});
