import type { ClaimCardProps } from "../ui/claim-card.js";
import type { EntityCardProps } from "../ui/entity-card.js";
import type { Words } from "../ui/words.js";

/** The component's properties, but with the language in place of the words, which its bundle holds. */
type InLanguage<Props> = Omit<Props, "words"> & { language: Words["language"] };

/** What the card shows: a name, or a claim. */
export type CardView = InLanguage<EntityCardProps> | InLanguage<ClaimCardProps>;

export interface MountedCard {
  show(view: CardView): void;
  /** Move the focus into the card. */
  focus(): void;
  unmount(): void;
}

export type MountCard = (root: ShadowRoot, view: CardView) => MountedCard;

/**
 * Where the card's bundle, which comes when the pointer first rests on a mark, hands itself over. Both bundles run in the
 * same isolated world; the page sees nothing of this.
 */
export interface CardSocket {
  deliver(mount: MountCard): void;
}

export const CARD_SOCKET = Symbol.for("konteks.card");

/** The world's place for the socket. */
export const socketPlace = (world: object = globalThis) => world as { [CARD_SOCKET]?: CardSocket };
