import { describe, expect, it } from "vitest";
import { asOf } from "../../src/engine/as-of.js";
import type { NOTE_LANGUAGES } from "../../src/glossary/schema.js";
import { realKnowledge } from "../support/real-knowledge.js";

/** What a record's note and description must say on a page of a date, and what they cannot know yet or must no longer say. */
const rows: [record: string, date: string, says: string[], not: string[]][] = [
  ["al-nusra-front", "2015-06-01", ["al-Qaeda", "al-Jolani"], ["Fateh al-Sham", "2016", "2017"]],
  ["al-nusra-front", "2016-09-01", ["Jabhat Fateh al-Sham", "2016"], ["2017", "Hayat Tahrir"]],
  ["al-nusra-front", "2020-01-01", ["merged into Hayat Tahrir al-Sham"], []],
  ["hayat-tahrir-al-sham", "2017-06-01", ["January 2017", "Abu Jaber"], ["2024", "dissolved", "overthrew"]],
  ["hayat-tahrir-al-sham", "2021-06-01", ["runs much of Idlib"], ["2024", "dissolved", "overthrew"]],
  ["hayat-tahrir-al-sham", "2026-06-01", ["declared dissolved in January 2025"], ["runs much of"]],
  ["bashar-al-assad", "2010-06-01", ["President of Syria since 2000"], ["war", "2024"]],
  ["bashar-al-assad", "2017-11-20", ["President of Syria since 2000", "at war"], ["2024", "asylum"]],
  ["bashar-al-assad", "2025-06-01", ["until December 2024", "asylum"], ["President of Syria since"]],
  ["kunduz", "2014-06-01", ["since then government forces have held it"], ["2015", "2021"]],
  ["kunduz", "2018-01-01", ["held by the Afghan government", "2015"], ["2021"]],
  ["kunduz", "2022-01-01", ["held by the Taliban since 8 August 2021"], []],
  ["mosul", "2013-06-01", ["One of Iraq’s largest cities"], ["Islamic State", "2014"]],
  ["mosul", "2015-06-01", ["captured it in June 2014"], ["2016", "2017", "retook"]],
  ["mosul", "2018-01-01", ["retook it by July 2017"], []],
  ["wagner-group", "2018-06-01", ["Prigozhin, who denies it"], ["2022", "2023", "mutin"]],
  ["wagner-group", "2023-01-10", ["said that he had founded it"], ["mutin", "died"]],
  ["wagner-group", "2024-06-01", ["Prigozhin died that August"], []],
  ["kurdistan-workers-party", "2016-06-01", ["Since 1984 it has fought"], ["2025", "dissol"]],
  ["kurdistan-workers-party", "2025-04-01", ["Since 1984 it has fought"], ["May 2025", "dissol"]],
  ["kurdistan-workers-party", "2025-09-01", ["announced its dissolution"], ["has fought"]],
  ["syrian-democratic-forces", "2016-06-01", ["October 2015"], ["Raqqa", "2025", "2026"]],
  ["syrian-democratic-forces", "2019-06-01", ["took Raqqa"], ["2025", "2026"]],
  ["syrian-democratic-forces", "2026-06-01", ["2026", "Syrian army"], ["controls much"]],
  ["hezbollah", "2010-06-01", ["Nasrallah has been its secretary-general"], ["Syria", "Qassem", "killed"]],
  ["hezbollah", "2017-11-20", ["led since 1992 by Hassan Nasrallah", "Syria"], ["Qassem", "killed"]],
  ["hezbollah", "2025-01-10", ["killed Hassan Nasrallah", "Naim Qassem"], ["2026"]],
  ["rapid-support-forces", "2015-06-01", ["Janjaweed"], ["2017", "2023", "at war"]],
  ["rapid-support-forces", "2019-06-01", ["January 2017"], ["2023", "at war"]],
  ["rapid-support-forces", "2024-06-01", ["fought the army since 15 April 2023"], ["rival government"]],
  ["voice-of-america", "2017-11-20", ["funded and managed by the US government"], ["2023", "2025", "2026"]],
  ["voice-of-america", "2024-06-01", ["funded and managed by the US government"], ["2025", "2026"]],
  ["voice-of-america", "2025-06-01", ["presidential order of March 2025"], []],
  ["sana", "2010-06-01", ["government of the day"], ["Assad", "war", "2024"]],
  ["sana", "2017-11-20", ["Bashar al-Assad, a party to the war"], ["2024", "new authorities"]],
  ["sana", "2026-01-01", ["Until December 2024", "new authorities"], []],
  ["duniaekspress", "2015-06-01", ["no page naming its owner"], []],
  ["duniaekspress", "2017-11-20", ["no page naming its owner"], []],
  ["duniaekspress", "2026-01-01", ["no page naming its owner"], []],
];

const noteOn = (record: string, date: string, reader: (typeof NOTE_LANGUAGES)[number] = "en") => {
  const detail = realKnowledge(reader).records.records[record];
  if (!detail) throw new Error(`no record ${record}`);
  const { description = "", earlierNotes, id, kind, name, note = "" } = detail;
  return asOf({ id, kind, name, description, note, marked: true, references: 1 }, earlierNotes, date);
};

describe("the note as of a date", () => {
  it.each(rows)("%s on %s", (record, date, says, not) => {
    const { description, note } = noteOn(record, date);
    const text = `${description}. ${note}`;
    for (const words of says) expect(text).toContain(words);
    for (const words of not) expect(text).not.toContain(words);
  });

  it.each(["id", "ar"] as const)("changes in %s on the same days", (reader) => {
    for (const [record, date] of rows) {
      const [english, other] = [noteOn(record, date), noteOn(record, date, reader)];
      expect([record, date, other.earlier]).toEqual([record, date, english.earlier]);
      expect(other.note).not.toBe(english.note);
    }
  });
});
