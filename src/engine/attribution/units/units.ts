import type { Mention } from "../../annotation.js";
import { endOf, hashOf, isCapital, type Scan, startOf } from "../../fold/scan.js";
import { type Lexicon, ROLE } from "../lexicon.js";
import { withoutInsertions } from "./insertions.js";
import { joinedConjunction } from "./joined-conjunction.js";
import { bracketEnd, signAt } from "./marks.js";
import { isTitle, type Quotation, quotationsIn } from "./quotations.js";
import { sentencesOf } from "./sentences.js";
import { type Unit, unitOf } from "./unit.js";

/** A block cut into sentences of units. */
export interface BlockUnits {
  sentences: Unit[][];
  /** Some unit may begin a reporting clause. */
  roles: number;
  quotations: Quotation[];
}

/** Longer brackets are text of their own. */
const LONGEST_ASIDE = 160;

/** Cuts a block into units. @param mentions of the block, in order */
export function unitsOf(scan: Scan, mentions: readonly Mention[], lexicon: Lexicon): BlockUnits {
  const quotations = quotationsIn(scan.text, lexicon.quotes).flatMap((quotation) =>
    withoutInsertions(quotation, scan, lexicon),
  );
  const units = new Cutter(scan, mentions, quotations, lexicon).cut();
  const roles = units.reduce((all, { entry }) => all | (entry?.roles ?? 0), 0);
  return { sentences: sentencesOf(units, scan.text, lexicon), roles, quotations };
}

/** Goes through a block once, with a place in its text, its tokens, its quotations and its mentions. */
class Cutter {
  private readonly text: string;
  private readonly units: Unit[] = [];
  private at = 0;
  private token = 0;
  private nextQuote = 0;
  private nextMention = 0;

  constructor(
    private readonly scan: Scan,
    private readonly mentions: readonly Mention[],
    private readonly quotations: readonly Quotation[],
    private readonly lexicon: Lexicon,
  ) {
    this.text = scan.text;
  }

  cut(): Unit[] {
    while (this.at < this.text.length) {
      const aside = this.marks();
      if (aside !== undefined) {
        this.aside(aside);
        continue;
      }
      if (this.at >= this.text.length) break;
      const quote = this.quotations[this.nextQuote];
      const mention = this.mentions[this.nextMention];
      if (quote && quote.start <= this.at) this.quotation(quote, mention);
      else if (mention && mention.start < endOf(this.scan, this.token)) this.name(mention);
      else this.word();
    }
    return this.units;
  }

  /** Takes the marks before the next token or quotation. Out: where a bracket ends that opens there, if one does. */
  private marks(): number | undefined {
    const { scan, text, token } = this;
    const quote = this.quotations[this.nextQuote];
    const tokenStart = token < scan.count ? startOf(scan, token) : text.length;
    const until = Math.min(tokenStart, quote?.start ?? text.length);
    for (; this.at < until; this.at++) {
      const close = bracketEnd(text, this.at);
      if (
        close !== undefined &&
        close - this.at <= LONGEST_ASIDE &&
        (quote === undefined || close <= quote.start || close >= quote.end)
      )
        return close;
      const sign = signAt(text, this.at);
      if (sign) this.push("mark", this.at, this.at + 1).sign = sign;
    }
    return undefined;
  }

  private aside(end: number): void {
    this.push("aside", this.at, end);
    while (this.nextQuote < this.quotations.length && (this.quotations[this.nextQuote] as Quotation).start < end)
      this.nextQuote++;
    this.skipTo(end);
  }

  private quotation(quote: Quotation, mention: Mention | undefined): void {
    const { end, open, start } = quote;
    if (isTitle(quote, this.text, this.units.at(-1), mention)) {
      // A name in quotation marks is a name.
      const named = mention && mention.start < end ? mention : undefined;
      const unit = this.push(named ? "name" : "word", start, end);
      unit.capital = true;
      unit.mention = named;
    } else this.push("quote", start, end).open = open;
    this.nextQuote++;
    this.skipTo(end);
  }

  private name(mention: Mention): void {
    const { scan, text, token } = this;
    let last = token;
    while (last + 1 < scan.count && startOf(scan, last + 1) < mention.end) last++;
    const end = endOf(scan, last);
    const unit = this.push("name", mention.start, mention.end);
    unit.mention = mention;
    unit.capital = true;
    unit.prefix = text.slice(startOf(scan, token), mention.start);
    unit.possessive = isGenitive(text, mention.end, end);
    this.nextMention++;
    this.skipTo(end);
    this.token = last + 1;
  }

  private word(): void {
    const { scan, text, token } = this;
    const entry = this.lexicon.at(scan, token);
    const last = token + (entry ? entry.hashes.length - 1 : 0);
    const start = startOf(scan, token);
    const end = endOf(scan, last);
    const joined =
      entry && entry.roles & ROLE.that
        ? 0
        : joinedConjunction(text, start, end, this.lexicon, this.units.at(-1), entry);
    const unit = this.push("word", start, end);
    unit.roles = (entry?.roles ?? 0) | (joined > 0 ? ROLE.that : 0);
    unit.entry = entry;
    unit.joined = joined;
    unit.capital = isCapital(scan, token) && text[start] !== text[start]?.toLowerCase();
    unit.prefix = entry?.prefix ?? "";
    unit.possessive = isGenitive(text, end - 2, end) || isGenitive(text, end, end + 2);
    unit.hash = hashOf(scan, token);
    this.skipTo(end);
    this.token = last + 1;
  }

  private push(kind: Unit["kind"], start: number, end: number): Unit {
    const unit = unitOf(kind, start, end);
    this.units.push(unit);
    return unit;
  }

  /** Goes on at an offset: tokens and mentions that begin before it are done. */
  private skipTo(offset: number): void {
    const { mentions, scan } = this;
    while (this.token < scan.count && startOf(scan, this.token) < offset) this.token++;
    while (this.nextMention < mentions.length && (mentions[this.nextMention] as Mention).start < offset)
      this.nextMention++;
    this.at = offset;
  }
}

/** Is what stands there an apostrophe, alone or with an s? */
function isGenitive(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  if (mark !== APOSTROPHE && mark !== RIGHT_QUOTE) return false;
  return end === start + 1 || (end === start + 2 && text[start + 1] === "s");
}

const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
