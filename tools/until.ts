/** Waiting for a state, never for a time. */

const PAUSE = 25;

/** Even the last question gets this long for its answer: a slow answer that comes is better than the deadline's error. */
const LAST_CALL = 2_000;

/**
 * Asks again and again until the answer is truthy, and gives that answer back.
 * An error thrown by the condition counts as "not yet" (a page may be between two documents), and is told if the deadline passes.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  deadline: number,
  what: string,
): Promise<Exclude<NonNullable<T>, false | 0 | "">> {
  const end = performance.now() + deadline;
  let trouble: unknown;
  for (;;) {
    try {
      const answer = await within(Promise.resolve(condition()), Math.max(end - performance.now(), LAST_CALL), what);
      if (answer) return answer as Exclude<NonNullable<T>, false | 0 | "">;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    if (performance.now() >= end)
      throw new Error(`Waited ${deadline} ms in vain for ${what}${trouble ? `: ${messageOf(trouble)}` : ""}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** The promise's own answer, or a clear error once the deadline has passed: for calls into a browser that may never answer. */
export async function within<T>(promise: Promise<T>, deadline: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${Math.round(deadline)} ms: ${what}`)), deadline);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What an unknown thrown value says of itself. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
