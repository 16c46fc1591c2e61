/** Keys as tests name them ("Shift+Tab") and as WebDriver wants them. */

const MODIFIERS = new Set(["Alt", "Control", "Meta", "Shift"]);

/** WebDriver's private characters for keys that print nothing. */
const CHARACTERS: Readonly<Record<string, string>> = {
  Alt: "\uE00A",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Backspace: "\uE003",
  Control: "\uE009",
  Delete: "\uE017",
  End: "\uE010",
  Enter: "\uE007",
  Escape: "\uE00C",
  Home: "\uE011",
  Meta: "\uE03D",
  PageDown: "\uE00F",
  PageUp: "\uE00E",
  Shift: "\uE008",
  Space: " ",
  Tab: "\uE004",
};

export interface KeyPress {
  modifiers: string[];
  key: string;
}

/** "Alt+Shift+j" gives the modifiers Alt and Shift and the key j; "+" and "Shift++" mean the plus key. */
export function parseKeys(text: string): KeyPress {
  const parts = text === "+" ? ["+"] : text.replace(/\+\+$/, "+Plus").split("+");
  const key = parts.pop() ?? "";
  const unknown = parts.find((part) => !MODIFIERS.has(part));
  if (unknown !== undefined || key === "") throw new Error(`Not a key with modifiers: "${text}"`);
  return { modifiers: parts, key: key === "Plus" ? "+" : key };
}

/** The character WebDriver takes for a key. */
export function keyCharacter(key: string): string {
  const character = CHARACTERS[key] ?? key;
  if ([...character].length !== 1) throw new Error(`Unknown key "${key}"`);
  return character;
}
