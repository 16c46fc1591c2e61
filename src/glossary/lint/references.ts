import { type AnyRecord, allRecords, type Glossary } from "../glossary.js";
import { standingsOf } from "./dates.js";

/** Complaints about references: named but not listed, listed twice. */
export function referenceSentences(record: AnyRecord): string[] {
  const sentences: string[] = [];
  const listed = new Set<string>();
  for (const { id } of record.references) {
    if (listed.has(id)) sentences.push(`Reference ${id} is listed twice.`);
    listed.add(id);
  }
  for (const [path, key] of namedReferences(record)) {
    if (!listed.has(key)) sentences.push(`"${path}" rests on reference ${key}, which is not listed.`);
  }
  return sentences;
}

/** Every reference key named in the fields of a record, with the path of the field. */
function* namedReferences(value: unknown, path = ""): Generator<[string, string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, field] of Object.entries(value)) {
    const inside = path === "" ? key : `${path}.${key}`;
    if (key === "references" && path !== "" && Array.isArray(field)) {
      for (const name of field) yield [path, String(name)];
    } else if (inside !== "references") {
      yield* namedReferences(field, inside);
    }
  }
}

/** Structures in which a state decides what is published; one test for every state's media. */
const CONTROLLED: ReadonlySet<string> = new Set([
  "state_controlled",
  "state_captured_public",
  "state_captured_private",
]);

/** Complaints about ties to records, sides and conflicts that do not exist. */
export function relationSentences(record: AnyRecord, glossary: Glossary): string[] {
  const ids = new Set(allRecords(glossary).map(({ id }) => id));
  const exists = (id: string) => id.startsWith("country:") || ids.has(id);
  const sentences: string[] = [];
  for (const { kind, to } of record.relations ?? []) {
    if (!exists(to)) sentences.push(`Relation ${kind} leads to "${to}", which nobody has written.`);
    if (to === record.id) sentences.push(`Relation ${kind} leads to the record itself.`);
  }
  for (const { accept, forms, reject } of record.ambiguity ?? []) {
    const evidence = [...(accept ?? []), ...(reject ?? [])].flatMap((one) => ("all" in one ? one.all : [one]));
    for (const evidential of evidence) {
      if (!("entities" in evidential)) continue;
      for (const id of evidential.entities) {
        if (!exists(id)) sentences.push(`Ambiguity of "${forms[0]}" asks for "${id}", which nobody has written.`);
      }
    }
  }
  if ("sides" in record) {
    for (const { members } of record.sides) {
      for (const { who } of members) if (!exists(who)) sentences.push(`Side member "${who}" has no record.`);
    }
    for (const place of record.area.places ?? []) if (!exists(place)) sentences.push(`Place "${place}" has no record.`);
  }
  const structure = "function" in record ? record.independence : undefined;
  for (const { conflict, relation, side } of standingsOf(record)) {
    if (relation === "state_media_of_party" && structure !== undefined && !CONTROLLED.has(structure)) {
      sentences.push(
        `The standing in ${conflict} says state media, but the structure is ${structure}: money alone is a donor_tie.`,
      );
    }
    const found = glossary.conflicts.find(({ id }) => id === conflict);
    if (!found) sentences.push(`A standing names the conflict "${conflict}", which has no record.`);
    else if (side !== undefined && !found.sides.some(({ id }) => id === side)) {
      sentences.push(`A standing names the side "${side}", which ${conflict} does not have.`);
    }
  }
  return sentences;
}

/** Hosts that two sources claim with one path. */
export function hostSentences(glossary: Glossary): Map<string, string[]> {
  const owners = new Map<string, string>();
  const sentences = new Map<string, string[]>();
  for (const { hosts, id } of glossary.sources) {
    for (const { host, path } of hosts ?? []) {
      const key = `${host}${path ?? ""}`;
      const owner = owners.get(key);
      if (owner !== undefined)
        sentences.set(id, [...(sentences.get(id) ?? []), `Host ${key} already belongs to ${owner}.`]);
      owners.set(key, id);
    }
  }
  return sentences;
}
