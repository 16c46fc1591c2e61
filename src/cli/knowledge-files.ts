import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuiltKnowledge, buildKnowledge } from "../engine/knowledge/build.js";
import type { NamesFile } from "../engine/knowledge/files.js";
import { type Knowledge, openKnowledge } from "../engine/knowledge/open.js";
import {
  type BareRecordsFile,
  type ReferencesFile,
  referencesOf,
  withoutReferences,
  withReferences,
} from "../engine/knowledge/references.js";
import { NOTE_LANGUAGES, type NoteLanguage } from "../glossary/schema.js";
import { cldrCountries, cldrCountryName } from "./countries.js";
import { GLOSSARY_FOLDER, readGlossary } from "./glossary-files.js";

/** Names of the files that the build writes beside the extension and that the background reads. */
const SPELLINGS_FILE = "spellings.json";
const NAMES_FILE = "names.json";
const REFERENCES_FILE = "references.json";
/** The command line keeps the index itself, as the extension does outside its package. */
const INDEX_FILE = "names.bin";
const recordsFile = (language: NoteLanguage): string => `records.${language}.json`;

/**
 * Compiles the glossary of a folder.
 * @throws Error with every problem in it where the glossary has files that do not fit the schema: nothing half-read is shipped
 */
export function compileGlossary(folder = GLOSSARY_FOLDER): BuiltKnowledge {
  const { glossary, problems } = readGlossary(folder);
  if (problems.length > 0) {
    throw new Error(
      ["The glossary does not fit its schema:", ...problems.map(({ file, sentence }) => `  ${file}: ${sentence}`)].join(
        "\n",
      ),
    );
  }
  return buildKnowledge(glossary, cldrCountries([...glossary.languages.keys()]), cldrCountryName);
}

/** Writes compiled knowledge to a folder, as it is packaged. */
export function writeKnowledge(built: BuiltKnowledge, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, SPELLINGS_FILE), JSON.stringify(built.spellings));
  writeFileSync(join(folder, NAMES_FILE), JSON.stringify(built.names));
  writeFileSync(join(folder, REFERENCES_FILE), JSON.stringify(referencesOf(built.records.en)));
  for (const language of NOTE_LANGUAGES) {
    writeFileSync(join(folder, recordsFile(language)), JSON.stringify(withoutReferences(built.records[language])));
  }
}

/**
 * Opens knowledge that the command line keeps in a folder.
 * @throws Error where files are missing, IndexError where they are broken or of different builds
 */
function readKnowledge(folder: string, reader: NoteLanguage): Knowledge {
  const bytes = readFileSync(join(folder, INDEX_FILE));
  const index = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(index).set(bytes);
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const records = withReferences(json(recordsFile(reader)) as BareRecordsFile, json(REFERENCES_FILE) as ReferencesFile);
  return openKnowledge(index, json(NAMES_FILE) as NamesFile, records);
}

/** What compiled knowledge depends on; and where the command line keeps its own copy. */
const SOURCES = [GLOSSARY_FOLDER, join(dirname(GLOSSARY_FOLDER), "engine"), dirname(fileURLToPath(import.meta.url))];
const KEPT = join(dirname(GLOSSARY_FOLDER), "../dist/knowledge");

/** Knowledge as the working tree has it: what was compiled before, or compiled now where a source is newer. */
export function freshKnowledge(reader: NoteLanguage): Knowledge {
  const built = statSync(join(KEPT, INDEX_FILE), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.some((folder) => newestIn(folder) > built)) {
    console.error("Compiling the glossary …");
    const started = new Date();
    const built = compileGlossary();
    writeKnowledge(built, KEPT);
    writeFileSync(join(KEPT, INDEX_FILE), new Uint8Array(built.index));
    // What changes while it is compiled is newer.
    utimesSync(join(KEPT, INDEX_FILE), started, started);
  }
  return readKnowledge(KEPT, reader);
}

function newestIn(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => statSync(join(folder, file)).mtimeMs),
  );
}
