import type { EntitySummary } from "../engine/annotation.js";
import { inLanguage } from "./direction.js";
import { KindGlyph } from "./kind-glyph.js";
import { kindWord } from "./kinds.js";
import { useWords } from "./words.js";

interface Spelling {
  text: string;
  lang?: string | undefined;
}

/** The entity's other names worth a place beside its own: the page's, then the original script's; each only where it differs. */
export function otherNames(entity: EntitySummary, pageLang?: string): Spelling[] {
  const names: Spelling[] = [];
  const add = (name: Spelling | undefined) => {
    if (name && name.text !== entity.name && names.every(({ text }) => text !== name.text)) names.push(name);
  };
  add(entity.pageName === undefined ? undefined : { text: entity.pageName, lang: pageLang });
  add(entity.originalName);
  return names;
}

/** A name in the reader's language with the page's and the original beside it, each with its own language and direction. */
export function EntityName({ entity, pageLang }: { entity: EntitySummary; pageLang?: string | undefined }) {
  return (
    <>
      <bdi>{entity.name}</bdi>
      {otherNames(entity, pageLang).map(({ text, lang }) => (
        <>
          {" "}
          <span class="alt" {...inLanguage(lang)}>
            {text}
          </span>
        </>
      ))}
    </>
  );
}

/** Sign, name, kind and one-line description: the head of a card. `id` is what the card is labelled by. */
export function EntityHeading(props: {
  entity: EntitySummary;
  id: string;
  probable?: boolean;
  pageLang?: string | undefined;
}) {
  const { entity, id, probable = false, pageLang } = props;
  const words = useWords();
  return (
    <>
      <KindGlyph kind={entity.kind} />
      <div class="heading">
        <h2 id={id} tabIndex={-1}>
          <EntityName entity={entity} pageLang={pageLang} />
        </h2>
        <p class="what">
          <span class="kind">{words.t(kindWord(entity))}</span>
          {probable && <span class="probable">{words.t("card_probable")}</span>}
          {entity.description && <span class="desc">{entity.description}</span>}
        </p>
      </div>
    </>
  );
}
