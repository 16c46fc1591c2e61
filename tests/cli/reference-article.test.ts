import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flatMentions } from "../../src/cli/answers.js";
import { textDocument } from "../../src/cli/documents.js";
import { ledgerOf } from "../../src/engine/attribution/voices.js";
import { tellVoices } from "../../src/engine/tell-voices.js";
import { realKnowledge } from "../support/real-knowledge.js";

/** The reference article stands beside the project and is not part of it. */
const FILE = join(import.meta.dirname, "../../../shared/seed/duniaekspress-2017-11-20.id.txt");

describe.skipIf(!existsSync(FILE))("the reference article (../shared/seed)", () => {
  const text = existsSync(FILE) ? readFileSync(FILE, "utf8") : "";
  const document = textDocument(text, { lang: "id", date: "2017-11-20", url: "https://www.duniaekspress.com/" });
  const { annotation, voices } = tellVoices(document.article, realKnowledge("id"));
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

  test("neither the era nor the swamp is taken for a name, and the editor's mark is told as one", () => {
    expect(mentions.filter((one) => /^(zaman|rawa)$/.test(one.text))).toEqual([]);
    expect(mentions.filter(({ text }) => text === "red")).toMatchObject([{ kind: "term" }, { kind: "term" }]);
  });

  test("the site is known for what is known of it", () => {
    expect(annotation.site?.record?.id).toBe("duniaekspress");
  });

  /** Every attributed statement, as a careful reader would note it in the margin: who, how it came, where that source stands. */
  const ROWS: [cue: string, source: string | undefined, group: string, tie: string, via: string[], day?: string][] = [
    ["melaporkan", "sohr", "monitor", "described_as_aligned syrian-civil-war", []],
    ["Kata", "hezbollah", "party", "party syrian-civil-war", ["zaman-al-wasl"], "2017-11-19"],
    ["mengumumkan", "syrian-armed-forces", "party", "party syrian-civil-war", []],
    ["mengatakan", undefined, "party", "", []],
    ["mengatakan", undefined, "unnamed", "", []],
    ["Kata", undefined, "unnamed", "", ["zaman-al-wasl"], "2017-11-18"],
    ["menambahkan", undefined, "unnamed", "", ["zaman-al-wasl"]],
    ["mengklaim", "country:IQ", "party", "party war-against-is-in-iraq", []],
    ["mengumumkan", "qasim-al-araji", "party", "party war-against-is-in-iraq", []],
  ];

  test("who says so, row by row", () => {
    const told = voices.claims.filter(({ earlier }) => !earlier);
    expect(
      told.map(({ cue, day, source, via }) => [
        cue?.text,
        source.record,
        source.group,
        source.ties[0] ? `${source.ties[0].relation} ${source.ties[0].conflict.id}` : "",
        via.map(({ record }) => record),
        ...(day ? [day.date] : []),
      ]),
    ).toEqual(ROWS);
  });

  test("each description of a source says whose it is", () => {
    const described = voices.claims
      .flatMap(({ source, via }) => [source, ...via])
      .flatMap(({ ties }) => ties)
      .filter(({ relation }) => relation === "described_as_aligned");
    expect(described.length).toBeGreaterThanOrEqual(3);
    for (const { describedBy } of described) expect(describedBy).toBeTruthy();
  });

  test("the page's own earlier report is counted apart", () => {
    expect(voices.claims.filter(({ earlier }) => earlier).map(({ source }) => source.type)).toEqual(["nobody"]);
    const ledger = ledgerOf(voices);
    expect([ledger.party.length, ledger.unnamed.length, ledger.monitor.length, ledger.nobody.length]).toEqual([
      5, 3, 1, 0,
    ]);
  });

  test("fighting that goes on and a town taken stand side by side", () => {
    expect(voices.differences).toMatchObject([{ about: "control", of: { record: "abu-kamal" }, claims: [0, 1] }]);
  });

  test("the page is about two wars", () => {
    expect(voices.conflicts.map(({ id }) => id).sort()).toEqual(["syrian-civil-war", "war-against-is-in-iraq"]);
  });
});
