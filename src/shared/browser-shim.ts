/**
 * Stands in for the polyfill in bundles that run in pages: both browsers speak promises in Manifest V3, and a page should
 * not pay for 10 KB that do nothing there.
 */
const { browser, chrome } = globalThis as unknown as { browser?: unknown; chrome?: unknown };
export default browser ?? chrome;
