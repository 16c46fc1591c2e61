import { type ArticleFacts, readArticle } from "../page/article.js";
import { ENOUGH_NAMES, gate } from "../page/gate.js";
import { markName, type PaintedSpan } from "../page/paint.js";
import type { Update } from "../page/walk.js";
import type { Batch } from "../page/watch.js";
import type { PagePhase, PageReport } from "../shared/protocol.js";
import type { Failure } from "../shared/result.js";
import { siteKey } from "../shared/settings.js";
import { Answers, type PlacedMention } from "./answers.js";
import { followChanges } from "./follow.js";
import type { PageOptions, PageWork } from "./page-work.js";

/** An unclear page is asked about again when its text has grown so much, and no more often than this. */
const GROWTH = 1.5;
const MAX_QUESTIONS = 4;

/**
 * The page's work: gate, walk, question to the background, marks; then again for what changes. It owns the page's
 * annotation: the background may die at any moment and nothing is lost.
 */
export function startPage(options: PageOptions): PageWork {
  const { document, walker, painter, ask, waiting, signal } = options;
  const answers = new Answers(walker);
  const dirty = new Set<number>();
  let phase: PagePhase = "waiting";
  let error: Failure | undefined;
  let keepsChanging = false;
  let facts: ArticleFacts = {};
  let run = new AbortController();
  let told = "";
  /** The reader asked for this run. */
  let wanted = false;
  let whole = false;
  let asking = false;
  /** Changes that came in while the text was being walked. */
  let held: Batch[] | undefined;
  let questions = { asked: 0, length: 0 };
  signal.addEventListener("abort", () => run.abort(), { once: true });

  const isMarked = ({ entity }: PlacedMention) =>
    entity.marked && entity.kind !== "country" && (entity.kind !== "term" || options.settings().terms);

  function enter(next: PagePhase): void {
    phase = next;
    const state = next === "annotated" ? "annotated" : next === "off" ? "off" : "idle";
    const marked = state === "annotated" ? answers.mentions().filter(isMarked) : [];
    const count = new Set(marked.map(({ mention }) => mention.record)).size;
    options.changed();
    // Each change of phase is told, so that an open popup asks again; a mere repetition is not.
    const news = `${next} ${state} ${count}`;
    if (news === told) return;
    told = news;
    void ask("pageState", { state, count });
  }

  function reset(): AbortSignal {
    run.abort();
    run = new AbortController();
    if (signal.aborted) run.abort();
    answers.clear();
    dirty.clear();
    painter.clear();
    whole = false;
    asking = false;
    held = undefined;
    error = undefined;
    keepsChanging = false;
    questions = { asked: 0, length: 0 };
    options.textChanged?.();
    return run.signal;
  }

  async function begin(asked: boolean): Promise<void> {
    wanted = asked;
    const life = reset();
    const url = options.url();
    const choice = options.settings().sites[siteKey(url) ?? ""];
    if (choice === "never" && !asked) return enter("off");
    enter("waiting");
    await waiting.ready(life);
    if (life.aborted) return;
    const { verdict } = asked || choice === "always" ? { verdict: "yes" } : gate(document, url);
    if (verdict === "no") return enter("not-news");
    // Before the walk, so that nothing slips between them.
    held = [];
    const alsoWatch = follow(life);
    await waiting.slices(walker.walkSliced(), life);
    if (life.aborted) return;
    const missed = held;
    held = undefined;
    for (const changes of missed) walker.update(changes);
    alsoWatch();
    if (verdict === "ask" && !(await maybeNews(life))) {
      if (!life.aborted) enter("not-news");
      return;
    }
    if (!life.aborted) await proceed(life);
  }

  /** The gate's last question: enough known names, or a known outlet (which the background counts in)? */
  async function maybeNews(life: AbortSignal): Promise<boolean> {
    const blocks = walker.blocks();
    const length = blocks.reduce((sum, block) => sum + block.text.length, 0);
    if (length === 0 || questions.asked >= MAX_QUESTIONS || length < questions.length * GROWTH) return false;
    questions = { asked: questions.asked + 1, length };
    const article = { ...readArticle(document, options.url()), blocks };
    let answer = await ask("countNames", { article });
    if (!answer.ok && answer.error.code === "unreachable" && !life.aborted) {
      await waiting.idle(life);
      answer = await ask("countNames", { article });
    }
    if (life.aborted) return false;
    if (answer.ok) return answer.value >= ENOUGH_NAMES;
    if (answer.error.code === "unreachable") options.orphaned();
    // Without knowledge nothing can be said of the page; annotating it will fail too, and tell the reader why.
    return !life.aborted;
  }

  async function proceed(life: AbortSignal): Promise<void> {
    enter("working");
    facts = readArticle(document, options.url());
    whole = true;
    await settle(life);
  }

  function follow(life: AbortSignal): () => void {
    return followChanges({
      document,
      walker,
      waiting,
      signal: life,
      ignored: options.ignored,
      newObserver: options.newObserver,
      changed: (changes, alsoWatch) => {
        options.stirred?.();
        return life.aborted ? 0 : apply(changes, life, alsoWatch);
      },
      keepsChanging: () => {
        keepsChanging = true;
        options.changed();
      },
    });
  }

  function apply(changes: Batch, life: AbortSignal, alsoWatch: () => void): number {
    if (held) {
      held.push(changes);
      return 0;
    }
    const update = walker.update(changes);
    alsoWatch();
    if (phase === "not-news") void reconsider(update, life);
    else takeUpdate(update, life);
    return update.changed.length + update.moved.length + update.removed.length;
  }

  async function reconsider(update: Update, life: AbortSignal): Promise<void> {
    if (update.changed.length === 0) return;
    const { verdict } = gate(document, options.url());
    if (verdict === "no" || (verdict === "ask" && !(await maybeNews(life)))) return;
    if (!life.aborted && phase === "not-news") await proceed(life);
  }

  function takeUpdate({ changed, moved, removed }: Update, life: AbortSignal): void {
    // The same words, for example in a new link: what is known of them holds, but the old ranges lead nowhere.
    if (moved.length > 0) {
      paint(moved);
      options.textChanged?.([]);
    }
    const gone = [...removed, ...changed.map((block) => block.id)];
    if (gone.length === 0) return;
    for (const id of gone) {
      answers.forget(id);
      dirty.delete(id);
    }
    for (const block of changed) dirty.add(block.id);
    // The old ranges would mark other words now.
    painter.paint(gone.map((id) => [id, []]));
    options.textChanged?.(gone);
    void settle(life);
  }

  /** Asks until every block has an answer of its own revision, in the context that all blocks make together. */
  async function settle(life: AbortSignal): Promise<void> {
    if (asking || life.aborted) return;
    asking = true;
    let failures = 0;
    while (!life.aborted) {
      if (!whole && dirty.size === 0) {
        if (answers.isConsistent(facts.lang?.value)) break;
        await waiting.idle(life);
        whole = true;
        continue;
      }
      const all = whole;
      const ids = new Set(dirty);
      const blocks = walker.blocks().filter((block) => all || ids.has(block.id));
      whole = false;
      dirty.clear();
      const article = { ...facts, blocks };
      const answer = await ask("annotate", all ? { article } : { article, context: answers.contextWithout(ids) });
      if (life.aborted) return;
      if (answer.ok) {
        failures = 0;
        paint(answers.take(answer.value, all));
        continue;
      }
      if (answer.error.code === "unreachable" && failures++ > 0) return options.orphaned();
      if (answer.error.code === "unreachable") {
        await waiting.idle(life);
        whole = true;
        continue;
      }
      asking = false;
      error = answer.error;
      return enter("failed");
    }
    asking = false;
    if (!life.aborted) enter(answers.mentions().length > 0 ? "annotated" : "nothing-found");
  }

  function paint(ids: Iterable<number>): void {
    painter.paint([...ids].map((id) => [id, spansOf(id)] as const));
  }

  function spansOf(id: number): PaintedSpan[] {
    const spans: PaintedSpan[] = [];
    for (const mention of answers.block(id)?.mentions ?? []) {
      const entity = answers.entity(mention.record);
      if (!entity || !isMarked({ block: id, mention, entity })) continue;
      const name = markName(entity.kind, mention.confidence);
      const span = walker.spanOf(id, mention.start, mention.end);
      if (name && span) spans.push({ span, name });
    }
    return spans;
  }

  return {
    begin,
    answers,
    isMarked,
    switchOff() {
      reset();
      run.abort();
      enter("off");
    },
    resume() {
      told = "";
      if (asking || phase === "waiting") void begin(wanted);
      else enter(phase);
    },
    repaint() {
      paint(walker.blocks().map((block) => block.id));
      enter(phase);
    },
    report: () => report(),
    get phase() {
      return phase;
    },
    article: () => ({ ...facts, blocks: walker.blocks() }),
  };

  function report(): PageReport {
    const annotation = answers.annotation();
    const limits: PageReport["limits"] = [];
    if (walker.textLeftOut) limits.push("text-left-out");
    if (keepsChanging) limits.push("keeps-changing");
    return {
      phase,
      url: options.url(),
      title: document.title,
      ...(annotation === undefined ? {} : { annotation }),
      limits,
      ...(error === undefined ? {} : { error }),
      marks: painter.marks,
    };
  }
}
