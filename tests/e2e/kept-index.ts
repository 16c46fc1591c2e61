export type KeptIndexChange = "nothing" | "forget" | "damage" | "outdate" | "forge";

/** Runs in a page of the extension. The checksum that the index carries before the change; 0 where no index is kept yet. */
export async function changeKeptIndex(change: KeptIndexChange): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  if (!(await indexedDB.databases()).some(({ name }) => name === "konteks")) return 0;
  const database = await done(indexedDB.open("konteks"));
  try {
    const names = database.transaction("names", "readwrite").objectStore("names");
    const index = (await done(names.get("index"))) as ArrayBuffer | undefined;
    if (!index) return 0;
    const words = new Int32Array(index);
    const sum = words[3] as number;
    if (change === "forget") await done(names.delete("index"));
    else if (change !== "nothing") {
      // Bytes 8 and 12 hold the stamp and the checksum over all from byte 80 on.
      words[change === "outdate" ? 2 : 1024]! ^= 1;
      if (change === "forge")
        words[3] = words.subarray(20).reduce((hash, word) => Math.imul(hash ^ word, 0x01000193), 0x811c9dc5 | 0);
      await done(names.put(index, "index"));
    }
    return sum;
  } finally {
    database.close();
  }
}
