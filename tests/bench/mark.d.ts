/** As much of mark.js as the bench uses. */
declare module "mark.js" {
  export default class Mark {
    constructor(context: Element);
    mark(terms: readonly string[], options: { accuracy: "exactly"; separateWordSearch: boolean }): void;
    unmark(): void;
  }
}
