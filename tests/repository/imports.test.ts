import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { codeFiles, runningCode, textOf } from "../support/repository.js";

/** Each room and the rooms from which it may import, types included. Neighbours never import each other. */
const ROOMS: Record<string, readonly string[]> = {
  glossary: [],
  engine: ["glossary"],
  page: ["engine", "glossary"],
  ui: ["engine", "glossary", "_locales"],
  shared: ["engine", "glossary", "_locales"],
  background: ["page", "ui", "shared", "engine", "glossary"],
  content: ["page", "ui", "shared", "engine", "glossary"],
  // What an extension page shows of a tab: connected views that popup and panel share.
  tab: ["ui", "shared", "engine", "glossary"],
  popup: ["tab", "page", "ui", "shared", "engine", "glossary"],
  panel: ["tab", "page", "ui", "shared", "engine", "glossary"],
  options: ["page", "ui", "shared", "engine", "glossary"],
  welcome: ["page", "ui", "shared", "engine", "glossary"],
  cli: ["page", "ui", "shared", "engine", "glossary"],
};

/** Packages that a room may import. Node's own modules are the command line's alone. */
const PACKAGES: Record<string, readonly RegExp[]> = {
  glossary: [/^valibot$/],
  engine: [],
  page: [/^@mozilla\/readability\//],
  background: [/^idb-keyval$/],
  ui: [/^preact(\/|$)/],
  shared: [/^valibot$/, /^preact\/hooks$/, /^webextension-polyfill$/],
  cli: [/^node:/, /^valibot$/, /^yaml$/, /^linkedom$/, /^@valibot\/to-json-schema$/, /^@rapideditor\/country-coder$/],
};
const OF_ENTRIES = [/^preact(\/|$)/];

/** The only files that touch the browser's extension interface. */
const SEAM = ["src/shared/browser.ts", "src/shared/extension.ts", "src/shared/store.ts", "src/shared/wire.ts"];

interface Import {
  file: string;
  room: string;
  specifier: string;
  /** Path from the repository's folder, for imports within it. */
  target?: string;
}

const IMPORT =
  /^(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*["'`]([^"'`]+)["'`]\s*\)/gm;

/** The same in running code, which has no lines. */
const RUNNING_IMPORT = /\b(?:import|export)\b[^;"]*?\bfrom\s*"([^"]+)"|\bimport\s*"([^"]+)"/g;

const files = codeFiles("src");
const imports: Import[] = files.flatMap((file) =>
  [...textOf(file).matchAll(IMPORT)].map((match): Import => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? "";
    const room = roomOf(file);
    if (!specifier.startsWith(".")) return { file, room, specifier };
    return { file, room, specifier, target: posix.join(posix.dirname(file), specifier) };
  }),
);

function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

const told = ({ file, specifier }: Import) => `${file} imports ${specifier}`;

describe("the rooms of the source", () => {
  it("are the known ones", () => {
    expect(imports.length).toBeGreaterThan(100);
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in ROOMS))).toEqual([]);
  });

  it.each(Object.entries(ROOMS))("%s imports from %j and from itself", (room, allowed) => {
    const wrong = imports.filter(({ room: from, target }) => {
      if (from !== room || target === undefined) return false;
      return !target.startsWith("src/") || ![room, ...allowed].includes(roomOf(target));
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it("use the packages that are theirs", () => {
    const wrong = imports.filter(({ room, specifier, target }) => {
      if (target !== undefined) return false;
      return !(PACKAGES[room] ?? OF_ENTRIES).some((known) => known.test(specifier));
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it("reach the browser through four files", () => {
    const reaching = imports.filter(({ specifier }) => specifier === "webextension-polyfill").map(({ file }) => file);
    expect(reaching).toEqual(SEAM);
    const globals = files.filter(
      (file) => !file.endsWith("/browser-shim.ts") && /\bchrome\.|globalThis\.browser/.test(runningCode(file)),
    );
    expect(globals).toEqual([]);
  });

  it("write endings as the bundler and Node read them", () => {
    const wrong = imports.filter(({ target }) => target !== undefined && !/\.(js|json)$/.test(target));
    expect(wrong.map(told)).toEqual([]);
  });

  it("never import in a circle while running", () => {
    expect(circles()).toEqual([]);
  });
});

describe("the engine and the glossary are pure", () => {
  /** Names of the page, the browser, the clock, chance, the network and Node; not where they are properties or keys. */
  const OUTSIDE =
    /(?<![.\w$])(?:document|window|navigator|localStorage|indexedDB|fetch|setTimeout|setInterval|process|performance|crypto|Date\.now|Math\.random|new Date\(\))(?![\w$]|\s*:)/g;
  const STRINGS = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

  it.each(codeFiles("src/engine", "src/glossary"))("%s asks nothing of the world", (file) => {
    expect([...runningCode(file).replace(STRINGS, '""').matchAll(OUTSIDE)].map(([name]) => name)).toEqual([]);
  });
});

/** Circles among imports that remain when types are gone. */
function circles(): string[] {
  const known = new Set(files);
  const edges = new Map(
    files.map((file) => [
      file,
      [...runningCode(file).matchAll(RUNNING_IMPORT)]
        .map((match) => match[1] ?? match[2] ?? "")
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => posix.join(posix.dirname(file), specifier).replace(/\.js$/, ""))
        .flatMap((path) => [`${path}.ts`, `${path}.tsx`].filter((candidate) => known.has(candidate))),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push([...trail.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return found;
}
