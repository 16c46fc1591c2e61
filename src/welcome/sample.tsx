import { KindGlyph } from "../ui/kind-glyph.js";
import type { Family } from "../ui/kinds.js";
import { rich } from "../ui/rich.js";
import { useWords } from "../ui/words.js";

/** A sentence with marks and a card beneath it. All of it is invented and says so: a welcome is no place to write about anyone. */
export function Sample() {
  const words = useWords();
  const mark = (family: Family, text: string, open = false) => (
    <span class={`mark ${family}${open ? " opened" : ""}`}>{text}</span>
  );
  return (
    <figure class="sample">
      <blockquote>
        {rich(words, "welcome_sample", {
          source: mark("source", words.t("welcome_sample_source")),
          actor: mark("actor", words.t("welcome_sample_actor"), true),
          place: mark("place", words.t("welcome_sample_place")),
          person: mark("person", words.t("welcome_sample_person")),
        })}
      </blockquote>
      <div class="note-card">
        <KindGlyph kind="force" />
        <div class="heading">
          <b class="name">{words.t("welcome_sample_actor")}</b>
          <p class="what">
            <span class="kind">{words.t("kind_force")}</span>
            <span class="desc">{words.t("welcome_sample_desc")}</span>
          </p>
          <p>{words.t("welcome_sample_note")}</p>
        </div>
      </div>
      <figcaption class="quiet">{words.t("welcome_sample_invented")}</figcaption>
    </figure>
  );
}

export const sampleStyles = `
.sample{margin:0;display:grid;gap:calc(12*var(--px));justify-items:start}
.sample blockquote{margin:0;font:calc(18*var(--px))/1.7 Georgia,"Noto Serif","Noto Naskh Arabic",serif}
.sample .opened{background:color-mix(in srgb,var(--hue) 16%,transparent)}
.note-card{display:flex;gap:10px;max-inline-size:calc(400*var(--px));padding:calc(12*var(--px)) calc(14*var(--px));background:var(--raised);border:1px solid var(--line);border-radius:var(--radius);box-shadow:var(--shadow);margin-inline-start:min(calc(96*var(--px)),10%)}
.note-card .name{font-size:var(--name);line-height:1.3}
.note-card .heading{display:grid;gap:calc(4*var(--px))}
`;
