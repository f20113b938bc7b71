/** What is on screen now, for whoever follows it: the contents, the find bar, the kept position. */
import { useSyncExternalStore } from "react";
import type { Span } from "../../preload/model/article-text.ts";
import { type Page, spanOnScreen } from "./page-scroll.ts";

export interface PlaceOnScreen {
  readonly now: () => Span;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks at the page again, as after elements were mounted. */
  readonly look: () => void;
}

/** Follows a page until `stop`; looks at most once a frame. Until the first look, reading stands at `from`. */
export function followPlace(page: Page, from: number): PlaceOnScreen & { readonly stop: () => void } {
  let span: Span = { start: from, end: from };
  let request = 0;
  const listeners = new Set<() => void>();
  const look = () => {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => {
      const seen = spanOnScreen(page);
      if (seen.start === span.start && seen.end === span.end) return;
      span = seen;
      for (const listener of listeners) listener();
    });
  };
  page.scroller.addEventListener("scroll", look, { passive: true });
  const sizes = new ResizeObserver(look);
  sizes.observe(page.scroller);
  look();
  return {
    now: () => span,
    look,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      cancelAnimationFrame(request);
      page.scroller.removeEventListener("scroll", look);
      sizes.disconnect();
    },
  };
}

/** Something of the place on screen, drawn anew only when that something changes. */
export function usePlace<Value extends string | number | undefined>(
  place: PlaceOnScreen | null,
  select: (span: Span) => Value,
): Value {
  return useSyncExternalStore(
    (listener) => place?.subscribe(listener) ?? (() => undefined),
    () => select(place?.now() ?? { start: 0, end: 0 }),
  );
}
