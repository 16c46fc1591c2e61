import type { RecordDetail } from "../engine/record-detail.js";
import { useWords } from "./words.js";

type References = RecordDetail["references"];

/** A link that leaves for another site: a new tab, told nothing of where the reader comes from. */
export function OutsideLink(props: {
  href: string;
  class?: string;
  label?: string;
  children: preact.ComponentChildren;
}) {
  const words = useWords();
  // A record comes from a file, but a link must never be able to run anything, whatever the file holds.
  if (!/^https?:\/\//i.test(props.href)) return <span>{props.children}</span>;
  return (
    <a
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      class={props.class}
      aria-label={props.label && `${props.label} (${words.t("card_new_tab")})`}
    >
      {props.children}
      {!props.label && <span class="unseen"> ({words.t("card_new_tab")})</span>}
    </a>
  );
}

/** Numbers of the references that a statement rests on, each a link to its page. */
export function Citations({ keys, references }: { keys: readonly string[]; references: References }) {
  const words = useWords();
  return (
    <span class="citations">
      {keys.map((key) => {
        const at = references.findIndex((reference) => reference.id === key);
        const reference = references[at];
        if (!reference) return null;
        const label = `${words.t("reference_number", { n: at + 1 })}: ${reference.publisher}`;
        return (
          <OutsideLink key={key} href={reference.url} label={label}>
            {words.number(at + 1)}
          </OutsideLink>
        );
      })}
    </span>
  );
}

/** Every page that the record rests on: title, publisher, the page's own date, when it was opened. */
export function ReferenceList({ references }: { references: References }) {
  const words = useWords();
  return (
    <ol class="references">
      {references.map((reference) => {
        const published =
          reference.published === "undated" ? words.t("reference_undated") : words.date(reference.published);
        return (
          <li key={reference.id}>
            <OutsideLink href={reference.url}>
              <bdi>{reference.title ?? reference.publisher}</bdi>
            </OutsideLink>
            <span class="quiet">
              {reference.title && (
                <>
                  <bdi>{reference.publisher}</bdi> ·{" "}
                </>
              )}
              {published} · {words.t("reference_opened", { date: words.date(reference.opened) })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
