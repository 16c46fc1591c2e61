import { render } from "preact";
import { loadWords } from "../shared/words.js";
import { cardStyles } from "../ui/card-styles.js";
import { ClaimCard } from "../ui/claim-card.js";
import { claimCardStyles } from "../ui/claim-card-styles.js";
import { EntityCard } from "../ui/entity-card.js";
import { CARD_SOCKET, type CardView, type MountCard, socketPlace } from "./card-socket.js";

/** The placement knows how much room there is; the card's own height is only its wish. */
const ROOM = ".card,.card.sheet{max-block-size:var(--konteks-max-height,min(60vh,420px))}";

const mount: MountCard = (root, first) => {
  applyStyles(root, cardStyles + claimCardStyles + ROOM);
  const container = document.createElement("div");
  root.append(container);
  const show = (view: CardView) => {
    const words = loadWords(view.language);
    render("claim" in view ? <ClaimCard {...view} words={words} /> : <EntityCard {...view} words={words} />, container);
  };
  show(first);
  return {
    show,
    focus: () => container.querySelector<HTMLElement>("button, a[href]")?.focus({ preventScroll: true }),
    unmount: () => render(null, container),
  };
};

function applyStyles(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses a sheet made in the script's own world in some versions; inside our root an element does as well.
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}

socketPlace()[CARD_SOCKET]?.deliver(mount);
