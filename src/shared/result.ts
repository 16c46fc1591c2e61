/** An answer that may have failed: errors do not cross contexts, so they travel as words. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** What can go wrong between contexts, as keys of the interface catalogue plus a detail for the console. */
export interface Failure {
  code: "malformed" | "no-access" | "no-knowledge" | "no-page" | "unreachable" | "failed";
  detail?: string;
}

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: Failure["code"], detail?: string): Result<never> => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
});
