import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { Knowledge } from "../engine/knowledge/open.js";
import { tellVoices } from "../engine/tell-voices.js";
import { NOTE_LANGUAGES } from "../glossary/schema.js";
import { flatMentions, listEntities } from "./answers.js";
import { flatAttributions } from "./attributions.js";
import { type CliDocument, type Given, htmlDocument, isHtml, textDocument } from "./documents.js";
import { freshKnowledge } from "./knowledge-files.js";
import { reportText } from "./report.js";

const USAGE = `Usage: npm run --silent annotate -- [options] FILE

  FILE           text or HTML; "-" reads standard input
  --json         the whole annotation as JSON
  --jsonl        JSON Lines on standard input, {"id","text","lang"?,"date"?,"url"?}, one answer a line
  --list         every entity that can be linked, with its spellings, as JSON
  --lang TAG     language of the text, where it does not say so itself
  --date DAY     its date, YYYY-MM-DD
  --url URL      the address it stood at
  --reader TAG   language of names and notes: ${NOTE_LANGUAGES.join(", ")} (default en)`;

/** `npm run annotate`: the engine on a command line. Exit code 2 for a call that cannot be understood, 1 for input that cannot be read. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      jsonl: { type: "boolean" },
      list: { type: "boolean" },
      help: { type: "boolean" },
      lang: { type: "string" },
      date: { type: "string" },
      url: { type: "string" },
      reader: { type: "string", default: "en" },
    },
  });
  if (values.help) return console.log(USAGE);
  const reader = NOTE_LANGUAGES.find((language) => language === values.reader);
  if (!reader) throw new UsageError(`There are no notes in "${values.reader}".`);
  if (values.date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.date)) {
    throw new UsageError(`"${values.date}" is not a day (YYYY-MM-DD).`);
  }
  const knowledge = freshKnowledge(reader);
  if (values.list) return console.log(JSON.stringify(listEntities(knowledge), null, 1));
  const given = givenOf(values);
  if (values.jsonl) return annotateLines(knowledge, given);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError("One file, please.");
  const document = read(file, given);
  const { annotation, voices } = tellVoices(document.article, knowledge);
  if (values.json) {
    const { lang, ...rest } = annotation;
    console.log(
      JSON.stringify(
        {
          lang: lang.value,
          mentions: flatMentions(annotation, document),
          attributions: flatAttributions(voices, document, knowledge),
          ...rest,
          voices,
        },
        null,
        1,
      ),
    );
  } else {
    console.log(reportText(annotation, voices, document));
  }
}

class UsageError extends Error {}

function givenOf({ date, lang, url }: { [K in keyof Given]?: Given[K] | undefined }): Given {
  return { ...(lang ? { lang } : {}), ...(date ? { date } : {}), ...(url ? { url } : {}) };
}

function read(file: string, given: Given): CliDocument {
  const text = readFileSync(file === "-" ? 0 : file, "utf8");
  return isHtml(text) ? htmlDocument(text, given) : textDocument(text, given);
}

/** One line in, one line out, whatever happens to the lines before: a broken line gives an answer that says so. */
async function annotateLines(knowledge: Knowledge, given: Given): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const answer = JSON.stringify(answerLine(line, knowledge, given));
    if (!process.stdout.write(`${answer}\n`)) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}

function answerLine(line: string, knowledge: Knowledge, given: Given): object {
  let id: unknown;
  try {
    const input = JSON.parse(line) as Record<string, unknown>;
    id = input.id;
    if (typeof input.text !== "string") return { id, error: "The line has no text." };
    const own = (key: string) => (typeof input[key] === "string" && input[key] !== "" ? input[key] : undefined);
    const stated = givenOf({
      lang: own("lang") ?? given.lang,
      date: own("date") ?? given.date,
      url: own("url") ?? given.url,
    });
    const document = textDocument(input.text, stated);
    const { annotation, voices } = tellVoices(document.article, knowledge);
    return {
      id,
      lang: annotation.lang.value,
      mentions: flatMentions(annotation, document),
      attributions: flatAttributions(voices, document, knowledge),
    };
  } catch (error) {
    return { ...(id === undefined ? {} : { id }), error: String(error) };
  }
}

main().catch((error: unknown) => {
  const isUsage = error instanceof UsageError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
  console.error(error instanceof Error ? error.message : String(error));
  if (isUsage) console.error(`\n${USAGE}`);
  process.exitCode = isUsage ? 2 : 1;
});
