import { describe, expect, it } from "vitest";
import { annotate } from "../../src/engine/annotate.js";
import type { EntitySummary } from "../../src/engine/annotation.js";
import { asOf } from "../../src/engine/as-of.js";
import { article, knowledgeOf } from "../support/knowledge.js";
import { entity, inAll } from "../support/records.js";

const today: EntitySummary = {
  id: "red-valley",
  kind: "group",
  marked: true,
  name: "Red Valley",
  description: "Former group",
  note: "It was dissolved.",
  references: 1,
};
const earlier = [
  { until: "2024-12-08", description: "Armed group", text: "It rules the hills.", references: ["r1"] },
  { until: "2017", text: "It fights for the valley.", references: ["r1"] },
];

describe("the note of a page's time", () => {
  it.each([
    ["2016-12-31", "It fights for the valley.", "Former group"],
    ["2017-01-01", "It rules the hills.", "Armed group"],
    ["2024-12-07", "It rules the hills.", "Armed group"],
    ["2024-12-08", "It was dissolved.", "Former group"],
    [undefined, "It was dissolved.", "Former group"],
  ])("on %s says: %s", (date, note, description) => {
    const seen = asOf(today, earlier, date);
    expect(seen).toMatchObject({ note, description });
    expect(seen.earlier ?? false).toBe(note !== today.note);
  });

  it("is what a page of that date is annotated with, and no other page", () => {
    const knowledge = knowledgeOf({
      entities: [
        entity({
          note: inAll("It was dissolved."),
          earlier_notes: [{ until: "2017", text: inAll("It fights."), references: ["r1"] }],
        }),
      ],
    });
    const noteOn = (date?: string) =>
      annotate(
        { ...article("en", "Red Valley spoke."), ...(date ? { date: { value: date, from: "meta" as const } } : {}) },
        knowledge,
      ).entities.map(({ note }) => note);
    expect(noteOn("2016-05-01")).toEqual(["It fights."]);
    expect(noteOn("2020-05-01")).toEqual(["It was dissolved."]);
    expect(noteOn()).toEqual(["It was dissolved."]);
  });
});
