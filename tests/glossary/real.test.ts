import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { GLOSSARY_FOLDER, readGlossary } from "../../src/cli/glossary-files.js";
import { lintMeans } from "../../src/cli/lint-means.js";
import { type AnyRecord, allRecords } from "../../src/glossary/glossary.js";
import { countWords } from "../../src/glossary/lint/texts.js";
import { lintGlossary } from "../../src/glossary/lint.js";
import { DESCRIPTION_MAX_WORDS, NOTE_LANGUAGES, NOTE_MAX_WORDS } from "../../src/glossary/schema.js";

const { files, glossary, problems } = readGlossary();
const records = allRecords(glossary);
/** Letters of the script in which a text of the language is written. */
const SCRIPT = { en: /\p{Script=Latin}/u, id: /\p{Script=Latin}/u, ar: /\p{Script=Arabic}/u };

/** Records that fail, by file: one look at the failure says what to mend. */
const failing = (isWrong: (record: AnyRecord) => boolean) =>
  records.filter(isWrong).map(({ id }) => files.get(id) ?? id);

describe("the glossary that ships", () => {
  it("is read whole", () => {
    expect(problems).toEqual([]);
    const written = readdirSync(GLOSSARY_FOLDER, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".yaml") && dirname(file) !== "." && !file.startsWith("languages"),
    );
    expect(records).toHaveLength(written.length);
  });

  it("passes the lint", () => {
    expect(lintGlossary(glossary, lintMeans(files))).toEqual([]);
  });

  it("has records of every type", () => {
    const { conflicts, entities, sources, terms } = glossary;
    for (const list of [entities, sources, conflicts, terms]) expect(list).not.toEqual([]);
  });

  it.each(NOTE_LANGUAGES)("says everything in %s, in the script of the language, within its length", (language) => {
    const inScript = (text: string) => SCRIPT[language].test(text);
    expect(
      failing(
        ({ description, note }) =>
          !inScript(note?.[language] ?? description[language]) || !inScript(description[language]),
      ),
    ).toEqual([]);
    expect(failing(({ note }) => countWords(note?.[language] ?? "") > NOTE_MAX_WORDS)).toEqual([]);
    expect(failing(({ description }) => countWords(description[language]) > DESCRIPTION_MAX_WORDS)).toEqual([]);
    expect(failing(({ names }) => names[language].trim() === "")).toEqual([]);
  });

  it("says in no language what another one says word for word", () => {
    expect(failing(({ note }) => note !== undefined && new Set([note.en, note.id, note.ar]).size < 3)).toEqual([]);
  });

  it("names languages by tags that CLDR knows", () => {
    const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });
    const tags = (record: AnyRecord) => [...Object.keys(record.names), ...Object.keys(record.aliases ?? {})];
    const isUnknown = (tag: string) => tag !== "und" && languages.of(tag) === undefined;
    expect(failing((record) => tags(record).some(isUnknown))).toEqual([]);
  });

  it("opened every page after it was published, and in the month of the review at the latest", () => {
    const isBefore = (a: string, b: string) => a < b.slice(0, a.length);
    expect(
      failing(({ references }) =>
        references.some(({ opened, published }) => published !== "undated" && isBefore(opened, published)),
      ),
    ).toEqual([]);
    expect(failing(({ references, reviewed }) => references.some(({ opened }) => isBefore(reviewed, opened)))).toEqual(
      [],
    );
  });

  it("rests no contested word on one page alone: terms and conflicts have two publishers or more", () => {
    const publishers = ({ references }: AnyRecord) => new Set(references.map(({ publisher }) => publisher)).size;
    expect(
      [...glossary.terms, ...glossary.conflicts].filter((record) => publishers(record) < 2).map(({ id }) => id),
    ).toEqual([]);
  });

  it("has one default language for each script", () => {
    const defaults = [...glossary.languages.values()].filter(({ default_for_script }) => default_for_script);
    const scripts = defaults.map(({ script }) => script);
    expect(new Set(scripts).size).toBe(scripts.length);
  });

  it("keeps nothing but records beside the records", () => {
    const stray = ["entities", "sources", "conflicts", "terms", "languages"].flatMap((folder) =>
      readdirSync(join(GLOSSARY_FOLDER, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith(".yaml"))
        .map(({ name }) => `${folder}/${name}`),
    );
    expect(stray).toEqual([]);
  });
});
