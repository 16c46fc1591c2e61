import type { ComponentChildren } from "preact";
import { useId, useRef } from "preact/hooks";
import { useWords } from "./words.js";

/** One of several views, of which the reader sees one at a time. */
export interface TabView<K extends string> {
  key: K;
  label: string;
  /** How much there is in it; absent while that is not known. */
  count?: number | undefined;
  content: ComponentChildren;
}

/**
 * Views behind tabs. The hidden ones stay drawn, so that whatever the reader did in them is still there on coming back. Arrow keys
 * go from tab to tab in the direction of reading, Home and End to the ends.
 */
export function Tabs<K extends string>(props: {
  label: string;
  views: readonly TabView<K>[];
  selected: K;
  onSelect(key: K): void;
}) {
  const { views, selected, onSelect } = props;
  const words = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = words.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = words.direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const at = views.findIndex(({ key }) => key === selected);
    const wanted = { [forward]: at + 1, [backward]: at - 1 + views.length, Home: 0, End: views.length - 1 }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const nth = wanted % views.length;
    const view = views[nth];
    if (view) onSelect(view.key);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[nth]?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={onKeyDown}>
        {views.map(({ key, label, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === selected}
            aria-controls={`${id}-${key}-view`}
            tabindex={key === selected ? 0 : -1}
            onClick={() => onSelect(key)}
          >
            {label}
            {count !== undefined && <span class="n"> {words.number(count)}</span>}
          </button>
        ))}
      </div>
      {views.map(({ key, content }) => (
        <div
          key={key}
          class="tab-view"
          role="tabpanel"
          id={`${id}-${key}-view`}
          aria-labelledby={`${id}-${key}`}
          hidden={key !== selected}
        >
          {content}
        </div>
      ))}
    </>
  );
}
