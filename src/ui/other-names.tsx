import type { RecordDetail } from "../engine/record-detail.js";
import { inLanguage } from "./direction.js";
import { useWords } from "./words.js";

type Names = RecordDetail["alsoCalled"];

/** A name that many newsrooms write about has dozens in two dozen languages; the reader's own come first. */
const SHOWN = 12;
/** To open a fold for one or two names costs the reader more than it saves. */
const WORTH_FOLDING = 4;

/** Other spellings and names, each with its language and whether it takes a side; the long tail folded up. */
export function OtherNames({ names }: { names: Names }) {
  const words = useWords();
  const shown = names.length - SHOWN >= WORTH_FOLDING ? SHOWN : names.length;
  return (
    <>
      <NameList names={names.slice(0, shown)} />
      {shown < names.length && (
        <details class="fold">
          <summary>{words.count("and_more", names.length - shown)}</summary>
          <NameList names={names.slice(shown)} />
        </details>
      )}
    </>
  );
}

function NameList({ names }: { names: Names }) {
  const words = useWords();
  return (
    <ul class="plain names">
      {names.map(({ lang, stance, text }) => (
        <li key={lang + text}>
          <span {...inLanguage(lang)}>{text}</span>{" "}
          <span class="quiet">
            {[lang === "und" ? "" : words.languageName(lang), stance ? words.t(`stance_${stance}`) : ""]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
