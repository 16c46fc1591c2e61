import { useState } from "preact/hooks";
import type { EntitySummary } from "../engine/annotation.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { copyText } from "./copy-text.js";
import { entityText } from "./entity-text.js";
import { Icon } from "./icons.js";
import { useWords } from "./words.js";

/** Copies the note with its references; what came of it is said beside the button and to screen readers. */
export function CopyButton({ entity, detail }: { entity: EntitySummary; detail?: RecordDetail | undefined }) {
  const words = useWords();
  const [outcome, setOutcome] = useState<"card_copied" | "card_copy_failed">();
  const copy = async (event: MouseEvent) => {
    const button = event.currentTarget as HTMLElement;
    const done = await copyText(entityText(entity, detail, words), button.ownerDocument);
    setOutcome(done ? "card_copied" : "card_copy_failed");
  };
  const label = words.t("card_copy");
  return (
    <>
      <span class="outcome" role="status">
        {outcome && words.t(outcome)}
      </span>
      <button type="button" class="tool" aria-label={label} title={label} onClick={copy}>
        <Icon name="copy" />
      </button>
    </>
  );
}
