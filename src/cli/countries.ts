import type { CldrCountry } from "../engine/knowledge/build.js";

/**
 * States and their names by language, from the CLDR data that Node carries (ICU). ISO codes that CLDR has no English name
 * for are left out.
 */
export function cldrCountries(languages: readonly string[]): CldrCountry[] {
  const namers = languages.map((language) => {
    const options = { type: "region", fallback: "none" } as const;
    const long = new Intl.DisplayNames([language], { ...options, style: "long" });
    const short = new Intl.DisplayNames([language], { ...options, style: "short" });
    return { language, long, short };
  });
  const all = codes();
  const countries = all.map((code): CldrCountry => ({ code, names: {} }));
  for (const { language, long, short } of namers) {
    const plain = new Map(
      all.map((code) => [code, [long.of(code), short.of(code)].filter((name) => name !== undefined)]),
    );
    const taken = new Set([...plain.values()].flat());
    for (const country of countries) {
      const names = (plain.get(country.code) ?? []).flatMap((name) => readable(name, taken));
      country.names[language] = [...new Set(names)];
    }
  }
  return countries;
}

/** Name of a state in one language. */
export function cldrCountryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
}

/**
 * CLDR writes "Myanmar (Burma)": the form in brackets is a name of its own. "Virgin Islands (United States)" is not the United
 * States: what names another state stays out.
 */
function readable(name: string, taken: ReadonlySet<string>): string[] {
  const bracketed = /^(.+?)\s*[(（](.+)[)）]$/u.exec(name);
  if (!bracketed) return [name];
  // "刚果（金）": one character in brackets tells two states apart and names neither.
  const own = bracketed.slice(1, 3).filter((part) => part.length > 1 && !taken.has(part));
  return own.length > 0 ? own : [name];
}

/** Codes of states and territories: the two-letter codes of which ICU knows an English name, without groupings. */
function codes(): string[] {
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const groupings = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);
  const found: string[] = [];
  for (let a = 65; a <= 90; a++) {
    for (let b = 65; b <= 90; b++) {
      const code = String.fromCharCode(a, b);
      // Codes that ICU maps to a successor (SU, YU, DD …) are no states of today.
      if (!groupings.has(code) && english.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code) {
        if (Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`) found.push(code);
      }
    }
  }
  return found;
}
