import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeFiles, ROOT, repositoryFiles, runningCode, textOf } from "../support/repository.js";

/** Most lines of a file of code: past that it has a second subject. No file is excepted. */
const MOST_LINES = 300;
/** The one reader of files of the package; everything else that could speak to a network is absent. */
const PACKAGE_READER = "src/shared/extension.ts";

/** Files whose folders are those of a reader who does not exist. */
const INVENTED_FOLDERS = ["tests/tools/find.test.ts"];

const own = codeFiles("src", "tests", "tools").concat("build.mjs");
const texts = repositoryFiles().filter((file) => !/\.(png|bin|woff2?|ico)$/.test(file));

/** Patterns are put together here, so that this file does not find itself. */
const pattern = (...parts: string[]) => new RegExp(parts.join(""), "m");

describe("the network", () => {
  it.each(codeFiles("src"))("%s speaks to none", (file) => {
    const code = runningCode(file);
    expect(code).not.toMatch(
      /\b(XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts)\b/,
    );
    expect(code).not.toMatch(/\bimport\(\s*["'`](https?:)?\/\//);
    expect(code).not.toMatch(/\b(src|href)\s*[=:]\s*["'`]https?:\/\/[^"'`]+\.(js|css|png|jpe?g|svg|woff2?)\b/);
    const fetched = [...code.matchAll(/\bfetch\(([^;]*)/g)].map((match) => match[1] ?? "");
    if (file === PACKAGE_READER) {
      expect(fetched).toHaveLength(1);
      expect(fetched[0]).toMatch(/^browser\.runtime\.getURL\(/);
    } else expect(fetched).toEqual([]);
  });

  it("is asked for by no style", () => {
    const loading = repositoryFiles().filter((file) => /\.(css|html)$/.test(file) && file.startsWith("src/"));
    for (const file of loading) expect(textOf(file), file).not.toMatch(/@import|url\(|https?:\/\//);
  });
});

describe("the code", () => {
  it.each([
    ["silences the compiler", pattern("@ts-", "(ignore|nocheck|expect-error)")],
    ["gives up types", pattern("\\bas ", "any\\b|<", "any>|: ", "any\\b(?=[;,)=\\s])")],
    ["leaves a test out", pattern("\\b(it|describe|test)\\.", "(only|todo)\\b|\\bx", "(it|describe)\\(")],
  ])("nowhere %s", (_, forbidden) => {
    expect(own.filter((file) => forbidden.test(withoutProse(textOf(file))))).toEqual([]);
  });

  it("silences the linter nowhere in what ships", () => {
    expect(codeFiles("src").filter((file) => pattern("biome-", "ignore").test(textOf(file)))).toEqual([]);
  });

  it.each(codeFiles("src"))("%s turns no text into markup or code", (file) => {
    expect(runningCode(file)).not.toMatch(
      /\b(innerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe)\b|outerHTML\s*=|document\.write|\beval\(|new Function\(/,
    );
  });

  it(`has no file of more than ${MOST_LINES} lines`, () => {
    const long = own.map((file) => [file, textOf(file).trimEnd().split("\n").length] as const);
    expect(long.filter(([, lines]) => lines > MOST_LINES)).toEqual([]);
  });

  it("has names in lower case, joined by hyphens", () => {
    expect(
      own.filter((file) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(file)),
    ).toEqual([]);
  });
});

describe("the repository", () => {
  it("names no folder of anybody's machine", () => {
    const folder = pattern("(?<![\\w.*:/}-])/(work|root|home|Users)", "/[a-z]");
    expect(texts.filter((file) => !INVENTED_FOLDERS.includes(file) && folder.test(textOf(file)))).toEqual([]);
  });

  it("keeps nothing that a build makes, nor leftovers of an editor", () => {
    const wrong = repositoryFiles().filter((file) =>
      /(^|\/)(dist|out|node_modules)\/|\.(orig|rej|bak|swp|log|tmp)$|~$|\.DS_Store$/.test(file),
    );
    expect(wrong).toEqual([]);
  });

  const seeds = join(ROOT, "../shared/seed");
  it.skipIf(!existsSync(seeds))("shares no eight words with the article it was tried on", () => {
    const windows = new Set(readdirSync(seeds).flatMap((file) => windowsOf(readFileSync(join(seeds, file), "utf8"))));
    expect(windows.size).toBeGreaterThan(100);
    const sharing = texts.flatMap((file) =>
      windowsOf(textOf(file))
        .filter((words) => windows.has(words))
        .map((words) => `${file}: ${words}`),
    );
    expect(sharing).toEqual([]);
  });
});

/** Comments may speak of any thing; strings and code may not do it. */
function withoutProse(text: string): string {
  return text.replace(/^\s*\*.*$|\/\*\*.*?\*\/|(?<=\s)\/\/ (?!@ts|biome).*$/gm, "");
}

/** Every run of eight words, without case and punctuation. */
function windowsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(7).map((_, i) => words.slice(i, i + 8).join(" "));
}
