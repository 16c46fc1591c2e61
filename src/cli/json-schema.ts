import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { type ConversionConfig, toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import {
  ConflictRecord,
  CountryFile,
  EntityRecord,
  LanguageRules,
  SourceRecord,
  SpellingRules,
  TermRecord,
} from "../glossary/schema.js";
import { GLOSSARY_FOLDER } from "./glossary-files.js";

/** Where the schemas for editors lie. */
export const JSON_SCHEMA_FOLDER = join(GLOSSARY_FOLDER, "json-schema");

const SCHEMAS: Record<string, [title: string, schema: v.GenericSchema]> = {
  "entity.schema.json": ["A group, force, government, person, place, body, party or event", EntityRecord],
  "source.schema.json": ["An outlet, agency or monitor", SourceRecord],
  "conflict.schema.json": ["A war or armed conflict", ConflictRecord],
  "term.schema.json": ["A loaded or technical word", TermRecord],
  "language.schema.json": ["Rules of one language", LanguageRules],
  "spelling.schema.json": ["How names of other scripts are written in Latin letters", SpellingRules],
  "countries.schema.json": ["What CLDR does not say of states", CountryFile],
};

/** What JSON Schema has no words for is left to the lint: checks of our own, and patterns that ignore case. */
const CONVERSION: ConversionConfig = {
  typeMode: "input",
  ignoreActions: ["check"],
  overrideAction: ({ jsonSchema, valibotAction }) =>
    "requirement" in valibotAction && valibotAction.requirement instanceof RegExp && valibotAction.requirement.flags
      ? jsonSchema
      : undefined,
};

/** Text of every JSON Schema that editors complete and check records by, by file name: made from the one schema there is. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([file, [title, schema]]) => {
      const { $schema, ...rest } = toJsonSchema(schema, CONVERSION);
      return [file, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}

// `npm run glossary:schema`
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(JSON_SCHEMA_FOLDER, { recursive: true });
  for (const [file, text] of jsonSchemas()) writeFileSync(join(JSON_SCHEMA_FOLDER, file), text);
  console.log(`${jsonSchemas().size} schemas written to ${relative(process.cwd(), JSON_SCHEMA_FOLDER)}.`);
}
