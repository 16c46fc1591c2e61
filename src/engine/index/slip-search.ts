import { foldedLetters } from "../fold/letters.js";
import { endOf, extendHash, hashOf, isCapital, isCut, isUncased, type Scan, startOf } from "../fold/scan.js";
import type { Opening } from "./affixes.js";
import type { Candidate } from "./candidate.js";
import type { CompiledIndex } from "./compile.js";
import { entriesOf } from "./entries.js";
import { isSet, slotOf } from "./layout.js";
import { deletionsIn, isSlip, SLIP_WORD, SLIP_WORD_UNCASED } from "./slips.js";

const NO_AFFIXES: readonly string[] = [];

/** Looks for names with one letter wrong; see `slips.ts`. */
export class SlipSearch {
  private scan: Scan = { text: "", count: 0, tokens: new Int32Array(0), base: 0 };
  private candidates: Candidate[] = [];

  constructor(private readonly index: CompiledIndex) {}

  /** Turns to a text. @param candidates what is found goes here */
  begin(scan: Scan, candidates: Candidate[]): void {
    this.scan = scan;
    this.candidates = candidates;
  }

  /** Is the token long enough for a slip, and written as a name where its script has capitals? */
  mayHold(token: number): boolean {
    const scan = this.scan;
    const length = endOf(scan, token) - startOf(scan, token);
    if (length < SLIP_WORD) return false;
    return isCapital(scan, token) || (length >= SLIP_WORD_UNCASED && isUncased(scan, token));
  }

  /** Names that go on from `before` with this token, one of its letters wrong. */
  search(opening: Opening, before: number, token: number): void {
    const { scan } = this;
    this.follow(opening, extendHash(before, hashOf(scan, token)), token);
    const slipped = deletionsIn(this.index.table, scan.text, startOf(scan, token), endOf(scan, token));
    for (let i = 0; i < slipped.length; i++) this.follow(opening, extendHash(before, slipped[i] as number), token);
  }

  private follow(opening: Opening, first: number, token: number): void {
    const scan = this.scan;
    const { slipBits, slips } = this.index;
    if (!isSet(slipBits, first)) return;
    const capacity = slips.length / 2;
    let sequence = first;
    for (let at = token; ; ) {
      let goesOn = false;
      for (let slot = slotOf(sequence, capacity); ; slot = slot + 1 === capacity ? 0 : slot + 1) {
        const key = slips[slot * 2];
        if (key === 0) break;
        if (key !== sequence) continue;
        const value = slips[slot * 2 + 1] as number;
        if (value & 1) goesOn = true;
        if (value >> 1 > 0) this.close(opening, at, (value >> 1) - 1);
      }
      at++;
      if (!goesOn || at >= scan.count || isCut(scan, at)) return;
      sequence = extendHash(sequence, hashOf(scan, at));
    }
  }

  private close(opening: Opening, token: number, group: number): void {
    const { index, scan } = this;
    const candidates = this.candidates;
    const { start } = opening;
    const end = endOf(scan, token);
    const found = String.fromCharCode(...opening.restored) + foldedLetters(index.table, scan.text, start, end);
    // Only spellings as they stand in the glossary are found with a slip: the letters are theirs.
    const name = foldedLetters(index.table, entriesOf(index, group)[0]?.text ?? "");
    if (!isSlip(found, name)) return;
    if (candidates.some((one) => one.group === group && one.end === end && one.start === start)) return;
    candidates.push({
      start: opening.shown ?? start,
      end,
      firstToken: opening.firstToken ?? opening.token,
      lastToken: token,
      group,
      affixes: opening.affix === undefined ? NO_AFFIXES : [opening.affix],
      ownOnly: opening.ownOnly === true,
      inflected: false,
      personOnly: false,
      slip: true,
    });
  }
}
