import { CARD_SOCKET, type MountCard, socketPlace } from "./card-socket.js";
import type { Ask } from "./page-work.js";

/**
 * The card's interface, fetched at most once and only when wanted.
 * @returns a function that gives the bundle's `mount`, or nothing where it could not be had; a later call tries again
 */
export function cardBundle(
  ask: Ask,
  signal: AbortSignal,
  world: object = globalThis,
): () => Promise<MountCard | undefined> {
  const place = socketPlace(world);
  let mount: MountCard | undefined;
  let loading: Promise<MountCard | undefined> | undefined;
  const socket = {
    deliver(delivered: MountCard) {
      mount = delivered;
    },
  };
  signal.addEventListener("abort", () => place[CARD_SOCKET] === socket && delete place[CARD_SOCKET], { once: true });

  return () => {
    if (mount) return Promise.resolve(mount);
    place[CARD_SOCKET] = socket;
    loading ??= ask("loadCard", {}).then(() => {
      loading = undefined;
      // The script has run by the time the answer is here: it delivers synchronously.
      return mount;
    });
    return loading;
  };
}
