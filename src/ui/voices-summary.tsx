import { useId, useState } from "preact/hooks";
import type { PlacedSpan, VoiceGroup, Voices } from "../engine/attribution/voices.js";
import { JumpList, Ledger } from "./voices-ledger.js";
import { countedIn, ledgerParts, sumText } from "./voices-sum.js";
import { useWords } from "./words.js";

/** Who says what on a page; undefined while the page is being asked, `failed` where it could not tell. */
export type VoicesState = Voices | "failed" | undefined;

/** The page's voices in one sentence and one bar, each number with the statements that prove it. */
export function VoicesSummary(props: {
  voices: VoicesState;
  /** The page's language, by its tag. */
  pageLang: string;
  onGo(place: PlacedSpan): void;
}) {
  const { voices, pageLang } = props;
  const words = useWords();
  const id = useId();
  return (
    <section class="sum" aria-labelledby={id} aria-busy={voices === undefined}>
      <h2 id={id} class="unseen">
        {words.t("voices_heading")}
      </h2>
      {voices === undefined ? (
        <p class="quiet" role="status">
          {words.t("voices_loading")}
        </p>
      ) : voices === "failed" ? (
        <p class="quiet" role="status">
          {words.t("voices_failed")}
        </p>
      ) : voices.claims.length === 0 ? (
        <p class="quiet">
          {voices.readable
            ? words.t("voices_none")
            : words.t("voices_none_rules", { language: words.languageName(pageLang) })}
        </p>
      ) : (
        <Summed {...props} voices={voices} />
      )}
    </section>
  );
}

function Summed(props: { voices: Voices; pageLang: string; onGo(place: PlacedSpan): void }) {
  const { voices } = props;
  const words = useWords();
  const id = useId();
  const [shown, setShown] = useState<VoiceGroup | "all">();
  const counted = countedIn(voices);
  const lists =
    shown === undefined ? [] : shown === "all" ? counted : ledgerParts(voices).filter(({ group }) => group === shown);
  return (
    <>
      <p>
        {sumText(voices, words)}{" "}
        <button
          type="button"
          class="inline"
          aria-expanded={shown === "all"}
          aria-controls={id}
          onClick={() => setShown(shown === "all" ? undefined : "all")}
        >
          {words.t(shown === "all" ? "sum_hide" : "sum_show")}
        </button>
      </p>
      <Ledger voices={voices} shown={shown === "all" ? undefined : shown} controls={id} onShow={setShown} />
      <div id={id} class="proof" hidden={lists.length === 0}>
        {lists.map(({ label, claims }) => (
          <JumpList key={label} {...props} heading={words.t(label)} claims={claims} />
        ))}
      </div>
    </>
  );
}
