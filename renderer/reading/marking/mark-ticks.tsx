/** Where the bookmarks stand in the whole article: ticks beside the scroll bar. */
import { type ReactNode, useEffect, useState } from "react";
import type { BookmarkColor } from "../../../preload/model/bookmark.ts";
import type { Part } from "../../ui/article/parts.ts";
import type { ArticleModel } from "../article-model.ts";
import { placesOn } from "../hit-ticks.ts";
import type { Page } from "../page-scroll.ts";
import type { OpenPage } from "../use-page.ts";
import styles from "./marking.module.css";
import type { Mark } from "./marks.ts";

interface MarkTicksProps {
  readonly page: OpenPage;
  readonly model: ArticleModel;
  readonly marks: readonly Mark[];
}

interface Tick {
  readonly color: BookmarkColor;
  /** Thousandths of the page's height. */
  readonly at: number;
}

/** Milliseconds after which ticks are drawn even where the window is never idle. */
const LATEST_MS = 500;

export function MarkTicks({ page: { page, mounted }, model, marks }: MarkTicksProps): ReactNode {
  const [ticks, setTicks] = useState<readonly Tick[]>([]);
  const { parts } = model;
  useEffect(() => {
    if (page === null) return;
    let request = 0;
    const look = () => {
      cancelIdleCallback(request);
      // Ticks may come a moment after the text: they tell where else to look.
      request = requestIdleCallback(() => setTicks(ticksOf(page, parts, marks)), { timeout: LATEST_MS });
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(page.article);
    sizes.observe(page.scroller);
    const stopWaiting = mounted.subscribe(look);
    look();
    return () => {
      cancelIdleCallback(request);
      sizes.disconnect();
      stopWaiting();
    };
  }, [page, mounted, parts, marks]);
  return (
    <div className={styles["ticks"]} aria-hidden>
      {ticks.map(({ color, at }) => (
        <div
          key={`${color}-${at}`}
          className={styles["tick"]}
          data-color={color}
          style={{ insetBlockStart: `${at / 10}%` }}
        />
      ))}
    </div>
  );
}

/** One for each colour at each thousandth of the page; none where the whole page is in sight. */
function ticksOf(page: Page, parts: readonly Part[], marks: readonly Mark[]): readonly Tick[] {
  if (marks.length === 0 || page.scroller.scrollHeight <= page.scroller.clientHeight) return [];
  const placeOf = placesOn(page, parts);
  const ticks = new Map<string, Tick>();
  for (const { color, span } of marks) {
    const at = placeOf(span);
    ticks.set(`${color}-${at}`, { color, at });
  }
  return [...ticks.values()];
}
