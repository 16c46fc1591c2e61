import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { samplePageFile } from "../support/sample-pages.js";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "konteks-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string[], input = "") {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--import", "tsx", "src/cli/annotate.ts", ...args], {
    cwd: ROOT,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, stderr, stdout };
}

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const TEXT = "Menurut SOHR, Hizbullah mundur dari Albu Kamal.\n\nItu kata Hizbullah.\n";

describe("npm run annotate", () => {
  test("gives a readable report of a text", () => {
    const { status, stdout } = run([file("a.txt", TEXT)]);
    expect(status).toBe(0);
    expect(stdout).toContain("Syrian Observatory for Human Rights");
    expect(stdout).toMatch(/Hezbollah – .*\n\s+Hizbullah ×2/);
    expect(stdout).toMatch(/Knowledge of \d{4}-\d{2}\./);
  });

  test("reads HTML as the browser would, furniture left out", () => {
    const { stdout } = run([samplePageFile("en-abu-kamal")]);
    expect(stdout).toContain("Language: en (json-ld)");
    expect(stdout).toContain("Date: 2017-11-20 (json-ld)");
    expect(stdout).not.toContain("الأردن");
  });

  test("reads a fragment of HTML too", () => {
    expect(run([file("c.html", "<article><p>Hezbollah left.</p></article>")]).stdout).toContain("Hezbollah");
  });

  test("gives the whole annotation as JSON, offsets in the text as it came", () => {
    const { stdout } = run([
      "--json",
      "--date",
      "2017-11-20",
      "--url",
      "https://www.reuters.com/x",
      file("b.txt", TEXT),
    ]);
    const answer = JSON.parse(stdout);
    for (const { end, start, text } of answer.mentions) expect(TEXT.slice(start, end)).toBe(text);
    expect(answer.mentions.map((one: { text: string }) => one.text)).toEqual([
      "SOHR",
      "Hizbullah",
      "Albu Kamal",
      "Hizbullah",
    ]);
    expect(answer).toMatchObject({ lang: "id", date: { value: "2017-11-20", from: "given" } });
    expect(answer.site.record.id).toBe("reuters");
    expect(answer.blocks).toHaveLength(2);
  });

  test("answers JSON Lines line by line; a broken line costs no other", () => {
    const lines = [
      JSON.stringify({ id: "a", text: TEXT, lang: "id" }),
      "{ broken",
      JSON.stringify({ id: "b" }),
      "",
      JSON.stringify({ id: "c", text: "The Islamic State group said nothing.", lang: "en" }),
    ];
    const { status, stdout } = run(["--jsonl"], `${lines.join("\n")}\n`);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers.map(({ id, error }) => [id, error !== undefined])).toEqual([
      ["a", false],
      [undefined, true],
      ["b", true],
      ["c", false],
    ]);
    expect(answers[0].mentions[0]).toMatchObject({
      start: 8,
      end: 12,
      text: "SOHR",
      kind: "monitor",
      confidence: "sure",
    });
    expect(answers[3].mentions[0]).toMatchObject({ wikipedia: "Islamic State" });
  });

  test("lists every entity with its spellings, countries too, never terms", () => {
    const list: { id: string; kind: string; wikipedia?: string; aliases: string[] }[] = JSON.parse(
      run(["--list"]).stdout,
    );
    expect(list.find(({ id }) => id === "islamic-state")?.aliases).toContain("داعش");
    expect(list.find(({ id }) => id === "country:SY")).toMatchObject({ wikipedia: "Syria", kind: "country" });
    expect(list.filter(({ kind }) => kind === "term")).toEqual([]);
    expect(list.find(({ id }) => id === "hezbollah")?.aliases).not.toContain("Laskar Hizbullah");
  });

  test.each([
    ["an unknown option", ["--nothing"], 2, /--nothing/],
    ["no file", [], 2, /One file/],
    ["a date that is none", ["--date", "yesterday", "x"], 2, /not a day/],
    ["a language without notes", ["--reader", "xx", "x"], 2, /no notes/],
    ["a file that is not there", ["not-there.txt"], 1, /ENOENT/],
  ])("says what is wrong with %s", (_, args, status, message) => {
    const answer = run(args);
    expect(answer.status).toBe(status);
    expect(answer.stderr).toMatch(message);
  });
});
