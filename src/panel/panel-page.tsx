import { useState } from "preact/hooks";
import type { EntitySummary } from "../engine/annotation.js";
import { AnnotatedView, type Section } from "../tab/annotated-view.js";
import type { TabState } from "../tab/state.js";
import { TabPage } from "../tab/tab-page.js";
import { FAMILY_ORDER, type Family, familyOf, familyWord } from "../ui/kinds.js";
import { useWords } from "../ui/words.js";

/** Letters without case and marks, so that "Bukamal" finds "al-Būkamāl". */
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Does an entity's name in any of its spellings, or its description, hold what was typed? */
export function matchesSearch(entity: EntitySummary, typed: string): boolean {
  const { name, pageName, originalName, description } = entity;
  const sought = plain(typed.trim());
  return [name, pageName, originalName?.text, description].some((text) => text && plain(text).includes(sought));
}

/** The side panel: the popup's views at full length, with search and a filter over the names. */
export function PanelPage({ tab }: { tab: TabState }) {
  const [typed, setTyped] = useState("");
  const [family, setFamily] = useState<Family>();
  const [section, setSection] = useState<Section>("names");
  const narrowed = typed.trim() !== "" || family !== undefined;
  const keep = (entity: EntitySummary) =>
    (family === undefined || familyOf(entity.kind) === family) && matchesSearch(entity, typed);
  return (
    <TabPage
      tab={tab}
      title="panel_title"
      annotated={(view, open) => (
        <AnnotatedView
          view={view}
          voices={tab.voices}
          actions={tab.actions}
          section={section}
          onSection={setSection}
          onOpen={open}
          {...(narrowed && { keep })}
          tools={
            <Tools
              entities={view.annotation.entities}
              typed={typed}
              family={family}
              onType={setTyped}
              onFamily={setFamily}
            />
          }
        />
      )}
    />
  );
}

function Tools(props: {
  entities: readonly EntitySummary[];
  typed: string;
  family: Family | undefined;
  onType(typed: string): void;
  onFamily(family: Family | undefined): void;
}) {
  const { entities, typed, family, onType, onFamily } = props;
  const words = useWords();
  const present = FAMILY_ORDER.filter((each) => entities.some(({ kind }) => familyOf(kind) === each));
  return (
    <search class="find">
      <input
        type="search"
        aria-label={words.t("panel_search")}
        placeholder={words.t("panel_search")}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {present.length > 1 && (
        <fieldset>
          <legend class="unseen">{words.t("panel_filter")}</legend>
          <Chip on={family === undefined} onClick={() => onFamily(undefined)}>
            {words.t("panel_all")}
          </Chip>
          {present.map((each) => (
            <Chip key={each} on={family === each} onClick={() => onFamily(each)}>
              {words.t(familyWord(each))}
            </Chip>
          ))}
        </fieldset>
      )}
    </search>
  );
}

function Chip({ on, children, onClick }: { on: boolean; children: string; onClick(): void }) {
  return (
    <button type="button" class="chip" aria-pressed={on} onClick={onClick}>
      {children}
    </button>
  );
}

export const panelStyles = `
.surface{min-block-size:100vh}
.find{display:grid;gap:8px;padding-block-end:calc(14*var(--px))}
.find fieldset{display:flex;flex-wrap:wrap;gap:6px;margin:0;padding:0;border:0;min-inline-size:0}
.foot{position:sticky;inset-block-end:0;background:var(--paper)}
@media (min-width:720px){.lists{grid-template-columns:1fr 1fr;align-items:start;column-gap:32px}.meaning{grid-column:1/-1}}
`;
