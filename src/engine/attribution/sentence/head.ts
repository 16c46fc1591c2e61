import type { Unnamed } from "../../../glossary/schema.js";
import { type Lexicon, ROLE, type VoiceNoun } from "../lexicon.js";
import { bareParticle, isComma, isNounish, isUnknownCapital, PRONOUN, type Range, type Unit } from "../units/unit.js";
import type { Sentence } from "./sentence.js";

/** What a phrase says of the one who speaks, before the rest of the document is known. */
export interface Head {
  /** UTF-16 offsets in the block. */
  start: number;
  end: number;
  /** The record that the phrase names as the speaker. */
  record?: string;
  /** The match was a probable one. */
  probable?: true;
  /** Further speakers of the same phrase ("A and B"). */
  also: string[];
  /** The record whose official, fighter, office … speaks. */
  of?: string;
  type: "named" | Unnamed;
  /** A pronoun, or a common noun that may go back to a name: resolved by the document. */
  back?: { pronoun: "one" | "many" } | { noun: VoiceNoun; definite: boolean } | { same: Unnamed };
}

/** Unnamed types whose words stand for the body they come from, not for somebody in it. */
const OWN_VOICE: ReadonlySet<string> = new Set<Unnamed>(["document", "media"]);
const ITSELF: ReadonlySet<string> = new Set(["outlet", "monitor", "person"]);
const PERSONAL: ReadonlySet<string> = new Set<Unnamed>(["official", "fighter", "witness", "local", "expert"]);
const NOT_SPEAKING: ReadonlySet<string> = new Set(["place", "event", "term"]);

/** Reads a phrase of a sentence: who speaks, and whose. */
export function headOf(sentence: Sentence, range: Range): Head {
  const { lexicon, text, units } = sentence;
  const first = units[range.from] as Unit;
  const lastUnit = units[range.to - 1] as Unit;
  const start = startOfPhrase(text, first, lexicon);
  // "De Houthi's": behind a source the ending is no genitive.
  const ending =
    lastUnit.kind === "name" && lastUnit.possessive && !sentence.has(range.to, ROLE.speech)
      ? (/^['’]s?/u.exec(text.slice(lastUnit.end))?.[0].length ?? 0)
      : 0;
  const head: Head = { start, end: lastUnit.end + ending, also: [], type: "people" };
  let coreEnd = range.from + 1;
  while (coreEnd < range.to) {
    const unit = units[coreEnd] as Unit;
    const joins =
      unit.roles & ROLE.conjunction && units[coreEnd - 1]?.kind === "name" && units[coreEnd + 1]?.kind === "name";
    if (!joins && (unit.kind === "mark" || unit.roles & (ROLE.relative | ROLE.stop))) break;
    if (unit.roles & ROLE.of && !isNounish(unit)) break;
    coreEnd++;
  }
  // "Shortly before that the leader of X": what stands before the last preposition is no part of the speaker.
  const bareStart = !units
    .slice(range.from, coreEnd)
    .some((unit) => isNounish(unit) || unit.roles & (ROLE.definite | ROLE.determiner | PRONOUN));
  const isAdverb = coreEnd === range.from + 1 && beginsSentence(units, range.from);
  if (
    bareStart &&
    isAdverb &&
    lastUnit.kind === "name" &&
    !units.slice(range.from, range.to).some((unit) => isComma(unit))
  ) {
    let from = range.to - 1;
    while (from > range.from && !(((units[from - 1] as Unit).roles & ROLE.stop) !== 0)) from--;
    if (from > range.from) return headOf(sentence, { from, to: range.to });
  }
  // "Moscow said": whoever sits there.
  if (range.to - range.from === 1 && first.kind === "name" && sentence.kindNamed(first) === "place") {
    return { ...head, type: "named", of: recordOf(first) };
  }
  const core = units.slice(range.from, coreEnd);
  const rest = units.slice(coreEnd, range.to);
  const kind = (unit: Unit) => sentence.kindNamed(unit) ?? "";
  const speaks = (unit: Unit) => unit.kind === "name" && !NOT_SPEAKING.has(kind(unit));
  // "Ein mit den Gesprächen vertrauter Beamter": the noun stands behind what describes it.
  const bare = core.every((unit) => unit.roles & (ROLE.determiner | ROLE.definite) && !isNounish(unit));
  const noun = (
    core.find((unit) => unit.roles & ROLE.unnamed) ??
    (bare ? rest.find((unit) => unit.roles & ROLE.unnamed) : undefined)
  )?.entry;
  const body = core.find((unit) => unit.roles & ROLE.noun)?.entry?.noun;
  const definite =
    core.some((unit) => unit.roles & ROLE.definite) || core.some((unit) => unit.prefix !== "" && !lexicon.cased);

  if (core.length === 1 && first.roles & PRONOUN) {
    head.back = { pronoun: first.roles & ROLE.one ? "one" : "many" };
    return head;
  }
  // "the spokesman of the ministry, Eitan Barak": a name in apposition.
  const comma = rest.findIndex((unit) => isComma(unit));
  const apposed = comma >= 0 ? rest.slice(comma + 1) : [];
  const isApposed = lexicon.cased && apposed.length > 0 && apposed.length <= 3 && apposed.every(isUnknownCapital);
  const place = lastIndex(core, speaks);
  if (place >= 0) {
    const name = core[place] as Unit;
    const record = (name.mention as NonNullable<Unit["mention"]>).record;
    const tail = core.slice(place + 1).filter((unit) => unit.kind === "word");
    const before = core.slice(0, place);
    const office = tail.find((unit) => unit.roles & (ROLE.unnamed | ROLE.title)) ?? undefined;
    const nearNoun = lastOf(before.slice(-2), (unit) => (unit.roles & ROLE.unnamed) !== 0);
    // "Kedubes Palestina": the name of something else that has a country's name in it.
    const inName =
      lexicon.cased &&
      !lexicon.capitalNouns &&
      kind(name) === "country" &&
      place > 0 &&
      isUnknownCapital(core[place - 1] as Unit);
    const unlisted = (lexicon.cased && tail.some((unit) => unit.capital && !unit.roles)) || inName;
    // "Menteri Pertahanan Israel", "وزیر خارجه دولت": an office of the body whose name follows.
    const opens = before.some((unit) => unit.roles & ROLE.noun && unit.entry?.noun !== "person");
    const person = before.find(
      (unit) => unit.roles & ROLE.title || unit.entry?.noun === "person" || PERSONAL.has(unit.entry?.unnamed ?? ""),
    );
    const officeFirst = kind(name) !== "person" && !ITSELF.has(kind(name)) && person !== undefined && !opens;
    const type =
      office?.entry?.unnamed ??
      (office
        ? "official"
        : officeFirst
          ? (person.entry?.unnamed ?? "official")
          : opens
            ? undefined
            : nearNoun?.entry?.unnamed);
    if (name.mention?.confidence === "probable") head.probable = true;
    if (unlisted || (name.possessive && tail.length > 0)) {
      head.type = unlisted ? "named" : (type ?? "named");
      if (kind(name) !== "person") head.of = record;
    } else if (kind(name) === "person" && tail.length > 0 && office) {
      head.type = type ?? "official";
    } else if (kind(name) === "person" && ((before.at(-1)?.roles ?? 0) & ROLE.relational) !== 0) {
      // "pengacara Trump": his lawyer, not he.
      head.type = nearNoun?.entry?.unnamed ?? "people";
      head.of = record;
    } else if (type !== undefined && OWN_VOICE.has(type) && kind(name) === "country") {
      head.type = type;
      head.of = record;
    } else if (isApposed) {
      head.type = "named";
      head.of = record;
    } else if (type !== undefined && !OWN_VOICE.has(type) && !(ITSELF.has(kind(name)) && office === undefined)) {
      head.type = type;
      head.of = record;
    } else {
      head.type = "named";
      head.record = record;
      head.also = core
        .filter((unit) => speaks(unit) && unit !== name && kind(unit) === kind(name) && hasAnd(core, unit, name))
        .map(recordOf);
    }
    return head;
  }
  // What stands behind another preposition than "of" is no owner ("a statement on Israel").
  const far = rest.findIndex(({ roles }) => (roles & ROLE.stop) !== 0 && (roles & ROLE.of) === 0);
  const owner = (far < 0 ? rest : rest.slice(0, far)).find(speaks);
  if (noun?.unnamed !== undefined) head.type = noun.unnamed;
  else if (core.some((unit) => unit.roles & ROLE.speech)) head.type = "document";
  else if (core.some((unit) => unit.roles & ROLE.title)) head.type = "official";
  const appended = rest.length > 0 && isComma(rest[0]);
  if (isApposed || isUnlistedName(core, lexicon, beginsSentence(units, range.from))) {
    head.type = "named";
    if (owner) head.of = recordOf(owner);
    return head;
  }
  if (owner) {
    if (appended && kind(owner) === "person") {
      head.type = "named";
      head.record = recordOf(owner);
    } else if (OWN_VOICE.has(head.type)) {
      head.record = recordOf(owner);
      head.type = "named";
    } else head.of = recordOf(owner);
    return head;
  }
  // A bare noun is as good as one with an article where the language has none.
  const spokenOf = definite || (core.length === 1 && lexicon.cased);
  if (body !== undefined && (noun === undefined || spokenOf)) head.back = { noun: body, definite: spokenOf };
  else if (noun?.unnamed !== undefined && definite) head.back = { same: noun.unnamed };
  return head;
}

/** Where a phrase begins: behind a particle (Arabic و), with an elided article ("l'ONU"). */
function startOfPhrase(text: string, unit: Unit, lexicon: Lexicon): number {
  if (unit.prefix === "") return unit.start;
  const isArticle = lexicon.cased && lexicon.articles.has(bareParticle(unit.prefix));
  if (unit.kind === "name") return isArticle ? unit.start - unit.prefix.length : unit.start;
  if (isArticle) return unit.start;
  const rest = text.startsWith(unit.prefix, unit.start) ? unit.start + unit.prefix.length : unit.start;
  return /['’]/u.test(text[rest] ?? "") ? rest + 1 : rest;
}

function recordOf(unit: Unit): string {
  return unit.mention?.record ?? "";
}

/** Between coordinated names stands one short word or comma. */
function hasAnd(core: readonly Unit[], a: Unit, b: Unit): boolean {
  return Math.abs(core.indexOf(a) - core.indexOf(b)) <= 2;
}

/** Types of people who are called by their name, too ("the spokesman John Smith"); the others stay unnamed whatever adjective they bear. */
const NAMED_TYPES: ReadonlySet<string> = new Set<Unnamed>(["official", "expert", "people", "fighter"]);

function beginsSentence(units: readonly Unit[], from: number): boolean {
  const before = units[from - 1];
  return before === undefined || before.kind === "quote" || (before.kind === "mark" && before.sign === "end");
}

/**
 * Is there a name that the glossary does not know? Told by capitals where the script has them: a sentence's first word counts only where
 * it stands alone or another capital follows; with a noun for the speaker, the name must stand behind it ("Sheriff Lopez", but
 * "Western officials").
 */
function isUnlistedName(core: readonly Unit[], lexicon: Lexicon, first: boolean): boolean {
  if (!lexicon.cased) {
    return (
      !core.some((unit) => unit.roles & (ROLE.unnamed | ROLE.noun | ROLE.speech | ROLE.definite)) && core.length <= 4
    );
  }
  const noun = lastIndex(core, (unit) => (unit.roles & (ROLE.unnamed | ROLE.noun | ROLE.title)) !== 0);
  if (noun >= 0 && !lexicon.capitalNouns) {
    const entry = (core[noun] as Unit).entry;
    if (entry?.unnamed !== undefined && !NAMED_TYPES.has(entry.unnamed)) return false;
    const behind = core
      .slice(noun + 1)
      .filter((unit) => unit.kind === "word" && unit.capital && unit.roles === 0).length;
    const isOffice =
      ((core[noun] as Unit).roles & ROLE.title) !== 0 || (entry?.noun === "person" && entry.unnamed === undefined);
    const indefinite = core.some((unit) => unit.roles & ROLE.determiner && !(unit.roles & ROLE.definite));
    return behind > 1 || (behind === 1 && isOffice && !indefinite);
  }
  for (const [i, unit] of core.entries()) {
    if (unit.kind !== "word" || !unit.capital) continue;
    if (unit.roles & ~(ROLE.title | ROLE.noun | ROLE.unnamed)) continue;
    if (i === 0 && first && core.length > 1 && core[1]?.capital !== true) continue;
    const next = core[i + 1];
    if (lexicon.capitalNouns) {
      if (unit.roles === 0 && next?.capital && next.roles === 0) return true;
      const before = core[i - 1];
      if (unit.roles === 0 && before && before.roles & ROLE.title && !(before.roles & ROLE.definite)) return true;
      if (unit.roles === 0 && core.length === 1) return true;
      continue;
    }
    if (unit.roles === 0) return true;
  }
  return false;
}

function lastIndex<T>(list: readonly T[], test: (item: T) => boolean): number {
  for (let i = list.length - 1; i >= 0; i--) if (test(list[i] as T)) return i;
  return -1;
}

function lastOf<T>(list: readonly T[], test: (item: T) => boolean): T | undefined {
  const place = lastIndex(list, test);
  return place < 0 ? undefined : list[place];
}
