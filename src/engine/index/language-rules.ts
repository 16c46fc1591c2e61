import type { LanguageRules } from "../../glossary/schema.js";
import type { Scanner } from "../fold/scan.js";

/** An affix, folded and ready to be compared with folded units. */
export interface FoldedAffix {
  units: number[];
  restore: number[];
  /** Fewest units that must remain. */
  stem: number;
  /** An apostrophe must stand between affix and stem. */
  apostrophe: boolean;
  /** As the language file has it. */
  text: string;
}

/** The rules of one language, indexed by the folded unit at which they can apply, so that other tokens cost nothing. */
export interface FoldedRules {
  /** By first unit of the token. */
  prefixes: Map<number, FoldedAffix[]>;
  /** By last unit of the token. */
  suffixes: Map<number, FoldedAffix[]>;
  /** 1 at each unit that some prefix begins with, some suffix ends with: a look-up for each token must cost nothing. */
  begins: Uint8Array;
  ends: Uint8Array;
  reduplication: boolean;
  /** Affixes go with this language's own spellings only. */
  ownNamesOnly: boolean;
}

const APOSTROPHE = /['’]/u;

/** Folds a language's rules by the same table as the names. */
export function foldRules(rules: LanguageRules, scanner: Scanner): FoldedRules {
  const folded: FoldedRules = {
    begins: new Uint8Array(65536),
    ends: new Uint8Array(65536),
    prefixes: new Map(),
    suffixes: new Map(),
    reduplication: rules.reduplication === true,
    ownNamesOnly: rules.own_names_only === true,
  };
  const units = (text: string): number[] => {
    const scan = scanner.scan(text);
    return Array.from(scan.units.subarray(0, scan.count === 0 ? 0 : scan.last[scan.count - 1]));
  };
  const add = (map: Map<number, FoldedAffix[]>, at: number | undefined, affix: FoldedAffix) => {
    if (at !== undefined) map.set(at, [...(map.get(at) ?? []), affix]);
  };
  for (const { restore, stem, text } of rules.prefixes ?? []) {
    const own = units(text);
    const affix = {
      units: own,
      restore: units(restore ?? ""),
      stem,
      apostrophe: APOSTROPHE.test(text.at(-1) ?? ""),
      text,
    };
    add(folded.prefixes, own[0], affix);
  }
  for (const { restore, stem, text } of rules.suffixes ?? []) {
    const own = units(text);
    const affix = { units: own, restore: units(restore ?? ""), stem, apostrophe: APOSTROPHE.test(text[0] ?? ""), text };
    add(folded.suffixes, own.at(-1), affix);
  }
  for (const unit of folded.prefixes.keys()) folded.begins[unit] = 1;
  for (const unit of folded.suffixes.keys()) folded.ends[unit] = 1;
  return folded;
}

/** The rules of a language that has none. */
export function noRules(): FoldedRules {
  const none = new Uint8Array(65536);
  return {
    begins: none,
    ends: none,
    prefixes: new Map(),
    suffixes: new Map(),
    reduplication: false,
    ownNamesOnly: false,
  };
}
