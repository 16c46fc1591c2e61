import type { ComponentChildren } from "preact";
import type { Reason } from "../engine/annotation.js";
import { byStart } from "../engine/at-date.js";
import type { RecordDetail, RecordName } from "../engine/record-detail.js";
import { Citations, OutsideLink, ReferenceList } from "./citations.js";
import { OtherNames } from "./other-names.js";
import { PeriodText } from "./period-text.js";
import { Assessments, SourceFacts } from "./source-detail.js";
import { StandingList, spanText } from "./standing.js";
import { useWords, type WordKey } from "./words.js";

const REASONS: Record<Reason["code"], WordKey> = {
  acronym: "reason_acronym",
  affix: "reason_affix",
  case: "reason_case",
  enclosed: "reason_enclosed",
  entity: "reason_entity",
  misspelling: "reason_misspelling",
  named: "reason_named",
  short: "reason_short",
  site: "reason_site",
  spelling: "reason_spelling",
  title: "reason_title",
  "word-after": "reason_word_after",
  "word-before": "reason_word_before",
  "word-near": "reason_word_near",
};

interface MoreProps {
  detail: RecordDetail;
  /** The note above is of the page's time: today's is told here. */
  isEarlier?: boolean;
  /** Why the mention was taken for this record; omitted where no mention is meant. */
  reasons?: readonly Reason[] | undefined;
  /** Opens another record; without it related names are plain text. */
  onOpen?: ((record: string) => void) | undefined;
}

/** Everything else that a record holds, in sections; each statement with the numbers of its references. */
export function EntityMore({ detail, isEarlier = false, reasons = [], onOpen }: MoreProps) {
  const words = useWords();
  const cite = (keys: readonly string[]) => <Citations keys={keys} references={detail.references} />;
  const { source, naming } = detail;
  const newest = detail.references
    .flatMap(({ published }) => (published === "undated" ? [] : [published]))
    .sort()
    .at(-1);
  return (
    <div class="more">
      {isEarlier && detail.note && (
        <Section title="more_note_today">
          <p>{detail.note}</p>
        </Section>
      )}
      {reasons.length > 0 && (
        <Section title="more_reasons">
          <ul class="plain">
            {reasons.map(({ code, value }) => (
              <li key={code + value}>{words.t(REASONS[code], { value: value ?? "" })}</li>
            ))}
          </ul>
        </Section>
      )}
      {detail.periods.length > 0 && (
        <Section title="more_periods">
          <dl class="rows">
            {detail.periods.toSorted(byStart).map((period) => (
              <div class="row" key={period.text}>
                <dt>{spanText(period, words)}</dt>
                <dd>
                  <PeriodText period={period} />
                  {cite(period.references)}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {detail.relations.length > 0 && (
        <Section title="more_relations">
          <ul class="plain">
            {detail.relations.map((relation) => {
              const span = spanText(relation, words);
              return (
                <li key={relation.kind + relation.to.id + (relation.from ?? "")}>
                  <span class="quiet">{words.t(`relation_${relation.kind}`)}</span>{" "}
                  <NameOf record={relation.to} onOpen={onOpen} />
                  {span && <span class="quiet"> · {span}</span>}
                  {cite(relation.references)}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {(detail.function || detail.standings.length > 0 || source) && (
        <Section title="more_standing">
          {detail.function && <p>{words.t(`function_${detail.function}`)}</p>}
          {detail.standings.length > 0 && <StandingList detail={detail} />}
          {source && <SourceFacts detail={detail} source={source} />}
        </Section>
      )}
      {source && (
        <Section title="source_assessments">
          <Assessments source={source} />
        </Section>
      )}
      {detail.designations.length > 0 && (
        <Section title="more_designations">
          <ul class="plain">
            {detail.designations.map((designation) => (
              <li key={designation.by + designation.as}>
                {designation.as}{" "}
                <span class="quiet">
                  {designation.by} · {spanText({ ...designation, from: designation.date }, words)}
                </span>
                {cite(designation.references)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {naming && (
        <Section title="more_naming">
          <p>
            {naming.text}
            {cite(naming.references)}
          </p>
        </Section>
      )}
      {detail.alsoCalled.length > 0 && (
        <Section title="more_names">
          <OtherNames names={detail.alsoCalled} />
        </Section>
      )}
      <Section title="more_references">
        <ReferenceList references={detail.references} />
        <p class="quiet">
          {words.t("more_reviewed", { month: words.month(detail.reviewed) })}
          {newest !== undefined && ` · ${words.t("more_newest", { date: words.date(newest) })}`}
          {detail.wikipedia && (
            <>
              {" · "}
              <OutsideLink href={`https://en.wikipedia.org/wiki/${encodeURIComponent(detail.wikipedia)}`}>
                {words.t("more_wikipedia")}
              </OutsideLink>
            </>
          )}
        </p>
      </Section>
    </div>
  );
}

/** A part of the details. Its heading can take the focus, so that a button may lead to it. */
function Section({ title, children }: { title: WordKey; children: ComponentChildren }) {
  const words = useWords();
  return (
    <section>
      <h3 tabIndex={-1} data-part={title}>
        {words.t(title)}
      </h3>
      {children}
    </section>
  );
}

function NameOf({ record, onOpen }: { record: RecordName; onOpen?: ((record: string) => void) | undefined }) {
  if (!onOpen) return <bdi>{record.name}</bdi>;
  return (
    <button type="button" class="inline" onClick={() => onOpen(record.id)}>
      <bdi>{record.name}</bdi>
    </button>
  );
}
