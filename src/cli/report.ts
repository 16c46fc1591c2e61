import type { Annotation, EntitySummary } from "../engine/annotation.js";
import type { Voices } from "../engine/attribution/voices.js";
import { KINDS, type Kind } from "../glossary/schema.js";
import { type FlatMention, flatMentions } from "./answers.js";
import type { CliDocument } from "./documents.js";
import { voiceLines } from "./voices-report.js";

/** Headings of the report, in the order in which a reader asks: who speaks, who acts, where. */
const HEADINGS: Record<Kind, string> = {
  monitor: "Monitors",
  outlet: "Outlets and agencies",
  organisation: "Organisations",
  group: "Armed groups",
  force: "Forces",
  government: "Governments and bodies",
  party: "Parties and movements",
  person: "Persons",
  place: "Places",
  event: "Events",
  term: "Loaded and technical words",
  country: "Countries (recognised, not marked)",
};

/** Kinds whose members pass on or tell what others did: the sources that a page names. */
const CITED: readonly Kind[] = ["monitor", "outlet", "organisation"];

/** The readable report: page, site, sources named, who says what, who is named with each spelling, and what was not sure. */
export function reportText(annotation: Annotation, voices: Voices, document: CliDocument): string {
  const mentions = flatMentions(annotation, document);
  const lines = [...pageLines(annotation, document), "", ...siteLines(annotation)];
  lines.push("", ...voiceLines(voices), "", "WHO AND WHAT IS NAMED");
  for (const kind of [...KINDS].sort((a, b) => order(a) - order(b))) {
    const entities = annotation.entities.filter((entity) => entity.kind === kind);
    if (entities.length === 0) continue;
    lines.push("", `${HEADINGS[kind]}`);
    for (const entity of entities) lines.push(...entityLines(entity, mentions));
  }
  const marked = mentions.filter(({ kind }) => kind !== "country").length;
  const probable = mentions.filter(({ confidence }) => confidence === "probable").length;
  const records = annotation.entities.filter(({ kind }) => kind !== "country").length;
  lines.push("", `${marked} mentions of ${records} entries${probable > 0 ? `, ${probable} of them probable` : ""}.`);
  lines.push(`Knowledge of ${annotation.knowledge}.`);
  return lines.join("\n");
}

function order(kind: Kind): number {
  return Object.keys(HEADINGS).indexOf(kind);
}

function pageLines({ date, lang }: Annotation, { article }: CliDocument): string[] {
  const said = (label: string, stated: { value: string; from: string } | undefined, without: string) =>
    `${label}: ${stated && stated.value !== "" ? `${stated.value} (${stated.from})` : without}`;
  return [
    ...(article.title ? [`Title: ${article.title}`] : []),
    said("Language", lang, "not recognised"),
    said("Date", date, "unknown; everything is shown as of today"),
    ...(article.byline ? [said("Byline", article.byline, "")] : []),
  ];
}

function siteLines({ entities, site }: Annotation): string[] {
  const lines: string[] = [];
  if (site) lines.push(`Site: ${site.host}: ${site.record?.note ?? "nothing is known of it here"}`);
  const cited = entities.filter(({ kind }) => CITED.includes(kind)).map(({ name }) => name);
  lines.push(`Outlets, monitors and bodies named: ${cited.length > 0 ? cited.join(", ") : "none"}`);
  return lines;
}

function entityLines(entity: EntitySummary, mentions: readonly FlatMention[]): string[] {
  const spellings = new Map<string, number>();
  for (const { confidence, entity: id, text } of mentions) {
    if (id !== entity.id) continue;
    const key = confidence === "probable" ? `${text} (probable)` : text;
    spellings.set(key, (spellings.get(key) ?? 0) + 1);
  }
  const forms = [...spellings].map(([text, count]) => (count > 1 ? `${text} ×${count}` : text)).join(", ");
  const about = entity.description ? ` – ${entity.description}` : "";
  return [`  ${entity.name}${about}`, `      ${forms}`];
}
