import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { JSON_SCHEMA_FOLDER, jsonSchemas } from "../../src/cli/json-schema.js";
import { textOf } from "../support/repository.js";

describe("the JSON Schemas for editors", () => {
  it.each([...jsonSchemas()])("%s is what the schema makes (npm run glossary:schema)", (file, text) => {
    // Compared as data: the formatter has its own opinion of lists.
    expect(JSON.parse(readFileSync(join(JSON_SCHEMA_FOLDER, file), "utf8"))).toEqual(JSON.parse(text));
  });

  it("are these and no others, and editors are told of each", () => {
    const names = [...jsonSchemas().keys()].sort();
    expect(readdirSync(JSON_SCHEMA_FOLDER).sort()).toEqual(names);
    const settings = JSON.parse(textOf(".vscode/settings.json")) as { "yaml.schemas": Record<string, string> };
    const told = Object.keys(settings["yaml.schemas"]).map((path) => path.split("/").at(-1));
    expect(told.sort()).toEqual(names);
  });

  it("refuse fields that nobody knows", () => {
    for (const [file, text] of jsonSchemas()) {
      if (file === "countries.schema.json") continue;
      expect(JSON.parse(text), file).toMatchObject({ type: "object", additionalProperties: false });
    }
  });
});
