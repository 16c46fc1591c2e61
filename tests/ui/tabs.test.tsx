import { act } from "preact/test-utils";
import { describe, expect, it, vi } from "vitest";
import { Tabs } from "../../src/ui/tabs.js";
import { draw, named, press, textOf, words } from "./rendering.js";

const drawTabs = async (inWords = words.en) => {
  const onSelect = vi.fn();
  const views = [
    { key: "a" as const, label: "First", count: 3, content: "one" },
    { key: "b" as const, label: "Second", content: "two" },
  ];
  return { root: await draw(<Tabs label="Parts" views={views} selected="a" onSelect={onSelect} />, inWords), onSelect };
};
const type = (root: Element, key: string) =>
  act(() => {
    const event = Object.assign(new window.Event("keydown", { bubbles: true, cancelable: true }), { key });
    root.querySelector("[role=tablist]")?.dispatchEvent(event);
  });

describe("tabs", () => {
  it("show one view, each named by its tab, with one stop for the keyboard", async () => {
    const { root, onSelect } = await drawTabs();
    const [first, second] = root.querySelectorAll("[role=tab]");
    expect([first, second].map((tab) => tab?.getAttribute("tabindex"))).toEqual(["0", "-1"]);
    const views = [...root.querySelectorAll("[role=tabpanel]")];
    expect(views.map((view) => view.hasAttribute("hidden"))).toEqual([false, true]);
    expect(views.map((view) => textOf(root.querySelector(`[id="${view.getAttribute("aria-labelledby")}"]`)))).toEqual([
      "First 3",
      "Second",
    ]);
    await press(named(root, "[role=tab]", "Second"));
    expect(onSelect).toHaveBeenCalledWith("b");
  });

  it.each([
    ["ArrowRight", words.en, "b"],
    ["ArrowLeft", words.en, "b"],
    ["End", words.en, "b"],
    ["Home", words.en, "a"],
    ["ArrowLeft", words.ar, "b"],
  ])("answer to %s", async (key, inWords, wanted) => {
    const { root, onSelect } = await drawTabs(inWords);
    await type(root, key);
    expect(onSelect).toHaveBeenCalledWith(wanted);
  });

  it("leave other keys alone", async () => {
    const { root, onSelect } = await drawTabs();
    await type(root, "ArrowDown");
    expect(onSelect).not.toHaveBeenCalled();
  });
});
