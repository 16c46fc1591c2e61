import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flatMentions } from "../../src/cli/answers.js";
import { textDocument } from "../../src/cli/documents.js";
import { annotate } from "../../src/engine/annotate.js";
import { realKnowledge } from "../support/real-knowledge.js";

/** The reference article stands beside the project and is not part of it. */
const FILE = join(import.meta.dirname, "../../../shared/seed/duniaekspress-2017-11-20.id.txt");

describe.skipIf(!existsSync(FILE))("the reference article (../shared/seed)", () => {
  const text = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const document = textDocument(text, { lang: "id", date: "2017-11-20", url: "https://www.duniaekspress.com/" });
  const annotation = annotate(document.article, realKnowledge("id"));
  const mentions = flatMentions(annotation, document);
  const spellings = (entity: string) => [
    ...new Set(mentions.filter((one) => one.entity === entity).map((one) => one.text)),
  ];

  test.each([
    ["sohr", ["Observatorium Suriah untuk Hak Asasi Manusia", "SOHR"]],
    ["islamic-state", ["Daesh", "ISIS", "Negara Islam Irak dan Suriah"]],
    ["abu-kamal", ["Albu Kamal", "Albu kamal", "Albukamal", "ALBU KAMAL"]],
    ["syrian-armed-forces", ["Tentara rezim Suriah", "pasukan rezim", "tentara rezim", "pasukan Assad"]],
    ["hezbollah", ["Hizbullah"]],
    ["zaman-al-wasl", ["Zamn Wasl", "Zaman Wasl"]],
    ["caliphate", ["Kekhilafahan"]],
    ["euphrates", ["sungai Efrat"]],
    ["sleeper-cell", ["sel-sel tidur"]],
    ["qasim-al-araji", ["Qasim al-Araji"]],
    ["rawa", ["Rawa"]],
    ["al-anbar-governorate", ["provinsi Anbar"]],
    ["country:SY", ["Suriah"]],
    ["country:IQ", ["Irak"]],
    ["country:GB", ["Inggris"]],
    ["duniaekspress", ["Duniaekspress"]],
  ])("%s in each of its spellings", (entity, expected) => {
    expect(spellings(entity)).toEqual(expected);
  });

  test("every occurrence of each spelling is found", () => {
    const count = (word: string) => mentions.filter((one) => one.text === word).length;
    for (const word of ["Daesh", "SOHR", "Hizbullah"]) expect(count(word)).toBe(text.split(word).length - 1);
    expect(count("ISIS")).toBe(text.split("ISIS").length - 1);
  });

  test("the misspelt relay is probable, all else is sure", () => {
    expect(mentions.filter(({ confidence }) => confidence === "probable").map((one) => one.text)).toEqual([
      "Zamn Wasl",
    ]);
  });

  test("neither the era, nor the swamp, nor the editor's mark is taken for a name", () => {
    expect(mentions.filter((one) => /^(zaman|rawa|red)$/.test(one.text))).toEqual([]);
  });

  test("the site is known for what is known of it", () => {
    expect(annotation.site?.record?.id).toBe("duniaekspress");
  });
});
