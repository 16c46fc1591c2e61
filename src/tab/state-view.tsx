import type { ComponentChildren } from "preact";
import { openPage } from "../shared/browser.js";
import type { Failure } from "../shared/result.js";
import { Action, Notice } from "../ui/notice.js";
import { useWords, type WordKey } from "../ui/words.js";
import type { TabActions } from "./state.js";
import type { View } from "./view.js";

const FAILURES: Record<Failure["code"], WordKey> = {
  malformed: "failure_malformed",
  "no-access": "failure_no_access",
  "no-knowledge": "failure_no_knowledge",
  "no-page": "failure_no_page",
  unreachable: "failure_unreachable",
  failed: "failure_failed",
};

/** Every state but the annotated one: what it is, why, and what can be done about it. */
export function StateView({ view, declined, actions }: { view: View; declined: boolean; actions: TabActions }) {
  const words = useWords();
  const again = <Action onClick={actions.again}>{words.t("do_again")}</Action>;
  const always = (second: boolean) => (
    <Action second={second} onClick={actions.alwaysOnSite}>
      {words.t("do_always")}
    </Action>
  );
  const shown = (title: string, text: ComponentChildren, buttons?: ComponentChildren) => (
    <Notice title={title} actions={buttons}>
      <p>{text}</p>
      {declined && <p class="problem">{words.t("declined")}</p>}
    </Notice>
  );
  switch (view.state) {
    case "loading":
      return <Notice title={words.t(view.working ? "state_working" : "state_loading")} busy />;
    case "not-possible":
      return shown(words.t("state_not_possible"), words.t("state_not_possible_text"));
    case "unreachable":
      return shown(words.t("state_unreachable"), words.t("state_unreachable_text"), again);
    case "no-access":
      // The browser does not even tell the page's address: only its own button can give access.
      if (view.site.url === "") {
        return shown(
          words.t("state_no_access_page"),
          words.t("state_no_access_page_text"),
          <Action second onClick={() => void openPage("welcome")}>
            {words.t("do_access")}
          </Action>,
        );
      }
      return shown(
        words.t("state_no_access", { host: view.site.host }),
        <>
          {words.t("state_no_access_text")}{" "}
          <button type="button" class="inline" onClick={() => void openPage("welcome")}>
            {words.t("do_access")}
          </button>
        </>,
        <>
          <Action onClick={actions.annotateNow}>{words.t("do_annotate")}</Action>
          {always(true)}
        </>,
      );
    case "not-started":
      return shown(
        words.t("state_not_started"),
        words.t("state_not_started_text"),
        <Action onClick={actions.annotateNow}>{words.t("do_annotate")}</Action>,
      );
    case "not-news":
      return shown(
        words.t("state_not_news"),
        words.t("state_not_news_text"),
        <>
          <Action onClick={actions.annotateAnyway}>{words.t("do_anyway")}</Action>
          {always(true)}
        </>,
      );
    case "off":
      return shown(
        words.t("state_off", { host: view.site.host }),
        words.t("state_off_text"),
        <Action onClick={() => actions.switchSite(true)}>{words.t("do_on_here")}</Action>,
      );
    case "nothing-found":
      return shown(words.t("state_nothing"), words.t("state_nothing_text"));
    case "failed":
      return (
        <Notice title={words.t("state_failed")} actions={again}>
          <p>{words.t("state_failed_text")}</p>
          <p class="problem">
            {words.t("failure_what", { what: words.t(FAILURES[view.what]) })}
            {view.detail && (
              <>
                {" "}
                <bdi class="quiet" lang="en">
                  {view.detail}
                </bdi>
              </>
            )}
          </p>
        </Notice>
      );
    case "annotated":
      return null;
  }
}
