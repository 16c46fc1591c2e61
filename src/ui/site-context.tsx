import type { SiteSummary } from "../engine/annotation.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { useWords } from "./words.js";

/** What is known of the site the page stands on; that nothing is known, or that nobody rated it, is said in words. */
export function SiteContext(props: {
  site: SiteSummary;
  detail?: RecordDetail | "failed" | undefined;
  onOpen?: ((record: string) => void) | undefined;
}) {
  const { site, detail, onOpen } = props;
  const words = useWords();
  const { record } = site;
  return (
    <section class="site" aria-label={words.t("site_heading")}>
      <p>
        <bdi class="host">{record?.name ?? site.host}</bdi>
        {record && record.name !== site.host && (
          <>
            {" "}
            <bdi class="quiet">{site.host}</bdi>
          </>
        )}
      </p>
      {record ? (
        <>
          <SourceCard description={record.description} detail={detail} />
          {onOpen && (
            <span>
              <button type="button" class="inline" onClick={() => onOpen(record.id)}>
                {words.t("site_more", { name: record.name })}
              </button>
            </span>
          )}
        </>
      ) : (
        <p class="quiet">{words.t("site_unknown")}</p>
      )}
    </section>
  );
}

/** An outlet or monitor in three lines: what it is, who owns it and how, and whether any assessor rated it. */
export function SourceCard(props: { description?: string | undefined; detail?: RecordDetail | "failed" | undefined }) {
  const { description, detail } = props;
  const words = useWords();
  const source = detail === "failed" ? undefined : detail?.source;
  const kind = source?.independence;
  const structure = kind && kind !== "not_applicable" ? words.t(`independence_${kind}`) : undefined;
  const owner =
    source?.owners.find(({ until }) => until === undefined)?.text ??
    (source?.independence === "undisclosed" ? undefined : words.t("source_owner_unknown"));
  const assessors = new Set(source?.assessments.map(({ assessor }) => assessor)).size;
  return (
    <>
      {description && <p class="desc">{description}</p>}
      {source && <p class="desc">{[structure, owner].filter(Boolean).join(" · ")}</p>}
      {source && (
        <p class="quiet">{assessors === 0 ? words.t("source_not_rated") : words.count("source_rated", assessors)}</p>
      )}
      {detail && !source && detail !== "failed" && <p class="quiet">{words.t("source_unexplored")}</p>}
      {detail === "failed" && <p class="quiet">{words.t("card_failed_no_note")}</p>}
    </>
  );
}
