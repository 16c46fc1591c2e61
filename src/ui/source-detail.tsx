import type { ComponentChildren } from "preact";
import type { RecordDetail } from "../engine/record-detail.js";
import { Citations, OutsideLink } from "./citations.js";
import { spanText } from "./standing.js";
import { useWords, type WordKey } from "./words.js";

type Source = NonNullable<RecordDetail["source"]>;

/** The catalogue's word for an assessor, where the interface knows it; otherwise the record's own id is shown. */
const ASSESSORS = {
  amsi: "assessor_amsi",
  dewan_pers: "assessor_dewan_pers",
  every_casualty: "assessor_every_casualty",
  ifcn: "assessor_ifcn",
  jti: "assessor_jti",
  mbfc: "assessor_mbfc",
  meta_label: "assessor_meta_label",
  rsf_country: "assessor_rsf_country",
  smm: "assessor_smm",
  wikipedia_en: "assessor_wikipedia_en",
  wikipedia_id: "assessor_wikipedia_id",
  x_label: "assessor_x_label",
} as const satisfies Record<string, WordKey>;

const assessorWord = (id: string): WordKey | undefined =>
  Object.hasOwn(ASSESSORS, id) ? ASSESSORS[id as keyof typeof ASSESSORS] : undefined;

/** Owner, seat, funding, method and criticism of an outlet or monitor, as separate dated facts with their references. */
export function SourceFacts({ detail, source }: { detail: RecordDetail; source: Source }) {
  const words = useWords();
  const cite = (keys: readonly string[]) => <Citations keys={keys} references={detail.references} />;
  const dated = (items: Source["owners"]) =>
    items.map((item) => {
      const span = spanText(item, words);
      return (
        <span class="line" key={item.text}>
          {item.text}
          {span && <span class="quiet"> · {span}</span>}
          {cite(item.references)}
        </span>
      );
    });
  const seat = source.seat && [source.seat.city, words.countryName(source.seat.country)].filter(Boolean);
  return (
    <dl class="rows">
      {source.independence && <Fact label="source_structure">{words.t(`independence_${source.independence}`)}</Fact>}
      <Fact label="source_owners">
        {source.owners.length > 0 ? dated(source.owners) : words.t("source_owner_unknown")}
      </Fact>
      {source.funding.length > 0 && <Fact label="source_funding">{dated(source.funding)}</Fact>}
      {source.seat && seat && (
        <Fact label="source_seat">
          {seat.join(words.t("list_separator"))}
          {cite(source.seat.references)}
        </Fact>
      )}
      {source.founded && (
        <Fact label="source_founded">
          {words.date(source.founded.date)}
          {cite(source.founded.references)}
        </Fact>
      )}
      {source.method && (
        <Fact label="source_method">
          {source.method.summary}
          {cite(source.method.references)}
        </Fact>
      )}
      {source.criticisms.length > 0 && (
        <Fact label="source_criticisms">
          {source.criticisms.map(({ text, by, reply, references }) => (
            <span class="line" key={text}>
              {text} <span class="quiet">({by})</span>
              {cite(references)}
              {reply && <span class="line">{words.t("source_reply", { text: reply })}</span>}
            </span>
          ))}
        </Fact>
      )}
      {source.caveats && <Fact label="source_caveats">{source.caveats}</Fact>}
      {source.hosts.length > 0 && (
        <Fact label="source_hosts">
          <bdi>{source.hosts.join(words.t("list_separator"))}</bdi>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: WordKey; children: ComponentChildren }) {
  const words = useWords();
  return (
    <div class="row">
      <dt>{words.t(label)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Assessors' own verdicts, newest first, one row each; that there are none is said, not left blank. */
export function Assessments({ source }: { source: Source }) {
  const words = useWords();
  if (source.assessments.length === 0) return <p class="quiet">{words.t("source_not_rated")}</p>;
  return (
    <>
      <p class="quiet">{words.t("source_assessments_own")}</p>
      <ul class="plain assessments">
        {source.assessments
          .toSorted((a, b) => b.date.localeCompare(a.date))
          .map(({ assessor, dimension, verdict, date, url }) => {
            const word = assessorWord(assessor);
            return (
              <li key={assessor + dimension + date}>
                <OutsideLink href={url}>{word ? words.t(word) : assessor}</OutsideLink>
                <span class="line">
                  <bdi class="verdict">{verdict}</bdi>{" "}
                  <span class="quiet">
                    <bdi>{dimension}</bdi> · {words.date(date)}
                  </span>
                </span>
              </li>
            );
          })}
      </ul>
    </>
  );
}
