import type { ComponentChildren } from "preact";

/** A state in words, with what can be done about it. Changes of it are read out, but interrupt nobody. */
export function Notice(props: {
  title: string;
  children?: ComponentChildren;
  actions?: ComponentChildren;
  busy?: boolean;
}) {
  return (
    <div class="notice" role="status" aria-busy={props.busy}>
      <h2>{props.title}</h2>
      {props.children}
      {props.actions && <div class="actions">{props.actions}</div>}
    </div>
  );
}

/** A button of a notice; the first one given is the one to press. */
export function Action(props: { children: ComponentChildren; second?: boolean; onClick(): void }) {
  return (
    <button type="button" class={`button${props.second ? " second" : ""}`} onClick={props.onClick}>
      {props.children}
    </button>
  );
}
