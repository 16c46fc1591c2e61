import { describe, expect, it } from "vitest";
import { OtherNames } from "../../src/ui/other-names.js";
import { draw, textOf, words } from "./rendering.js";

const names = (n: number) => Array.from({ length: n }, (_, i) => ({ text: `Name ${i}`, lang: i === 0 ? "und" : "en" }));
const open = (root: Element) => [...root.querySelectorAll("ul")].filter((list) => !list.closest("details"));

describe("other names", () => {
  it("stand one below the other, each with its language and its stance", async () => {
    const root = await draw(
      <OtherNames
        names={[
          { text: "Front", lang: "und" },
          { text: "الجبهة", lang: "ar", stance: "loaded" },
        ]}
      />,
    );
    expect([...root.querySelectorAll("li")].map(textOf)).toEqual(["Front", "الجبهة Arabic · takes a side"]);
    expect(root.querySelector("details")).toBeNull();
  });

  it.each([
    [15, 15, undefined],
    [16, 12, "and 4 more"],
    [80, 12, "and 68 more"],
  ])("of %i show %i, the rest under: %s", async (all, shown, summary) => {
    const root = await draw(<OtherNames names={names(all)} />);
    expect(open(root).flatMap((list) => [...list.children])).toHaveLength(shown);
    expect(textOf(root.querySelector("summary")) || undefined).toBe(summary);
    expect(root.querySelectorAll("li")).toHaveLength(all);
  });

  it("count the rest in the reader's language", async () => {
    const root = await draw(<OtherNames names={names(40)} />, words.id);
    expect(textOf(root.querySelector("summary"))).toMatch(/^dan 28 lain/);
  });
});
