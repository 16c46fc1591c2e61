import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { EntitySummary, Mention } from "../engine/annotation.js";
import type { Stated } from "../engine/article-text.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { CopyButton } from "./copy-button.js";
import { EntityBody } from "./entity-body.js";
import { EntityHeading } from "./entity-heading.js";
import { Icon } from "./icons.js";
import { type Words, WordsProvider } from "./words.js";

export interface EntityCardProps {
  entity: EntitySummary;
  /** The words on the page that the card explains. */
  mention: { text: string } & Pick<Mention, "confidence" | "reasons">;
  /** The long record: absent while it is on its way. */
  detail?: RecordDetail | "failed";
  /** The page's date. */
  date?: Stated<string>;
  /** Language of the page (BCP 47), for names in it. */
  pageLang?: string;
  pinned: boolean;
  /** On a narrow screen: a sheet across its lower edge. */
  sheet: boolean;
  words: Words;
  expanded: boolean;
  onClose(): void;
  onPin(): void;
  onOffHere(): void;
  /** Expand or fold up the details. */
  onMore(): void;
}

/**
 * The card of one mention: a labelled, non-modal dialog. It holds no state of its own but where the reader asked to be taken;
 * opening, pinning and placing are its owner's.
 */
export function EntityCard(props: EntityCardProps) {
  const { entity, mention, detail, date, pageLang, words, expanded } = props;
  const id = useId();
  const card = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState(false);
  const record = detail === "failed" ? undefined : detail;

  // The references are part of the details: the reader who asks for them is taken there once they are on the card.
  useEffect(() => {
    if (!wanted || !expanded || !detail) return;
    setWanted(false);
    card.current?.querySelector<HTMLElement>('[data-part="more_references"]')?.focus();
  }, [wanted, expanded, detail]);
  const toReferences = () => {
    setWanted(true);
    if (!expanded) props.onMore();
  };

  return (
    <WordsProvider value={words}>
      <section
        ref={card}
        class={`card${props.sheet ? " sheet" : ""}`}
        role="dialog"
        aria-labelledby={`${id}-name`}
        aria-describedby={entity.note ? `${id}-note` : undefined}
        lang={words.language}
        dir={words.direction}
      >
        <header class="head">
          <EntityHeading
            entity={entity}
            id={`${id}-name`}
            probable={mention.confidence === "probable"}
            pageLang={pageLang}
          />
          <div class="tools">
            <Tool icon="pin" label={words.t("card_pin")} pressed={props.pinned} onClick={props.onPin} />
            <Tool icon="close" label={words.t("card_close")} onClick={props.onClose} />
          </div>
        </header>
        <div class="scroll">
          <EntityBody
            entity={entity}
            noteId={`${id}-note`}
            detail={detail}
            date={date}
            mention={mention}
            expanded={expanded}
            onMore={expanded ? undefined : props.onMore}
          />
        </div>
        <footer>
          {entity.references > 0 && (
            <button type="button" class="link" onClick={toReferences}>
              {words.count("references", entity.references)}
            </button>
          )}
          <button type="button" class="link" aria-expanded={expanded} onClick={props.onMore}>
            {words.t(expanded ? "card_less" : "card_more")}
          </button>
          <span class="space" />
          <CopyButton entity={entity} detail={record} />
          <button
            type="button"
            class="link faint"
            aria-label={`${words.t("card_off_here")}: ${words.t("card_off_here_long")}`}
            title={words.t("card_off_here_long")}
            onClick={props.onOffHere}
          >
            {words.t("card_off_here")}
          </button>
        </footer>
      </section>
    </WordsProvider>
  );
}

function Tool(props: { icon: "pin" | "close"; label: string; pressed?: boolean; onClick(): void }) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}
