import { describe, expect, it } from "vitest";
import { cldrCountryName } from "../../src/cli/countries.js";
import { buildKnowledge } from "../../src/engine/knowledge/build.js";
import { referencesOf, withoutReferences, withReferences } from "../../src/engine/knowledge/references.js";
import { entity, glossaryOf, REFERENCE } from "../support/records.js";

describe("references", () => {
  const { records } = buildKnowledge(glossaryOf({ entities: [entity()] }), [], cldrCountryName);

  it("are packed once for all languages, and put back as they were", () => {
    const packed = JSON.parse(JSON.stringify([withoutReferences(records.ar), referencesOf(records.en)]));
    expect(JSON.stringify(packed[0])).not.toContain(REFERENCE.url);
    expect(withReferences(packed[0], packed[1])).toEqual(records.ar);
  });

  it("of another build are refused", () => {
    const references = { ...referencesOf(records.en), stamp: records.en.stamp + 1 };
    expect(() => withReferences(withoutReferences(records.en), references)).toThrow("different builds");
  });
});
