import type { Tab } from "../../tools/browser/driver.js";
import { until } from "../../tools/until.js";
import { PATIENCE } from "./stage.js";

/** A group of names in popup or panel. */
export interface SeenGroup {
  heading: string;
  count: string;
  names: { name: string; mentions: number }[];
}

/** The groups of marked names, as the lists show them. */
export function readGroups(tab: Tab): Promise<SeenGroup[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll(".group")]
      .filter((group) => group.querySelector(".entities"))
      .map((group) => ({
        heading: group.querySelector("h2 .mark")?.textContent ?? "",
        count: group.querySelector("h2 .n [aria-hidden]")?.textContent ?? "",
        names: [...group.querySelectorAll(".entities li")].map((item) => ({
          name: item.querySelector(".title bdi")?.textContent ?? "",
          // A single mention has one button and no number.
          mentions: Number(item.querySelector(".at [aria-hidden]")?.textContent ?? "1"),
        })),
      })),
  );
}

/** Presses the first element that matches and holds a text, with the real pointer. */
export async function clickText(tab: Tab, selector: string, text: string): Promise<void> {
  const find = () =>
    tab.evaluate(
      (css, wanted) => {
        const element = [...document.querySelectorAll(css)].find((one) => one.textContent?.includes(wanted));
        element?.scrollIntoView({ block: "center", behavior: "instant" });
        const box = element?.getBoundingClientRect();
        return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      },
      selector,
      text,
    );
  const { x, y } = await until(find, PATIENCE, `"${text}"`);
  await tab.click(x, y);
}
