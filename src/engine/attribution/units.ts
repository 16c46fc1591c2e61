import type { Mention } from "../annotation.js";
import { endOf, hashOf, isCapital, type Scan, startOf } from "../fold/scan.js";
import { type Entry, type Lexicon, ROLE } from "./lexicon.js";
import { type Quotation, quotationsIn } from "./quotations.js";

export type MarkSign = "comma" | "semicolon" | "colon" | "dash" | "end";

/** A sentence is read as a row of units: a name or a quotation is one, whatever is in it. */
export interface Unit {
  kind: "word" | "name" | "mark" | "quote" | "aside";
  /** UTF-16 offsets in the block. */
  start: number;
  end: number;
  roles: number;
  entry?: Entry;
  mention?: Mention;
  sign?: MarkSign;
  /** A quotation that has no closing mark in its block. */
  open?: boolean;
  /** A word or name that begins with a capital (scripts that have them). */
  capital: boolean;
  /** Letters of a particle written together with the word or name. */
  prefix: string;
  /** A genitive ending hangs on the word ("Clinton's"). */
  possessive: boolean;
  /** Letters of a conjunction written together with the word ("qu'il", "שהמחסנים"). */
  joined?: number;
  /** Hash of the (first) word; 0 where it is none. */
  hash: number;
}

/** A block cut into sentences of units. */
export interface BlockUnits {
  sentences: Unit[][];
  /** Some unit may begin a reporting clause. */
  roles: number;
  quotations: Quotation[];
}

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
/** Longer brackets are text of their own. */
const LONGEST_ASIDE = 160;

/** Cuts a block into units. @param mentions of the block, in order */
export function unitsOf(scan: Scan, mentions: readonly Mention[], lexicon: Lexicon): BlockUnits {
  const { text } = scan;
  const quotations = quotationsIn(text, lexicon.quotes).flatMap((quotation) =>
    withoutInsertions(quotation, scan, lexicon),
  );
  const units: Unit[] = [];
  let roles = 0;
  let token = 0;
  let at = 0;
  let nextQuote = 0;
  let nextMention = 0;
  const skipTo = (offset: number) => {
    while (token < scan.count && startOf(scan, token) < offset) token++;
    while (nextMention < mentions.length && (mentions[nextMention] as Mention).start < offset) nextMention++;
    at = offset;
  };
  while (at < text.length) {
    const quote = quotations[nextQuote];
    const tokenStart = token < scan.count ? startOf(scan, token) : text.length;
    // Marks and brackets before the next token.
    const until = Math.min(tokenStart, quote?.start ?? text.length);
    let aside = -1;
    for (; at < until; at++) {
      const unit = text[at] as string;
      if (OPEN.includes(unit)) {
        const close = closingBracket(text, at);
        if (
          close > 0 &&
          close - at <= LONGEST_ASIDE &&
          (quote === undefined || close <= quote.start || close >= quote.end)
        ) {
          aside = close;
          break;
        }
      }
      const sign = signAt(text, at);
      if (sign) units.push(mark(at, sign));
    }
    if (aside > 0) {
      units.push({ ...EMPTY, kind: "aside", start: at, end: aside });
      while (nextQuote < quotations.length && (quotations[nextQuote] as Quotation).start < aside) nextQuote++;
      skipTo(aside);
      continue;
    }
    if (at >= text.length) break;
    if (quote && quote.start <= at && isTitle(quote, text, units.at(-1), mentions[nextMention])) {
      // A name in quotation marks is a name.
      const mention = mentions[nextMention];
      const named = mention && mention.start < quote.end ? { mention } : {};
      units.push({
        ...EMPTY,
        kind: mention && "mention" in named ? "name" : "word",
        start: quote.start,
        end: quote.end,
        capital: true,
        ...named,
      });
      nextQuote++;
      skipTo(quote.end);
      continue;
    }
    if (quote && quote.start <= at) {
      units.push({ ...EMPTY, kind: "quote", start: quote.start, end: quote.end, open: quote.open });
      nextQuote++;
      skipTo(quote.end);
      continue;
    }
    const mention = mentions[nextMention];
    if (mention && mention.start < endOf(scan, token)) {
      let last = token;
      while (last + 1 < scan.count && startOf(scan, last + 1) < mention.end) last++;
      const end = endOf(scan, last);
      units.push({
        ...EMPTY,
        kind: "name",
        start: mention.start,
        end: mention.end,
        mention,
        capital: true,
        prefix: text.slice(startOf(scan, token), mention.start),
        possessive: isGenitive(text.slice(mention.end, end)),
      });
      nextMention++;
      skipTo(end);
      token = last + 1;
      continue;
    }
    const entry = lexicon.at(scan, token);
    const last = token + (entry ? entry.hashes.length - 1 : 0);
    const end = endOf(scan, last);
    const start = tokenStart;
    roles |= entry?.roles ?? 0;
    const joined =
      entry && entry.roles & ROLE.that ? 0 : joinedConjunction(text, start, end, lexicon, units.at(-1), entry);
    units.push({
      ...EMPTY,
      kind: "word",
      start,
      end,
      roles: (entry?.roles ?? 0) | (joined > 0 ? ROLE.that : 0),
      ...(entry ? { entry } : {}),
      ...(joined > 0 ? { joined } : {}),
      capital: isCapital(scan, token) && text[start] !== text[start]?.toLowerCase(),
      prefix: entry?.prefix ?? "",
      possessive: isGenitive(text.slice(end - 2, end)) || isGenitive(text.slice(end, end + 2)),
      hash: hashOf(scan, token),
    });
    skipTo(end);
    token = last + 1;
  }
  return { sentences: sentencesOf(units, text, lexicon), roles, quotations };
}

/** Longest name in quotation marks, in words. */
const TITLE_WORDS = 3;

/** Is a quotation only the name of somebody: a mention and nothing else, or a few words behind a noun for a speaker (newspaper "X")? */
function isTitle(
  { end, start }: Quotation,
  text: string,
  before: Unit | undefined,
  mention: Mention | undefined,
): boolean {
  const inner = text.slice(start + 1, end - 1).trim();
  if (mention && mention.start > start && mention.end < end) {
    return mention.end - mention.start >= inner.length - 2;
  }
  if (inner.split(/\s+/u).length > TITLE_WORDS || /[.,!?…؟،]/u.test(inner.at(-1) ?? ".")) return false;
  return (
    before?.kind === "word" &&
    (before.entry?.noun !== undefined || before.entry?.unnamed === "media") &&
    !/^\p{Ll}/u.test(inner)
  );
}

/** A dash behind a sign, as a reporting clause within the marks has it: «Это ложь, — ответил Асад. — …» */
const INSERTION = /[,.!?…]\s+[—–-]\s+/gu;

/** A quotation cut at the reporting clauses within its marks; whole where there are none. */
function withoutInsertions(quotation: Quotation, scan: Scan, lexicon: Lexicon): Quotation[] {
  const { end, start } = quotation;
  const text = scan.text.slice(start, end);
  const dashes = [...text.matchAll(INSERTION)].map((match) => ({
    from: start + match.index + (match[0].startsWith(",") ? 0 : 1),
    to: start + match.index + match[0].length,
  }));
  const parts: Quotation[] = [];
  let from = start;
  for (let i = 0; i < dashes.length; i++) {
    const opening = dashes[i] as (typeof dashes)[number];
    if (opening.from < from) continue;
    const token = tokenAt(scan, opening.to);
    const entry = token < scan.count ? lexicon.at(scan, token) : undefined;
    if (!entry || (entry.roles & ROLE.verb) === 0) continue;
    const closing = dashes[i + 1];
    parts.push({ start: from, end: opening.from, open: false });
    from = closing?.to ?? end;
    if (!closing) break;
  }
  if (from < end) parts.push({ start: from, end, open: quotation.open });
  return parts;
}

function tokenAt(scan: Scan, offset: number): number {
  let token = 0;
  while (token < scan.count && startOf(scan, token) < offset) token++;
  return token;
}

const EMPTY: Omit<Unit, "kind" | "start" | "end"> = {
  roles: 0,
  capital: false,
  prefix: "",
  possessive: false,
  hash: 0,
};

/**
 * Letters of a conjunction written together with a word: with an apostrophe ("qu'il") anywhere; without one (Hebrew ש) only behind a
 * reporting verb or what was said with it, since many words begin so.
 */
function joinedConjunction(
  text: string,
  start: number,
  end: number,
  lexicon: Lexicon,
  before: Unit | undefined,
  entry?: Entry,
): number {
  for (const letters of lexicon.joinedThat) {
    if (end - start <= letters.length + 2 && lexicon.joinedThat.size > 0 && !lexicon.cased) continue;
    if (text.slice(start, start + letters.length).toLowerCase() !== letters) continue;
    if (/['’]/u.test(text[start + letters.length] ?? "")) return letters.length + 1;
    const verb = before !== undefined && (before.roles & ROLE.verb) !== 0 && (before.roles & ROLE.weak) === 0;
    const reports = verb || (before !== undefined && (before.roles & ROLE.speech) !== 0);
    if (!lexicon.cased && reports && entry === undefined) return letters.length;
  }
  return 0;
}

function mark(at: number, sign: MarkSign): Unit {
  return { ...EMPTY, kind: "mark", start: at, end: at + 1, sign };
}

function signAt(text: string, at: number): MarkSign | undefined {
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

function closingBracket(text: string, open: number): number {
  const close = CLOSE[OPEN.indexOf(text[open] as string)] as string;
  const end = text.indexOf(close, open + 1);
  return end < 0 ? -1 : end + 1;
}

function isGenitive(ending: string): boolean {
  return /^['’]s?$/u.test(ending);
}

/**
 * Sentences: a row of units up to a closing sign behind which the text begins anew. A full stop behind an abbreviation or an initial does
 * not close; a quotation that ends in a sign closes where a new sentence begins behind it and no reporting word follows.
 */
function sentencesOf(units: readonly Unit[], text: string, lexicon: Lexicon): Unit[][] {
  const sentences: Unit[][] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) sentences.push(units.slice(from, to));
    from = to;
  };
  for (let i = 0; i < units.length; i++) {
    const unit = units[i] as Unit;
    const next = units[i + 1];
    if (unit.kind === "mark" && unit.sign === "end") {
      if (unit.start + 1 < text.length && text[unit.start] !== "\n" && isInner(units, i, text)) continue;
      // A quotation directly behind "said." would be another sentence; behind a space it is, too.
      if (next?.kind === "mark" && next.sign === "end") continue;
      close(i + 1);
    } else if (unit.kind === "quote" && next && endsInside(text, unit) && next.kind !== "mark") {
      if (beginsAnew(units, i + 1, lexicon)) close(i + 1);
    }
  }
  close(units.length);
  return sentences;
}

/** Does the sentence go on behind this full stop? */
function isInner(units: readonly Unit[], i: number, text: string): boolean {
  const stop = units[i] as Unit;
  const before = units[i - 1];
  const next = units[i + 1];
  if (text[stop.start] !== ".") {
    // "…" and "!" within a sentence: what follows begins small.
    return next?.kind === "word" && !next.capital && /^\p{Ll}/u.test(text.slice(next.start, next.start + 1));
  }
  if (!/\s/.test(text[stop.end] ?? " ") && next?.kind !== "quote" && /\p{L}|\p{N}/u.test(text[stop.end] ?? " ")) {
    // No space follows: "U.S", "CNNIndonesia.com"; but a sentence may follow a small letter without space.
    return !(next?.capital && before !== undefined && before.end - before.start > 2 && !before.capital);
  }
  if (before?.kind === "word" && before.end === stop.start) {
    if (before.roles & ROLE.abbreviation) return true;
    const word = text.slice(before.start, before.end);
    if (/^\p{Lu}$/u.test(word)) return true;
  }
  return next?.kind === "word" && !next.capital && /^\p{Ll}/u.test(text.slice(next.start, next.start + 1));
}

function endsInside(text: string, quote: Unit): boolean {
  const before = text[quote.end - 2] ?? "";
  return SIGNS[before] === "end";
}

const TAIL = 6;

/** Does a new sentence begin at a unit behind a quotation that ended in a full stop? Not where its reporting clause follows. */
function beginsAnew(units: readonly Unit[], i: number, lexicon: Lexicon): boolean {
  const first = units[i] as Unit;
  if (first.kind === "quote") return true;
  if (first.roles & (ROLE.verb | ROLE.relayBy | ROLE.accordingBefore)) return false;
  if (lexicon.cased && !first.capital && first.kind !== "aside") return false;
  // "…!" Clinton said.
  for (let j = i; j < Math.min(units.length, i + TAIL); j++) {
    const unit = units[j] as Unit;
    if (unit.kind === "quote") return true;
    if (unit.kind === "mark") return unit.sign !== "comma";
    if (unit.roles & ROLE.verb) {
      const next = units[j + 1];
      return !(next === undefined || (next.kind === "mark" && next.sign === "end"));
    }
  }
  return true;
}
