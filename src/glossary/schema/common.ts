import * as v from "valibot";
import { CONFLICT_RELATIONS, RELATIONS } from "./vocabulary.js";

export * from "./vocabulary.js";

const text = v.pipe(
  v.string(),
  v.nonEmpty("is empty"),
  v.check((s) => s === s.trim(), "has spaces at its ends"),
);

export const Text = text;

/** Stable id of a record: its file name; one id space for all records. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is not lower-case words joined by hyphens"));

/** A record id, or `country:XX` for a state (ISO 3166-1 alpha-2). */
export const RecordRef = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9]+(-[a-z0-9]+)*|country:[A-Z]{2})$/, "is neither a record id nor country:XX"),
);

/** ISO 3166-1 alpha-2 (or a CLDR extension such as XK). */
export const CountryCode = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, "is not a two-letter country code"));

/** Language tag of an alias: BCP 47 primary language, or `und` for spellings used across languages. */
export const LanguageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?$/, "is not a language tag"));

/** Year, month or day: as exact as the evidence, never more. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "is not YYYY, YYYY-MM or YYYY-MM-DD"),
);
export const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, "is not YYYY-MM"));
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "is not YYYY-MM-DD"));

const Url = v.pipe(v.string(), v.url("is not a URL"), v.regex(/^https?:\/\//, "is not an http(s) address"));

/** Text in each language of the interface. */
export const Localized = v.strictObject({ en: text, id: text, ar: text });
export type Localized = v.InferOutput<typeof Localized>;

/** Display names: the three interface languages, and any other that pages use. */
export const Names = v.objectWithRest({ en: text, id: text, ar: text }, text);

/** A page that was opened and supports what the record says. `published` is the page's own date. */
export const Reference = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^r\d+$/, "is not r1, r2 …")),
  url: Url,
  publisher: text,
  title: v.optional(text),
  /** What in the record this page supports, in one line. */
  supports: text,
  published: v.union([PartialDate, v.literal("undated")]),
  opened: Day,
});
export type Reference = v.InferOutput<typeof Reference>;

/** Keys of the references that a field rests on. */
export const Evidence = v.pipe(v.array(v.pipe(v.string(), v.regex(/^r\d+$/))), v.minLength(1, "names no reference"));

/**
 * A spelling that real pages use. As written it is the weakest casing that counts: an initial capital asks for a capital,
 * all capitals ask for all capitals, lower case takes any.
 */
export const Alias = v.union([
  text,
  v.strictObject({
    text,
    /** `short`: counts only where the record is also named by a full name in the same document (surname, "the Observatory"). */
    use: v.optional(v.picklist(["full", "short"])),
    /** `misspelling` makes the mention probable instead of sure. */
    quality: v.optional(v.literal("misspelling")),
    /** `exact`: as many words must begin with a capital as here ("Islamic State" is not "an Islamic state"). */
    casing: v.optional(v.literal("exact")),
    /** Who uses the name: `loaded` carries a stance, `self` is the bearer's own, `official`, `former`. */
    stance: v.optional(v.picklist(["loaded", "self", "official", "former"])),
  }),
]);
export type Alias = v.InferOutput<typeof Alias>;
export const Aliases = v.record(LanguageTag, v.pipe(v.array(Alias), v.minLength(1, "is an empty list")));

const words = v.pipe(v.array(text), v.minLength(1, "is an empty list"));

/** One piece of evidence in the text for or against a reading. Exactly one key. */
const Single = v.union([
  /** Words directly before (after clitics and affixes), any of them. */
  v.strictObject({ before: words }),
  /** Words directly after. */
  v.strictObject({ after: words }),
  /** Words within ten words on either side in the same paragraph. */
  v.strictObject({ near: words }),
  /** Any of these records is named without doubt in the document. */
  v.strictObject({ entities: v.pipe(v.array(RecordRef), v.minLength(1)) }),
  /** The text has it in all capitals (a headline set in capitals does not count). */
  v.strictObject({ case: v.literal("upper") }),
  /** The same record is named elsewhere in the document by a spelling that needs no evidence. */
  v.strictObject({ named: v.literal(true) }),
  /** The name stands alone in brackets, as agencies do behind a dateline, or in quotation marks, as titles of papers do. */
  v.strictObject({ enclosed: v.picklist(["brackets", "quotes"]) }),
  /** A title of the language stands directly before ("President", "ustaz"): the `titles` of its rules. */
  v.strictObject({ title: v.literal(true) }),
  /** Words for citing a source stand directly before or after ("according to", "reports"): the `citing` of any language. */
  v.strictObject({ cited: v.literal(true) }),
  /** The page stands on the site of one of these sources. */
  v.strictObject({ site: v.pipe(v.array(Id), v.minLength(1)) }),
  /** One of these particles of the language was set aside before the name. */
  v.strictObject({ affix: words }),
]);
export type Single = v.InferOutput<typeof Single>;
/** One piece of evidence, or several that must hold together. */
export const Evidential = v.union([
  Single,
  v.strictObject({ all: v.pipe(v.array(Single), v.minLength(2, "joins fewer than two")) }),
]);
export type Evidential = v.InferOutput<typeof Evidential>;

/** How a name that is also a word, a first name or another entity is told apart. */
export const Ambiguity = v.strictObject({
  /**
   * The spellings that the rule governs: in any casing, save spellings that another rule of the record names in exactly
   * their own (`ISIS` and `Isis` may each have a rule).
   */
  forms: words,
  /** What else the spelling can be, in English, for contributors. */
  other: text,
  /** Only in text of these languages; omitted: in all. */
  languages: v.optional(v.pipe(v.array(LanguageTag), v.minLength(1))),
  /** Any one is enough. Omitted: accepted unless rejected. */
  accept: v.optional(v.pipe(v.array(Evidential), v.minLength(1))),
  /** Any one refuses, whatever speaks for it. */
  reject: v.optional(v.pipe(v.array(Evidential), v.minLength(1))),
});
export type Ambiguity = v.InferOutput<typeof Ambiguity>;

/** One checkable statement and the pages that support it: what a second reader is given. */
export const Fact = v.strictObject({ says: text, references: Evidence });

/**
 * From when to when something was so: `from` alone: since then. `or_before` and `or_after` (only ever `true`) say that the date is the
 * first or last for which it is known, because nobody tells the border or good pages tell it differently.
 */
export const spanFields = {
  from: v.optional(PartialDate),
  until: v.optional(PartialDate),
  or_before: v.optional(v.literal(true)),
  or_after: v.optional(v.literal(true)),
};

type Span = { [K in keyof typeof spanFields]?: v.InferOutput<(typeof spanFields)[K]> };

/** For objects with `spanFields`: the words about a border need the border. */
export const bordersAreThere = <T extends Span>() =>
  v.check<T, string>(
    ({ from, or_after, or_before, until }) =>
      (or_before === undefined || from !== undefined) && (or_after === undefined || until !== undefined),
    "says or_before without from, or or_after without until",
  );

/** What was so from when to when; `until` may be omitted where it still holds. */
export const Period = v.pipe(
  v.strictObject({
    what: v.picklist(["name", "leader", "control", "status", "allegiance", "office", "activity"]),
    ...spanFields,
    from: PartialDate,
    text: Localized,
    references: Evidence,
  }),
  bordersAreThere(),
);

/** The note as it had to read before something changed, for readers of older pages: rests on the same fields as the note. */
export const EarlierNote = v.strictObject({
  /** The first day, month or year for which it no longer holds. */
  until: PartialDate,
  text: Localized,
  /** The one-line description of that time; omitted: today's is right for it, too. */
  description: v.optional(Localized),
  references: Evidence,
});

/** A dated tie to another record. */
export const Relation = v.pipe(
  v.strictObject({ kind: v.picklist(RELATIONS), to: RecordRef, ...spanFields, references: Evidence }),
  bordersAreThere(),
);

/** A legal act of a state or body: always somebody's, always dated. */
export const Designation = v.strictObject({
  by: Localized,
  as: Localized,
  date: PartialDate,
  until: v.optional(PartialDate),
  references: Evidence,
});

/** A standing: relation to a named conflict, at a time; an alignment is always somebody's description. */
export const Standing = v.pipe(
  v.strictObject({
    conflict: Id,
    relation: v.picklist(CONFLICT_RELATIONS),
    /** The side of the conflict (an id in its `sides`). */
    side: v.optional(Id),
    /** Whose description it is; required for `described_as_aligned`. */
    described_by: v.optional(Localized),
    ...spanFields,
    references: v.optional(Evidence),
  }),
  bordersAreThere(),
  v.check(
    (s) => s.relation !== "described_as_aligned" || s.described_by !== undefined,
    "says described_as_aligned without described_by",
  ),
);

/** Fields that every record has. */
export const base = {
  names: Names,
  aliases: v.optional(Aliases),
  /** Longer names that contain one of this record's names and mean something else. */
  lookalikes: v.optional(words),
  ambiguity: v.optional(v.pipe(v.array(Ambiguity), v.minLength(1))),
  /** At most twelve words: what it is. */
  description: Localized,
  /** At most 45 words, stands alone, states only what `facts` and dated fields state. Absent: known by name and description only. */
  note: v.optional(Localized),
  /** Where today's note would mislead a reader of an older page; in order of time. */
  earlier_notes: v.optional(v.pipe(v.array(EarlierNote), v.minLength(1, "is an empty list"))),
  /** Title of the English Wikipedia article. */
  wikipedia: v.optional(text),
  wikidata: v.optional(v.pipe(v.string(), v.regex(/^Q[1-9]\d*$/, "is not a Wikidata id"))),
  facts: v.optional(v.array(Fact)),
  /** Who uses which name and what it signals, where names are disputed. */
  naming: v.optional(v.strictObject({ text: Localized, references: Evidence })),
  periods: v.optional(v.array(Period)),
  relations: v.optional(v.array(Relation)),
  references: v.pipe(v.array(Reference), v.minLength(1, "has no reference")),
  /** Month of the last review. */
  reviewed: Month,
  /** Month in which somebody else than the writer read every statement against pages; absent: nobody yet. */
  second_reading: v.optional(Month),
};
