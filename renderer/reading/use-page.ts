/** The page of one open article: its elements, its parts, where it stands, and going to any place in it. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from "react";
import type { Span } from "../../preload/model/article-text.ts";
import type { Settings } from "../../preload/model/settings.ts";
import { type MountedParts, mountedParts } from "../ui/article/mounted-parts.ts";
import { type Part, partAt } from "../ui/article/parts.ts";
import { type Page, scrollIntoSight, scrollToTop } from "./page-scroll.ts";
import { followPlace, type PlaceOnScreen } from "./place-on-screen.ts";

export interface OpenPage {
  readonly mounted: MountedParts;
  readonly setScroller: (element: HTMLElement | null) => void;
  readonly setArticle: (element: HTMLElement | null) => void;
  readonly page: Page | null;
  readonly place: PlaceOnScreen | null;
  /** Where reading stands now. */
  readonly from: () => number;
  /** Brings an offset's line to the top. */
  readonly goTo: (offset: number) => void;
  /** Brings a span into sight. */
  readonly reveal: (span: Span) => void;
}

/** `readingPosition` is where the page opens. */
export function usePage(parts: readonly Part[], readingPosition: number, settings: Settings): OpenPage {
  const [opened] = useState(() => ({ at: readingPosition, part: partAt(parts, readingPosition) }));
  const mounted = useMemo(() => mountedParts(parts.length, opened.part), [parts, opened]);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [article, setArticle] = useState<HTMLElement | null>(null);
  const [place, setPlace] = useState<PlaceOnScreen | null>(null);
  const page = useMemo(
    () => (scroller === null || article === null ? null : { scroller, article }),
    [scroller, article],
  );

  useLayoutEffect(() => {
    if (page === null) return;
    scrollToTop(page, opened.at);
    const followed = followPlace(page, opened.at);
    setPlace(followed);
    return followed.stop;
  }, [page, opened]);

  useEffect(() => {
    const stopMounting = mounted.mountRest();
    // Elements that appear may be what is on screen.
    const stopLooking = place === null ? undefined : mounted.subscribe(place.look);
    return () => {
      stopMounting();
      stopLooking?.();
    };
  }, [place, mounted]);

  const mountAround = useCallback(
    (offset: number) => {
      const part = partAt(parts, offset);
      mounted.mount([part, Math.min(part + 1, Math.max(0, parts.length - 1))]);
    },
    [parts, mounted],
  );
  const goTo = useCallback(
    (offset: number) => {
      if (page === null) return;
      mountAround(offset);
      scrollToTop(page, offset);
    },
    [page, mountAround],
  );
  const reveal = useCallback(
    (span: Span) => {
      // React does not draw at once while it is in the middle of an effect, so what must be mounted waits a frame.
      requestAnimationFrame(() => {
        if (page === null) return;
        mountAround(span.start);
        scrollIntoSight(page, span);
      });
    },
    [page, mountAround],
  );
  const from = useCallback(() => place?.now().start ?? opened.at, [place, opened]);
  useSamePlaceInOtherType(page, from, settings);
  return { mounted, setScroller, setArticle, page, place, from, goTo, reveal };
}

/** Larger type moves every line: the one that was at the top comes back to it. */
function useSamePlaceInOtherType(page: Page | null, from: () => number, settings: Settings): void {
  const { textSize, lineHeight, typeface, columnWidth, indent, justify } = settings;
  const type = [textSize, lineHeight, typeface, columnWidth, indent, justify].join(" ");
  const [shownType, setShownType] = useState(type);
  useLayoutEffect(() => {
    if (page === null || type === shownType) return;
    const offset = from();
    setShownType(type);
    // The root element takes the new sizes in an effect of its own, which may come after this one.
    requestAnimationFrame(() => scrollToTop(page, offset));
  }, [page, from, type, shownType]);
}
