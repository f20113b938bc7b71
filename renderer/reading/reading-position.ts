/** Keeps where reading stands: soon after each scroll, and at once when the article or the window is left. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask } from "../client.ts";
import { asking } from "../ui/queries.ts";
import type { PlaceOnScreen } from "./place-on-screen.ts";

/** Long enough to spare the disk while scrolling, short enough that a power cut costs a paragraph at most. */
const KEEP_AFTER_MS = 600;

/** `length` is that of the canonical text. Opening counts as reading, so the place is kept at once. */
export function useKeptPosition(articleId: number, length: number, place: PlaceOnScreen | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (place === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let kept = -1;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const { start, end } = place.now();
      if (start === kept) return;
      kept = start;
      const through = length === 0 ? 1 : Math.min(1, end / length);
      // What is lost when this fails is a place on a page; a message about it would be in the way of reading.
      ask("keepReadingPosition", { id: articleId, position: start, through }).catch(() => undefined);
    };
    const keepSoon = () => {
      timer ??= setTimeout(keep, KEEP_AFTER_MS);
    };
    const stopFollowing = place.subscribe(keepSoon);
    window.addEventListener("pagehide", keep);
    window.addEventListener("beforeunload", keep);
    keepSoon();
    return () => {
      stopFollowing();
      window.removeEventListener("pagehide", keep);
      window.removeEventListener("beforeunload", keep);
      keep();
      // Coming back in this window must find the place too, without asking again.
      client.setQueryData(asking("readArticle", { id: articleId }).queryKey, (answer) =>
        answer === undefined ? undefined : { ...answer, readingPosition: place.now().start },
      );
    };
  }, [articleId, length, place, client]);
}
