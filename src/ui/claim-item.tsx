import type { ComponentChildren } from "preact";
import type { Claim, PlacedSpan, Voice } from "../engine/attribution/voices.js";
import { unquoted } from "./claim-text.js";
import { inLanguage } from "./direction.js";
import { Icon } from "./icons.js";
import { rich } from "./rich.js";
import { claimNotes, DOT, isPageText, placeOf, voiceFacts, voiceName, writtenWords } from "./voice-words.js";
import { Texture } from "./voices-ledger.js";
import { useWords, type Words } from "./words.js";

/** What a statement needs of the view that it stands in. */
export interface ClaimContext {
  /** The page's language, by its tag. */
  pageLang: string;
  /** Scroll the page to words of it. */
  onGo(place: PlacedSpan): void;
  /** Show what is known of a record. */
  onOpen(record: string): void;
}

/** One attributed statement: what is said, the way it came here, how its source and its relays stand, and where it is in the page. */
export function ClaimItem(
  props: ClaimContext & {
    claim: Claim;
    n: number;
    /** Numbers of statements that this one does not agree with. */
    differsFrom: readonly number[];
    /** Where the same was said of a source before. */
    told: Told;
    /** Further tools beside the way to the page. */
    tools?: ComponentChildren;
  },
) {
  const { claim, n, differsFrom, pageLang, onGo } = props;
  const words = useWords();
  const { content, source, speech } = claim;
  const to = placeOf(claim);
  const notes = [...claimNotes(claim, words), ...differsFrom.map((other) => words.t("claim_differs", { n: other }))];
  const go = words.t("claim_go_of", { n });
  return (
    <li class="claim">
      <span class="place">
        <span class="unseen">{words.t("claim_number", { n })}</span>
        <span class="n" aria-hidden="true">
          {words.number(n)}
        </span>
        <Texture group={source.group} />
      </span>
      <div class="said">
        {content.text !== "" && (
          <p class="content clamp" {...inLanguage(pageLang)}>
            {speech === "direct" ? <q>{unquoted(content.text)}</q> : content.text}
          </p>
        )}
        <Chain {...props} />
        <Facts {...props} />
        <p class="quiet">{notes.join(DOT)}</p>
      </div>
      <span class="tools">
        {to && (
          <button type="button" class="tool" aria-label={go} title={go} onClick={() => onGo(to)}>
            <Icon name="down" />
          </button>
        )}
        {props.tools}
      </span>
    </li>
  );
}

/** From whoever spoke, by way of whoever passed it on, to this page: a sentence to the eye and to the ear. */
function Chain({ claim, pageLang, onOpen }: ClaimContext & { claim: Claim }) {
  const words = useWords();
  const { cue, source, via } = claim;
  return (
    <p class="chain">
      <strong>
        <VoiceLabel voice={source} pageLang={pageLang} onOpen={onOpen} />
      </strong>
      {cue && (
        <span class="cue" title={words.t("claim_card_cue")}>
          {" "}
          {rich(words, "claim_written", { text: <bdi {...inLanguage(pageLang)}>{cue.text}</bdi> })}
        </span>
      )}
      {via.map((voice, i) => (
        <span class="hand" key={i}>
          <Arrow says={words.t("claim_passed_by")} />
          <VoiceLabel voice={voice} pageLang={pageLang} onOpen={onOpen} />
        </span>
      ))}
      <span class="hand">
        <Arrow says={words.t("claim_passed_to")} />
        <span class="here">{words.t("claim_this_page")}</span>
      </span>
    </p>
  );
}

function Arrow({ says }: { says: string }) {
  return (
    <>
      <Icon name="next" />
      <span class="unseen"> {says} </span>
    </>
  );
}

/** A voice by its name, which opens what is known of it, with the page's own words where they differ. */
function VoiceLabel({ voice, pageLang, onOpen }: { voice: Voice; pageLang: string; onOpen(record: string): void }) {
  const words = useWords();
  const { record } = voice;
  const written = writtenWords(voice, words);
  const language = inLanguage(pageLang);
  const name = <bdi {...(isPageText(voice) && language)}>{voiceName(voice, words)}</bdi>;
  return (
    <>
      {/* Countries are recognised, but have no record that could be shown. */}
      {record === undefined || record.startsWith("country:") ? (
        name
      ) : (
        <button type="button" class="inline" onClick={() => onOpen(record)}>
          {name}
        </button>
      )}
      {written && (
        <span class="written">
          {" "}
          (
          {rich(words, written.meant ? "claim_meant" : "claim_written", {
            text: <bdi {...language}>{written.text}</bdi>,
            ...(written.meant && { meant: <bdi {...language}>{written.meant}</bdi> }),
          })}
          )
        </span>
      )}
      {!voice.sure && (
        <>
          {" "}
          <span class="probable" title={words.t("claim_unclear_why")}>
            {words.t("claim_unclear")}
          </span>
        </>
      )}
    </>
  );
}

/** For each thing said of a source, the number of the first statement that says it. */
export type Told = ReadonlyMap<string, number>;

/** What is said of the hands of statements, and where first. */
export function toldFirst(claims: readonly Claim[], words: Words): Told {
  const told = new Map<string, number>();
  for (const [place, { source, via }] of claims.entries()) {
    for (const voice of [source, ...via]) {
      const key = keyOf(voice, words);
      if (!told.has(key)) told.set(key, place + 1);
    }
  }
  return told;
}
const keyOf = (voice: Voice, words: Words) => [voiceName(voice, words), ...voiceFacts(voice, words)].join(DOT);

/** A shorter text is sooner read again than looked up. */
const WORTH_LOOKING_UP = 60;

/** How the speaker and each relay stand, a line each; with whose description where it is one. Said once, and then referred to. */
function Facts({ claim, pageLang, n, told }: { claim: Claim; pageLang: string; n: number; told: Told }) {
  const words = useWords();
  const { source, via } = claim;
  const lines = [source, ...via].flatMap((voice) => {
    const text = voiceFacts(voice, words).join(DOT);
    const first = told.get(keyOf(voice, words)) ?? n;
    const again = first < n && text.length > WORTH_LOOKING_UP;
    return text === "" ? [] : [{ voice, text: again ? words.t("claim_as_in", { n: first }) : text, again }];
  });
  if (lines.length === 0) return null;
  return (
    <ul class="facts">
      {lines.map(({ voice, text, again }, i) => (
        <li key={i}>
          {(via.length > 0 || again) && (
            <>
              <bdi class="who" {...(isPageText(voice) && inLanguage(pageLang))}>
                {voiceName(voice, words)}
              </bdi>
              {": "}
            </>
          )}
          {text}
        </li>
      ))}
    </ul>
  );
}
