import { createStore, del, get, set } from "idb-keyval";

/**
 * The index that was compiled from the package's list of names, kept in the extension's own database so that a background that
 * wakes need not compile it again. A copy of what the package says and nothing else: whoever loses it makes it anew.
 */
const KEY = "index";
const store = createStore("konteks", "names");
/** Compiling takes a second or two: a database that takes longer to answer, or never does, is not waited for. */
const PATIENCE_MS = 3000;

/** What was kept, unproved; nothing where there is none or the database cannot be read. */
export async function keptIndex(): Promise<ArrayBuffer | undefined> {
  let timer: number | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  try {
    const kept: unknown = await Promise.race([get(KEY, store), late]);
    return kept instanceof ArrayBuffer ? kept : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Forgets what was kept. Where that fails, an index of another build is refused by its stamp all the same. */
export async function forgetIndex(): Promise<void> {
  try {
    await del(KEY, store);
  } catch {
    // No database, nothing kept.
  }
}

/** Keeps the index in place of an older one. Where that fails (a full disk, a browser that keeps nothing) it is made at each start. */
export async function keepIndex(index: ArrayBuffer): Promise<void> {
  try {
    await set(KEY, index, store);
  } catch (error) {
    console.warn("Konteks: the index of names could not be kept.", error);
  }
}
