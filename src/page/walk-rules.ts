/** Which elements end a run of text, and which are no part of what a reader reads. Data only; `walk.ts` reads it. */

/** Elements that start a block of their own, by local name: the same answer with and without layout. */
export const BLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section " +
    "summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** A line break or rule inside a block: one `\n` in its text. */
export const BREAKS = "br, hr";

/** Inline elements that publishers set apart by style; taken for that where there is no layout to ask. */
export const SET_APART = "time, small, label";

/** Page furniture unless inside an article: only the headline in it is read. */
export const CHROME = "header, footer, [role=banner], [role=contentinfo]";

/** Where a header or footer belongs to a piece of text and not to the site. */
export const SCOPES = "article, main, section, [role=article], [role=main]";

/** The headline, wherever it stands. */
export const HEADLINE = "h1";

const NOT_TEXT =
  "script, style, noscript, template, head, iframe, object, audio, video, canvas, svg, math, rt, rp, " +
  "code, pre, kbd, samp";
const CONTROLS =
  "input, textarea, select, option, datalist, button, [contenteditable]:not([contenteditable=false]), [role=textbox]";
const FURNITURE = "nav, [role=navigation], [role=menu], [role=menubar], [role=search], [aria-hidden=true], [hidden]";
const COMMENT_FORMS = "#commentform, #respond, .comment-form, .comment-respond, form[action*=comment]";
/** Adverts, conservatively: only marks that publishers set for nothing else. */
const ADVERTS =
  "ins.adsbygoogle, [data-ad-slot], [data-ad-client], [data-google-query-id], [id^=div-gpt-ad], [id^=google_ads], " +
  "[id^=taboola-], [id^=outbrain_widget], .OUTBRAIN, .ad, .ads, .advert, .advertisement, .ad-slot, .ad-container, [aria-label=Advertisement]";

/** Nothing inside these is read. */
export const SKIPPED = [NOT_TEXT, CONTROLS, FURNITURE, COMMENT_FORMS, ADVERTS].join(", ");
