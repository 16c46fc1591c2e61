import type { Claim, PlacedSpan, Voice, Voices } from "../engine/attribution/voices.js";
import type { Knowledge } from "../engine/knowledge/open.js";
import type { CliDocument } from "./documents.js";

/** A claim with offsets into the whole text; known sources by their Wikipedia title, others in the words of the text. */
export interface FlatAttribution {
  /** Span of the source; absent where nobody is named. */
  start?: number;
  end?: number;
  source?: string;
  known: boolean;
  via: string[];
  cue?: { start: number; end: number };
  content: { start: number; end: number };
  standing: string;
  sure: boolean;
}

/** Claims of all blocks, in order. */
export function flatAttributions({ claims }: Voices, document: CliDocument, knowledge: Knowledge): FlatAttribution[] {
  return claims.map((claim) => flat(claim, document, knowledge));
}

function flat({ content, cue, source, via }: Claim, document: CliDocument, knowledge: Knowledge): FlatAttribution {
  const span = ({ block, end, start }: PlacedSpan) => {
    const offset = document.offsets.get(block) ?? 0;
    return { start: start + offset, end: end + offset };
  };
  const title = ({ meant, record, text }: Voice) =>
    record === undefined ? text || (meant?.text ?? "") : (knowledge.byId.get(record)?.wikipedia ?? record);
  // The content's first stretch: one that goes on in later paragraphs is found in the claims themselves.
  const said = span(content.at[0] as PlacedSpan);
  return {
    ...(source.at ? span(source.at) : {}),
    ...(source.type === "nobody" ? {} : { source: title(source) }),
    known: source.record !== undefined,
    via: via.map(title),
    ...(cue ? { cue: span(cue.at) } : {}),
    content: said,
    standing: [source.group, ...source.ties.map(({ conflict, relation }) => `${relation} ${conflict.id}`)].join("; "),
    sure: source.sure,
  };
}
