import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { isAlias, isMap, isNode, parseDocument, visit } from "yaml";
import { type Glossary, NO_SPELLING } from "../glossary/glossary.js";
import { schemaSentence } from "../glossary/lint/problem.js";
import type { Problem } from "../glossary/lint.js";
import {
  ConflictRecord,
  CountryFile,
  EntityRecord,
  LanguageRules,
  SourceRecord,
  SpellingRules,
  TermRecord,
} from "../glossary/schema.js";

/** Where the records lie. */
export const GLOSSARY_FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../glossary");

export interface GlossaryReading {
  glossary: Glossary;
  problems: Problem[];
  /** File of each record, relative to the glossary's folder. */
  files: Map<string, string>;
}

const FOLDERS = { entities: EntityRecord, sources: SourceRecord, conflicts: ConflictRecord, terms: TermRecord };

/**
 * Reads every record. A file that cannot be read or does not fit the schema becomes a problem and is left out; the others stay.
 * @param folder the glossary's folder; tests give their own
 */
export function readGlossary(folder = GLOSSARY_FOLDER): GlossaryReading {
  const glossary: Glossary = {
    entities: [],
    sources: [],
    conflicts: [],
    terms: [],
    languages: new Map(),
    spelling: NO_SPELLING,
    countries: new Map(),
  };
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  const read = <S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | undefined => {
    const complain = (sentence: string) => problems.push({ file, sentence });
    const value = parseYaml(readFileSync(join(folder, file), "utf8"), complain);
    if (value === undefined) return undefined;
    const checked = v.safeParse(schema, value);
    if (checked.success) return checked.output;
    for (const issue of checked.issues) complain(schemaSentence(issue));
    return undefined;
  };

  for (const [name, schema] of Object.entries(FOLDERS)) {
    for (const file of yamlFiles(folder, name)) {
      const record = read(file, schema);
      if (record === undefined) continue;
      const id = basename(file, ".yaml");
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) problems.push({ file, sentence: "The file name is not a valid id." });
      const kind = file.split("/")[1];
      if (name === "entities" && (record as EntityRecord).kind !== kind) {
        problems.push({ file, sentence: `The kind is "${(record as EntityRecord).kind}", the folder says "${kind}".` });
      }
      files.set(id, file);
      (glossary[name as keyof typeof FOLDERS] as unknown[]).push({ ...record, id });
    }
  }
  for (const file of yamlFiles(folder, "languages")) {
    const rules = read(file, LanguageRules);
    if (rules) glossary.languages.set(basename(file, ".yaml"), rules);
  }
  glossary.spelling = read("spelling.yaml", SpellingRules) ?? NO_SPELLING;
  const countries = read("countries.yaml", CountryFile);
  if (countries) for (const [code, names] of Object.entries(countries)) glossary.countries.set(code, names);
  return { glossary, problems, files };
}

function yamlFiles(folder: string, under: string): string[] {
  return readdirSync(join(folder, under), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) =>
      relative(folder, join(folder, under, file))
        .split(sep)
        .join("/"),
    )
    .sort();
}

/** YAML 1.2 core schema without anchors, aliases and tags: what is written is what is meant. */
function parseYaml(text: string, complain: (sentence: string) => void): unknown {
  const document = parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: true });
  for (const { message } of document.errors) complain(`This is not YAML: ${message.split("\n")[0]}`);
  if (document.errors.length > 0) return undefined;
  visit(document, (_, node) => {
    if (isAlias(node) || (isNode(node) && "anchor" in node && node.anchor))
      complain("Anchors and aliases are not used here.");
    if (isNode(node) && node.tag !== undefined) {
      complain(`The tag ${node.tag.replace("tag:yaml.org,2002:", "!!")} is not used here.`);
    }
  });
  if (!isMap(document.contents)) {
    complain("The file is not a record: it has no fields.");
    return undefined;
  }
  return document.toJS();
}
