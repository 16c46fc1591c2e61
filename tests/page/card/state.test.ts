import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CardEffect, type CardEvent, type CardState, CLOSED, next, speed } from "../../../src/page/card/state.js";

type Pointer = Partial<Extract<CardEvent, { type: "pointer" }>>;
const at = (time: number, over?: string, more: Pointer = {}): CardEvent => ({
  type: "pointer",
  at: time,
  x: 0,
  y: 0,
  over,
  inside: false,
  held: false,
  ...more,
});

/** Plays events and lets timers run out in between; answers what happened, with times. */
function play(events: readonly CardEvent[], until = 10_000): string[] {
  let state: CardState = CLOSED;
  let timers: { due: number; token: number }[] = [];
  const log: string[] = [];
  const carryOut = (effects: readonly CardEffect[], time: number) => {
    for (const effect of effects) {
      // A later timer takes the place of an earlier one, as it does in the page.
      if (effect.do === "timer") timers = [{ due: time + effect.ms, token: effect.token }];
      else if (effect.do === "open") log.push(`${time} open ${effect.target} ${effect.how}`);
      else if (effect.do === "prepare") log.push(`${time} prepare ${effect.target}`);
      else if (effect.do === "close") log.push(`${time} close${effect.refocus ? " refocus" : ""}`);
      else log.push(`${time} ${effect.pinned ? "pinned" : "unpinned"}`);
    }
  };
  const send = (event: CardEvent) => {
    const step = next(state, event);
    state = step.state;
    carryOut(step.effects, event.at);
  };
  const runTo = (time: number) => {
    for (let due = timers[0]; due && due.due <= time; due = timers[0]) {
      timers = [];
      send({ type: "timer", at: due.due, token: due.token });
    }
  };
  for (const event of events) {
    runTo(event.at);
    send(event);
  }
  runTo(until);
  return log;
}

const opened = [at(0), at(50, "a"), at(60, "a")];

describe("the card", () => {
  test.each<[name: string, events: CardEvent[], log: string[]]>([
    ["opens after 400 ms", opened, ["50 prepare a", "450 open a hover"]],
    ["does not open when the pointer leaves before", [...opened, at(300)], ["50 prepare a"]],
    ["starts over on another mark", [...opened, at(300, "b")], ["50 prepare a", "300 prepare b", "700 open b hover"]],
    [
      "does not open while the pointer sweeps, but once it rests",
      [
        at(0),
        at(10, "a", { x: 50 }),
        ...Array.from({ length: 40 }, (_, i) => at(20 + 10 * i, "a", { x: (i % 2) * 50 })),
      ],
      ["510 prepare a", "510 open a hover"],
    ],
    ["does not open with a button or key held", [at(0), at(50, "a", { held: true }), at(60, "a", { held: true })], []],
    ["stops waiting when a button goes down", [...opened, at(200, "a", { held: true })], ["50 prepare a"]],
    [
      "a press stops the waiting, and the mark stays silent",
      [...opened, { type: "press-outside", at: 100 }, at(120, "a")],
      ["50 prepare a"],
    ],
    ["closes 300 ms after the pointer left", [...opened, at(500)], ["50 prepare a", "450 open a hover", "800 close"]],
    [
      "stays while the pointer is back in time, in word or card",
      [...opened, at(500), at(700, "a"), at(800), at(1000, undefined, { inside: true })],
      ["50 prepare a", "450 open a hover"],
    ],
    [
      "the next opens 150 ms after the last closed",
      [...opened, at(500, "b")],
      ["50 prepare a", "450 open a hover", "800 close", "800 prepare b", "950 open b hover"],
    ],
    [
      "later than 300 ms after, the usual time",
      [...opened, at(500), at(1100, "b")],
      ["50 prepare a", "450 open a hover", "800 close", "1100 prepare b", "1500 open b hover"],
    ],
    [
      "pinned, it outlasts the pointer, presses and other marks",
      [...opened, { type: "pin", at: 500 }, at(600), at(700, "b"), { type: "press-outside", at: 2000 }],
      ["50 prepare a", "450 open a hover", "500 pinned"],
    ],
    [
      "pinned in the closing delay, it stays",
      [...opened, at(500), { type: "pin", at: 600 }],
      ["50 prepare a", "450 open a hover", "600 pinned"],
    ],
    [
      "pinned, it goes by Escape",
      [...opened, { type: "pin", at: 500 }, { type: "escape", at: 600 }],
      ["50 prepare a", "450 open a hover", "500 pinned", "600 close"],
    ],
    [
      "after Escape the word stays silent until left",
      [...opened, { type: "escape", at: 600 }, at(700, "a"), at(1200, "a"), at(1300), at(1400, "a"), at(1410, "a")],
      ["50 prepare a", "450 open a hover", "600 close", "1400 prepare a", "1800 open a hover"],
    ],
    [
      "goes by a press outside",
      [...opened, { type: "press-outside", at: 600 }],
      ["50 prepare a", "450 open a hover", "600 close"],
    ],
    [
      "by command: at once, stays without the pointer, gives the focus back",
      [{ type: "command", at: 0, target: "a" }, at(10), at(5_000), { type: "escape", at: 6_000 }],
      ["0 prepare a", "0 open a keyboard", "6000 close refocus"],
    ],
    [
      "by command, entered and left by the pointer, it closes",
      [{ type: "command", at: 0, target: "a" }, at(10, undefined, { inside: true }), at(20)],
      ["0 prepare a", "0 open a keyboard", "320 close refocus"],
    ],
    [
      "by tap: at once, one at a time, the same again changes nothing",
      [
        { type: "tap", at: 0, target: "a" },
        { type: "tap", at: 10, target: "a" },
        { type: "tap", at: 20, target: "b" },
        { type: "press-outside", at: 30 },
      ],
      ["0 prepare a", "0 open a tap", "20 close", "20 prepare b", "20 open b tap", "30 close"],
    ],
    ["Escape without a card is nothing", [{ type: "escape", at: 0 }], []],
    ["pin without a card is nothing", [{ type: "pin", at: 0 }], []],
  ])("%s", (_, events, log) => expect(play(events)).toEqual(log));

  test("a sweep across twenty marks opens nothing", () => {
    const events = Array.from({ length: 200 }, (_, i) =>
      at(i * 8, i % 10 < 5 ? `${Math.floor(i / 10)}` : undefined, { x: i * 8 }),
    );
    expect(play([...events, at(1_600, undefined, { x: 1_600 })])).toEqual([]);
  });

  test.each<[Parameters<typeof speed>, number]>([
    [[[], 0, 100], 0],
    [[[{ at: 0, x: 0, y: 0 }], 0, 100], 0],
    [
      [
        [
          { at: 0, x: 0, y: 0 },
          { at: 10, x: 3, y: 4 },
        ],
        10,
        100,
      ],
      0.5,
    ],
    [
      [
        [
          { at: 0, x: 0, y: 0 },
          { at: 10, x: 10, y: 0 },
          { at: 20, x: 10, y: 0 },
        ],
        20,
        100,
      ],
      0.5,
    ],
    [
      [
        [
          { at: 0, x: 0, y: 0 },
          { at: 10, x: 10, y: 0 },
        ],
        110,
        100,
      ],
      0,
    ],
    [
      [
        [
          { at: 0, x: 0, y: 0 },
          { at: 0, x: 5, y: 0 },
        ],
        0,
        100,
      ],
      5,
    ],
  ])("speed of %j is %d", (moves, expected) => expect(speed(...moves)).toBe(expected));

  test("whatever happens: opens and closes take turns, and late timers do nothing", () => {
    const target = fc.constantFrom("a", "b");
    const event = fc.oneof(
      fc.record({
        type: fc.constant("pointer" as const),
        x: fc.nat(200),
        y: fc.nat(200),
        over: fc.option(target, { nil: undefined }),
        inside: fc.boolean(),
        held: fc.boolean(),
      }),
      fc.record({ type: fc.constant("timer" as const), token: fc.nat(20) }),
      fc.record({ type: fc.constantFrom("command" as const, "tap" as const), target }),
      fc.record({
        type: fc.constantFrom("press-outside" as const, "escape" as const, "dismiss" as const, "pin" as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.nat(500)), { maxLength: 40 }), (steps) => {
        let state = CLOSED;
        let time = 0;
        let open = false;
        for (const [what, ms] of steps) {
          time += ms;
          const stale = what.type === "timer" && what.token !== state.token;
          const step = next(state, { ...what, at: time } as CardEvent);
          if (stale) expect(step).toEqual({ state, effects: [] });
          expect(step.state.token).toBeGreaterThanOrEqual(state.token);
          for (const effect of step.effects) {
            if (effect.do !== "open" && effect.do !== "close") continue;
            expect(effect.do === "open").toBe(!open);
            open = !open;
          }
          state = step.state;
          expect(state.phase === "open").toBe(open);
          if (what.type === "escape" || what.type === "dismiss") expect(open).toBe(false);
        }
      }),
    );
  });
});
