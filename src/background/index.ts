import { openPage } from "../shared/browser.js";
import { injectCard, onInstall, onPackage } from "../shared/extension.js";
import { fail, succeed } from "../shared/result.js";
import { answerBackground } from "../shared/wire.js";
import { accessNow, annotateTab, chooseSite, stillAllowed, tabAccess, watchReaders } from "./access.js";
import { annotateArticle, countNames, recordDetail, voicesOf } from "./annotate.js";
import { watchCommands } from "./commands.js";
import { renewKnowledge } from "./knowledge.js";
import { showPageState } from "./toolbar.js";

// Everything is registered synchronously: the background may have been woken by the very event that it must hear.
answerBackground({
  annotate: annotateArticle,
  voices: voicesOf,
  countNames,
  record: recordDetail,
  loadCard: async (_, { frame = 0, tab }) => {
    if (tab === undefined) return fail("malformed", "Only a page has cards.");
    await injectCard(tab, frame);
    return succeed(true);
  },
  pageState: showPageState,
  stillAllowed,
  tabAccess,
  annotateTab,
  chooseSite,
  access: accessNow,
});
onPackage(() => void renewKnowledge());
watchReaders();
watchCommands();
onInstall(() => void openPage("welcome"));
