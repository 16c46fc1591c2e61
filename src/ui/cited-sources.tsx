import { EntityGroup, type EntityListProps } from "./entity-list.js";
import { isSource } from "./kinds.js";
import { useWords } from "./words.js";

/** Outlets, monitors and bodies that the page names; the site itself is not one of its own sources. */
export function CitedSources(props: EntityListProps & { site?: string | undefined }) {
  const words = useWords();
  const cited = props.entities.filter(({ id, kind }) => isSource(kind) && id !== props.site);
  if (cited.length === 0) return <p class="quiet">{words.t("cited_none")}</p>;
  return <EntityGroup {...props} entities={cited} title="cited_heading" family="source" />;
}
