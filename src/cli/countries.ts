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
  return codes().map((code) => ({
    code,
    names: Object.fromEntries(
      namers.map(({ language, long, short }) => {
        const names = [long.of(code), short.of(code)].filter((name) => name !== undefined).flatMap(readable);
        return [language, [...new Set(names)]];
      }),
    ),
  }));
}

/** Name of a state in one language. */
export function cldrCountryName(code: string, language: string): string {
  return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
}

/** CLDR writes "Palestinian Territories", "Myanmar (Burma)", "Hong Kong SAR China": the form in brackets is a name of its own. */
function readable(name: string): string[] {
  const bracketed = /^(.+?)\s*[(（](.+)[)）]$/u.exec(name);
  return bracketed ? [bracketed[1] as string, bracketed[2] as string] : [name];
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
