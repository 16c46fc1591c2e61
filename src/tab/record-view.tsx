import { useEffect, useRef } from "preact/hooks";
import type { Annotation, EntitySummary } from "../engine/annotation.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { CopyButton } from "../ui/copy-button.js";
import { EntityBody } from "../ui/entity-body.js";
import { EntityHeading } from "../ui/entity-heading.js";
import { Icon } from "../ui/icons.js";
import { useWords } from "../ui/words.js";
import { useRecord } from "./state.js";

/** One record in full, inside popup or panel, with the way back to where the reader came from. */
export function RecordView(props: {
  record: string;
  annotation: Annotation;
  onBack(): void;
  onOpen(record: string): void;
}) {
  const { record, annotation, onBack, onOpen } = props;
  const words = useWords();
  const detail = useRecord(record);
  const view = useRef<HTMLElement>(null);
  const entity =
    annotation.entities.find(({ id }) => id === record) ??
    (annotation.site?.record?.id === record ? annotation.site.record : undefined) ??
    (detail && detail !== "failed" ? summaryOf(detail) : undefined);

  // The list that had the focus is gone: reading goes on at the record's name.
  useEffect(() => {
    view.current?.querySelector<HTMLElement>("h2")?.focus();
    view.current?.scrollIntoView?.();
  }, [record, entity === undefined]);

  return (
    <article class="record" ref={view} aria-labelledby="record-name">
      <nav>
        <button type="button" class="link back" onClick={onBack}>
          <Icon name="back" />
          {words.t("do_back")}
        </button>
        <span class="space" />
        {entity && <CopyButton entity={entity} detail={detail === "failed" ? undefined : detail} />}
      </nav>
      {entity ? (
        <>
          <header class="head">
            <EntityHeading entity={entity} id="record-name" pageLang={annotation.lang.value} />
          </header>
          <EntityBody entity={entity} detail={detail} date={annotation.date} expanded onOpen={onOpen} />
        </>
      ) : (
        <p class="quiet" role="status">
          {words.t(detail === "failed" ? "card_failed_no_note" : "card_loading")}
        </p>
      )}
    </article>
  );
}

/** A record that the page does not mention, as far as its heading and note need it. */
function summaryOf(detail: RecordDetail): EntitySummary {
  const { id, kind, name, description, note, wikipedia, wikidata, reviewed } = detail;
  return {
    id,
    kind,
    name,
    marked: false,
    references: detail.references.length,
    reviewed,
    ...(description !== undefined && { description }),
    ...(note !== undefined && { note }),
    ...(wikipedia !== undefined && { wikipedia }),
    ...(wikidata !== undefined && { wikidata }),
    ...(detail.term && { sort: detail.term.sort }),
  };
}
