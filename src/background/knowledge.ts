import { IndexError } from "../engine/index/pack.js";
import type { NamesFile } from "../engine/knowledge/files.js";
import { type Knowledge, openKnowledge } from "../engine/knowledge/open.js";
import { type BareRecordsFile, type ReferencesFile, withReferences } from "../engine/knowledge/references.js";
import { type SpellingsFile, unfoldIndex } from "../engine/knowledge/spelling-list.js";
import type { NoteLanguage } from "../glossary/schema/vocabulary.js";
import { browserLanguages } from "../shared/browser.js";
import { packagedJson } from "../shared/extension.js";
import { chooseLanguage } from "../shared/settings.js";
import { loadSettings } from "../shared/store.js";
import { forgetIndex, keepIndex, keptIndex } from "./kept-index.js";

/**
 * The knowledge in the reader's language, loaded once for all tabs. A cache, not state: when the background dies the next
 * question loads it again. A failure is not kept, so that a later question tries afresh.
 */
let loaded: { reader: NoteLanguage; knowledge: Promise<Knowledge> } | undefined;

/** @throws IndexError or Error with a sentence for the popup where the packaged files are missing, broken or stale */
export async function readersKnowledge(): Promise<Knowledge> {
  const reader = chooseLanguage((await loadSettings()).language, browserLanguages());
  if (loaded?.reader !== reader) {
    const knowledge = load(reader);
    loaded = { reader, knowledge };
    knowledge.catch(() => {
      if (loaded?.knowledge === knowledge) loaded = undefined;
    });
  }
  return loaded.knowledge;
}

/**
 * Loads the knowledge of a package that has just arrived. Its index is compiled whatever is kept: the data may be the same and the code that
 * folds and hashes another. A failure is told to the page that asks.
 */
export async function renewKnowledge(): Promise<void> {
  await forgetIndex();
  loaded = undefined;
  await readersKnowledge().catch(() => {});
}

async function load(reader: NoteLanguage): Promise<Knowledge> {
  const [kept, names, records, references] = await Promise.all([
    keptIndex(),
    packagedJson("data/names.json"),
    packagedJson(`data/records.${reader}.json`),
    packagedJson("data/references.json"),
  ]);
  const whole = withReferences(records as BareRecordsFile, references as ReferencesFile);
  if (kept !== undefined) {
    try {
      return openKnowledge(kept, names as NamesFile, whole);
    } catch (error) {
      // Of an earlier version, or damaged where it was kept: the package has what it takes to make it again.
      if (!(error instanceof IndexError)) throw error;
    }
  }
  const index = unfoldIndex((await packagedJson("data/spellings.json")) as SpellingsFile);
  const knowledge = openKnowledge(index, names as NamesFile, whole);
  // Nobody waits for it, and it never fails aloud.
  void keepIndex(index);
  return knowledge;
}
