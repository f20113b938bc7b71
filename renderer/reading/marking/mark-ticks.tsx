/** Where the bookmarks stand in the whole article: ticks beside the scroll bar. */
import { type ReactNode, useEffect, useState } from "react";
import { type BookmarkColor, bookmarkColors } from "../../../preload/model/bookmark.ts";
import type { ArticleModel } from "../article-model.ts";
import { ticksOf } from "../hit-ticks.ts";
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

export function MarkTicks({ page: { page, mounted }, model, marks }: MarkTicksProps): ReactNode {
  const [ticks, setTicks] = useState<readonly Tick[]>([]);
  const { parts } = model;
  useEffect(() => {
    if (page === null) return;
    let request = 0;
    const look = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() =>
        setTicks(
          bookmarkColors.flatMap((color) => {
            const spans = marks.filter((mark) => mark.color === color).map(({ span }) => span);
            return ticksOf(page, parts, spans, -1).map(({ at }) => ({ color, at }));
          }),
        ),
      );
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(page.article);
    sizes.observe(page.scroller);
    const stopWaiting = mounted.subscribe(look);
    look();
    return () => {
      cancelAnimationFrame(request);
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
