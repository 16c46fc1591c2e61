import { readFileSync } from "node:fs";
import { join } from "node:path";
import { iso1A2Code } from "@rapideditor/country-coder";
import * as v from "valibot";
import { parse } from "yaml";
import { foldText } from "../engine/fold/letters.js";
import { Scanner } from "../engine/fold/scan.js";
import { buildFoldTable } from "../engine/fold/table.js";
import type { LintMeans } from "../glossary/lint.js";
import { EditorialRules } from "../glossary/schema.js";
import { GLOSSARY_FOLDER } from "./glossary-files.js";

/** What the lint needs beside the records: folding, borders, the editorial word lists. @param files file of each record, by id */
export function lintMeans(files: ReadonlyMap<string, string>): LintMeans {
  const scanner = new Scanner(buildFoldTable());
  return {
    fileOf: (id) => files.get(id) ?? id,
    fold: (text) => foldText(text, scanner),
    countryAt: (lat, lon) => iso1A2Code([lon, lat]) ?? undefined,
    editorial: v.parse(EditorialRules, parse(readFileSync(join(GLOSSARY_FOLDER, "editorial.yaml"), "utf8"))),
  };
}
