export type MarkSign = "comma" | "semicolon" | "colon" | "dash" | "end";

const SIGNS: Record<string, MarkSign> = {
  ",": "comma",
  "،": "comma",
  "、": "comma",
  ";": "semicolon",
  "؛": "semicolon",
  ":": "colon",
  "：": "colon",
  "—": "dash",
  "–": "dash",
  ".": "end",
  "!": "end",
  "?": "end",
  "؟": "end",
  "…": "end",
  "۔": "end",
  "。": "end",
};

const OPEN = "([（";
const CLOSE = ")]）";

/** The sign at an offset, if it divides a text there. */
export function signAt(text: string, at: number): MarkSign | undefined {
  const unit = text[at] as string;
  if (unit === "-") {
    // A hyphen between spaces, or two of them, is a dash.
    const isDash = /\s/.test(text[at - 1] ?? " ") && /\s|-/.test(text[at + 1] ?? " ");
    return isDash ? "dash" : undefined;
  }
  if (unit === "\n") return text[at - 1] === "\n" ? "end" : undefined;
  const sign = SIGNS[unit];
  // "3.5", "10:30" and "2,000" hold numbers together.
  if (sign && /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? "")) return undefined;
  return sign;
}

/** Can a character end a sentence, wherever it stands? */
export function isEndSign(character: string): boolean {
  return SIGNS[character] === "end";
}

/** Where the bracket that opens at an offset ends, behind its closing mark; undefined where none opens, or it is never closed. */
export function bracketEnd(text: string, open: number): number | undefined {
  const pair = OPEN.indexOf(text[open] as string);
  if (pair < 0) return undefined;
  const close = text.indexOf(CLOSE[pair] as string, open + 1);
  return close < 0 ? undefined : close + 1;
}
