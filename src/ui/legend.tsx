import { FAMILY_ORDER, familyWord } from "./kinds.js";
import { useWords } from "./words.js";

/** The lines under the names and what they mean. */
export function Legend() {
  const words = useWords();
  return (
    <ul class="legend" aria-label={words.t("legend_heading")}>
      {FAMILY_ORDER.filter((family) => family !== "country").map((family) => (
        <li key={family}>
          <span class={`mark ${family}`}>{words.t(familyWord(family))}</span>
        </li>
      ))}
      <li>
        <span class="mark thin actor">{words.t("legend_probable")}</span>
      </li>
    </ul>
  );
}
