import type { LanguageRules } from "../../glossary/schema.js";
import { foldedLetters } from "../fold/letters.js";
import { hashLetters } from "../fold/scan.js";
import type { FoldTable } from "../fold/table.js";
import { foldDeclension, type Inflection } from "./inflection.js";

/** An affix, folded and ready to be compared with folded units. */
export interface FoldedAffix {
  units: number[];
  restore: number[];
  /** Fewest units that must remain. */
  stem: number;
  /** An apostrophe must stand between affix and stem. */
  apostrophe: boolean;
  /** Goes with spellings of the language only. */
  own: boolean;
  /** As the language file has it. */
  text: string;
}

/** The rules of one language, indexed by the folded unit at which they can apply, so that other tokens cost nothing. */
export interface FoldedRules {
  /** By first unit of the token. */
  prefixes: Map<number, FoldedAffix[]>;
  /** By last unit of the token. */
  suffixes: Map<number, FoldedAffix[]>;
  /** By last unit of the token. */
  inflections: Map<number, Inflection[]>;
  /** Bits of `EDGE` at each unit: a look-up for each token must cost nothing. */
  edges: Uint8Array;
  reduplication: boolean;
  /** Short spellings of other languages count only for records without a name in this one. */
  ownSpellings: boolean;
  /** A bit for this language and for each whose own spellings count in it. */
  own: number;
  /** A bit for each language whose spellings decline in this one: its own, `und` and English. */
  declined: number;
  /** Hashes of words that stand before a person's name, and of the language's frequent words. */
  titles: ReadonlySet<number>;
  functionWords: ReadonlySet<number>;
  /** Folded phrases before and after the name of a source that is cited, of all languages: pages quote each other's agencies. */
  citing: { before: readonly string[]; after: readonly string[] };
  capitalNouns: boolean;
  /** Hashes of endings that, hung on by a zero-width non-joiner, make another word of a name. */
  otherWordEndings: ReadonlySet<number>;
}

/** What can begin or end at a unit. */
export const EDGE = {
  prefix: 1,
  suffix: 2,
  /** A suffix that asks for an apostrophe. */
  apostropheSuffix: 4,
  /** An ending of inflected names. */
  inflection: 8,
} as const;

const APOSTROPHE = /['’]/u;

/** Folds a language's rules by the same table as the names. @param shared what hangs on the other languages too */
export function foldRules(
  rules: LanguageRules,
  table: FoldTable,
  shared: Pick<FoldedRules, "own" | "declined" | "citing">,
): FoldedRules {
  const hashes = (words: readonly string[]) => new Set(words.map((word) => hashLetters(table, word, 0, word.length)));
  const folded: FoldedRules = {
    edges: new Uint8Array(65536),
    prefixes: new Map(),
    suffixes: new Map(),
    inflections: foldDeclension(rules, table),
    reduplication: rules.reduplication === true,
    ownSpellings: rules.own_spellings === true,
    ...shared,
    titles: hashes(rules.titles ?? []),
    functionWords: hashes(rules.function_words),
    capitalNouns: rules.capital_nouns === true,
    otherWordEndings: hashes(rules.other_word_endings ?? []),
  };
  const units = (text: string): number[] => Array.from(foldedLetters(table, text), (letter) => letter.charCodeAt(0));
  const add = (map: Map<number, FoldedAffix[]>, at: number | undefined, affix: FoldedAffix, edge: number) => {
    if (at === undefined) return;
    map.set(at, [...(map.get(at) ?? []), affix]);
    folded.edges[at]! |= edge;
  };
  for (const last of folded.inflections.keys()) folded.edges[last]! |= EDGE.inflection;
  for (const { own: isOwn, restore, stem, text } of rules.prefixes ?? []) {
    const own = units(text);
    const common = { restore: units(restore ?? ""), stem, own: isOwn === true, text };
    const apostrophe = APOSTROPHE.test(text.at(-1) ?? "");
    add(folded.prefixes, own[0], { ...common, units: own, apostrophe }, EDGE.prefix);
  }
  for (const { own: isOwn, restore, stem, text } of rules.suffixes ?? []) {
    const own = units(text);
    const common = { restore: units(restore ?? ""), stem, own: isOwn === true, text };
    const apostrophe = APOSTROPHE.test(text[0] ?? "");
    const edge = apostrophe ? EDGE.apostropheSuffix : EDGE.suffix;
    add(folded.suffixes, own.at(-1), { ...common, units: own, apostrophe }, edge);
  }
  return folded;
}

/** The rules of a language that has none. */
export function noRules(): FoldedRules {
  return {
    edges: new Uint8Array(65536),
    prefixes: new Map(),
    suffixes: new Map(),
    inflections: new Map(),
    reduplication: false,
    ownSpellings: false,
    own: 0,
    declined: 0,
    titles: new Set(),
    functionWords: new Set(),
    citing: { before: [], after: [] },
    capitalNouns: false,
    otherWordEndings: new Set(),
  };
}
