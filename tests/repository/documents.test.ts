import { existsSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, repositoryFiles, textOf } from "../support/repository.js";

const { scripts, version } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string>; version: string };
const documents = repositoryFiles().filter((file) => file.endsWith(".md"));

describe("the documents", () => {
  it("name the two commands", () => {
    expect(textOf("README.md")).toMatch(/^npm ci && npm start$/m);
    expect(textOf("README.md")).toMatch(/^npm ci && npm test$/m);
  });

  it("tell readers what this version brings", () => {
    expect(textOf("CHANGELOG.md")).toMatch(new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b`, "m"));
  });

  it.each(documents)("%s names only commands that exist", (file) => {
    const named = [...textOf(file).matchAll(/\bnpm (?:run (?:--silent )?)?([a-z][a-z:-]*)/g)].map(
      (match) => match[1] ?? "",
    );
    const known = [...Object.keys(scripts), "ci", "run", "install"];
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(documents)("%s links only to files that exist", (file) => {
    const links = [...textOf(file).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map((match) => match[1] ?? "");
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(ROOT, posix.dirname(file), link)))).toEqual([]);
  });

  it("say under which licence code and glossary are", () => {
    expect(textOf("LICENSE")).toMatch(/^MIT License/);
    expect(textOf("src/glossary/LICENSE")).toContain("https://creativecommons.org/licenses/by/4.0/legalcode");
    expect(JSON.parse(textOf("package.json"))).toMatchObject({ license: "MIT" });
  });

  it("name commands whose files exist", () => {
    const files = Object.values(scripts).flatMap((script) => script.match(/\b[\w./-]+\.(?:ts|mjs)\b/g) ?? []);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
});
