import { expect, test } from "vitest";
import { cardBundle } from "../../src/content/card-bundle.js";
import { CARD_SOCKET, type MountCard, socketPlace } from "../../src/content/card-socket.js";
import { beginLifetime } from "../../src/content/lifetime.js";
import type { Ask } from "../../src/content/page-work.js";
import { fail, succeed } from "../../src/shared/result.js";

test("a newer copy ends the older one, and an old one's end leaves the newer alone", () => {
  const world = {};
  const first = beginLifetime(world);
  const second = beginLifetime(world);
  expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false]);
  first.end();
  const third = beginLifetime(world);
  expect([second.signal.aborted, third.signal.aborted]).toEqual([true, false]);
  third.end();
  expect([third.signal.aborted, Reflect.ownKeys(world)]).toEqual([true, []]);
});

test("the card's bundle is asked for once, again after a failure, and leaves nothing behind", async () => {
  const world = {};
  const controller = new AbortController();
  const mount: MountCard = () => ({ show: () => {}, focus: () => {}, unmount: () => {} });
  let asked = 0;
  let works = false;
  const ask = (async () => {
    asked++;
    if (works) socketPlace(world)[CARD_SOCKET]?.deliver(mount);
    return works ? succeed(true) : fail("failed");
  }) as unknown as Ask;
  const bundle = cardBundle(ask, controller.signal, world);
  expect(Reflect.ownKeys(world)).toEqual([]);
  expect(await Promise.all([bundle(), bundle()])).toEqual([undefined, undefined]);
  works = true;
  expect(await Promise.all([bundle(), bundle()])).toEqual([mount, mount]);
  expect(await bundle()).toBe(mount);
  expect(asked).toBe(2);
  controller.abort();
  expect(Reflect.ownKeys(world)).toEqual([]);
});
