import type { ComponentChildren } from "preact";
import { CitedSources } from "../ui/cited-sources.js";
import { ClaimsView } from "../ui/claims-view.js";
import { EntityList } from "../ui/entity-list.js";
import { isSource } from "../ui/kinds.js";
import { Legend } from "../ui/legend.js";
import { SiteContext } from "../ui/site-context.js";
import { Tabs } from "../ui/tabs.js";
import { type VoicesState, VoicesSummary } from "../ui/voices-summary.js";
import { useWords, type WordKey } from "../ui/words.js";
import { type TabActions, useRecord } from "./state.js";
import { countMentions, type View } from "./view.js";
import { recordOf } from "./voices.js";

type Annotated = Extract<View, { state: "annotated" }>;

const LIMITS = {
  "text-left-out": "limit_text_left_out",
  "keeps-changing": "limit_keeps_changing",
} as const satisfies Record<Annotated["report"]["limits"][number], WordKey>;

/** What of an annotated page is looked at; kept by whoever draws it, so that it outlasts a look at a record. */
export type Section = "names" | "voices";

/** An annotated page: the site, its date, its sources, who says what, and who and what is named. */
export function AnnotatedView(props: {
  view: Annotated;
  voices: VoicesState;
  actions: TabActions;
  section: Section;
  onSection(section: Section): void;
  onOpen(record: string): void;
  /** Drawn before the lists of names; the panel puts its search there. */
  tools?: ComponentChildren;
  /** Which entities to list; all where omitted. */
  keep?: (entity: Annotated["annotation"]["entities"][number]) => boolean;
}) {
  const { view, voices, actions, onOpen } = props;
  const { annotation, report } = view;
  const words = useWords();
  const site = annotation.site ?? { host: view.site.host };
  const detail = useRecord(site.record?.id);
  const pageLang = annotation.lang.value;
  return (
    <>
      <div class="context">
        <SiteContext site={site} detail={detail} onOpen={onOpen} />
        <PageDate annotation={annotation} />
        <Limits view={view} />
      </div>
      <VoicesSummary voices={voices} pageLang={pageLang} onGo={actions.jumpTo} />
      <Tabs<Section>
        label={words.t("sections_heading")}
        selected={props.section}
        onSelect={props.onSection}
        views={[
          {
            key: "voices",
            label: words.t("voices_heading"),
            count: voices === undefined || voices === "failed" ? undefined : voices.claims.length,
            content:
              voices === undefined || voices === "failed" ? (
                <p class="quiet">{words.t(voices ? "voices_failed" : "voices_loading")}</p>
              ) : (
                <ClaimsView
                  voices={voices}
                  pageLang={pageLang}
                  marked={report.marks ? report.claims === true : undefined}
                  page={{
                    url: report.url,
                    title: report.title,
                    site: site.record?.name ?? site.host,
                    date: annotation.date?.value,
                    knowledge: annotation.knowledge,
                  }}
                  recordOf={recordOf}
                  onGo={actions.jumpTo}
                  onMark={actions.showClaims}
                  onOpen={onOpen}
                />
              ),
          },
          {
            key: "names",
            label: words.t("names_heading"),
            count: annotation.entities.length,
            content: (
              <>
                {props.tools}
                <Names {...props} site={site.record?.id} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** Sources and names in their groups, and the key to the lines. */
function Names(props: Parameters<typeof AnnotatedView>[0] & { site: string | undefined }) {
  const { view, actions, onOpen, keep = () => true, site } = props;
  const { annotation } = view;
  const words = useWords();
  const entities = annotation.entities.filter(keep);
  const list = { mentions: countMentions(annotation), pageLang: annotation.lang.value, onOpen, onJump: actions.jump };
  return (
    <div class="lists">
      {(!props.keep || entities.some(({ kind }) => isSource(kind))) && (
        <CitedSources {...list} entities={entities} site={site} />
      )}
      <EntityList {...list} entities={entities.filter(({ kind }) => !isSource(kind))} />
      {props.keep && entities.length === 0 && (
        <p class="quiet" role="status">
          {words.t("panel_no_match")}
        </p>
      )}
      <details class="meaning">
        <summary>{words.t("legend_heading")}</summary>
        <Legend />
      </details>
    </div>
  );
}

/** The date that everything is shown as of, with a word where it is a guess, and the page's language. */
function PageDate({ annotation }: { annotation: Annotated["annotation"] }) {
  const words = useWords();
  const { date, lang } = annotation;
  const parts = [
    date ? words.t("page_date", { date: words.date(date.value) }) : words.t("page_date_unknown"),
    date && (date.from === "text" || date.from === "guess") ? words.t("page_date_guess") : "",
    words.languageName(lang.value),
  ];
  return <p class="quiet">{parts.filter(Boolean).join(" · ")}</p>;
}

function Limits({ view }: { view: Annotated }) {
  const words = useWords();
  const { limits, marks } = view.report;
  if (limits.length === 0 && marks) return null;
  return (
    <ul class="notes" aria-label={words.t("limit_heading")}>
      {limits.map((limit) => (
        <li key={limit}>{words.t(LIMITS[limit])}</li>
      ))}
      {!marks && <li>{words.t("limit_no_marks")}</li>}
    </ul>
  );
}
