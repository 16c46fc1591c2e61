/**
 * What the browsers themselves note of a page that went while an answer was on its way, or of a tab that went while its
 * button was drawn: nothing that the extension could know beforehand.
 */
export const GONE_MEANWHILE =
  /^(Promise (resolved|rejected) (after context unloaded|while context is inactive)|Unchecked runtime.lastError: No tab with id)/;
