import { describe, expect, test } from "vitest";
import { declinedForms } from "../support/declined-forms.js";
import { found, knowledgeOf } from "../support/knowledge.js";
import { entity, realLanguages } from "../support/records.js";

const languages = realLanguages();
const forms = (language: string, name: string) => declinedForms(name, languages.get(language)?.declension ?? []);

describe("the cases of a name", () => {
  test.each([
    ["ru", "Сирия", ["Сирии", "Сирию", "Сирией"]],
    ["ru", "Идлиб", ["Идлиба", "Идлибу", "Идлибом", "Идлибе"]],
    ["ru", "Ракка", ["Ракки", "Ракке", "Ракку", "Раккой"]],
    ["uk", "Сирія", ["Сирії", "Сирію", "Сирією"]],
    ["pl", "Syria", ["Syrii", "Syrię", "Syrią"]],
    ["cs", "Damašek", ["Damašku", "Damaškem"]],
    ["sl", "Sirija", ["Sirije", "Siriji", "Sirijo"]],
  ])("%s %s", (language, name, expected) => {
    expect(forms(language, name)).toEqual(expect.arrayContaining(expected));
  });

  test("both parts of a person's name decline in one case", () => {
    const all = forms("ru", "Башар Асад");
    expect(all).toEqual(expect.arrayContaining(["Башара Асада", "Башаром Асадом"]));
    expect(all).not.toContain("Башара Асадом");
  });

  test.each([
    ["ru", "ИГИЛ"],
    ["ru", "Мали"],
    ["pl", "NATO"],
    ["ru", "Организация по запрещению химического оружия"],
  ])("%s %s does not decline", (language, name) => {
    expect(forms(language, name)).toEqual([]);
  });

  test("a language without rules has none", () => expect(forms("en", "Syria")).toEqual([]));
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
