import type { Annotation, EntitySummary, Mention } from "../engine/annotation.js";
import { entriesOf, groupCount } from "../engine/index/entries.js";
import { ENTRY } from "../engine/index/layout.js";
import type { Knowledge } from "../engine/knowledge/open.js";
import type { CliDocument } from "./documents.js";

/** A mention with offsets into the whole text, and the neutral keys of what it names. */
export interface FlatMention {
  start: number;
  end: number;
  text: string;
  entity: string;
  wikipedia?: string;
  wikidata?: string;
  kind: string;
  confidence: string;
}

/** Mentions of all blocks, in order. */
export function flatMentions(annotation: Annotation, document: CliDocument): FlatMention[] {
  const entities = new Map(annotation.entities.map((entity) => [entity.id, entity]));
  return annotation.blocks.flatMap(({ id, mentions }) => {
    const offset = document.offsets.get(id) ?? 0;
    return mentions.flatMap((mention) => flat(mention, offset, document.text, entities.get(mention.record)));
  });
}

function flat(mention: Mention, offset: number, text: string, entity: EntitySummary | undefined): FlatMention[] {
  if (!entity) return [];
  const start = mention.start + offset;
  const end = mention.end + offset;
  return [
    {
      start,
      end,
      text: text.slice(start, end),
      entity: entity.id,
      ...(entity.wikipedia ? { wikipedia: entity.wikipedia } : {}),
      ...(entity.wikidata ? { wikidata: entity.wikidata } : {}),
      kind: entity.kind,
      confidence: mention.confidence,
    },
  ];
}

/** Every entity that can be linked (countries too, never terms), with the spellings by which it is found. */
export function listEntities({ index, names }: Knowledge) {
  const spellings = new Map<number, Set<string>>();
  for (let group = 0; group < groupCount(index); group++) {
    for (const { flags, record, text } of entriesOf(index, group)) {
      if (flags & ENTRY.lookalike) continue;
      spellings.set(record, (spellings.get(record) ?? new Set()).add(text));
    }
  }
  return names.records.flatMap(({ id, kind, wikidata, wikipedia }, number) => {
    if (kind === "term") return [];
    const aliases = [...(spellings.get(number) ?? [])].sort();
    return [{ id, ...(wikipedia ? { wikipedia } : {}), ...(wikidata ? { wikidata } : {}), kind, aliases }];
  });
}
