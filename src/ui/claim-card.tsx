import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { SiteSummary } from "../engine/annotation.js";
import type { Stated } from "../engine/article-text.js";
import type { Claim, Voice } from "../engine/attribution/voices.js";
import { inLanguage } from "./direction.js";
import { Icon } from "./icons.js";
import { rich } from "./rich.js";
import { claimNotes, DOT, isPageText, voiceFacts, voiceName, writtenWords } from "./voice-words.js";
import { useWords, type Words, WordsProvider } from "./words.js";

export interface ClaimCardProps {
  claim: Claim;
  /** The agencies that the whole text came through. */
  agencies: readonly Voice[];
  /** The site of the page, the last of the hands. */
  site?: SiteSummary;
  date?: Stated<string>;
  /** Language of the page (BCP 47), for its words. */
  pageLang?: string;
  pinned: boolean;
  sheet: boolean;
  words: Words;
  onClose(): void;
  onPin(): void;
  onOffHere(): void;
}

/** The card of one claim: through which hands it came, and how each of them stands. A non-modal dialog like a name's card. */
export function ClaimCard(props: ClaimCardProps) {
  const { claim, words } = props;
  const id = useId();
  return (
    <WordsProvider value={words}>
      <section
        class={`card claim${props.sheet ? " sheet" : ""}`}
        role="dialog"
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-chain`}
        lang={words.language}
        dir={words.direction}
      >
        <header>
          <h2 id={`${id}-name`}>{words.t("voices_heading")}</h2>
          <div class="tools">
            <button
              type="button"
              class="tool"
              aria-label={words.t("card_pin")}
              title={words.t("card_pin")}
              aria-pressed={props.pinned}
              onClick={props.onPin}
            >
              <Icon name="pin" />
            </button>
            <button
              type="button"
              class="tool"
              aria-label={words.t("card_close")}
              title={words.t("card_close")}
              onClick={props.onClose}
            >
              <Icon name="close" />
            </button>
          </div>
        </header>
        <section class="scroll" aria-labelledby={`${id}-name`} ref={reachable}>
          <Notes claim={claim} pageLang={props.pageLang} />
          <Hands {...props} id={`${id}-chain`} />
        </section>
        <footer>
          <span class="space" />
          <button
            type="button"
            class="link faint"
            aria-label={`${words.t("card_off_here")}: ${words.t("card_off_here_long")}`}
            title={words.t("card_off_here_long")}
            onClick={props.onOffHere}
          >
            {words.t("card_off_here")}
          </button>
        </footer>
      </section>
    </WordsProvider>
  );
}

/** A chain too long for the card scrolls, and nothing in it takes the keyboard: then it does so itself, and costs no stop otherwise. */
function reachable(part: HTMLElement | null): void {
  if (part) part.tabIndex = part.scrollHeight > part.clientHeight ? 0 : -1;
}

/** The chain: speaker, relays, agencies of the whole text, this page. */
function Hands({ claim, agencies, site, pageLang, id }: ClaimCardProps & { id: string }) {
  const words = useWords();
  const own = [claim.source, ...claim.via];
  const rest = agencies.filter((agency) => !own.some((voice) => isSame(voice, agency)));
  return (
    <ol class="hands" id={id}>
      <li class="hand speaker">
        <Hand voice={claim.source} pageLang={pageLang} />
      </li>
      {[...claim.via, ...rest].map((voice) => (
        <Next key={`${voice.record} ${voice.text}`} unseen={words.t("claim_passed_by")}>
          <Hand voice={voice} pageLang={pageLang} />
        </Next>
      ))}
      <Next unseen={words.t("claim_passed_to")}>
        <p class="who">
          {words.t("claim_this_page")}
          {site && (
            <>
              {" "}
              <bdi class="alt">{site.record?.name ?? site.host}</bdi>
            </>
          )}
        </p>
        {site?.record?.description && <p class="stand">{site.record.description}</p>}
      </Next>
    </ol>
  );
}

/** A link of the chain after the first. */
function Next({ unseen, children }: { unseen: string; children: ComponentChildren }) {
  return (
    <li class="hand next">
      <Icon name="next" />
      <div>
        <span class="unseen">{unseen} </span>
        {children}
      </div>
    </li>
  );
}

const isSame = (one: Voice, other: Voice) =>
  one.record === undefined ? one.text === other.text : one.record === other.record;

/** Somebody's name, the page's words for them where they differ, and what is known of how they stand. */
function Hand({ voice, pageLang }: { voice: Voice; pageLang?: string | undefined }) {
  const words = useWords();
  const written = writtenWords(voice, words);
  const language = inLanguage(pageLang);
  const facts = voiceFacts(voice, words);
  if (!voice.sure) facts.push(words.t("claim_unclear_why"));
  return (
    <>
      <p class="who">
        <bdi {...(isPageText(voice) && language)}>{voiceName(voice, words)}</bdi>
        {written && (
          <>
            {" "}
            <span class="alt">
              {rich(words, written.meant ? "claim_meant" : "claim_written", {
                text: <bdi {...language}>{written.text}</bdi>,
                ...(written.meant && { meant: <bdi {...language}>{written.meant}</bdi> }),
              })}
            </span>
          </>
        )}
      </p>
      {facts.map((fact) => (
        <p class="stand" key={fact}>
          {fact}
        </p>
      ))}
    </>
  );
}

/** With which word it is reported, on which day, and what kind of statement it is. */
function Notes({ claim, pageLang }: { claim: Claim; pageLang?: string | undefined }) {
  const words = useWords();
  const { cue } = claim;
  return (
    <p class="notes">
      {cue && (
        <>
          {rich(words, "claim_card_cue", { text: <bdi {...inLanguage(pageLang)}>{cue.text}</bdi> })}
          {DOT}
        </>
      )}
      {claimNotes(claim, words).join(DOT)}
    </p>
  );
}
