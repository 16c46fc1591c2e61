/** The time in which this copy of the content script may do anything. What it starts, it starts with the signal. */
export interface Lifetime {
  readonly signal: AbortSignal;
  /** Undo everything: afterwards the document is what it was. */
  end(): void;
}

const KEY = Symbol.for("konteks.content");

/**
 * Begins a lifetime and ends the one of an older copy in the same world: injecting twice must not mark twice. A copy that an
 * update has orphaned lives in a world of its own; it ends itself when the background no longer answers.
 */
export function beginLifetime(world: object = globalThis): Lifetime {
  const place = world as { [KEY]?: Lifetime };
  place[KEY]?.end();
  const controller = new AbortController();
  const lifetime: Lifetime = {
    signal: controller.signal,
    end() {
      if (place[KEY] === lifetime) delete place[KEY];
      controller.abort();
    },
  };
  place[KEY] = lifetime;
  return lifetime;
}
