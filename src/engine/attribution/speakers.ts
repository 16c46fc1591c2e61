import type { Mention } from "../annotation.js";
import type { VoiceNoun } from "./lexicon.js";
import type { Head } from "./sentence/head.js";
import type { PlacedSpan, Voice, VoiceType, Words } from "./voices.js";

/** A source with its references back resolved, as far as the text makes them plain. */
export interface Speaker {
  words?: Words;
  record?: string;
  of?: string;
  type: VoiceType;
  meant?: Words;
  sure: boolean;
  /** The relays of what was said last: who goes back to this speaker came the same way. */
  via?: readonly Voice[];
  /** Place of the block in the document: a pronoun reaches back a little way only. */
  block: number;
}

/** Blocks over which a pronoun, and a common noun, reach back. */
const PRONOUN_REACH = 2;
const NOUN_REACH = 40;

type KindOf = (record: string) => string | undefined;

/** Who has spoken and who has been named so far: what "he", "the source" and "the army" go back to. */
export class Speakers {
  private readonly spoken: Speaker[] = [];
  private readonly named: { record: string; kind: string; block: number; start: number; words: Words }[] = [];

  constructor(private readonly kindOf: KindOf) {}

  /** Names of a block, told before its claims. */
  mention(mentions: readonly Mention[], text: string, id: number, block: number): void {
    for (const { confidence, end, record, start } of mentions) {
      if (confidence !== "sure") continue;
      const words = { text: text.slice(start, end), at: { block: id, start, end } };
      this.named.push({ record, kind: this.kindOf(record) ?? "", block, start, words });
    }
  }

  /** The speaker whom a phrase means; remembered for what goes back to it. */
  speaker(head: Head, text: string, id: number, block: number): Speaker {
    const at: PlacedSpan = { block: id, start: head.start, end: head.end };
    const words = { text: text.slice(head.start, head.end), at };
    const found = this.resolve(head, words, block);
    this.spoken.push(found);
    return found;
  }

  /** The last speaker, for a quotation that goes on. */
  last(block: number): Speaker | undefined {
    const last = this.spoken.at(-1);
    return last && block - last.block <= 1 ? last : undefined;
  }

  /** The same speaker goes on in a later block, or without being named again. */
  goesOn(speaker: Speaker, block: number): void {
    this.spoken.push({ ...speaker, block });
  }

  private resolve(head: Head, words: Words, block: number): Speaker {
    const own: Speaker = {
      words,
      type: head.type,
      sure: head.probable !== true || head.record !== undefined,
      block,
      ...(head.record === undefined ? {} : { record: head.record }),
      ...(head.of === undefined ? {} : { of: head.of }),
    };
    const { back } = head;
    if (!back) return own;
    if ("pronoun" in back) return this.pronoun(back.pronoun, own);
    if ("same" in back) {
      const isUnnamed = ({ record, type }: Speaker) =>
        record === undefined && type !== "named" && type !== "nobody" && type !== "people";
      const same =
        this.spokenBefore(block, NOUN_REACH, ({ type }) => type === back.same) ??
        (back.same === "sources" ? this.spokenBefore(block, PRONOUN_REACH, isUnnamed) : undefined);
      return same ? this.meaning(own, same) : own;
    }
    return this.noun(back.noun, back.definite, own);
  }

  private pronoun(number: "one" | "many", own: Speaker): Speaker {
    // Of a name that the glossary does not know nobody can tell whether it is a person's.
    const isUnknown = ({ record, type }: Speaker) => record === undefined && type === "named";
    const fits = (speaker: Speaker) =>
      number === "one" ? this.isOne(speaker) : !this.isPerson(speaker) || isUnknown(speaker);
    const speaker = this.spokenBefore(own.block, PRONOUN_REACH, fits);
    if (speaker) {
      // Another person named since then could be meant as well.
      const since = this.personsSince(speaker, own);
      return { ...this.meaning(own, speaker), sure: speaker.sure && since.size === 0 };
    }
    const candidates = this.persons(own);
    const last = candidates.at(-1);
    if (number === "one" && last) {
      // Of two, the one whom the paragraph names first is sooner what it speaks of; that is said to be unclear.
      const here = candidates.filter((one) => one.block === own.block);
      const meant = here[0] ?? last;
      const isPlain = new Set(candidates.map(({ record }) => record)).size === 1;
      return { ...own, type: "named", record: meant.record, meant: meant.words, sure: isPlain };
    }
    return { ...own, sure: false };
  }

  /** Who goes on where a verb has no subject: the last speaker, or the one person named just before. */
  unspoken(start: number, block: number): Speaker | undefined {
    const last = this.last(block);
    if (last) return this.meaning({ type: "people", sure: true, block }, last);
    const own: Speaker = {
      type: "people",
      sure: false,
      block,
      words: { text: "", at: { block: 0, start, end: start } },
    };
    const persons = this.persons(own);
    const [first] = persons;
    if (!first || new Set(persons.map(({ record }) => record)).size > 1) return undefined;
    return { type: "named", record: first.record, meant: first.words, sure: true, block };
  }

  /** Persons named before a place of the text, in its block and the one before. */
  private persons(own: Speaker) {
    return this.named.filter(
      ({ block, kind, words: { at } }) =>
        own.block - block <= 1 && kind === "person" && (block < own.block || at.start < (own.words?.at.start ?? 0)),
    );
  }

  private personsSince(speaker: Speaker, own: Speaker): Set<string> {
    const from = speaker.meant?.at ?? speaker.words?.at;
    return new Set(
      this.named
        .filter(
          ({ block, kind, record, start }) =>
            kind === "person" &&
            record !== speaker.record &&
            (block > speaker.block || (block === speaker.block && start > (from?.end ?? 0))) &&
            (block < own.block || (block === own.block && start < (own.words?.at.start ?? 0))) &&
            speaker.block < own.block,
        )
        .map(({ record }) => record),
    );
  }

  /** "the army": the one of its kind that the page has named, or the one that spoke last. */
  private noun(noun: VoiceNoun, definite: boolean, own: Speaker): Speaker {
    const { block } = own;
    if (noun === "person") {
      if (!definite) return { ...own, type: "official" };
      const speaker = this.spokenBefore(block, PRONOUN_REACH, (one) => this.isPerson(one));
      if (speaker) return this.meaning(own, speaker);
      // The one person named so far in this paragraph or the one before.
      const persons = this.persons(own);
      const [first] = persons;
      const isPlain = new Set(persons.map(({ record }) => record)).size === 1;
      return first && isPlain
        ? { ...own, type: "named", record: first.record, meant: first.words }
        : { ...own, type: "official" };
    }
    // "most of the forces that fight X" are not the army that was named before.
    if (!definite) return { ...own, type: TYPE_OF[noun] };
    const before = this.named.filter(({ kind, words: { at }, ...one }) => {
      if (kind !== noun || block - one.block > NOUN_REACH) return false;
      return one.block < block || at.start < (own.words?.at.start ?? 0);
    });
    const records = new Set(before.map(({ record }) => record));
    const last = before.at(-1);
    if (last && records.size === 1) return { ...own, type: "named", record: last.record, meant: last.words };
    const speaker = this.spokenBefore(
      block,
      PRONOUN_REACH,
      ({ record }) => record !== undefined && this.kindOf(record) === noun,
    );
    if (speaker) return { ...this.meaning(own, speaker), sure: records.size <= 1 };
    return { ...own, type: TYPE_OF[noun] };
  }

  private meaning(own: Speaker, speaker: Speaker): Speaker {
    const meant = speaker.meant ?? speaker.words;
    return {
      ...own,
      type: speaker.type,
      sure: speaker.sure,
      ...(speaker.record === undefined ? {} : { record: speaker.record }),
      ...(speaker.of === undefined ? {} : { of: speaker.of }),
      ...(meant ? { meant } : {}),
      ...(speaker.via && own.block - speaker.block <= 1 ? { via: speaker.via } : {}),
    };
  }

  private spokenBefore(block: number, reach: number, fits: (speaker: Speaker) => boolean): Speaker | undefined {
    for (let i = this.spoken.length - 1; i >= 0; i--) {
      const speaker = this.spoken[i] as Speaker;
      if (block - speaker.block > reach) return undefined;
      if (fits(speaker)) return speaker;
    }
    return undefined;
  }

  private isPerson({ record, type }: Speaker): boolean {
    if (record !== undefined) return this.kindOf(record) === "person";
    return type === "named" || type === "official" || type === "expert" || type === "witness";
  }

  /** One person, named or not; a source without a name may be one. */
  private isOne(speaker: Speaker): boolean {
    if (speaker.record !== undefined) return this.kindOf(speaker.record) === "person";
    return speaker.type !== "document" && speaker.type !== "media" && speaker.type !== "nobody";
  }
}

const TYPE_OF: Record<VoiceNoun, Speaker["type"]> = {
  force: "fighter",
  group: "fighter",
  government: "official",
  person: "official",
  outlet: "media",
  monitor: "people",
  organisation: "people",
  party: "people",
};
