/** The bench's bundle for Node: exports what `bench.ts` calls. */
export { measure } from "./measure.js";
