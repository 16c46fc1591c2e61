import { useState } from "preact/hooks";
import type { RecordDetail } from "../engine/record-detail.js";
import { type CitedPage, type CopyFormat, claimsText, type NumberedClaim, recordsOf } from "./claim-text.js";
import { copyText } from "./copy-text.js";
import { Icon } from "./icons.js";
import { useWords } from "./words.js";

/** What copying statements needs: the page to cite, and the way to what is known of their sources. */
export interface ClaimCopying {
  page: CitedPage;
  /** Undefined where there is nothing to be had: the statement is copied without. */
  recordOf(id: string): Promise<RecordDetail | undefined>;
}

const FORMATS = ["footnote", "markdown"] as const satisfies readonly CopyFormat[];

/** Copies one or all statements; what came of the last copying is said once for all buttons. */
export function useClaimCopy({ page, recordOf }: ClaimCopying) {
  const words = useWords();
  const [format, setFormat] = useState<CopyFormat>("footnote");
  const [outcome, setOutcome] = useState<"card_copied" | "card_copy_failed">();
  const copy = async (claims: readonly NumberedClaim[], event: MouseEvent) => {
    const { ownerDocument } = event.currentTarget as HTMLElement;
    const ids = [...new Set(claims.flatMap(({ claim }) => recordsOf(claim)))];
    const found = await Promise.all(ids.map(async (id) => [id, (await recordOf(id))?.references[0]] as const));
    const backing = new Map(found.flatMap(([id, reference]) => (reference ? [[id, reference] as const] : [])));
    const done = await copyText(claimsText(claims, page, format, backing, words), ownerDocument);
    setOutcome(done ? "card_copied" : "card_copy_failed");
  };
  return { format, setFormat, outcome, copy };
}

type Copying = ReturnType<typeof useClaimCopy>;

/** The form that statements are copied in, and the way to copy all of them. */
export function CopyBar({ copying, claims }: { copying: Copying; claims: readonly NumberedClaim[] }) {
  const { format, setFormat, outcome, copy } = copying;
  const words = useWords();
  return (
    <div class="copy-bar">
      <fieldset>
        <legend>{words.t("claims_copy_as")}</legend>
        {FORMATS.map((each) => (
          <button key={each} type="button" class="chip" aria-pressed={format === each} onClick={() => setFormat(each)}>
            {words.t(`claims_copy_${each}`)}
          </button>
        ))}
      </fieldset>
      <button type="button" class="link" onClick={(event) => void copy(claims, event)}>
        {words.t("claims_copy_all")}
      </button>
      <span class="outcome" role="status">
        {outcome && words.t(outcome)}
      </span>
    </div>
  );
}

/** Copies one statement in the chosen form. */
export function CopyClaim({ copying, one }: { copying: Copying; one: NumberedClaim }) {
  const words = useWords();
  const label = words.t("claims_copy_one", { n: one.n });
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      onClick={(event) => void copying.copy([one], event)}
    >
      <Icon name="copy" />
    </button>
  );
}
