import type { ComponentChildren } from "preact";
import type { EntitySummary } from "../engine/annotation.js";
import type { Stated } from "../engine/article-text.js";
import { holdsAt, splitAt, unsureBorders } from "../engine/at-date.js";
import type { RecordDetail } from "../engine/record-detail.js";
import type { Dated } from "../glossary/partial-date.js";
import { inLanguage } from "./direction.js";
import { PeriodText } from "./period-text.js";
import { fromText, spanText, standingText } from "./standing.js";
import { useWords } from "./words.js";

/** How many items a row of the first screen holds before it sends the reader to "more". */
const ROW_ITEMS = 2;
const ROW_NAMES = 4;

interface RowsProps {
  entity: EntitySummary;
  detail: RecordDetail;
  /** The page's date; without it everything is shown as of the record's last review. */
  date?: Stated<string> | undefined;
  /** The details stand below: rows that would only repeat them are left out. */
  expanded?: boolean;
  /** Shows the details. */
  onMore?: (() => void) | undefined;
}

/** The quiet rows under the note: what held on the page's date and since, the entity as a source, its names, designations. */
export function EntityRows(props: RowsProps) {
  const { detail, expanded = false } = props;
  const rows = [timeRows(props), termRows(detail)];
  if (!expanded) rows.push(sourceRow(props), assessmentRow(props), namesRow(props), designationRow(props));
  return <dl class="rows">{rows}</dl>;
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="row">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const timeRows = (props: RowsProps) => props.detail.periods.length > 0 && <TimeRows {...props} />;

function TimeRows({ detail, date, entity, expanded, onMore }: RowsProps) {
  const words = useWords();
  const at = date?.value ?? detail.reviewed;
  const { held, since } = splitAt(detail.periods, at);
  // That it bore the name that stands above it needs no line.
  // A note of the page's time says by itself what held then.
  const told = entity.earlier ? [] : held;
  const shown = told.filter(({ text, what }) => what !== "name" || text !== detail.name).slice(-ROW_ITEMS);
  const newest = since.at(-1);
  return (
    <>
      {shown.length > 0 && (
        <Row label={date ? words.date(date.value) : words.t("row_as_of", { month: words.month(detail.reviewed) })}>
          {shown.map((period) => (
            <span class="line" key={period.text}>
              <PeriodText period={period} />
              <Borders of={period} at={at} />
            </span>
          ))}
        </Row>
      )}
      {date && newest && (
        <Row label={words.t("row_since")}>
          {newest.from && <span class="quiet">{fromText(newest.from, newest.or_before, words)}: </span>}
          <PeriodText period={newest} /> {!expanded && <Rest n={since.length - 1} onMore={onMore} />}
        </Row>
      )}
    </>
  );
}

/** Of a month in which one thing ended and the next began, the reader is told both, and when; and how far knowledge goes. */
function Borders({ of: item, at }: { of: Dated; at: string }) {
  const words = useWords();
  const text = spanText(unsureBorders(item, at), words);
  return text ? <span class="quiet"> · {text}</span> : null;
}

/** "and 3 more": a button where there is somewhere to go. */
function Rest({ n, onMore }: { n: number; onMore?: (() => void) | undefined }) {
  const words = useWords();
  if (n <= 0) return null;
  const text = words.count("and_more", n);
  return onMore ? (
    <button type="button" class="inline" onClick={onMore}>
      {text}
    </button>
  ) : (
    <span class="quiet">{text}</span>
  );
}

const sourceRow = (props: RowsProps) =>
  (props.detail.function ?? props.detail.standings.length > 0) && <SourceRow {...props} />;

function SourceRow({ detail, date, onMore }: RowsProps) {
  const words = useWords();
  const at = date?.value ?? detail.reviewed;
  const holding = detail.standings.filter((standing) => holdsAt(standing, at));
  if (!detail.function && holding.length === 0) return null;
  return (
    <Row label={words.t("row_source")}>
      {detail.function && <span class="line">{words.t(`function_${detail.function}`)}</span>}
      {holding.slice(0, ROW_ITEMS).map((standing) => (
        <span class="line" key={standing.conflict.id + standing.relation}>
          {standingText(standing, words)}
          <Borders of={standing} at={at} />
        </span>
      ))}
      <Rest n={holding.length - ROW_ITEMS} onMore={onMore} />
    </Row>
  );
}

const termRows = ({ term }: RecordDetail) => term && <TermRows term={term} />;

function TermRows({ term }: { term: NonNullable<RecordDetail["term"]> }) {
  const words = useWords();
  return (
    <>
      {term.asserts && <Row label={words.t("row_asserts")}>{term.asserts}</Row>}
      {term.usedBy && <Row label={words.t("row_used_by")}>{term.usedBy}</Row>}
      {term.neutral && <Row label={words.t("row_neutral")}>{term.neutral}</Row>}
    </>
  );
}

const assessmentRow = (props: RowsProps) =>
  props.detail.source ? (
    <AssessmentRow {...props} />
  ) : (
    props.detail.function && <UnexploredRow kind={props.detail.kind} />
  );

/** An outlet or monitor known by name only: that nobody rated it would be more than is known. */
function UnexploredRow({ kind }: { kind: RecordDetail["kind"] }) {
  const words = useWords();
  if (kind !== "outlet" && kind !== "monitor") return null;
  return <Row label={words.t("row_assessments")}>{words.t("source_unexplored")}</Row>;
}

function AssessmentRow({ detail, onMore }: RowsProps) {
  const words = useWords();
  const n = new Set(detail.source?.assessments.map(({ assessor }) => assessor)).size;
  return (
    <Row label={words.t("row_assessments")}>
      {n === 0 ? (
        words.t("source_not_rated")
      ) : onMore ? (
        <button type="button" class="inline" onClick={onMore}>
          {words.count("source_rated", n)}
        </button>
      ) : (
        words.count("source_rated", n)
      )}
    </Row>
  );
}

const namesRow = (props: RowsProps) => props.detail.alsoCalled.length > 0 && <NamesRow {...props} />;

function NamesRow({ entity, detail, onMore }: RowsProps) {
  const words = useWords();
  const said = new Set([entity.name, entity.pageName, entity.originalName?.text]);
  const names = detail.alsoCalled.filter(({ text }) => !said.has(text));
  if (names.length === 0) return null;
  return (
    <Row label={words.t("row_also")}>
      {names.slice(0, ROW_NAMES).map((name, i) => (
        <>
          {i > 0 && words.t("list_separator")}
          <span {...inLanguage(name.lang)}>{name.text}</span>
          {name.stance === "loaded" && <span class="quiet"> ({words.t("stance_loaded")})</span>}
        </>
      ))}{" "}
      <Rest n={names.length - ROW_NAMES} onMore={onMore} />
    </Row>
  );
}

const designationRow = (props: RowsProps) => props.detail.designations.length > 0 && <DesignationRow {...props} />;

function DesignationRow({ detail, date, onMore }: RowsProps) {
  const words = useWords();
  const holding = detail.designations.filter(({ date: from, until }) =>
    holdsAt(until === undefined ? { from } : { from, until }, date?.value ?? detail.reviewed),
  );
  if (holding.length === 0) return null;
  return (
    <Row label={words.t("row_designations")}>
      {holding.slice(0, ROW_ITEMS).map(({ by, as, date: since }) => (
        <span class="line" key={by + as}>
          {as}{" "}
          <span class="quiet">
            ({by}
            {words.t("list_separator")}
            {words.date(since)})
          </span>
        </span>
      ))}
      <Rest n={holding.length - ROW_ITEMS} onMore={onMore} />
    </Row>
  );
}
