import { buildFoldTable, type FoldTable } from "../fold/table.js";
import { compileIndex, type Spelling } from "../index/compile.js";
import { IndexError, packIndex } from "../index/pack.js";

/**
 * `spellings.json`: what the index is compiled from. The index is four times as large and, being hashes, does not compress; so the
 * list is packed, and the index is compiled from it where it is used. Columns, since they compress best: what
 * belongs to the spelling number n stands at n in each.
 */
export interface SpellingsFile {
  /** The same as in the records and names of one build. */
  stamp: number;
  /** Languages by number; 0 is `und`. */
  languages: string[];
  /** Different spellings, a line each. */
  texts: string;
  /** Forms that are no spelling of the glossary's but made from one: transliterations, a line each. */
  forms: string;
  /** Number of the record, less that of the spelling before. */
  records: number[];
  /** Line of the spelling in `texts`, less that of the spelling before. */
  lines: number[];
  /** Line in `forms`, plus one; 0 where the text itself is meant. */
  formLines: number[];
  languageNumbers: number[];
  flags: number[];
  rules: number[];
  /** 1: also found with one letter wrong. */
  slips: number[];
}

type Column = "records" | "lines" | "formLines" | "languageNumbers" | "flags" | "rules" | "slips";
const COLUMNS: readonly Column[] = ["records", "lines", "formLines", "languageNumbers", "flags", "rules", "slips"];

/** Packs spellings. Those of one record should stand together. */
export function packSpellings(
  spellings: readonly Spelling[],
  languages: readonly string[],
  stamp: number,
): SpellingsFile {
  const texts = new Lines();
  const forms = new Lines();
  const file: SpellingsFile = {
    stamp,
    languages: [...languages],
    texts: "",
    forms: "",
    records: [],
    lines: [],
    formLines: [],
    languageNumbers: [],
    flags: [],
    rules: [],
    slips: [],
  };
  let [record, line] = [0, 0];
  for (const spelling of spellings) {
    const at = texts.add(spelling.text);
    file.records.push(spelling.record - record);
    file.lines.push(at - line);
    file.formLines.push(spelling.form === undefined ? 0 : forms.add(spelling.form) + 1);
    file.languageNumbers.push(spelling.language);
    file.flags.push(spelling.flags);
    file.rules.push(spelling.rules ?? 0);
    file.slips.push(spelling.slips ? 1 : 0);
    [record, line] = [spelling.record, at];
  }
  return { ...file, texts: texts.joined(), forms: forms.joined() };
}

/**
 * The spellings of a packed list.
 * @throws IndexError where the list is broken
 */
export function unpackSpellings(file: SpellingsFile): Spelling[] {
  const broken = () => new IndexError("The list of names is damaged.");
  const isWhole =
    Array.isArray(file.languages) &&
    typeof file.texts === "string" &&
    typeof file.forms === "string" &&
    COLUMNS.every((column) => Array.isArray(file[column]) && file[column].length === file.records.length);
  if (!isWhole) throw broken();
  const texts = file.texts.split("\n");
  const forms = file.forms.split("\n");
  let [record, line] = [0, 0];
  return file.records.map((step, i): Spelling => {
    record += step;
    line += file.lines[i] as number;
    const formLine = file.formLines[i] as number;
    const language = file.languageNumbers[i] as number;
    const [text, form, languageTag] = [texts[line], forms[formLine - 1], file.languages[language]];
    if (text === undefined || languageTag === undefined || (formLine !== 0 && form === undefined)) throw broken();
    return {
      record,
      text,
      ...(form === undefined ? {} : { form }),
      language,
      languageTag,
      flags: file.flags[i] as number,
      rules: file.rules[i] as number,
      slips: file.slips[i] === 1,
    };
  });
}

/**
 * Compiles the index from its list: a second or so, and the same bytes wherever it is done.
 * @throws IndexError where the list is broken
 */
export function unfoldIndex(file: SpellingsFile, table: FoldTable = buildFoldTable()): ArrayBuffer {
  const spellings = unpackSpellings(file);
  try {
    return packIndex(compileIndex(spellings, table), file.stamp);
  } catch (error) {
    // The build has compiled the same list: what does not fit the layout has been changed since.
    if (error instanceof RangeError) throw new IndexError(`The list of names is damaged: ${error.message}.`);
    throw error;
  }
}

/** Different texts, numbered as they come. */
class Lines {
  private readonly numbers = new Map<string, number>();

  add(text: string): number {
    if (text.includes("\n")) throw new RangeError(`"${text}" has more than one line`);
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  joined(): string {
    return [...this.numbers.keys()].join("\n");
  }
}
