import type { Annotation, BlockAnnotation, DocumentContext, EntitySummary, Mention } from "../engine/annotation.js";
import { sameContext, unionOf } from "../engine/link/context.js";
import type { Walker } from "../page/walk.js";

/** A mention and the block it stands in. */
export interface PlacedMention {
  block: number;
  mention: Mention;
  entity: EntitySummary;
}

/**
 * The page's annotation while its text changes: the latest valid answer for each block. A block's mentions depend on its own
 * text and on the document's context alone, so parts of an answer may be replaced as long as the context is the same.
 */
export class Answers {
  readonly #blocks = new Map<number, BlockAnnotation>();
  /** The context that each block was read in; answers of one request share one. */
  readonly #contexts = new Map<number, DocumentContext>();
  readonly #entities = new Map<string, EntitySummary>();
  #latest: Annotation | undefined;

  constructor(private readonly walker: Walker) {}

  clear(): void {
    this.#blocks.clear();
    this.#entities.clear();
    this.#latest = undefined;
    this.#contexts.clear();
  }

  forget(block: number): void {
    this.#blocks.delete(block);
    this.#contexts.delete(block);
  }

  block(id: number): BlockAnnotation | undefined {
    return this.#blocks.get(id);
  }

  entity(record: string): EntitySummary | undefined {
    return this.#entities.get(record);
  }

  /** What the blocks other than these say about the document. */
  contextWithout(ids: ReadonlySet<number>): DocumentContext {
    return unionOf([...this.#blocks.values()].filter((block) => !ids.has(block.id)).map((block) => block.evidence));
  }

  /**
   * Do all blocks still stand in the context that they were read in?
   * @param declared the page's own language
   */
  isConsistent(declared: string | undefined): boolean {
    const now = this.contextWithout(new Set());
    return [...new Set(this.#contexts.values())].every((context) => sameContext(context, now, declared));
  }

  /**
   * Takes in an answer, but for blocks that have changed since.
   * @param whole it is about the whole text, not about some blocks
   * @returns ids of the blocks that were taken
   */
  take(annotation: Annotation, whole: boolean): number[] {
    const taken: number[] = [];
    if (whole) this.clear();
    for (const entity of annotation.entities) this.#entities.set(entity.id, entity);
    for (const block of annotation.blocks) {
      if (this.walker.block(block.id)?.revision !== block.revision) continue;
      this.#blocks.set(block.id, block);
      this.#contexts.set(block.id, annotation.context);
      taken.push(block.id);
    }
    this.#latest = annotation;
    return taken;
  }

  /** Every mention in document order. */
  mentions(): PlacedMention[] {
    const found: PlacedMention[] = [];
    for (const { id } of this.walker.blocks()) {
      for (const mention of this.#blocks.get(id)?.mentions ?? []) {
        const entity = this.#entities.get(mention.record);
        if (entity) found.push({ block: id, mention, entity });
      }
    }
    return found;
  }

  /** The whole annotation as it stands now; nothing before the first answer. */
  annotation(): Annotation | undefined {
    if (!this.#latest) return undefined;
    const blocks = this.walker
      .blocks()
      .map(({ id }) => this.#blocks.get(id))
      .filter((block) => block !== undefined);
    const entities = new Set(this.mentions().map(({ entity }) => entity));
    return {
      ...this.#latest,
      blocks,
      entities: [...entities],
      context: unionOf(blocks.map((block) => block.evidence)),
    };
  }
}
