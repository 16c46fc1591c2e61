import { describe, expect, test } from "vitest";
import { tellVoices } from "../../src/engine/tell-voices.js";
import { article } from "../support/knowledge.js";
import { realKnowledge } from "../support/real-knowledge.js";

const knowledge = realKnowledge();
const marks = (lang: string, text: string) =>
  tellVoices(article(lang, text), knowledge).voices.marks.map(({ kind, text }) => `${kind} ${text}`);

describe("what a newsroom sets into a text of its own", () => {
  test.each([
    [
      "id",
      "Kelompok itu (ISIS, red) mundur dari kota pada malam hari. [fan].",
      ["insertion (ISIS, red)", "initials [fan]"],
    ],
    ["id", "Harga beras naik lagi di seluruh pasar kota itu sejak awal pekan ini (wk/pta)", ["initials (wk/pta)"]],
    [
      "en",
      "He said that they [the militias, ed.] had left before the troops came in.",
      ["insertion [the militias, ed.]"],
    ],
    [
      "de",
      "Er nannte sie „Helden“ (die Kämpfer, Anm. d. Red.) und ging aus dem Saal.",
      ["insertion (die Kämpfer, Anm. d. Red.)"],
    ],
    ["ru", "Он добавил, что они (боевики, — ред.) покинули город ещё до рассвета.", ["insertion (боевики, — ред.)"]],
  ])("%s: %s", (lang, text, expected) => {
    expect(marks(lang, text)).toEqual(expected);
  });

  test.each([
    ["en", "The flag (green, red) was raised over the town hall on Sunday morning by hundreds."],
    ["en", "The reporters left (see the map) before the fighting began in the north [map]. They came back later."],
    ["id", "Mereka tiba di Jakarta (Indonesia) pada hari Senin dan pulang sehari kemudian (UNICEF)"],
  ])("nothing in %s: %s", (lang, text) => {
    expect(marks(lang, text)).toEqual([]);
  });

  test("of a language that it knows nothing of, the page says so", () => {
    expect(tellVoices(article("sw", "Alisema kuwa mji umetekwa na waasi jana usiku."), knowledge).voices.readable).toBe(
      false,
    );
    expect(
      tellVoices(article("en", "The town was quiet that night, as it had been for days."), knowledge).voices.readable,
    ).toBe(true);
  });
});
