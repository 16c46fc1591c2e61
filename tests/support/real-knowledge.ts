import { freshKnowledge } from "../../src/cli/knowledge-files.js";
import type { Knowledge } from "../../src/engine/knowledge/open.js";
import type { NoteLanguage } from "../../src/glossary/schema.js";

const opened = new Map<NoteLanguage, Knowledge>();

/** The glossary as the working tree has it, compiled once for a run. */
export function realKnowledge(reader: NoteLanguage = "en"): Knowledge {
  const known = opened.get(reader) ?? freshKnowledge(reader);
  opened.set(reader, known);
  return known;
}
