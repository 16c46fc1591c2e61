import { describe, expect, test } from "vitest";
import { declinedForms } from "../support/declined-forms.js";
import { found, knowledgeOf } from "../support/knowledge.js";
import { entity, realLanguages } from "../support/records.js";

const languages = realLanguages();
const forms = (language: string, name: string) => declinedForms(name, languages.get(language)?.declension ?? []);

/** What of a text is found of one record, whose name in a language is the given one. */
const mentionsOf = (language: string, name: string, kind: "place" | "person", text: string) =>
  found(
    knowledgeOf({ entities: [entity({ id: "it", kind, names: { en: "Zzyzx", [language]: name } })] }),
    language,
    text,
  );

describe("every case of a name that its language's rules make is found", () => {
  test.each([
    ["ru", "place", "Сирия", ["Сирии", "Сирию", "Сирией"]],
    ["ru", "place", "Идлиб", ["Идлиба", "Идлибу", "Идлибом", "Идлибе"]],
    ["ru", "place", "Ракка", ["Ракки", "Ракке", "Ракку", "Раккой"]],
    ["ru", "person", "Башар Асад", ["Башара Асада", "Башару Асаду", "Башаром Асадом"]],
    ["uk", "place", "Сирія", ["Сирії", "Сирію", "Сирією"]],
    ["pl", "place", "Libia", ["Libii", "Libię", "Libią"]],
    ["cs", "place", "Damašek", ["Damašku", "Damaškem"]],
    ["sl", "place", "Sirija", ["Sirije", "Siriji", "Sirijo"]],
  ] as const)("%s %s %s", (language, kind, name, expected) => {
    const made = forms(language, name);
    expect(made).toEqual(expect.arrayContaining([...expected]));
    for (const form of made) expect(mentionsOf(language, name, kind, form)).toEqual([`${form}→it`]);
  });

  test.each([
    ["ru", "ИГИЛ", "ИГИЛия"],
    ["ru", "Мали", "Малию"],
    ["en", "Syria", "Syrii"],
  ])("%s: %s is not %s", (language, name, form) => {
    expect(mentionsOf(language, name, "place", form)).toEqual([]);
  });
});

test("endings make no words of another language's spelling, where the record has a name in the text's own", () => {
  const knowledge = knowledgeOf({
    entities: [
      entity({ id: "fordo", kind: "place", names: { en: "Zzyzx", sl: "Fordava", ru: "Фордава", bg: "Фордо" } }),
    ],
  });
  expect(found(knowledge, "ru", "Они прибыли к Фордаве.")).toEqual(["Фордаве→fordo"]);
  expect(found(knowledge, "ru", "Они довольны Фордом.")).toEqual([]);
});

describe("declined names in a text", () => {
  const knowledge = knowledgeOf({
    entities: [
      entity({ id: "idlib", kind: "place", names: { en: "Idlib", ru: "Идлиб" } }),
      entity({
        id: "rava",
        kind: "place",
        names: { en: "Rava", ru: "Равала" },
        ambiguity: [{ forms: ["Равала"], other: "a surname", accept: [{ near: ["Ирак"] }] }],
      }),
    ],
  });
  test("are found whole, ending included", () => {
    expect(found(knowledge, "ru", "Бои идут под Идлибом и в Идлибе.")).toEqual(["Идлибом→idlib", "Идлибе→idlib"]);
  });
  test("are governed by the rule that governs the name", () => {
    expect(found(knowledge, "ru", "Они были в Равале.")).toEqual([]);
    expect(found(knowledge, "ru", "Они были в Равале, Ирак.")).toEqual(["Равале→rava"]);
  });
  test("are not found inside longer words", () => {
    expect(found(knowledge, "ru", "Идлибский фронт")).toEqual([]);
  });
});
