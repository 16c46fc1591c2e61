import type { AnyRecord } from "../glossary.js";
import type { Alias, Ambiguity } from "../schema.js";

/** A spelling of a record and how it is told apart. */
export interface OwnedSpelling {
  record: string;
  text: string;
  language: string;
  ruled: boolean;
}

export const aliasText = (alias: Alias): string => (typeof alias === "string" ? alias : alias.text);

/** Code-unit order: the same on every machine and in every language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Complaints about the aliases of one record. `fold` is the engine's folding: spellings that it makes equal need no second entry. */
export function aliasSentences(record: AnyRecord, fold: (text: string) => string): string[] {
  const sentences: string[] = [];
  for (const [language, aliases] of Object.entries(record.aliases ?? {})) {
    const texts = aliases.map(aliasText);
    const unsorted = texts.find((text, i) => i > 0 && byCodeUnits(texts[i - 1] as string, text) > 0);
    if (unsorted !== undefined)
      sentences.push(`Aliases of "${language}" are not sorted: "${unsorted}" stands too late.`);
    const seen = new Set<string>([record.names[language] ?? ""]);
    for (const text of texts) {
      if (seen.has(text)) sentences.push(`Alias "${text}" of "${language}" is there twice, or repeats the name.`);
      seen.add(text);
    }
  }
  const owned = new Set(spellingsOf(record, fold).map(({ text }) => fold(text)));
  for (const { forms } of record.ambiguity ?? []) {
    for (const form of forms) {
      if (!owned.has(fold(form)))
        sentences.push(`Ambiguity speaks of "${form}", which is no name or alias of the record.`);
    }
  }
  for (const text of record.lookalikes ?? []) {
    if (owned.has(fold(text))) sentences.push(`"${text}" is a lookalike and an alias at once.`);
  }
  return sentences;
}

/** All spellings of a record, names included. */
export function spellingsOf(record: AnyRecord, fold: (text: string) => string): OwnedSpelling[] {
  const ruled = new Set(
    (record.ambiguity ?? []).flatMap(({ accept, forms }: Ambiguity) => (accept ? forms.map((form) => fold(form)) : [])),
  );
  const named = Object.entries(record.names).map(([language, text]) => ({ language, text: text as string }));
  const others = Object.entries(record.aliases ?? {}).flatMap(([language, aliases]) =>
    aliases.map((alias) => ({
      language,
      text: aliasText(alias),
      short: typeof alias === "object" && alias.use === "short",
    })),
  );
  return [...named.map((name) => ({ ...name, short: false })), ...others].map(({ language, short, text }) => ({
    record: record.id,
    text,
    language,
    ruled: short || ruled.has(fold(text)),
  }));
}

/** Spellings that several records claim without a way to tell them apart: at most one of them may go without a rule. */
export function collisionSentences(
  spellings: readonly OwnedSpelling[],
  fold: (text: string) => string,
): Map<string, string[]> {
  const claims = new Map<string, OwnedSpelling[]>();
  for (const spelling of spellings) {
    const key = fold(spelling.text);
    claims.set(key, [...(claims.get(key) ?? []), spelling]);
  }
  const sentences = new Map<string, string[]>();
  for (const claim of claims.values()) {
    const unruled = new Map(claim.filter(({ ruled }) => !ruled).map((spelling) => [spelling.record, spelling]));
    if (unruled.size < 2) continue;
    const [first, ...others] = [...unruled.values()];
    for (const other of others) {
      const sentence = `"${other.text}" is also an alias of ${first?.record}, and neither says how they are told apart (ambiguity).`;
      sentences.set(other.record, [...(sentences.get(other.record) ?? []), sentence]);
    }
  }
  return sentences;
}
