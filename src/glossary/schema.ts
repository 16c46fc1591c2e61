/** The one schema of all knowledge: our records, packs and imports are checked by it, and the editors' JSON Schema is made from it. */
export * from "./schema/attribution.js";
export * from "./schema/common.js";
export * from "./schema/conflict.js";
export * from "./schema/country.js";
export * from "./schema/editorial.js";
export * from "./schema/entity.js";
export * from "./schema/language.js";
export * from "./schema/source.js";
export * from "./schema/spelling.js";
export * from "./schema/term.js";
