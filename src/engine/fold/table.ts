/**
 * The fold table: for each UTF-16 unit its class and its folded form. Built once, with the index, and carried
 * inside it, so that names and pages are always folded by the same table (computing it costs some 60–90 ms).
 */

/** Classes of UTF-16 units, as the scanner needs them. */
export const UNIT = {
  /** Space, hyphen and the like: ends a token, but a name may go on behind it. */
  soft: 0,
  /** Punctuation that no name runs across. */
  hard: 1,
  /** A letter or digit. */
  letter: 2,
  /** A character that is a token by itself (Han, kana). */
  single: 3,
  /** Dropped, and part of the letter before it: combining marks, tatweel, zero-width joiner. */
  mark: 4,
  /** Dropped inside a word, outside a name at its edge: apostrophes and formatting characters. */
  apostrophe: 5,
  /** Full stop: soft inside initials, hard at the end of a sentence. */
  dot: 6,
  /** Quotation mark that Hebrew also uses inside acronyms. */
  quote: 7,
} as const;

/** Most units that one folds to. The few ligatures that stand for whole phrases (ﷺ) end a word instead. */
export const LONGEST_EXPANSION = 3;

export interface FoldTable {
  /** Class of each UTF-16 unit. */
  classes: Uint8Array;
  /** Folded unit; 1 says that the unit folds to several, found in `expansions`. */
  units: Uint16Array;
  /** Units that fold to several (ß → ss). */
  expansions: Map<number, string>;
}

const APOSTROPHES = "'’‘‛`´ʼʻʽʾʿʹ′׳՚＇";
const FORMATS = "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
const SOFT =
  " \t\n\r\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200c-‐‑‒–_·・&";
const DOTS = ".。．";
const QUOTES = '"“”„״';

/** Letters that Unicode's decomposition leaves apart but that spellings of one name exchange freely. */
const LETTERS: Record<string, string> = {
  // Latin
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "n",
  ə: "e",
  // Arabic: alef maksura and ya, ta marbuta and ha, Persian, Urdu and Kurdish forms
  ى: "ي",
  ی: "ي",
  ې: "ي",
  ے: "ي",
  ة: "ه",
  ہ: "ه",
  ھ: "ه",
  ە: "ه",
  ۃ: "ه",
  ک: "ك",
  ٱ: "ا",
  گ: "ك",
  // Cyrillic
  ґ: "г",
};

/** Computes the table. Pure; the result depends on the Unicode version of the running engine. */
export function buildFoldTable(): FoldTable {
  const classes = new Uint8Array(65536).fill(UNIT.hard);
  const units = new Uint16Array(65536);
  const expansions = new Map<number, string>();
  const letter = /^[\p{L}\p{N}]/u;
  const mark = /^\p{M}/u;
  const single = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  const marks = /\p{M}+/gu;
  for (let unit = 0; unit < 65536; unit++) {
    // Surrogates: emoji and scripts outside the basic plane end a word.
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    const character = String.fromCharCode(unit);
    if (mark.test(character) || unit === 0x640 || unit === 0x200d) {
      classes[unit] = UNIT.mark;
    } else if (single.test(character)) {
      classes[unit] = UNIT.single;
      const composed = character.normalize("NFKC");
      // A few compatibility ideographs compose to characters outside the basic plane: those stay as they are.
      units[unit] = composed.length === 1 ? composed.charCodeAt(0) : unit;
    } else if (letter.test(character) && !APOSTROPHES.includes(character)) {
      classes[unit] = UNIT.letter;
      const folded = foldLetter(character, unit, marks);
      // A circled ideograph is an ideograph.
      if ([...folded].some((part) => single.test(part))) {
        classes[unit] = folded.length === 1 ? UNIT.single : UNIT.hard;
        if (folded.length === 1) units[unit] = folded.charCodeAt(0);
      } else if (folded.length === 1) units[unit] = folded.charCodeAt(0);
      else if (folded.length > LONGEST_EXPANSION) classes[unit] = UNIT.hard;
      else if (folded.length > 1) {
        units[unit] = 1;
        expansions.set(unit, folded);
      } else classes[unit] = UNIT.mark;
    }
  }
  const assign = (characters: string, value: number) => {
    for (const character of characters) classes[character.charCodeAt(0)] = value;
  };
  assign(APOSTROPHES, UNIT.apostrophe);
  assign(FORMATS, UNIT.apostrophe);
  assign(SOFT, UNIT.soft);
  assign(DOTS, UNIT.dot);
  assign(QUOTES, UNIT.quote);
  return { classes, units, expansions };
}

function foldLetter(character: string, unit: number, marks: RegExp): string {
  // Hangul would fall apart into jamo.
  const decomposed = unit >= 0xac00 && unit <= 0xd7a3 ? character : character.normalize("NFKD");
  const bare = decomposed.replace(marks, "").toLowerCase().replace(marks, "");
  let folded = "";
  // Presentation forms decompose to letters and, some, to spaces, tatweel and apostrophes.
  for (const part of bare) {
    if (/[\p{L}\p{N}]/u.test(part) && part !== "\u0640" && !APOSTROPHES.includes(part))
      folded += LETTERS[part] ?? digit(part);
  }
  return folded;
}

/** Arabic-Indic and other decimal digits as ASCII, so that "الفرقة ٣٠" and "الفرقة 30" are one. */
function digit(character: string): string {
  if (!/\p{Nd}/u.test(character)) return character;
  const unit = character.charCodeAt(0);
  // Decimal digits stand in runs of ten that begin at a zero.
  let zero = unit;
  while (unit - zero < 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--;
  return String(unit - zero);
}
