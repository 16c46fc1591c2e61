import { IndexError } from "../index/pack.js";
import type { RecordDetail } from "../record-detail.js";
import type { RecordsFile } from "./files.js";

/** `references.json`: the pages that records rest on, by record. They are the same in every language, so they are packed once. */
export interface ReferencesFile {
  stamp: number;
  references: Record<string, RecordDetail["references"]>;
}

/** `records.<language>.json` as it is packed. */
export interface BareRecordsFile extends Omit<RecordsFile, "records"> {
  records: Record<string, Omit<RecordDetail, "references">>;
}

/** The references of records, taken out. */
export function referencesOf({ records, stamp }: RecordsFile): ReferencesFile {
  return {
    stamp,
    references: Object.fromEntries(Object.entries(records).map(([id, { references }]) => [id, references])),
  };
}

/** Records without their references. */
export function withoutReferences(file: RecordsFile): BareRecordsFile {
  const bare = Object.entries(file.records).map(([id, { references: _, ...record }]) => [id, record] as const);
  return { ...file, records: Object.fromEntries(bare) };
}

/**
 * Records with their references put back.
 * @throws IndexError where the two are not of one build
 */
export function withReferences(file: BareRecordsFile, { references, stamp }: ReferencesFile): RecordsFile {
  if (stamp !== file.stamp) {
    throw new IndexError("The records and their references are of different builds: build them again.");
  }
  const whole = Object.entries(file.records).map(
    ([id, record]) => [id, { ...record, references: references[id] ?? [] }] as const,
  );
  return { ...file, records: Object.fromEntries(whole) };
}
