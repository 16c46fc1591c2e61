import { useId } from "preact/hooks";
import { useWords, type WordKey } from "./words.js";

/** Languages are named in themselves, so that a reader finds their own whatever the page is in. */
const LANGUAGES = [
  ["en", "English"],
  ["id", "Bahasa Indonesia"],
  ["ar", "العربية"],
] as const;

export type LanguageSetting = "auto" | (typeof LANGUAGES)[number][0];

/** Choice of the language of notes and interface. */
export function LanguageSelect(props: {
  value: LanguageSetting;
  /** The language that `auto` comes to. */
  automatic: "en" | "id" | "ar";
  label: WordKey;
  onChange(value: LanguageSetting): void;
}) {
  const words = useWords();
  const id = useId();
  const choose = (chosen: string) => {
    const language = LANGUAGES.find(([tag]) => tag === chosen)?.[0];
    props.onChange(language ?? "auto");
  };
  return (
    <div class="field">
      <label for={id}>{words.t(props.label)}</label>
      <select id={id} value={props.value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="auto">
          {words.t("options_language_auto", { language: words.languageName(props.automatic) })}
        </option>
        {LANGUAGES.map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
