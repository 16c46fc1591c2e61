import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "./icons.js";
import { useWords } from "./words.js";

export interface AccessStateProps {
  /** Undefined: not known yet. */
  access: { mode: "everywhere" | "sites" | "button"; origins: readonly string[] } | "unknown" | undefined;
  /** What came of the reader's last request. */
  outcome: "granted" | "removed" | "declined" | "not-a-site" | undefined;
  /** The host of an origin pattern as a reader would write it; undefined for a pattern of all sites. */
  hostOf(origin: string): string | undefined;
  /** These must reach the browser in the same tick as the click. */
  onEverywhere(): void;
  onSite(address: string): void;
  onRemove(origins: readonly string[]): void;
}

const OUTCOMES = { granted: "access_granted", removed: "access_removed", declined: "declined" } as const;

/** The three ways in which Konteks may get at pages, the one that holds now, and the way back from each. */
export function AccessState(props: AccessStateProps) {
  const { access, outcome } = props;
  const words = useWords();
  if (access === undefined) return null;
  const mode = access === "unknown" ? undefined : access.mode;
  const origins = access === "unknown" ? [] : access.origins;
  return (
    <>
      <p class="quiet" role="status">
        {access === "unknown" && words.t("access_unknown")}
        {outcome && outcome !== "not-a-site" && words.t(OUTCOMES[outcome])}
      </p>
      <ul class="ways">
        <Way title={words.t("access_everywhere")} text={words.t("access_everywhere_text")} now={mode === "everywhere"}>
          {mode === "everywhere" ? (
            <button type="button" class="button second" onClick={() => props.onRemove(origins)}>
              {words.t("access_remove")}
            </button>
          ) : (
            <button type="button" class="button" onClick={props.onEverywhere}>
              {words.t("access_everywhere_do")}
            </button>
          )}
        </Way>
        <Way title={words.t("access_sites")} text={words.t("access_sites_text")} now={mode === "sites"}>
          {mode !== "everywhere" && <SiteForm wrong={outcome === "not-a-site"} onSite={props.onSite} />}
          {mode === "sites" && <Sites {...props} origins={origins} />}
        </Way>
        <Way title={words.t("access_button")} text={words.t("access_button_text")} now={mode === "button"}>
          {mode === "sites" && (
            <button type="button" class="button second" onClick={() => props.onRemove(origins)}>
              {words.t("access_remove_all")}
            </button>
          )}
        </Way>
      </ul>
    </>
  );
}

function Way(props: { title: string; text: string; now: boolean; children: ComponentChildren }) {
  const words = useWords();
  return (
    <li class={`way${props.now ? " now" : ""}`} aria-current={props.now ? "true" : undefined}>
      <h3>
        {props.title}
        {props.now && <span class="badge">{words.t("access_now")}</span>}
      </h3>
      <p>{props.text}</p>
      {props.children}
    </li>
  );
}

function SiteForm({ wrong, onSite }: { wrong: boolean; onSite(address: string): void }) {
  const words = useWords();
  const id = useId();
  const [address, setAddress] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    onSite(address);
  };
  return (
    <form onSubmit={submit}>
      <div class="field">
        <label for={id}>{words.t("access_sites_label")}</label>
        <input
          id={id}
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          placeholder="example.org"
          value={address}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button second">
        {words.t("access_sites_do")}
      </button>
      {wrong && (
        <p class="problem" id={`${id}-wrong`} role="alert">
          {words.t("access_sites_wrong")}
        </p>
      )}
    </form>
  );
}

function Sites(props: AccessStateProps & { origins: readonly string[] }) {
  const words = useWords();
  return (
    <ul class="site-choices" aria-label={words.t("access_allowed_sites")}>
      {props.origins.map((origin) => {
        const host = props.hostOf(origin) ?? origin;
        const label = words.t("access_remove_site", { host });
        return (
          <li key={origin}>
            <bdi>{host}</bdi>
            <button
              type="button"
              class="tool"
              aria-label={label}
              title={label}
              onClick={() => props.onRemove([origin])}
            >
              <Icon name="remove" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
