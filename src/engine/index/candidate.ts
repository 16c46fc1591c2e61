/** A sequence of tokens that folds to a spelling of the glossary; whether it is a mention is decided elsewhere. */
export interface Candidate {
  /** UTF-16 offsets in the scanned text, affixes set aside; case endings are inside. */
  start: number;
  end: number;
  /** First and last token (inclusive). */
  firstToken: number;
  lastToken: number;
  /** Number of the group in the index. */
  group: number;
  /** The affixes set aside, as the language file has them. */
  affixes: readonly string[];
  /** An affix was set aside that goes with the language's own spellings only. */
  ownOnly: boolean;
  /** Its last word stands in another case than the spelling. */
  inflected: boolean;
  /** Only persons' names are inflected so. */
  personOnly: boolean;
  /** One letter differs. */
  slip: boolean;
}

/**
 * Sorts candidates from number `from` on: longest first; of equals the reading that sets nothing aside. In place, by insertion: there
 * are two or three, mostly in order.
 */
export function sortFrom(candidates: Candidate[], from: number): void {
  for (let i = from + 1; i < candidates.length; i++) {
    const one = candidates[i] as Candidate;
    let at = i;
    while (at > from && goesBefore(one, candidates[at - 1] as Candidate)) {
      candidates[at] = candidates[at - 1] as Candidate;
      at--;
    }
    candidates[at] = one;
  }
}

function goesBefore(a: Candidate, b: Candidate): boolean {
  if (a.end !== b.end) return a.end > b.end;
  if (a.slip !== b.slip) return b.slip;
  if (a.affixes.length !== b.affixes.length) return a.affixes.length < b.affixes.length;
  return a.start < b.start;
}
