import type { ComponentChildren } from "preact";
import type { WordKey, Words } from "./words.js";

/** A sentence of the catalogue with elements in the places of its `{names}`: each language keeps its own order of words. */
export function rich(words: Words, key: WordKey, parts: Record<string, ComponentChildren>): ComponentChildren[] {
  const names = Object.keys(parts);
  // Private-use characters stand in for the elements while the sentence is a string; no catalogue contains them.
  const signs = Object.fromEntries(names.map((name, i) => [name, String.fromCharCode(0xe000 + i)]));
  return words
    .t(key, signs)
    .split(/([\ue000-\uf8ff])/)
    .map((piece) => {
      const name = names[piece.charCodeAt(0) - 0xe000];
      return name !== undefined && piece.length === 1 ? parts[name] : piece;
    });
}
