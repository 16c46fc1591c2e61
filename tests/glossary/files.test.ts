import { describe, expect, it } from "vitest";
import { readGlossary } from "../../src/cli/glossary-files.js";
import { glossaryFolder } from "../support/glossary-folder.js";

/** A term as a contributor writes it: the smallest record there is. */
const TERM = `\
names: { en: Usurper, id: Perebut, ar: مغتصب }
description: { en: A loaded word, id: Kata bermuatan, ar: كلمة محملة }
note: { en: A note., id: Catatan., ar: ملاحظة. }
sort: loaded
references:
  - id: r1
    url: https://example.com/
    publisher: Example
    supports: the word
    published: 2017-11
    opened: 2024-01-31
reviewed: 2024-01
`;
const FILE = "terms/usurper.yaml";

/** What is said of the file when it is read as the record of a term. */
const saidOf = (text: string) => readGlossary(glossaryFolder({ [FILE]: text })).problems;
const change = (from: string, to: string) => {
  expect(TERM).toContain(from);
  return TERM.replace(from, to);
};

/** Name of the row, the text, everything that is said of it. */
type Row = [name: string, text: string, says: string[]];

const fields: Row[] = [
  ["an unknown field", `${TERM}author: me\n`, ['Unknown field "author".']],
  [
    "an unknown field deep inside",
    change("publisher:", "author: me\n    publisher:"),
    ['Unknown field "references.0.author".'],
  ],
  ["a field of another type of record", `${TERM}kind: group\n`, ['Unknown field "kind".']],
  ["a missing field", change("sort: loaded\n", ""), ['Field "sort" is missing.']],
  ["a missing language", change(", ar: ملاحظة. ", ""), ['Field "note.ar" is missing.']],
  [
    "no reference at all",
    TERM.replace(/references:[\s\S]*(?=reviewed)/, "references: []\n"),
    ['"references" has no reference.'],
  ],
  [
    "a claim without a reference",
    `${TERM}facts: [{ says: It is so., references: [] }]\n`,
    ['"facts.0.references" names no reference.'],
  ],
  [
    "spaces at the end of an alias",
    `${TERM}aliases: { en: ["Usurpers "] }\n`,
    ['"aliases.en.0" has spaces at its ends.'],
  ],
  ["an empty list of aliases", `${TERM}aliases: { en: [] }\n`, ['"aliases.en" is an empty list.']],
  [
    "a language by its English name",
    `${TERM}aliases: { english: [Usurpers] }\n`,
    ['"aliases.english" is not a language tag.'],
  ],
  [
    "an alias with a misspelled quality",
    `${TERM}aliases: { en: [{ text: Usurpers, use: brief }] }\n`,
    ['"aliases.en.0" has a form that the schema does not know: {"text":"Usurpers","use":"brief"}.'],
  ],
  [
    "an address that is not the web's",
    change("https://example.com/", "ftp://example.com/"),
    ['"references.0.url" is not an http(s) address.'],
  ],
  [
    "two complaints at once",
    `${change("sort: loaded\n", "")}author: me\n`,
    ['Field "sort" is missing.', 'Unknown field "author".'],
  ],
];

const yaml: Row[] = [
  ["a month stays a string", TERM, []],
  [
    "a year without quotes is a number",
    change("published: 2017-11", "published: 2017"),
    ['"references.0.published" has a form that the schema does not know: 2017.'],
  ],
  ["a year in quotes is a year", change("published: 2017-11", 'published: "2017"'), []],
  ["a month that does not exist", change("reviewed: 2024-01", "reviewed: 2024-13"), ['"reviewed" is not YYYY-MM.']],
  ["a day where a month is asked", change("reviewed: 2024-01", "reviewed: 2024-01-31"), ['"reviewed" is not YYYY-MM.']],
  ["an anchor", change("names: {", "names: &names {"), ["Anchors and aliases are not used here."]],
  [
    "an anchor and its use",
    change("note: { en: A note., id: Catatan., ar: ملاحظة. }", "asserts: &same { en: a, id: b, ar: c }\nnote: *same"),
    ["Anchors and aliases are not used here.", "Anchors and aliases are not used here."],
  ],
  ["a tag of one's own", change("sort: loaded", "sort: !sort loaded"), ["The tag !sort is not used here."]],
  ["a tag of YAML's", change("sort: loaded", "sort: !!str loaded"), ["The tag !!str is not used here."]],
  [
    "a key that is there twice",
    `${TERM}sort: technical\n`,
    ["This is not YAML: Map keys must be unique at line 13, column 1:"],
  ],
  ["a file that is empty", "", ["The file is not a record: it has no fields."]],
  ["a file that is a list", "- a\n- b\n", ["The file is not a record: it has no fields."]],
];

describe("reading a file of the glossary", () => {
  describe.each([
    ["fields", fields],
    ["YAML", yaml],
  ])("%s", (_, rows) => {
    it.each(rows)("%s", (_name, text, says) => {
      expect(saidOf(text)).toEqual(says.map((sentence) => ({ file: FILE, sentence })));
    });
  });

  it("leaves out what does not fit and keeps the rest", () => {
    const folder = glossaryFolder({ [FILE]: TERM, "terms/tyrant.yaml": `${TERM}author: me\n` });
    const { files, glossary, problems } = readGlossary(folder);
    expect(glossary.terms.map(({ id }) => id)).toEqual(["usurper"]);
    expect(files).toEqual(new Map([["usurper", FILE]]));
    expect(problems).toHaveLength(1);
  });

  it.each([["NO"], ["on"], ["off"], ["yes"], ["y"], ["2017-11"], ["1e3x"], ["0o17x"]])(
    "keeps %s a string",
    (written) => {
      const { glossary, problems } = readGlossary(glossaryFolder({ [FILE]: `${TERM}aliases: { en: [${written}] }\n` }));
      expect(problems).toEqual([]);
      expect(glossary.terms[0]?.aliases).toEqual({ en: [written] });
    },
  );

  it("keeps the country code of Norway a key and a value", () => {
    const folder = glossaryFolder({
      "countries.yaml": "NO:\n  aliases: { en: [Norway] }\n",
      "entities/group/usurpers.yaml": `kind: group\ncountry: NO\n${change("sort: loaded\n", "")}`,
    });
    const { glossary, problems } = readGlossary(folder);
    expect(problems).toEqual([]);
    expect([...glossary.countries.keys()]).toEqual(["NO"]);
    expect(glossary.entities[0]?.country).toBe("NO");
  });

  it.each([
    ["entities/person/usurpers.yaml", 'The kind is "group", the folder says "person".'],
    ["entities/usurpers.yaml", 'The kind is "group", the folder says "usurpers.yaml".'],
    ["entities/group/Usurpers.yaml", "The file name is not a valid id."],
    ["entities/group/the_usurpers.yaml", "The file name is not a valid id."],
  ])("refuses %s", (file, sentence) => {
    const folder = glossaryFolder({ [file]: `kind: group\n${change("sort: loaded\n", "")}` });
    expect(readGlossary(folder).problems).toEqual([{ file, sentence }]);
  });
});
