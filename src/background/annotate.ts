import { annotate } from "../engine/annotate.js";
import type { Annotation } from "../engine/annotation.js";
import type { Voices } from "../engine/attribution/voices.js";
import type { Knowledge } from "../engine/knowledge/open.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { tellVoices } from "../engine/tell-voices.js";
import type { BackgroundParameters } from "../shared/protocol.js";
import { fail, type Result, succeed } from "../shared/result.js";
import { readersKnowledge } from "./knowledge.js";

/** Questions that need knowledge: each fails with `no-knowledge` and the reason where it cannot be had. */

export function annotateArticle({ article, context }: BackgroundParameters<"annotate">): Promise<Result<Annotation>> {
  return withKnowledge((knowledge) => annotate(article, knowledge, context ? { context } : {}));
}

export function voicesOf({ article }: BackgroundParameters<"voices">): Promise<Result<Voices>> {
  return withKnowledge((knowledge) => tellVoices(article, knowledge).voices);
}

/** Different names of the glossary in a text; countries and loaded words make no page a news page. A known outlet's page counts as full. */
export function countNames({ article }: BackgroundParameters<"countNames">): Promise<Result<number>> {
  return withKnowledge((knowledge) => {
    const { entities, site } = annotate(article, knowledge);
    if (site?.record) return Number.MAX_SAFE_INTEGER;
    return entities.filter(({ kind }) => kind !== "country" && kind !== "term").length;
  });
}

export function recordDetail({ id }: BackgroundParameters<"record">): Promise<Result<RecordDetail | undefined>> {
  return withKnowledge(({ records }) => (Object.hasOwn(records.records, id) ? records.records[id] : undefined));
}

async function withKnowledge<T>(ask: (knowledge: Knowledge) => T): Promise<Result<T>> {
  let knowledge: Knowledge;
  try {
    knowledge = await readersKnowledge();
  } catch (error) {
    return fail("no-knowledge", error instanceof Error ? error.message : String(error));
  }
  return succeed(ask(knowledge));
}
