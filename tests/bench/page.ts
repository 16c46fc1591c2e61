/** The part of the bench that needs a page: the whole road of Konteks against mark.js, on the document it runs in. */
import Mark from "mark.js";
import { annotate } from "../../src/engine/annotate.js";
import { openKnowledge } from "../../src/engine/knowledge/open.js";
import { readArticle } from "../../src/page/article.js";
import { createPainter, markName, type PaintedSpan } from "../../src/page/paint.js";
import { createWalker } from "../../src/page/walk.js";
import { type BenchInput, type Figure, measure, median } from "./measure.js";

/** Terms given to mark.js: a three-hundredth of what Konteks looks for. */
const MARK_TERMS = 100;

function measurePage({ index, names, records }: BenchInput): Figure[] {
  const knowledge = openKnowledge(index, names, records);
  const life = new AbortController();
  const painter = createPainter(life.signal, () => {});
  const konteks = median(() => {
    const walker = createWalker(document);
    const article = { ...readArticle(document), blocks: walker.walk() };
    const { blocks, entities } = annotate(article, knowledge);
    const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
    painter.paint(
      blocks.map(({ id, mentions }) => [
        id,
        mentions.flatMap(({ confidence, end, record, start }): PaintedSpan[] => {
          const span = walker.spanOf(id, start, end);
          const kind = kinds.get(record);
          const name = kind && markName(kind, confidence);
          return span && name ? [{ span, name }] : [];
        }),
      ]),
    );
  });
  painter.clear();
  life.abort();
  const terms = names.records.slice(0, MARK_TERMS).map((record) => record.names.en ?? record.id);
  const marker = new Mark(document.body);
  const mark = median(() => {
    marker.mark(terms, { accuracy: "exactly", separateWordSearch: false });
    marker.unmark();
  }, 3);
  return [
    { what: "this page: walk, annotate and paint", unit: "ms", value: konteks },
    { what: `this page: mark.js with ${MARK_TERMS} terms (and unmark)`, unit: "ms", value: mark },
    { what: "mark.js against all of Konteks, times", unit: "ms", value: mark / konteks },
  ];
}

/** Fetches the input that the bench's server made, measures, and leaves the figures where the driver reads them. */
async function run(): Promise<void> {
  const bytes = async (path: string) => (await fetch(path)).arrayBuffer();
  const rest = (await (await fetch("/bench/input.json")).json()) as Omit<BenchInput, "index" | "sizes"> & {
    sizes: number[];
  };
  const sizes = await Promise.all(
    rest.sizes.map(async (size): Promise<[number, ArrayBuffer]> => [size, await bytes(`/bench/${size}.bin`)]),
  );
  const input: BenchInput = { ...rest, index: await bytes("/bench/names.bin"), sizes };
  document.documentElement.dataset.bench = JSON.stringify([...measure(input), ...measurePage(input)]);
}

run().catch((error: unknown) => {
  document.documentElement.dataset.bench = JSON.stringify(String(error));
});
