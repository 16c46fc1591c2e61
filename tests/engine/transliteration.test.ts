import { describe, expect, test } from "vitest";
import { annotate } from "../../src/engine/annotate.js";
import { transliterationOf, transliterations } from "../../src/engine/index/transliteration.js";
import { surnamesOf } from "../../src/engine/knowledge/surnames.js";
import { found, knowledgeOf } from "../support/knowledge.js";
import { entity, realSpelling, source } from "../support/records.js";

const rules = transliterationOf(realSpelling());
const forms = (name: string) => transliterations(name, rules);

describe("other Latin spellings of a name", () => {
  test.each([
    ["al-Zawra", ["el Zawra", "az Zawra"]],
    ["Mohammed Karim", ["Muhammad Karim", "Mohamed Karim"]],
    ["Abdul Rahman Nasri", ["Abdel Rahman Nasri", "Abd al Rahman Nasri"]],
    ["Yusuf al-Shamari", ["Youssef al Shamari", "Yousef ash Shamari"]],
    ["Ivan Petrovsky", ["Ivan Petrovskiy", "Ivan Petrovskyy"]],
    ["Sergey Malin", ["Sergei Malin"]],
    ["Mahrouqa", ["Mahruqa"]],
  ])("%s", (name, expected) => expect(forms(name)).toEqual(expect.arrayContaining(expected)));

  test.each([
    ["a given name alone could be anybody's", "Mohammed"],
    ["short words would become others", "Douma"],
    ["another script has its own rules", "محمد كريم"],
    ["nothing to exchange", "Kramatorsk"],
  ])("none: %s", (_, name) => expect(forms(name)).toEqual([]));

  test("never many, whatever the name", () => {
    expect(forms("Mohammed Hussein Abdul Rahman Ahmad al-Sadr").length).toBeLessThanOrEqual(24);
  });
});

describe("surnames", () => {
  const rules = { particles: new Set(realSpelling().surname_particles), titles: new Set(["pope", "papa"]) };
  test.each([
    ["Karim Nasri", ["Nasri"]],
    ["Karim al-Nasri", ["al-Nasri", "Nasri"]],
    ["Karim bin Nasri", ["bin Nasri", "Nasri"]],
    ["كريم الناصري", ["الناصري"]],
    ["Карим аль-Насри", ["аль-Насри", "Насри"]],
    ["Nasri", []],
    ["习近平", []],
    ["Karim II of Nasria", []],
    ["Karim de la Nasria", ["la Nasria", "Nasria"]],
    ["Pope Karim", []],
    ["Papa Karim", []],
    ["Supreme Leader of the Islamic Republic", []],
  ])("%s", (name, expected) => expect(surnamesOf(name, rules)).toEqual(expected));
});

describe("a person in a text", () => {
  const knowledge = knowledgeOf({
    entities: [
      entity({ id: "karim", kind: "person", names: { en: "Karim Nasri", ar: "كريم الناصري" } }),
      entity({ id: "omar", kind: "person", names: { en: "Omar Nasri", ar: "عمر الناصري" } }),
      entity({
        id: "halabi",
        kind: "person",
        names: { en: "Yusuf Halabi", ar: "يوسف الحلبي" },
        aliases: { en: ["Halabi"] },
      }),
    ],
  });
  const en = (...texts: string[]) => found(knowledge, "en", ...texts);

  test("is known by the surname after the full name", () => {
    expect(en("Karim Nasri spoke. Nasri left.")).toEqual(["Karim Nasri→karim", "Nasri→karim"]);
    expect(en("Nasri left.")).toEqual([]);
  });
  test("two of one surname: the paragraph says whose it is", () => {
    expect(en("Karim Nasri spoke. Nasri left.", "Omar Nasri did not. Nasri stayed.")).toEqual([
      "Karim Nasri→karim",
      "Nasri→karim",
      "Omar Nasri→omar",
      "Nasri→omar",
    ]);
  });
  test("two of one surname, and nothing that tells: unmarked", () => {
    expect(en("Karim Nasri met Omar Nasri.", "Nasri left.")).toEqual(["Karim Nasri→karim", "Omar Nasri→omar"]);
  });
  test.each([
    ["a given name of another", "They saw Omar Halabi there."],
    ["an unknown given name within a sentence", "They saw Jens Halabi there."],
    ["an unknown given name and an initial", "They saw Jens P. Halabi there."],
  ])("not behind %s", (_, text) => expect(en(text)).toEqual([]));
  test.each([
    ["a title", "They saw President Halabi there."],
    ["a state", "They saw Iraq Halabi there."],
    ["a possessive", "They saw Lebanon’s Halabi there."],
    ["the beginning of a sentence", "Meanwhile Halabi left."],
    ["the bearer's own given name and an initial", "They saw Yusuf P. Halabi there."],
    ["an acronym", "They saw UN Halabi there."],
  ])("but behind %s", (_, text) => expect(en(text)).toHaveLength(1));
});

test("the site that a page stands on is evidence", () => {
  const knowledge = knowledgeOf({
    entities: [
      entity({
        id: "tower",
        kind: "place",
        names: { en: "Tower" },
        ambiguity: [{ forms: ["Tower"], other: "any tower", accept: [{ site: ["paper"] }] }],
      }),
    ],
    sources: [source({ id: "paper", names: { en: "Paper" }, hosts: [{ host: "example.com", match: "suffix" }] })],
  });
  const at = (url: string) =>
    annotate(
      {
        blocks: [{ id: 0, revision: 0, text: "The Tower fell.", lang: "" }],
        lang: { value: "en", from: "given" },
        url,
      },
      knowledge,
    ).blocks[0]?.mentions.map(({ reasons }) => reasons.at(-1));
  expect(at("https://example.com/a")).toEqual([{ code: "site", value: "paper" }]);
  expect(at("https://example.org/a")).toEqual([]);
});
