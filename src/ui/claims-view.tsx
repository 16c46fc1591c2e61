import { useId } from "preact/hooks";
import type { Difference, Voices } from "../engine/attribution/voices.js";
import { type ClaimCopying, CopyBar, CopyClaim, useClaimCopy } from "./claim-copy.js";
import { type ClaimContext, ClaimItem, toldFirst } from "./claim-item.js";
import { inLanguage } from "./direction.js";
import { rich } from "./rich.js";
import { Switch } from "./switch.js";
import { isPageText, placeOf, voiceName } from "./voice-words.js";
import { Texture } from "./voices-ledger.js";
import { useWords } from "./words.js";

export interface ClaimsViewProps extends ClaimContext, ClaimCopying {
  voices: Voices;
  /** Are they marked in the page? Undefined where this browser or these colours let nothing be marked. */
  marked: boolean | undefined;
  onMark(on: boolean): void;
}

/** Every statement of the page in its order, those that differ side by side, and what is stated without a source. */
export function ClaimsView(props: ClaimsViewProps) {
  const { voices, marked, onMark, pageLang, onGo, onOpen } = props;
  const words = useWords();
  const copying = useClaimCopy(props);
  const numbered = voices.claims.map((claim, place) => ({ claim, n: place + 1 }));
  const told = toldFirst(voices.claims, words);
  const differing = (place: number) =>
    voices.differences.flatMap(({ claims: [a, b] }) => (a === place ? [b + 1] : b === place ? [a + 1] : []));
  return (
    <div class="claims-view">
      {numbered.length > 0 && (
        <div class="claims-tools">
          {marked !== undefined && (
            <Switch on={marked} onChange={onMark}>
              {words.t("claims_mark")}
            </Switch>
          )}
          <CopyBar copying={copying} claims={numbered} />
        </div>
      )}
      <Background {...props} />
      {voices.differences.length > 0 && <Differences {...props} />}
      {numbered.length > 0 ? (
        <section>
          <h2 class="unseen">{words.t("voices_heading")}</h2>
          <ol class="claims">
            {numbered.map((one) => (
              <ClaimItem
                key={one.n}
                {...one}
                differsFrom={differing(one.n - 1)}
                told={told}
                pageLang={pageLang}
                onGo={onGo}
                onOpen={onOpen}
                tools={<CopyClaim copying={copying} one={one} />}
              />
            ))}
          </ol>
        </section>
      ) : (
        <p class="quiet">
          {voices.readable
            ? words.t("voices_none")
            : words.t("voices_none_rules", { language: words.languageName(pageLang) })}
        </p>
      )}
      {voices.unattributed.length > 0 && <Unattributed {...props} />}
    </div>
  );
}

const MARKS = [
  ["insertion", "marks_insertion"],
  ["initials", "marks_initials"],
] as const;

/** What holds for all statements: the conflicts that standing is told for, and agencies that the whole text came from. */
function Background({ voices, onOpen, pageLang }: ClaimsViewProps) {
  const words = useWords();
  const { conflicts, agencies } = voices;
  const shown = (kind: Voices["marks"][number]["kind"]) => [
    ...new Set(voices.marks.filter((mark) => mark.kind === kind).map(({ text }) => text)),
  ];
  if (conflicts.length === 0 && agencies.length === 0 && voices.marks.length === 0) return null;
  const list = words.t("list_separator");
  return (
    <div class="background quiet">
      {agencies.length > 0 && (
        <p>
          {rich(words, "claims_agencies", {
            agencies: agencies.map((voice, i) => {
              const { record } = voice;
              const name = <bdi {...(isPageText(voice) && inLanguage(pageLang))}>{voiceName(voice, words)}</bdi>;
              return (
                <span key={voice.text + voice.name}>
                  {i > 0 && list}
                  {record === undefined ? (
                    name
                  ) : (
                    <button type="button" class="inline" onClick={() => onOpen(record)}>
                      {name}
                    </button>
                  )}
                </span>
              );
            }),
          })}
        </p>
      )}
      {conflicts.length > 0 && (
        <p>{words.t("claims_conflicts", { conflicts: conflicts.map(({ name }) => name).join(list) })}</p>
      )}
      {MARKS.map(([kind, key]) => {
        const texts = shown(kind);
        return (
          texts.length > 0 && (
            <p key={kind}>{rich(words, key, { marks: <bdi {...inLanguage(pageLang)}>{texts.join(list)}</bdi> })}</p>
          )
        );
      })}
    </div>
  );
}

/** Statements that do not agree, side by side: who says it and when. Neither is said to be wrong. */
function Differences(props: ClaimsViewProps) {
  const { voices } = props;
  const words = useWords();
  const id = useId();
  return (
    <section class="differences" aria-labelledby={id}>
      <h2 id={id}>{words.t("differences_heading")}</h2>
      {voices.differences.map((difference) => (
        <section key={difference.claims.join()}>
          <h3>{words.t(`differences_${difference.about}`, { name: difference.of.name })}</h3>
          <ul class="sides">
            {difference.claims.map((place) => (
              <Side key={place} {...props} place={place} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Side({ voices, place, pageLang, onGo }: ClaimsViewProps & { place: Difference["claims"][number] }) {
  const words = useWords();
  const claim = voices.claims[place];
  const to = claim && placeOf(claim);
  if (!claim || !to) return null;
  const { source, content, day } = claim;
  const language = inLanguage(pageLang);
  return (
    <li>
      <button type="button" title={words.t("claim_go")} onClick={() => onGo(to)}>
        <span class="who">
          <Texture group={source.group} />
          <bdi {...(isPageText(source) && language)}>{voiceName(source, words)}</bdi>
        </span>
        <span class="clamp" {...language}>
          {content.text}
        </span>
        <span class="quiet">
          {[words.t("claim_number", { n: place + 1 }), day && words.date(day.date)].filter(Boolean).join(" · ")}
        </span>
      </button>
    </li>
  );
}

/** Sentences that name nobody who says so: counted, and opened when asked for. */
function Unattributed({ voices, pageLang, onGo }: ClaimsViewProps) {
  const words = useWords();
  const { unattributed } = voices;
  return (
    <details class="unattributed">
      <summary>{words.count("unattributed", unattributed.length)}</summary>
      <ul class="jump-list">
        {unattributed.map(({ text, at }) => (
          <li key={`${at.block}:${at.start}`}>
            <button type="button" title={words.t("claim_go")} onClick={() => onGo(at)}>
              <span class="clamp" {...inLanguage(pageLang)}>
                {text}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
