import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFoldTable } from "../../src/engine/fold/table.js";
import { compileIndex, type Spelling } from "../../src/engine/index/compile.js";
import { IndexError, openIndex, packIndex } from "../../src/engine/index/pack.js";
import {
  packSpellings,
  type SpellingsFile,
  unfoldIndex,
  unpackSpellings,
} from "../../src/engine/knowledge/spelling-list.js";

const table = buildFoldTable();
const LANGUAGES = ["und", "en", "ar"];
const word = fc.stringMatching(/^[A-Za-zء-غف-ي]{1,12}( [A-Za-z]{1,8}){0,2}$/);
const spelling: fc.Arbitrary<Spelling> = fc
  .record({
    record: fc.nat(40),
    text: word,
    form: fc.option(word, { nil: undefined }),
    language: fc.nat(LANGUAGES.length - 1),
    flags: fc.nat(255),
    rules: fc.nat(2 ** 30),
    slips: fc.boolean(),
  })
  .map(({ form, language, ...rest }) => ({
    ...rest,
    ...(form === undefined ? {} : { form }),
    language,
    languageTag: LANGUAGES[language] as string,
  }));

/** As it comes out of the package. */
const packaged = (file: SpellingsFile) => JSON.parse(JSON.stringify(file)) as SpellingsFile;
const listOf = (...texts: string[]) =>
  packaged(
    packSpellings(
      texts.map((text, record) => ({ record, text, language: 0, languageTag: "und", flags: 0 })),
      LANGUAGES,
      7,
    ),
  );

describe("the list of names in the package", () => {
  it("gives back the spellings that it was made of", () => {
    fc.assert(
      fc.property(fc.array(spelling, { maxLength: 30 }), (spellings) => {
        expect(unpackSpellings(packaged(packSpellings(spellings, LANGUAGES, 1)))).toEqual(spellings);
      }),
    );
  });

  it("gives the index that its spellings give", () => {
    fc.assert(
      fc.property(fc.array(spelling, { maxLength: 60 }), (spellings) => {
        const file = packaged(packSpellings(spellings, LANGUAGES, 1));
        const straight = Buffer.from(packIndex(compileIndex(spellings, table), 1));
        expect(straight.equals(new Uint8Array(unfoldIndex(file, table)))).toBe(true);
      }),
    );
  });

  it("carries the stamp of its build into the index", () => {
    expect(openIndex(unfoldIndex(listOf("Daesh"), table)).stamp).toBe(7);
  });

  it("takes no spelling of more than one line", () => {
    expect(() => listOf("Da\nesh")).toThrow(RangeError);
  });

  it.each<[what: string, change: (file: SpellingsFile) => unknown]>([
    ["is no list", () => ({})],
    ["lacks its texts", (file) => ({ ...file, texts: undefined })],
    ["has columns of different length", (file) => ({ ...file, flags: [] })],
    ["names a line that is not there", (file) => ({ ...file, lines: [0, 5] })],
    ["names a form that is not there", (file) => ({ ...file, formLines: [0, 2] })],
    ["names a language that is not there", (file) => ({ ...file, languageNumbers: [0, 9] })],
    ["has a spelling without letters", (file) => ({ ...file, texts: "Daesh\n--" })],
    ["has more records than an index holds", (file) => ({ ...file, records: [0, 70_000] })],
  ])("says that it is damaged where it %s", (_, change) => {
    const file = change(listOf("Daesh", "Raqqa")) as SpellingsFile;
    expect(() => unfoldIndex(file, table)).toThrow(IndexError);
    expect(() => unfoldIndex(file, table)).toThrow("damaged");
  });
});
