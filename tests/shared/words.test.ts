import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import ar from "../../src/_locales/ar/messages.json";
import en from "../../src/_locales/en/messages.json";
import id from "../../src/_locales/id/messages.json";
import { loadWords, type Messages, makeWords } from "../../src/shared/words.js";

const catalogues: Record<string, Messages> = { en, id, ar };
const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];
const bases = Object.keys(en).flatMap((key) => (key.endsWith("_other") ? [key.slice(0, -"_other".length)] : []));
const isForm = (key: string) => bases.some((base) => CATEGORIES.some((category) => key === `${base}_${category}`));
const placeholders = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(Object.entries(catalogues))("catalogue %s", (language, messages) => {
  it("has the same words as the English one, and no others", () => {
    const plain = (of: Messages) =>
      Object.keys(of)
        .filter((key) => !isForm(key))
        .sort();
    expect(plain(messages)).toEqual(plain(en));
  });

  it("has exactly the plural forms of its language", () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const base of bases) {
      const found = CATEGORIES.filter((category) => messages[`${base}_${category}`]).sort();
      expect(found, base).toEqual(wanted);
    }
  });

  it("uses the same placeholders in every word", () => {
    for (const [key, { message }] of Object.entries(messages)) {
      if (isForm(key)) {
        const inEnglish = placeholders((en as Messages)[`${key.replace(/_[a-z]+$/, "")}_other`]?.message ?? "");
        const unknown = placeholders(message).filter((name) => name !== "n" && !inEnglish.includes(name));
        expect(unknown, key).toEqual([]);
      } else {
        expect(placeholders(message), key).toEqual(placeholders((en as Messages)[key]?.message ?? ""));
      }
    }
  });

  it("has no empty word, no stray space, and nothing that the browsers would read as a placeholder of theirs", () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.length, key).toBeGreaterThan(0);
      expect(message, key).not.toMatch(/\$|^\s/);
      if (key !== "list_separator") expect(message, key).toBe(message.trim());
    }
  });

  it("has keys that differ by more than case, as Chromium demands", () => {
    const lower = Object.keys(messages).map((key) => key.toLowerCase());
    expect(new Set(lower).size).toBe(lower.length);
  });

  it("keeps the manifest's description within the stores' 132 characters", () => {
    expect(messages.extensionDescription?.message.length).toBeLessThanOrEqual(132);
  });
});

describe("words", () => {
  afterEach(() => vi.restoreAllMocks());

  it("writes dates as exactly as they are known, in the language's own words", () => {
    expect(loadWords("en").date("2017-11-20")).toBe("20 Nov 2017");
    expect(loadWords("en").date("2017-11")).toBe("Nov 2017");
    expect(loadWords("en").date("2017")).toBe("2017");
    expect(loadWords("id").date("2017-11-20")).toBe("20 Nov 2017");
    expect(loadWords("ar").date("2017-11-20")).toBe("20 نوفمبر 2017");
    expect(loadWords("id").month("2026-11")).toBe("November 2026");
    expect(loadWords("en").date("soon")).toBe("soon");
  });

  it.each([
    [0, "بلا مراجع"],
    [1, "مرجع واحد"],
    [2, "مرجعان"],
    [3, "3 مراجع"],
    [11, "11 مرجعًا"],
    [100, "100 مرجع"],
  ])("counts %i references in Arabic", (n, wanted) => {
    expect(loadWords("ar").count("references", n)).toBe(wanted);
  });

  it("counts in English and Indonesian", () => {
    expect(loadWords("en").count("references", 1)).toBe("1 reference");
    expect(loadWords("en").count("references", 1200)).toBe("1,200 references");
    expect(loadWords("id").count("references", 1200)).toBe("1.200 rujukan");
  });

  it("isolates a name of the other direction, and leaves the language's own alone", () => {
    expect(loadWords("ar").t("switch_site", { host: "example.org" })).toContain("\u2068example.org\u2069");
    expect(loadWords("en").t("list_next", { name: "حزب الله" })).toBe("Next mention of \u2068حزب الله\u2069");
    expect(loadWords("en").t("list_next", { name: "Hezbollah" })).toBe("Next mention of Hezbollah");
  });

  it("gives the English word and an error for a word that a translation lacks", () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const words = makeWords("id", {});
    expect(words.t("card_close")).toBe("Close");
    expect(words.count("references", 3)).toBe("3 references");
    expect(error).toHaveBeenCalledTimes(2);
  });

  it("names languages and states, and survives any nonsense", () => {
    expect(loadWords("en").languageName("id")).toBe("Indonesian");
    expect(loadWords("ar").countryName("SY")).toBe("سوريا");
    fc.assert(
      fc.property(fc.string(), (text) => {
        const words = loadWords("ar");
        expect(typeof words.languageName(text)).toBe("string");
        expect(typeof words.countryName(text)).toBe("string");
        expect(typeof words.date(text)).toBe("string");
      }),
    );
  });

  it("never replaces what only looks like a placeholder in a value", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const seen = loadWords("en").t("more_reviewed", { month: text });
        expect(seen.replace(/[\u2068\u2069]/g, "")).toBe(`Entry reviewed ${text.replace(/[\u2068\u2069]/g, "")}`);
      }),
    );
  });
});
