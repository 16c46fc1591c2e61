/** Signs of actions on a 16-unit grid. Those that point along the line of reading are mirrored in right-to-left by the styles. */
const ICONS = {
  close: "M4 4l8 8M12 4l-8 8",
  pin: "M5.5 2.5h5M6.5 2.5v4.2L4 9.5h8L9.5 6.7V2.5M8 9.5v4.5",
  copy: "M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3",
  back: "M10 3.5 5.5 8l4.5 4.5",
  up: "M4 9.5 8 5.5l4 4",
  down: "M4 6.5l4 4 4-4",
  next: "M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5",
  remove: "M4.5 4.5l7 7M11.5 4.5l-7 7",
} as const;
type IconName = keyof typeof ICONS;

/** A sign beside or instead of a text; the control that holds it carries the name. */
export function Icon({ name }: { name: IconName }) {
  const mirrored = name === "back" || name === "next";
  return (
    <svg
      class={`icon${mirrored ? " mirrored" : ""}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      focusable="false"
      aria-hidden="true"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
