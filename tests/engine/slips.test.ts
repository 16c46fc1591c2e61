import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSlip } from "../../src/engine/index/slips.js";
import { found, knowledgeOf } from "../support/knowledge.js";
import { entity, source, term } from "../support/records.js";

const knowledge = knowledgeOf({
  entities: [
    entity({ id: "marwadiyya", kind: "group", names: { en: "Marwadiyya", ar: "المروادية" } }),
    entity({ id: "tal-zarqoun", kind: "place", names: { en: "Tal Zarqoun", ar: "تل زرقون" } }),
    entity({ id: "rawa", kind: "place", names: { en: "Rawa", ar: "راوة" } }),
    entity({
      id: "kantaradi",
      kind: "place",
      names: { en: "Kantaradi", ar: "كنتردي" },
      ambiguity: [{ forms: ["Kantaradi"], other: "a dance", accept: [{ near: ["town"] }] }],
    }),
  ],
  sources: [source({ id: "harbour", names: { en: "Harbour Observer", ar: "مرصد الميناء" } })],
  terms: [term({ id: "oppression", names: { en: "Oppressionism" } })],
});
const en = (text: string) => found(knowledge, "en", text);

describe("a long name with one letter wrong is probable", () => {
  test.each([
    ["another letter", "Fighters of Marwediyya fled.", ["Marwediyya→marwadiyya?"]],
    ["a letter missing", "Fighters of Marwadyya fled.", ["Marwadyya→marwadiyya?"]],
    ["a letter too many", "Fighters of Marwaddiyya fled.", ["Marwaddiyya→marwadiyya?"]],
    ["two letters exchanged", "Fighters of Mawradiyya fled.", ["Mawradiyya→marwadiyya?"]],
    ["in a later word", "They left Tal Zarkoun.", ["Tal Zarkoun→tal-zarqoun?"]],
    ["in an earlier word", "The Harbuor Observer said", ["Harbuor Observer→harbour?"]],
  ])("%s", (_, text, expected) => expect(en(text)).toEqual(expected));

  test.each([
    ["two letters wrong", "Fighters of Merwediyya fled."],
    ["the first letter", "Fighters of Barwadiyya fled."],
    ["the ending: it may be another case or another word", "Fighters of Marwadiyye fled."],
    ["no capital", "the marwediyya of it"],
    ["a short name", "They left Ruwa."],
    ["a name under a rule: a slip could be the other thing", "The town of Kantoradi."],
    ["a loaded word", "It is Oppresionism."],
  ])("not: %s", (_, text) => expect(en(text)).toEqual([]));

  test("as it should be written, it is sure", () => {
    expect(en("Fighters of Marwadiyya fled.")).toEqual(["Marwadiyya→marwadiyya"]);
  });
});

test("one change inside a word is a slip, none or two are not", () => {
  const word = fc.stringMatching(/^[a-z]{9,14}$/);
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom("change", "drop", "add", "swap"), (name, seed, kind) => {
      const at = 1 + (seed % (name.length - 4));
      const slipped =
        kind === "change"
          ? `${name.slice(0, at)}#${name.slice(at + 1)}`
          : kind === "drop"
            ? name.slice(0, at) + name.slice(at + 1)
            : kind === "add"
              ? `${name.slice(0, at)}#${name.slice(at)}`
              : name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
      // Dropping one of two equal letters may look like dropping a later one, never like dropping none.
      expect(isSlip(slipped, name)).toBe(slipped !== name && differsInside(slipped, name));
      expect(isSlip(name, name)).toBe(false);
      expect(isSlip(`#${slipped}#`, name)).toBe(false);
    }),
  );
});

/** Does the first difference leave the first letter and the last two alone? */
function differsInside(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return at > 0 && at <= Math.max(a.length, b.length) - 3;
}
