import { useId, useState } from "preact/hooks";
import type { EntitySummary } from "../engine/annotation.js";
import { EntityName } from "./entity-heading.js";
import { Icon } from "./icons.js";
import { KindGlyph } from "./kind-glyph.js";
import { FAMILY_ORDER, type Family, familyOf, familyWord, kindWord } from "./kinds.js";
import { useWords, type WordKey } from "./words.js";

export interface EntityListProps {
  /** In order of first mention. */
  entities: readonly EntitySummary[];
  /** How often each record is mentioned, by id. */
  mentions: ReadonlyMap<string, number>;
  pageLang?: string | undefined;
  /** Show what is known of a record. */
  onOpen(record: string): void;
  /** Scroll the page to the nth mention, from 0. */
  onJump(record: string, nth: number): void;
}

/** Everything named on the page, grouped as the marks are, each with a way to its card and to each mention. Countries last. */
export function EntityList(props: EntityListProps) {
  return (
    <>
      {FAMILY_ORDER.map((family) => {
        const entities = props.entities.filter(({ kind }) => familyOf(kind) === family);
        if (entities.length === 0) return null;
        return family === "country" ? (
          <Countries key={family} {...props} entities={entities} />
        ) : (
          <EntityGroup key={family} {...props} entities={entities} title={familyWord(family)} family={family} />
        );
      })}
    </>
  );
}

/** One group under its heading; the heading carries the line that marks the group in the text. */
export function EntityGroup(props: EntityListProps & { title: WordKey; family?: Family }) {
  const { entities, mentions, title, family } = props;
  const words = useWords();
  const id = useId();
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id}>
        <span class={family && `mark ${family}`}>{words.t(title)}</span>
        <span class="n">
          <span aria-hidden="true">{words.number(entities.length)}</span>
          <span class="unseen"> {words.count("entries", entities.length)}</span>
        </span>
      </h2>
      <ul class="entities">
        {entities.map((entity) => (
          <li key={entity.id}>
            <OpenButton entity={entity} pageLang={props.pageLang} onOpen={props.onOpen} />
            <Jumps
              name={entity.name}
              total={mentions.get(entity.id) ?? 0}
              onJump={(nth) => props.onJump(entity.id, nth)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenButton(props: { entity: EntitySummary; pageLang?: string | undefined; onOpen(record: string): void }) {
  const { entity, pageLang } = props;
  const words = useWords();
  return (
    <button type="button" class="open" onClick={() => props.onOpen(entity.id)}>
      <KindGlyph kind={entity.kind} />
      <span class="label">
        <span class="title">
          <EntityName entity={entity} pageLang={pageLang} />
        </span>
        <span class="desc">
          {entity.description ? (
            <>
              <span class="unseen">{words.t(kindWord(entity))}: </span>
              {entity.description}
            </>
          ) : (
            words.t(kindWord(entity))
          )}
        </span>
      </span>
    </button>
  );
}

/** Ways to the mentions of one record: one button for a single mention, otherwise back and forth with the position between. */
function Jumps({ name, total, onJump }: { name: string; total: number; onJump(nth: number): void }) {
  const words = useWords();
  const [at, setAt] = useState<number>();
  if (total === 0) return null;
  const go = (nth: number) => {
    setAt(nth);
    onJump(nth);
  };
  if (total === 1) {
    const label = words.t("list_only", { name });
    return (
      <span class="jumps">
        <button type="button" class="tool" aria-label={label} title={label} onClick={() => go(0)}>
          <Icon name="down" />
        </button>
      </span>
    );
  }
  const previous = words.t("list_previous", { name });
  const next = words.t("list_next", { name });
  const position = at === undefined ? words.count("mentions", total) : words.t("list_position", { n: at + 1, total });
  return (
    <span class="jumps">
      <button
        type="button"
        class="tool"
        aria-label={previous}
        title={previous}
        onClick={() => go(at === undefined ? total - 1 : (at + total - 1) % total)}
      >
        <Icon name="up" />
      </button>
      <span class="at" role="status">
        <span aria-hidden="true">
          {at === undefined ? words.number(total) : `${words.number(at + 1)}/${words.number(total)}`}
        </span>
        <span class="unseen">{position}</span>
      </span>
      <button
        type="button"
        class="tool"
        aria-label={next}
        title={next}
        onClick={() => go(at === undefined ? 0 : (at + 1) % total)}
      >
        <Icon name="down" />
      </button>
    </span>
  );
}

/** Countries are named as parties and places, but not marked: a quiet line of them. */
function Countries({ entities, mentions, onJump }: EntityListProps) {
  const words = useWords();
  const id = useId();
  const [at, setAt] = useState<ReadonlyMap<string, number>>(new Map());
  const next = (record: string, total: number) => {
    const nth = ((at.get(record) ?? -1) + 1) % Math.max(total, 1);
    setAt(new Map(at).set(record, nth));
    onJump(record, nth);
  };
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id}>
        {words.t("group_country")} <span class="n">{words.t("list_countries_note")}</span>
      </h2>
      <ul class="countries">
        {entities.map(({ id: record, name }) => {
          const total = mentions.get(record) ?? 0;
          return (
            <li key={record}>
              <button
                type="button"
                class="chip"
                title={words.t("list_next", { name })}
                onClick={() => next(record, total)}
              >
                <bdi>{name}</bdi>
                <span class="n" aria-hidden="true">
                  {words.number(total)}
                </span>
                <span class="unseen">{words.count("mentions", total)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
