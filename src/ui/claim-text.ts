import type { Claim, Voice } from "../engine/attribution/voices.js";
import type { RecordDetail } from "../engine/record-detail.js";
import { DOT, voiceFacts, voiceName, writtenWords } from "./voice-words.js";
import type { Words } from "./words.js";

/** The page as far as a citation names it. */
export interface CitedPage {
  url: string;
  title: string;
  /** Its site, by name or host. */
  site: string;
  date?: string | undefined;
  /** The month up to which Konteks knows of the sources. */
  knowledge: string;
}

export type CopyFormat = "footnote" | "markdown";

/** A page that says what a source is. */
type Backing = Pick<RecordDetail["references"][number], "publisher" | "url">;

/** A statement and its number on the page. */
export interface NumberedClaim {
  n: number;
  claim: Claim;
}

/** The records that say who stands behind a statement and the hands it went through. */
export function recordsOf({ source, via }: Claim): string[] {
  return [source, ...via].flatMap(({ record, of }) => record ?? of?.record ?? []);
}

/**
 * Statements for pasting into a draft: what is said, the way it came, who each of the hands is with a page that says so, and the
 * page it was read on.
 * @param backing the first reference of each known record, by its id
 */
export function claimsText(
  claims: readonly NumberedClaim[],
  page: CitedPage,
  format: CopyFormat,
  backing: ReadonlyMap<string, Backing>,
  words: Words,
): string {
  const write = format === "markdown" ? markdown : footnote;
  const date =
    page.date === undefined ? words.t("page_date_unknown") : words.t("page_date", { date: words.date(page.date) });
  const title = page.title.trim() || page.site;
  const where = [title, ...(title === page.site ? [] : [page.site]), date];
  const statements = claims.map((one) =>
    write.claim(one, partsOf(one.claim, page, backing, words), claims.length > 1, words),
  );
  const knowledge = `Konteks${DOT}${words.t("knowledge", { month: words.month(page.knowledge) })}`;
  return [...statements, write.page(where, page.url, words), knowledge].join("\n\n");
}

interface Parts {
  content: string;
  /** Who handed it on to whom, with the page's words for it; the first is the speaker. */
  chain: string[];
  cue: string;
  day: string;
  notes: { name: string; facts: string; backing?: Backing | undefined }[];
}

function partsOf(claim: Claim, page: CitedPage, backing: ReadonlyMap<string, Backing>, words: Words): Parts {
  const { source, via, content, cue, day, speech } = claim;
  const voices = [source, ...via];
  const text = content.text.trim();
  return {
    content: speech === "direct" ? words.t("claim_written", { text: unquoted(text) }) : text,
    chain: [...voices.map((voice) => nameInFull(voice, words)), page.site],
    cue: cue ? words.t("claim_written", { text: cue.text }) : "",
    day: day ? words.date(day.date) : "",
    notes: voices.flatMap((voice) => {
      const unclear = voice.sure ? [] : [words.t("claim_unclear")];
      const facts = [...unclear, ...voiceFacts(voice, words)].join(DOT);
      const key = voice.record ?? voice.of?.record;
      return facts === ""
        ? []
        : [{ name: voiceName(voice, words), facts, backing: key && backing.get(key) ? backing.get(key) : undefined }];
    }),
  };
}

function nameInFull(voice: Voice, words: Words): string {
  const written = writtenWords(voice, words);
  const name = voiceName(voice, words);
  return written ? `${name} (${words.t("claim_written", { text: written.text })})` : name;
}

/** Without the quotation marks that the page has put around the whole already, and the comma before its "said". */
export const unquoted = (text: string): string => text.replace(/^["“”„«»「『]+|[,،]?\s*["“”«»」』]*$/gu, "").trim();

const arrow = (words: Words) => (words.direction === "rtl" ? " ← " : " → ");

const footnote = {
  claim(one: NumberedClaim, { content, chain, cue, day, notes }: Parts, numbered: boolean, words: Words): string {
    const [speaker, ...rest] = chain;
    const first = [speaker, cue].filter(Boolean).join(" ");
    return [
      numbered ? `${words.number(one.n)}. ${content}` : content,
      [[first, ...rest].join(arrow(words)), day].filter(Boolean).join(words.t("list_separator")),
      ...notes.map(
        ({ name, facts, backing }) => `${name}: ${facts}${backing ? `\n   ${backing.publisher}: ${backing.url}` : ""}`,
      ),
    ].join("\n");
  },
  page: (where: string[], url: string, words: Words) => `${where.join(words.t("list_separator"))}\n${url}`,
};

/** Signs that Markdown would take for its own. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
const hex = (sign: string): string => `%${sign.charCodeAt(0).toString(16)}`;
const link = (text: string, url: string): string => `[${escaped(text)}](${url.replace(/[()\s]/g, hex)})`;

const markdown = {
  claim(one: NumberedClaim, { content, chain, cue, day, notes }: Parts, numbered: boolean, words: Words): string {
    const [speaker = "", ...rest] = chain;
    const first = [`**${escaped(speaker)}**`, escaped(cue)].filter(Boolean).join(" ");
    const way = [[first, ...rest.map(escaped)].join(arrow(words)), escaped(day)].filter(Boolean);
    return [
      `> ${numbered ? `${words.number(one.n)}\\. ` : ""}${escaped(content)}`,
      way.join(words.t("list_separator")),
      notes
        .map(({ name, facts, backing }) => {
          const to = backing ? ` (${link(backing.publisher, backing.url)})` : "";
          return `- ${escaped(name)}: ${escaped(facts)}${to}`;
        })
        .join("\n"),
    ]
      .filter(Boolean)
      .join("\n\n");
  },
  page([title = "", ...rest]: string[], url: string, words: Words): string {
    return [link(title, url), ...rest.map(escaped)].join(words.t("list_separator"));
  },
};
