import type { ArticleText } from "../engine/article-text.js";
import type { Painter } from "../page/paint.js";
import type { Walker } from "../page/walk.js";
import type {
  BackgroundAnswers,
  BackgroundMessage,
  BackgroundParameters,
  PagePhase,
  PageReport,
} from "../shared/protocol.js";
import type { Result } from "../shared/result.js";
import type { Settings } from "../shared/settings.js";
import type { Answers, PlacedMention } from "./answers.js";
import type { FollowOptions } from "./follow.js";
import type { Waiting } from "./waiting.js";

export type Ask = <N extends BackgroundMessage>(
  name: N,
  parameters: BackgroundParameters<N>,
) => Promise<Result<BackgroundAnswers[N]>>;

export interface PageOptions {
  document: Document;
  /** The page's address now. */
  url: () => string;
  walker: Walker;
  painter: Painter;
  ask: Ask;
  waiting: Waiting;
  settings: () => Settings;
  /** The page's own life; each run within it has a shorter one. */
  signal: AbortSignal;
  ignored: (target: Node) => boolean;
  /** Marks were drawn anew, or the phase changed. */
  changed: () => void;
  /** These blocks read differently or are gone (all of them without a list); an empty list: some stand in other nodes now. */
  textChanged?: (gone?: readonly number[]) => void;
  /** A batch of mutations came in: a moment to look at the address. */
  stirred?: () => void;
  /** The background is gone for good: this copy of the script has been left behind. */
  orphaned: () => void;
  newObserver?: FollowOptions["newObserver"];
}

export interface PageWork {
  /** Begin anew. `asked`: the reader wants it here, whatever gate and choices say. */
  begin(asked: boolean): Promise<void>;
  /** Take all marks away and rest, because the reader switched Konteks off here. */
  switchOff(): void;
  /**
   * Go on after the page was in the browser's memory: there answers get lost, and the toolbar has forgotten the state. What was
   * under way is begun anew.
   */
  resume(): void;
  /** Draw the marks again: what is marked has changed. */
  repaint(): void;
  report(): PageReport;
  readonly phase: PagePhase;
  /** The whole text as it stands. */
  article(): ArticleText;
  answers: Answers;
  /** Is the mention drawn, by what the reader chose? */
  isMarked(mention: PlacedMention): boolean;
}
