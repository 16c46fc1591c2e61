import { describe, expect, test } from "vitest";
import { type Batch, type WatchLimits, watch } from "../../src/page/watch.js";
import { page } from "./html.js";

/** A watcher whose observer, schedule and clock the test holds in its hand. */
function start(limits?: WatchLimits, perBatch = 1) {
  const document = page("<p>one</p><p>two</p>", "<title>t</title>");
  const controller = new AbortController();
  const batches: Batch[] = [];
  let deliver: (records: MutationRecord[]) => void = () => {};
  let observed: Node[] = [];
  let due: (() => void) | undefined;
  let time = 0;
  let gaveUp = 0;
  const watcher = watch({
    root: document.documentElement,
    signal: controller.signal,
    schedule: (run) => {
      due = run;
      return () => {
        due = undefined;
      };
    },
    now: () => time,
    ignored: (target) => document.head.contains(target),
    changed: (batch) => {
      batches.push(batch);
      return perBatch;
    },
    keepsChanging: () => gaveUp++,
    ...(limits ? { limits } : {}),
    newObserver: (callback) => {
      deliver = callback;
      return {
        observe: (node) => observed.push(node),
        disconnect: () => {
          observed = [];
        },
      };
    },
  });
  return {
    document,
    controller,
    batches,
    watcher,
    record: (record: Partial<MutationRecord>) => deliver([{ addedNodes: [], ...record } as unknown as MutationRecord]),
    tick: (ms = 0) => {
      time += ms;
      const run = due;
      due = undefined;
      run?.();
    },
    isDue: () => due !== undefined,
    observed: () => observed,
    gaveUp: () => gaveUp,
  };
}

describe("watching", () => {
  test("what comes in between is one batch", () => {
    const w = start();
    const [one, two] = [...w.document.querySelectorAll("p")];
    if (!one?.firstChild || !two) throw new Error("no page");
    w.record({ type: "characterData", target: one.firstChild });
    w.record({ type: "childList", target: w.document.body, addedNodes: [two] as unknown as NodeList });
    w.record({ type: "attributes", target: two });
    expect(w.batches).toEqual([]);
    w.tick();
    expect(w.batches.length).toBe(1);
    expect([...(w.batches[0]?.added ?? [])]).toEqual([one.firstChild, two]);
    expect([...(w.batches[0]?.touched ?? [])]).toEqual([w.document.body]);
    expect([...(w.batches[0]?.restyled ?? [])]).toEqual([two]);
    expect(w.isDue()).toBe(false);
  });

  test("what is ignored starts nothing", () => {
    const w = start();
    const title = w.document.querySelector("title");
    if (title) w.record({ type: "childList", target: title });
    expect(w.isDue()).toBe(false);
  });

  test("a page that keeps changing is left alone, and said to", () => {
    const w = start({ batches: 3, blocks: 1_000 });
    for (let i = 0; i < 3; i++) {
      w.record({ type: "characterData", target: w.document.body });
      w.tick(1_000);
    }
    expect(w.gaveUp()).toBe(0);
    w.record({ type: "characterData", target: w.document.body });
    w.tick(1_000);
    expect(w.gaveUp()).toBe(1);
    expect(w.observed()).toEqual([]);
  });

  test("a page that changes now and then is not", () => {
    const w = start({ batches: 3, blocks: 1_000 });
    for (let i = 0; i < 50; i++) {
      w.record({ type: "characterData", target: w.document.body });
      w.tick(20_001);
    }
    expect(w.gaveUp()).toBe(0);
  });

  test("many blocks at once are too much as well, and batches that change no text are not counted", () => {
    const many = start({ batches: 100, blocks: 10 }, 11);
    many.record({ type: "characterData", target: many.document.body });
    many.tick();
    expect(many.gaveUp()).toBe(1);
    const none = start({ batches: 1, blocks: 1 }, 0);
    for (let i = 0; i < 10; i++) {
      none.record({ type: "characterData", target: none.document.body });
      none.tick();
    }
    expect(none.gaveUp()).toBe(0);
  });

  test("a storm of records becomes one look at the whole", () => {
    const w = start();
    for (let i = 0; i < 20_001; i++) w.record({ type: "childList", target: w.document.createElement("p") });
    w.tick();
    expect(w.batches[0]?.touched.size).toBe(0);
    expect([...(w.batches[0]?.restyled ?? [])]).toEqual([w.document.documentElement]);
  });

  test("an abort stops everything", () => {
    const w = start();
    w.record({ type: "characterData", target: w.document.body });
    w.controller.abort();
    expect(w.isDue()).toBe(false);
    expect(w.observed()).toEqual([]);
    w.record({ type: "characterData", target: w.document.body });
    w.watcher.also(w.document.body);
    expect(w.isDue()).toBe(false);
    expect(w.observed()).toEqual([]);
  });
});
