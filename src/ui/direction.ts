/** Languages written from right to left, by primary subtag; scripts named in a tag are looked at first. */
const RTL_LANGUAGES = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"]);
const RTL_SCRIPTS = new Set(["Arab", "Hebr", "Syrc", "Thaa"]);

/**
 * The attributes of text in a language other than its surroundings: its tag, and the direction that goes with it. Without a known
 * language (`und` or empty) the direction is left to the text's own first letter.
 */
export function inLanguage(tag: string | undefined): { lang?: string; dir: "ltr" | "rtl" | "auto" } {
  if (!tag || tag === "und") return { dir: "auto" };
  const [language = "", ...rest] = tag.split("-");
  const script = rest.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  const rtl = script ? RTL_SCRIPTS.has(script) : RTL_LANGUAGES.has(language.toLowerCase());
  return { lang: tag, dir: rtl ? "rtl" : "ltr" };
}
