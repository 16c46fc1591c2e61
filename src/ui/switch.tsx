import type { ComponentChildren } from "preact";

/** A setting that is on or off at once. The text is its name, so it says what is on. */
export function Switch(props: {
  on: boolean;
  children: ComponentChildren;
  disabled?: boolean;
  onChange(on: boolean): void;
}) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={props.on}
      disabled={props.disabled}
      onClick={() => props.onChange(!props.on)}
    >
      <span class="text">{props.children}</span>
      <span class="track" aria-hidden="true" />
    </button>
  );
}
