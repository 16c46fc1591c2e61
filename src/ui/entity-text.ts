import type { EntitySummary } from "../engine/annotation.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { otherNames } from "./entity-heading.js";
import type { Words } from "./words.js";

/** The note with its references as plain text, for pasting into a draft or a message. */
export function entityText(entity: EntitySummary, detail: RecordDetail | undefined, words: Words): string {
  const names = [entity.name, ...otherNames(entity).map(({ text }) => `(${text})`)].join(" ");
  const head = [names, entity.description, entity.note].filter(Boolean).join("\n");
  if (!detail || detail.references.length === 0) return head;
  const references = detail.references.map((reference, i) => {
    const published =
      reference.published === "undated" ? words.t("reference_undated") : words.date(reference.published);
    const what = [reference.publisher, reference.title, published].filter(Boolean).join(words.t("list_separator"));
    return `${words.number(i + 1)}. ${what}\n   ${reference.url}`;
  });
  const reviewed = words.t("more_reviewed", { month: words.month(detail.reviewed) });
  return [head, `${words.t("more_references")}\n${references.join("\n")}`, `Konteks · ${reviewed}`].join("\n\n");
}
