import type { EntitySummary, Mention } from "../engine/annotation.js";
import type { Stated } from "../engine/article-text.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { EntityMore } from "./entity-more.js";
import { EntityRows } from "./entity-rows.js";
import { useWords } from "./words.js";

/** What stands below a card's heading: the note, the rows, and when expanded everything else. Used by card, popup and panel. */
export function EntityBody(props: {
  entity: EntitySummary;
  detail?: RecordDetail | "failed" | undefined;
  date?: Stated<string> | undefined;
  mention?: ({ text: string } & Pick<Mention, "confidence" | "reasons">) | undefined;
  expanded: boolean;
  noteId?: string;
  onMore?: (() => void) | undefined;
  onOpen?: ((record: string) => void) | undefined;
}) {
  const { entity, detail, date, mention, expanded } = props;
  const words = useWords();
  const record = detail === "failed" ? undefined : detail;
  return (
    <>
      {mention?.confidence === "probable" && (
        <p class="probable-why">{words.t("card_probable_why", { text: mention.text })}</p>
      )}
      {entity.note ? (
        <p class="note" id={props.noteId}>
          {entity.note}
        </p>
      ) : (
        <p class="note quiet">{words.t("card_no_note")}</p>
      )}
      {entity.earlier && date && (
        <p class="quiet as-of">{words.t("card_note_then", { date: words.date(date.value) })}</p>
      )}
      {record && <EntityRows entity={entity} detail={record} date={date} expanded={expanded} onMore={props.onMore} />}
      {record && expanded && (
        <EntityMore
          detail={record}
          isEarlier={entity.earlier ?? false}
          reasons={mention?.reasons}
          onOpen={props.onOpen}
        />
      )}
      {detail === undefined && (
        <div class="skeleton" role="status" aria-label={words.t("card_loading")}>
          <i />
          <i />
        </div>
      )}
      {detail === "failed" && (
        <p class="problem" role="status">
          {words.t(entity.note ? "card_failed" : "card_failed_no_note")}
        </p>
      )}
    </>
  );
}
