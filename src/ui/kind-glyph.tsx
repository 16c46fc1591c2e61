import type { Kind } from "../glossary/schema.js";
import { familyOf } from "./kinds.js";

/** One drawing for each kind, on a 16-unit grid; the shape alone tells the kind, the hue only repeats it. */
const SHAPES: Record<Kind, string> = {
  country: "M4 14V2M4 3h8l-2 2.5L12 8H4",
  place: "M8 14s4.5-4.3 4.5-7.6a4.5 4.5 0 1 0-9 0C3.5 9.7 8 14 8 14ZM8 5.2v2.4",
  group:
    "M5.5 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM11 7.5a1.7 1.7 0 1 0 0-3.4M2 12.5c0-2 1.5-3.2 3.5-3.2s3.5 1.2 3.5 3.2M11 9.3c1.8 0 3 1.2 3 3.2",
  force: "M3 7.5 8 4l5 3.5M3 12l5-3.5 5 3.5",
  government: "M2.5 6.5 8 3l5.5 3.5ZM4 6.5v5M8 6.5v5M12 6.5v5M2.5 13h11",
  person: "M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8ZM3 13.5c.3-2.6 2.3-4 5-4s4.7 1.4 5 4",
  outlet: "M2.5 3.5h9v9h-8a1 1 0 0 1-1-1ZM11.5 6h2v5.5a1 1 0 0 1-2 0M4.8 6h4.4M4.8 8.3h4.4M4.8 10.5h2.4",
  monitor:
    "M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 9.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z",
  organisation:
    "M8 5.7a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM3.8 13.7a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM12.2 13.7a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM7.1 5.5 4.7 10.3M8.9 5.5l2.4 4.8M5.6 11.9h4.8",
  party: "M2.5 8.5h11v5h-11ZM5.5 8.5v-6h5v6M7 5.5h2M6 11h4",
  event: "M2.5 4h11v9.5h-11ZM2.5 7h11M5.5 2.3v3M10.5 2.3v3",
  term: "M6.5 4.5C4.5 5 3.3 6.5 3.3 9v2.5h3.4V8.3H4.9M13 4.5C11 5 9.8 6.5 9.8 9v2.5h3.4V8.3h-1.8",
};

/** The kind's sign, in its family's colour. Hidden from assistive technology: the kind is always written beside it. */
export function KindGlyph({ kind }: { kind: Kind }) {
  return (
    <span class={`glyph ${familyOf(kind)}`} aria-hidden="true">
      <svg viewBox="0 0 16 16" width="16" height="16" focusable="false" role="presentation">
        <path d={SHAPES[kind]} />
      </svg>
    </span>
  );
}
