import type { Attribution, LanguageRules, SpeechAct, Unnamed, VOICE_NOUNS } from "../../glossary/schema.js";
import { hashOf, isCut, type Scan } from "../fold/scan.js";
import { wordHash } from "../link/phrases.js";

/** What a word can do in a reporting clause; a word may have several roles. */
export const ROLE = {
  verb: 1,
  weak: 1 << 1,
  following: 1 << 2,
  that: 1 << 3,
  between: 1 << 4,
  accordingBefore: 1 << 5,
  accordingAfter: 1 << 6,
  relayBy: 1 << 7,
  relayTo: 1 << 8,
  citing: 1 << 9,
  impersonal: 1 << 10,
  earlier: 1 << 11,
  speech: 1 << 12,
  of: 1 << 13,
  stop: 1 << 14,
  relative: 1 << 15,
  unnamed: 1 << 16,
  noun: 1 << 17,
  one: 1 << 18,
  many: 1 << 19,
  definite: 1 << 20,
  title: 1 << 21,
  day: 1 << 22,
  abbreviation: 1 << 23,
  passive: 1 << 24,
  determiner: 1 << 25,
  conjunction: 1 << 26,
  pointing: 1 << 27,
  link: 1 << 28,
  negation: 1 << 29,
  agent: 1 << 30,
  relational: 1 << 31,
} as const;

/** Roles of words that begin or carry a reporting clause: a block without any of them and without quotation marks has no claim. */
export const CUES =
  ROLE.verb |
  ROLE.accordingBefore |
  ROLE.accordingAfter |
  ROLE.relayBy |
  ROLE.citing |
  ROLE.impersonal |
  ROLE.earlier |
  ROLE.speech;

export type VoiceNoun = (typeof VOICE_NOUNS)[number];

/** A word or phrase of the lexicon. */
export interface Entry {
  /** Hashes of its folded words, as the scanner makes them. */
  hashes: readonly number[];
  roles: number;
  act?: SpeechAct;
  unnamed?: Unnamed;
  noun?: VoiceNoun;
  /** The language's plain conjunction of what is said ("that"), not one of its others ("if"). */
  plain?: boolean;
  /** Days: 1 (Monday) to 7, or the distance from the article's day. */
  weekday?: number;
  near?: number;
  /** Letters of a particle written together with the first word, set aside. */
  prefix: string;
}

const FILTER_BITS = 1 << 12;

/** How one language says who says what, ready for look-ups by the tokens of a scan. */
export class Lexicon {
  private readonly byFirst = new Map<number, Entry[]>();
  /** 1 where some entry may begin: spares most tokens the look-up. */
  private readonly filter = new Uint8Array(FILTER_BITS);
  readonly order: Attribution["order"];
  readonly quotes: readonly string[];
  /** Second parts of split verbs, by the hash of the first. */
  readonly split = new Map<number, number[][]>();
  readonly content: Attribution["content"];
  /** Particles that, before an outlet's name, say that one spoke to it (Arabic ل). */
  readonly spokenTo: ReadonlySet<string>;
  /** Conjunctions that are written together with the next word. */
  readonly joinedThat: ReadonlySet<string>;
  /** Prepositions that are written together with the next word, within a phrase for a source. */
  readonly joinedOf: ReadonlySet<string>;
  /** Words by which editors sign what they set in ("red", "ed"). */
  readonly editor: ReadonlySet<string>;
  /** Articles that may be elided before a name ("l'ONU"): part of the phrase. */
  readonly articles: ReadonlySet<string>;
  /** Particles that join two names (Arabic و). */
  readonly joining: ReadonlySet<string>;
  readonly capitalNouns: boolean;
  /** Nothing that describes a noun stands behind it without a preposition. */
  readonly adjectivesFirst: boolean;
  /** The script has capitals. */
  readonly cased: boolean;

  /** @param rules with every phrase folded, as the build writes them */
  constructor(rules: LanguageRules, attribution: Attribution) {
    this.order = attribution.order;
    this.quotes = attribution.quotes;
    this.content = attribution.content;
    this.spokenTo = new Set(attribution.relay.to.filter((word) => !word.includes(" ")));
    this.joinedThat = new Set(attribution.that.filter((word) => word.length <= LONGEST_PREFIX));
    this.joinedOf = new Set(attribution.of.filter((word) => word.length === 1));
    this.editor = new Set(attribution.editor ?? []);
    this.articles = new Set(attribution.determiners ?? []);
    this.joining = new Set((attribution.conjunctions ?? []).filter((word) => word.length === 1));
    this.adjectivesFirst = attribution.adjectives_first === true;
    this.capitalNouns = rules.capital_nouns === true;
    this.cased = rules.script === "Latn" || rules.script === "Cyrl";
    const entries = new Map<string, Entry>();
    const add = (phrases: readonly string[] | undefined, roles: number, more: Partial<Entry> = {}) => {
      for (const phrase of phrases ?? []) {
        if (phrase === "") continue;
        const known = entries.get(phrase);
        if (known) {
          known.roles |= roles;
          // The first list that names a word says what it is.
          Object.assign(known, { ...more, ...definedOf(known) });
        } else entries.set(phrase, { hashes: phrase.split(" ").map(wordHash), roles, prefix: "", ...more });
      }
    };
    for (const [act, forms] of listsOf(attribution.verbs)) add(forms, ROLE.verb, { act: act as SpeechAct });
    add(attribution.weak, ROLE.weak);
    add(attribution.following, ROLE.following);
    for (const { verb, with: part } of attribution.split ?? []) {
      add([verb], ROLE.verb, { act: "say" });
      const hash = wordHash(verb);
      this.split.set(hash, [...(this.split.get(hash) ?? []), part.split(" ").map(wordHash)]);
    }
    add(attribution.that.slice(0, 1), ROLE.that, { plain: true });
    add(attribution.that.slice(1), ROLE.that);
    add(attribution.between, ROLE.between);
    add(attribution.according.before, ROLE.accordingBefore);
    add(attribution.according.after, ROLE.accordingAfter);
    add(attribution.relay.by, ROLE.relayBy);
    add(attribution.relay.to, ROLE.relayTo);
    add(attribution.relay.citing, ROLE.citing);
    add(attribution.impersonal, ROLE.impersonal);
    add(attribution.earlier, ROLE.earlier);
    add(attribution.speech, ROLE.speech);
    add(attribution.of, ROLE.of);
    add(attribution.stops, ROLE.stop);
    add(attribution.conjunctions, ROLE.stop | ROLE.conjunction);
    add(attribution.relative, ROLE.relative);
    for (const [type, nouns] of listsOf(attribution.unnamed)) {
      add(nouns, ROLE.unnamed, { unnamed: type as Unnamed });
    }
    for (const [kind, nouns] of listsOf(attribution.nouns)) add(nouns, ROLE.noun, { noun: kind as VoiceNoun });
    add(attribution.relational, ROLE.relational);
    add(attribution.pronouns.one, ROLE.one);
    add(attribution.pronouns.many, ROLE.many);
    add(attribution.definite, ROLE.definite);
    add(attribution.passive, ROLE.passive);
    add(attribution.negations, ROLE.negation);
    add(attribution.agent, ROLE.agent);
    add(attribution.links, ROLE.link);
    add(attribution.pointing, ROLE.pointing);
    add(attribution.determiners, ROLE.determiner);
    add(attribution.abbreviations, ROLE.abbreviation);
    add(rules.titles, ROLE.title);
    for (const [number, names] of attribution.days.week.entries()) add(names, ROLE.day, { weekday: number + 1 });
    for (const [word, near] of Object.entries(attribution.days.near ?? {})) add([word], ROLE.day, { near });
    for (const [phrase, entry] of entries) this.put(entry, phrase, rules.prefixes);
  }

  /** The longest entry that begins at a token, if any. */
  at(scan: Scan, token: number): Entry | undefined {
    const hash = hashOf(scan, token);
    if (this.filter[hash & (FILTER_BITS - 1)] === 0) return undefined;
    let best: Entry | undefined;
    for (const entry of this.byFirst.get(hash) ?? []) {
      if ((best === undefined || entry.hashes.length > best.hashes.length) && stands(entry.hashes, scan, token))
        best = entry;
    }
    return best;
  }

  private put(entry: Entry, phrase: string, prefixes: LanguageRules["prefixes"]): void {
    this.add(entry);
    if ((entry.roles & (this.cased ? TAKES_ARTICLE : TAKES_PREFIX)) === 0) return;
    for (const { text } of prefixes ?? []) {
      // With capitals only elided articles and prepositions are written together ("l'armée", "dell'esercito").
      const bare = text.replace(/['’]$/u, "");
      if (this.cased ? bare === text : text.length > LONGEST_PREFIX) continue;
      const hashes = [wordHash(`${bare}${phrase.split(" ")[0]}`), ...entry.hashes.slice(1)];
      if (!this.byFirst.get(hashes[0] as number)?.some((other) => other.hashes.length === hashes.length)) {
        this.add({ ...entry, hashes, prefix: text });
      }
    }
  }

  private add(entry: Entry): void {
    const first = entry.hashes[0] as number;
    this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), entry]);
    this.filter[first & (FILTER_BITS - 1)] = 1;
  }
}

/** Particles of one or two letters (Arabic و, ول) hang on these; on prepositions and conjunctions they are words of their own lists. */
const TAKES_PREFIX =
  ROLE.verb |
  ROLE.accordingBefore |
  ROLE.relayBy |
  ROLE.relayTo |
  ROLE.citing |
  ROLE.impersonal |
  ROLE.earlier |
  ROLE.speech |
  ROLE.unnamed |
  ROLE.noun |
  ROLE.title |
  ROLE.one |
  ROLE.many;
const TAKES_ARTICLE = ROLE.speech | ROLE.unnamed | ROLE.noun | ROLE.title;
const LONGEST_PREFIX = 2;

/** Do the words of a phrase stand at a token, with nothing between them that no phrase runs across? */
export function stands(hashes: readonly number[], scan: Scan, token: number): boolean {
  if (token + hashes.length > scan.count) return false;
  for (let i = 0; i < hashes.length; i++) {
    if (hashOf(scan, token + i) !== hashes[i] || (i > 0 && isCut(scan, token + i))) return false;
  }
  return true;
}

function definedOf(entry: Entry): Partial<Entry> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

function listsOf(lists: object): [string, readonly string[]][] {
  return Object.entries(lists);
}
