/** What happens to a page as a whole. */
export interface PageMoves {
  /** The address changed without a new document (query counts, the fragment does not). */
  moved(url: string): void;
  /** Back from the browser's memory: everything is as it was left, but settings may have changed. */
  returned(): void;
  /** The page goes out of sight for good or into the browser's memory. */
  left(): void;
}

export interface NavigationWatch {
  /** Look at the address now: for moments when something else tells that the page may have moved. */
  check(): void;
}

/** Follows moves within one document, as single-page sites make them, and leaving and coming back. */
export function watchNavigation(view: Window, signal: AbortSignal, moves: PageMoves): NavigationWatch {
  let known = address(view);
  const check = () => {
    const now = address(view);
    if (signal.aborted || now === known) return;
    known = now;
    moves.moved(now);
  };
  // Neither event tells of pushState where the navigation interface is missing; there `check` is called with each batch.
  const navigation = (view as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener("currententrychange", check, { signal });
  view.addEventListener("popstate", check, { signal });
  view.addEventListener("hashchange", check, { signal });
  view.addEventListener("pageshow", (event) => event.persisted && moves.returned(), { signal });
  view.addEventListener("pagehide", () => moves.left(), { signal });
  return { check };
}

const address = (view: Window) => view.location.href.replace(/#.*$/s, "");
