import { describe, expect, it, vi } from "vitest";
import type { EntitySummary } from "../../src/engine/annotation.js";
import { CitedSources } from "../../src/ui/cited-sources.js";
import { EntityList, type EntityListProps } from "../../src/ui/entity-list.js";
import { Legend } from "../../src/ui/legend.js";
import { bare, front, outlet } from "./records.js";
import { draw, named, press, textOf, words } from "./rendering.js";

const country: EntitySummary = { id: "country:SY", kind: "country", marked: false, name: "Examplia", references: 0 };
const props = (entities: EntitySummary[]): EntityListProps => ({
  entities,
  mentions: new Map([
    [front.id, 3],
    [bare.id, 1],
    [outlet.id, 2],
    [country.id, 2],
  ]),
  pageLang: "id",
  onOpen: vi.fn(),
  onJump: vi.fn(),
});

describe("entity list", () => {
  it("groups by kind with counts, countries last and said to be unmarked", async () => {
    const root = await draw(<EntityList {...props([country, bare, front])} />);
    const headings = [...root.querySelectorAll("h2")].map(textOf);
    expect(headings).toEqual([
      "Groups, forces, governments1 1 entry",
      "Places and events1 1 entry",
      "Countries Recognised, not marked",
    ]);
    for (const section of root.querySelectorAll("section")) {
      expect(section.querySelector(`[id="${section.getAttribute("aria-labelledby")}"]`)).not.toBeNull();
    }
  });

  it("goes through the mentions in both directions and around the ends, and says where it is", async () => {
    const given = props([front]);
    const root = await draw(<EntityList {...given} />);
    const next = named(root, "button", "Next mention of Example Front");
    const previous = named(root, "button", "Previous mention of Example Front");
    for (const button of [next, next, next, next, previous]) await press(button);
    expect(vi.mocked(given.onJump).mock.calls).toEqual([0, 1, 2, 0, 2].map((nth) => [front.id, nth]));
    expect(textOf(root.querySelector(".jumps [role=status] .unseen"))).toBe("3 of 3");
  });

  it("has one button for a single mention, and opens a record by its name", async () => {
    const given = props([bare]);
    const root = await draw(<EntityList {...given} />);
    await press(named(root, "button", "Go to the mention of Nowhere"));
    expect(given.onJump).toHaveBeenCalledWith(bare.id, 0);
    await press(named(root, "button", /^Nowhere/));
    expect(given.onOpen).toHaveBeenCalledWith(bare.id);
  });

  it("counts and labels in Arabic, names of other languages in theirs", async () => {
    const root = await draw(<EntityList {...props([front])} />, words.ar);
    expect(textOf(root.querySelector(".jumps .unseen"))).toBe("ذُكر 3 مرات");
    expect(named(root, "button", "الذكر التالي لـ Example Front")).toBeTruthy();
    expect(root.querySelector('[lang="ar"][dir="rtl"]')).not.toBeNull();
  });

  it("draws nothing for no entities", async () => {
    expect(textOf(await draw(<EntityList {...props([])} />))).toBe("");
  });
});

describe("cited sources", () => {
  it("lists outlets, monitors and bodies but not the site itself", async () => {
    const given = props([front, outlet, { ...outlet, id: "own", name: "This Site" }]);
    const root = await draw(<CitedSources {...given} site="own" />);
    expect(textOf(root)).toContain("Example Times");
    expect(textOf(root)).not.toContain("This Site");
    expect(textOf(root)).not.toContain("Example Front");
  });

  it("says that none is named, in Arabic too", async () => {
    expect(textOf(await draw(<CitedSources {...props([front])} />))).toMatch(/^No outlet/);
    expect(textOf(await draw(<CitedSources {...props([])} />, words.ar))).toMatch(/^لا تذكر/);
  });
});

describe("legend", () => {
  it("explains each line in words", async () => {
    const root = await draw(<Legend />);
    expect(root.querySelectorAll("li")).toHaveLength(6);
    expect(root.querySelector("ul")?.getAttribute("aria-label")).toBe("What the lines mean");
    expect(textOf(await draw(<Legend />, words.ar))).toContain("شخصيات");
  });
});
