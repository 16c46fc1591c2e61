/** Longer names are titles or lists of forefathers. */
const MOST_WORDS = 4;
/** Fewest letters of a surname that stands alone. */
const SHORTEST = 3;

/** What tells a surname from other last words of a name. */
export interface SurnameRules {
  /** Words that introduce a surname, in lower case. */
  particles: ReadonlySet<string>;
  /** Titles of all languages, in lower case: what stands behind one alone is a given name ("Pope Francis"). */
  titles: ReadonlySet<string>;
}

/**
 * The surnames that a person's name may be shortened to: the last word, with and without what introduces it ("Bashar al-Assad":
 * "al-Assad", "Assad"). None where the name is one word or written without spaces, and none of rulers, whose last word is a state or a
 * number ("Abdullah II of Jordan").
 */
export function surnamesOf(name: string, { particles, titles }: SurnameRules): string[] {
  const words = name.split(/\s+/u);
  if (words.length < 2 || words.length > MOST_WORDS) return [];
  const last = words.at(-1) as string;
  const before = words.at(-2) as string;
  if (titles.has((words[0] as string).toLowerCase())) return [];
  if (words.some((word) => ROMAN.test(word) || (!isName(word) && !particles.has(word)))) return [];
  const found: string[] = [];
  if (words.length > 2 && particles.has(before.toLowerCase())) found.push(`${before} ${last}`);
  found.push(last);
  const [, particle, bare] = /^(\p{L}+)[-‐‑](.+)$/u.exec(last) ?? [];
  if (particle !== undefined && bare !== undefined && particles.has(particle.toLowerCase())) found.push(bare);
  return found.filter((surname) => surname.length >= SHORTEST && isName(surname) && !titles.has(surname.toLowerCase()));
}

const ROMAN = /^[IVX]+\.?$/u;

/** Begins with a capital, behind a particle perhaps, or is of a script without them. */
function isName(word: string): boolean {
  return /^\p{Lu}|^\p{Lo}|[-‐‑ ]\p{Lu}/u.test(word);
}

/** The given name that a person's name begins with; undefined where the name is one word. */
export function givenNameOf(name: string): string | undefined {
  const words = name.split(/\s+/u);
  return words.length < 2 || words.length > MOST_WORDS ? undefined : words[0];
}
