import { useId } from "preact/hooks";
import type { PlacedSpan, VoiceGroup, Voices } from "../engine/attribution/voices.js";
import { inLanguage } from "./direction.js";
import { isPageText, placeOf, voiceName } from "./voice-words.js";
import { ledgerParts } from "./voices-sum.js";
import { useWords } from "./words.js";

/** The texture of a part of the ledger; the words beside it say what it is. */
export function Texture({ group }: { group: VoiceGroup }) {
  return <i class={`texture ${group}`} aria-hidden="true" />;
}

/**
 * Who speaks on the page and how often: a bar by weight and texture, and under it each part in words and numbers. Each opens
 * the list of its statements. The bar itself says nothing that the words do not, so it is silent to assistive technology.
 */
export function Ledger(props: {
  voices: Voices;
  shown: VoiceGroup | undefined;
  /** The element that the lists appear in. */
  controls: string;
  onShow(group: VoiceGroup | undefined): void;
}) {
  const { voices, shown, onShow } = props;
  const words = useWords();
  const parts = ledgerParts(voices);
  return (
    <div class="ledger">
      <div class="weights" aria-hidden="true">
        {parts.map(({ group, claims }) => (
          <i key={group} class={`texture ${group}`} style={{ flexGrow: claims.length }} />
        ))}
      </div>
      <ul class="parts" aria-label={words.t("ledger_heading")}>
        {parts.map(({ group, label, claims }) => (
          <li key={group}>
            <button
              type="button"
              class="part"
              aria-expanded={shown === group}
              aria-controls={props.controls}
              title={words.t("ledger_show")}
              onClick={() => onShow(shown === group ? undefined : group)}
            >
              <Texture group={group} />
              {words.t(label)}
              <span class="n" aria-hidden="true">
                {words.number(claims.length)}
              </span>
              <span class="unseen">, {words.count("statements", claims.length)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Statements on a line or two each, under what they are counted as; each leads to its words in the page. */
export function JumpList(props: {
  voices: Voices;
  heading: string;
  claims: readonly number[];
  pageLang?: string | undefined;
  onGo(place: PlacedSpan): void;
}) {
  const { voices, claims, onGo } = props;
  const words = useWords();
  const id = useId();
  return (
    <section class="jump-list" aria-labelledby={id}>
      <h3 id={id}>
        {props.heading} <span class="n">{words.number(claims.length)}</span>
      </h3>
      <ul>
        {claims.map((place) => {
          const claim = voices.claims[place];
          const to = claim && placeOf(claim);
          if (!claim || !to) return null;
          const language = inLanguage(props.pageLang);
          return (
            <li key={place}>
              <button type="button" title={words.t("claim_go")} onClick={() => onGo(to)}>
                <span class="clamp">
                  <bdi class="who" {...(isPageText(claim.source) && language)}>
                    {voiceName(claim.source, words)}
                  </bdi>
                  : <bdi {...language}>{claim.content.text || claim.cue?.text}</bdi>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
