import type { Claim, PlacedSpan, Voices } from "../engine/attribution/voices.js";
import { CLAIMS, type PaintedSpan, type Painter } from "../page/paint.js";
import type { Walker } from "../page/walk.js";
import type { Ask, PageWork } from "./page-work.js";
import type { Waiting } from "./waiting.js";

/** Words of a marked claim that open its card: the cue, the source or a relay. */
export interface ClaimPart extends PlacedSpan {
  claim: Claim;
}

/** Who says what on the page, and the marks of it, both only when somebody asks. */
export interface Claims {
  /** Asked for once for each state of the text; nothing where the page is not annotated or nobody answers. */
  voices(): Promise<Voices | undefined>;
  /** Mark the claims, or take the marks away; tells whether they are marked then. */
  show(on: boolean): Promise<boolean>;
  readonly areMarked: boolean;
  /** Parts of the marked claims in a block. */
  parts(block: number): readonly ClaimPart[];
  /** The agencies that the whole text came through. */
  agencies(): Voices["agencies"];
  /** See `PageOptions.textChanged`. */
  textChanged(gone?: readonly number[]): void;
  /** The page's phase may be another, or its text at rest again. */
  refresh(): void;
}

export interface ClaimsOptions {
  walker: Walker;
  painter: Pick<Painter, "paint" | "marks">;
  page: Pick<PageWork, "phase" | "article">;
  ask: Ask;
  waiting: Pick<Waiting, "idle">;
  signal: AbortSignal;
}

/** So often is asked anew when the text changes while the answer is on its way, or the background sleeps. */
const TRIES = 3;

export function createClaims({ walker, painter, page, ask, waiting, signal }: ClaimsOptions): Claims {
  let on = false;
  /** Counts changes: an answer holds for the text that it was asked for, and for no other. */
  let text = 0;
  let known: Voices | undefined;
  /** Of the latest answer, those whose words still stand. */
  let standing: readonly Claim[] = [];
  let agencies: Voices["agencies"] = [];
  const parts = new Map<number, ClaimPart[]>();

  async function voices(tries = TRIES): Promise<Voices | undefined> {
    if (known || tries === 0 || signal.aborted || page.phase !== "annotated") return known;
    const asked = text;
    const answer = await ask("voices", { article: page.article() });
    if (asked === text && !signal.aborted) {
      if (!answer.ok && answer.error.code !== "unreachable") return undefined;
      if (answer.ok) {
        known = answer.value;
        ({ claims: standing, agencies } = known);
        if (on) paint();
      }
    }
    return voices(tries - 1);
  }

  function paint(): void {
    const spans: PaintedSpan[] = [];
    const put = ({ block, start, end }: PlacedSpan, name: PaintedSpan["name"]): boolean => {
      const span = walker.spanOf(block, start, end);
      return span !== undefined && spans.push({ span, name }) > 0;
    };
    parts.clear();
    for (const claim of on ? standing : []) {
      for (const at of claim.content.at) put(at, "konteks-claim");
      const open = (at: PlacedSpan | undefined, name: PaintedSpan["name"]) => {
        if (!at || !put(at, name)) return;
        const before = parts.get(at.block) ?? [];
        // One source may have said several things: its card is that of the first.
        if (!before.some(({ start }) => start === at.start)) parts.set(at.block, [...before, { ...at, claim }]);
      };
      open(claim.cue?.at, "konteks-claim-cue");
      for (const { at } of [claim.source, ...claim.via]) open(at, "konteks-claim-source");
    }
    painter.paint([[CLAIMS, spans]]);
  }

  /** Not in the way of the page, and not twice for one state of the text. */
  async function renew(): Promise<void> {
    const due = text;
    await waiting.idle(signal);
    if (on && due === text) await voices();
  }

  const areMarked = () => on && painter.marks;

  return {
    voices: () => voices(),
    async show(wanted) {
      on = wanted;
      if (on && !(await voices())) on = false;
      paint();
      return areMarked();
    },
    get areMarked() {
      return areMarked();
    },
    parts: (block) => parts.get(block) ?? [],
    agencies: () => agencies,
    textChanged(gone) {
      if (gone?.length !== 0) {
        text++;
        known = undefined;
        standing = gone ? standing.filter((claim) => placesOf(claim).every(({ block }) => !gone.includes(block))) : [];
      }
      if (on) paint();
    },
    refresh() {
      if (!on) return;
      if (page.phase === "annotated") {
        if (!known) void renew();
        return;
      }
      on = page.phase !== "off";
      standing = [];
      paint();
    },
  };
}

/** All that a claim's marks and card rest on. */
function placesOf({ content, cue, source, via, day }: Claim): PlacedSpan[] {
  return [...content.at, cue?.at, source.at, source.meant?.at, ...via.map(({ at }) => at), day?.at].filter(
    (at) => at !== undefined,
  );
}
