import type { Mention } from "../annotation.js";
import type { Scan } from "../fold/scan.js";
import type { Knowledge } from "../knowledge/open.js";
import type { ReadClaims, ReadSentence } from "./block-claims.js";
import { casualtiesIn, kindsIn } from "./content-kinds.js";
import { dayOf } from "./days.js";
import { type Comparable, differencesOf } from "./differences.js";
import { type Lexicon, ROLE } from "./lexicon.js";
import type { FoundClaim, TextSpan } from "./sentence/found-claim.js";
import type { Head } from "./sentence/head.js";
import { type Speaker, Speakers } from "./speakers.js";
import type { Standings } from "./standing.js";
import type { Unit } from "./units/unit.js";
import type { Claim, ClaimKind, PlacedSpan, Voice, VoiceGroup, Voices, Words } from "./voices.js";

/** A block with all that was read in it. */
export interface BlockWithClaims {
  id: number;
  text: string;
  scan: Scan;
  mentions: readonly Mention[];
  lexicon: Lexicon;
  read: ReadClaims;
}

/** Longest content that is carried along for showing, in UTF-16 units; the spans say where all of it stands. */
const SHOWN = 600;
/** Fewest words of a quotation that goes on, and of a sentence that states a fact. */
const GOES_ON_WORDS = 3;
const STATEMENT_UNITS = 6;

/** Joins the claims of all blocks to the claims of a page. */
export class ClaimLinker {
  private readonly speakers: Speakers;
  private readonly claims: Claim[] = [];
  private readonly comparable: Comparable[] = [];
  private readonly unattributed: Words[] = [];
  private place = 0;

  /** @param published the page's day, where it is known */
  constructor(
    private readonly knowledge: Knowledge,
    private readonly standings: Standings,
    private readonly published: string | undefined,
  ) {
    this.speakers = new Speakers((record) => this.kindOf(record));
  }

  /** Adds the next block of the story. */
  add(block: BlockWithClaims): void {
    this.place++;
    const { id, mentions, read, text } = block;
    this.speakers.mention(mentions, text, id, this.place);
    let last: Claim | undefined;
    for (const [number, sentence] of read.sentences.entries()) {
      const before = this.claims.length;
      for (const found of sentence.claims) this.take(found, sentence, block);
      if (this.claims.length > before) last = this.claims.at(-1);
      else if (!this.quotationGoesOn(sentence, block, last, number)) this.maybeUnattributed(sentence, block);
    }
  }

  voices(): Pick<Voices, "claims" | "unattributed" | "differences"> {
    return {
      claims: this.claims,
      unattributed: this.unattributed,
      differences: differencesOf(this.comparable, (record) => this.standings.nameOf(record)),
    };
  }

  private take(found: FoundClaim, sentence: ReadSentence, block: BlockWithClaims): void {
    const { id, text } = block;
    const place = (span: TextSpan): PlacedSpan => ({ block: id, start: span.start, end: span.end });
    const spans = found.content.map(place);
    if (spans.length === 0) return;
    const near = this.namedIn(block, sentence);
    const speaker = found.source
      ? this.speakers.speaker(found.source, text, id, this.place)
      : found.goesOn
        ? this.speakers.unspoken(found.cue?.start ?? 0, this.place)
        : undefined;
    // A verb without a subject, and nobody to go back to: nothing can be said of who says it.
    if (found.goesOn && !speaker) return;
    const kinds = this.kindsOf(found, speaker, block);
    const day = dayOf(found, sentence.units, text, this.published);
    const claim: Claim = {
      content: { text: clipped(found.content.map(({ end, start }) => text.slice(start, end)).join(" ")), at: spans },
      ...(found.cue ? { cue: { text: text.slice(found.cue.start, found.cue.end), at: place(found.cue) } } : {}),
      source: speaker ? this.voice(speaker, near) : { ...NOBODY },
      via: this.relays(found, speaker, block, near),
      speech: found.speech,
      kinds,
      ...(day ? { day: { text: text.slice(day.start, day.end), at: place(day), date: day.date } } : {}),
      ...(found.earlier ? { earlier: true as const } : {}),
    };
    if (
      speaker &&
      kinds.includes("announcement") &&
      claim.source.group !== "party" &&
      claim.source.group !== "official"
    ) {
      claim.kinds = kinds.filter((kind) => kind !== "announcement");
    }
    this.push(claim, block, found);
    for (const record of found.source?.also ?? []) {
      const voice = this.voice({ ...(speaker as Speaker), record, type: "named" }, near);
      this.push({ ...claim, source: voice }, block, found);
    }
  }

  /** The relays of a claim; one that goes back to the speaker of the last came the same way, unless it names its own. */
  private relays(
    found: FoundClaim,
    speaker: Speaker | undefined,
    block: BlockWithClaims,
    near: ReadonlySet<string>,
  ): Voice[] {
    if (found.via.length === 0) return [...(speaker?.via ?? [])];
    const via = found.via.map((head) => this.relay(head, block, near));
    if (speaker) speaker.via = via;
    return via;
  }

  private push(claim: Claim, { lexicon, mentions, scan }: BlockWithClaims, { content }: FoundClaim): void {
    const number = this.claims.push(claim) - 1;
    const span = content[0] as TextSpan;
    const places = mentions
      .filter(({ end, record, start }) => start >= span.start && end <= span.end && this.kindOf(record) === "place")
      .map(({ record }) => record);
    if (claim.earlier || claim.source.type === "nobody") return;
    const casualties = casualtiesIn(scan, span, lexicon);
    this.comparable.push({ claim, number, places, ...(casualties ? { casualties } : {}) });
  }

  /** A sentence that is all quotation, behind a quotation whose speaker was told, in this block or the one before. */
  private quotationGoesOn(
    sentence: ReadSentence,
    { id, text }: BlockWithClaims,
    last: Claim | undefined,
    number: number,
  ): boolean {
    const [first] = sentence.units.filter(({ kind }) => kind !== "mark");
    if (first?.kind !== "quote" || text.slice(first.start, first.end).split(/\s+/u).length < GOES_ON_WORDS)
      return false;
    if (sentence.units.some((unit) => unit.kind !== "mark" && unit !== first)) return false;
    const at = { block: id, start: first.start, end: first.end };
    const quoted = text.slice(first.start, first.end);
    if (last && last.speech !== "indirect") {
      last.content.at.push(at);
      last.content.text = clipped(`${last.content.text} ${quoted}`);
      return true;
    }
    const previous = this.claims.at(-1);
    const speaker = this.speakers.last(this.place);
    if (number > 0 || !previous || !speaker || previous.speech === "indirect" || previous.source.type === "nobody")
      return false;
    this.speakers.goesOn(speaker, this.place);
    this.claims.push({
      content: { text: clipped(quoted), at: [at] },
      source: { ...previous.source, sure: false },
      via: previous.via,
      speech: "direct",
      kinds: [],
    });
    return true;
  }

  /** A sentence that states a fact of the report's own kind (control, fighting, casualties …) and names nobody for it. */
  private maybeUnattributed(
    { end, start, units }: ReadSentence,
    { id, lexicon, mentions, scan, text }: BlockWithClaims,
  ): void {
    const last = units.at(-1) as Unit;
    if (units.length < STATEMENT_UNITS || last.kind !== "mark" || last.sign !== "end") return;
    if (units.some(({ roles }) => roles & (ROLE.impersonal | ROLE.earlier))) return;
    if (!mentions.some((mention) => mention.start >= start && mention.end <= end)) return;
    const kinds = kindsIn(scan, { start, end }, lexicon).filter((kind) => kind !== "image");
    if (kinds.length > 0)
      this.unattributed.push({ text: clipped(text.slice(start, end)), at: { block: id, start, end } });
  }

  private kindsOf(found: FoundClaim, speaker: Speaker | undefined, { lexicon, scan }: BlockWithClaims): ClaimKind[] {
    const kinds = new Set<ClaimKind>();
    for (const span of found.content) for (const kind of kindsIn(scan, span, lexicon)) kinds.add(kind);
    if (found.cue && kindsIn(scan, found.cue, lexicon).includes("responsibility")) kinds.add("responsibility");
    const ofAct = found.act === "show" && speaker?.type !== "document" ? undefined : KIND_OF_ACT[found.act];
    if (ofAct) kinds.add(ofAct);
    if (speaker?.type === "intelligence") kinds.add("intelligence");
    return [...kinds];
  }

  private relay(head: Head, { id, text }: BlockWithClaims, near: ReadonlySet<string>): Voice {
    const at = { block: id, start: head.start, end: head.end };
    return this.voice(
      {
        words: { text: text.slice(head.start, head.end), at },
        type: head.type,
        sure: head.probable !== true,
        block: this.place,
        ...(head.record === undefined ? {} : { record: head.record }),
      },
      near,
    );
  }

  private voice({ meant, of: owner, record, sure, type, words }: Speaker, near: ReadonlySet<string>): Voice {
    // "Moscow said": a place speaks for the state that sits there.
    const known = owner === undefined ? undefined : this.knowledge.byId.get(owner);
    const of = known?.kind === "place" ? known.about : owner;
    const detail = record === undefined ? undefined : this.knowledge.records.records[record];
    const speaksForState = type === "official";
    const own = record === undefined ? [] : this.standings.of(record, speaksForState, near);
    const ties =
      own.length > 0 || of === undefined
        ? own
        : this.standings
            .of(of, true, near)
            .map((tie) => ({ ...tie, by: { record: of, name: this.standings.nameOf(of) } }));
    return {
      text: words?.text ?? "",
      ...(words ? { at: words.at } : {}),
      type,
      group: this.groupOf(type, record, of, ties),
      ...(record === undefined ? {} : { record, name: this.standings.nameOf(record) }),
      ...(of === undefined ? {} : { of: { record: of, name: this.standings.nameOf(of) } }),
      ...(meant ? { meant } : {}),
      ...(detail?.function ? { function: detail.function } : {}),
      ...(detail?.description ? { description: detail.description } : {}),
      ties,
      sure,
    };
  }

  private groupOf(
    type: Voice["type"],
    record: string | undefined,
    of: string | undefined,
    ties: Voice["ties"],
  ): VoiceGroup {
    if (type === "nobody") return "nobody";
    if (ties.some(({ relation }) => relation === "party")) return "party";
    const kind = record === undefined ? undefined : this.kindOf(record);
    if (kind === "monitor" || kind === "outlet") return kind;
    if (kind === "government" || kind === "force" || kind === "country") return "official";
    if (record !== undefined) {
      const does = this.knowledge.records.records[record]?.function;
      return GROUP_OF_FUNCTION[does ?? ""] ?? "other";
    }
    if (type === "fighter" && this.standings.any) return "party";
    if (type === "media") return "outlet";
    if (type === "named") {
      const owner = of === undefined ? undefined : this.kindOf(of);
      return owner === "government" || owner === "country" || owner === "force"
        ? "official"
        : owner === "monitor"
          ? "monitor"
          : "other";
    }
    return type === "document" ? "other" : "unnamed";
  }

  private namedIn({ mentions }: BlockWithClaims, { end, start }: ReadSentence): Set<string> {
    return new Set(
      mentions.filter((mention) => mention.start >= start && mention.end <= end).map(({ record }) => record),
    );
  }

  private kindOf(record: string): string | undefined {
    return this.knowledge.byId.get(record)?.kind;
  }
}

/** Persons and bodies by what they do. */
const GROUP_OF_FUNCTION: Partial<Record<string, VoiceGroup>> = {
  official_person: "official",
  government_body: "official",
  armed_forces: "official",
  monitor: "monitor",
  wire_agency: "outlet",
  broadcaster: "outlet",
  newspaper: "outlet",
  news_site: "outlet",
};

const NOBODY: Voice = { text: "", type: "nobody", group: "nobody", ties: [], sure: true };

const KIND_OF_ACT: Partial<Record<FoundClaim["act"], ClaimKind>> = {
  announce: "announcement",
  deny: "denial",
  accuse: "accusation",
  forecast: "forecast",
  show: "finding",
};

function clipped(text: string): string {
  const plain = text.replace(/\s+/gu, " ").trim();
  if (plain.length <= SHOWN) return plain;
  const cut = plain.lastIndexOf(" ", SHOWN);
  return `${plain.slice(0, cut > 0 ? cut : SHOWN)}…`;
}
