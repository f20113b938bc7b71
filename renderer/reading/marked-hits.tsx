/** The hits of a search on the page: painted in the text, and as ticks along its scroll bar. Without it, no trace. */
import { type ReactNode, useEffect, useState } from "react";
import type { Part } from "../ui/article/parts.ts";
import type { ArticleModel } from "./article-model.ts";
import { searchHits, usePaintedHits } from "./find-in-article.ts";
import { type HitTick, ticksOf } from "./hit-ticks.ts";
import styles from "./hits-bar.module.css";
import type { SearchHits } from "./search-hits.ts";
import type { OpenPage } from "./use-page.ts";

interface MarkedHitsProps {
  readonly page: OpenPage;
  readonly model: ArticleModel;
  readonly hits: SearchHits;
}

export function MarkedHits({ page, model, hits }: MarkedHitsProps): ReactNode {
  usePaintedHits(page, hits.spans, hits.at, searchHits);
  const ticks = useTicks(page, model.parts, hits);
  return (
    <div className={styles["ticks"]} aria-hidden>
      {ticks.map(({ at, isCurrent }) => (
        <div
          key={at}
          className={styles["tick"]}
          data-current={isCurrent}
          style={{ insetBlockStart: `${at / 10}%` }}
        />
      ))}
    </div>
  );
}

/** Looked at again when the page's height changes, as when parts of it are laid out for the first time. */
function useTicks(
  { page, mounted }: OpenPage,
  parts: readonly Part[],
  { spans, at }: SearchHits,
): readonly HitTick[] {
  const [ticks, setTicks] = useState<readonly HitTick[]>([]);
  useEffect(() => {
    if (page === null) return;
    let request = 0;
    const look = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => setTicks(ticksOf(page, parts, spans, at)));
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
  }, [page, mounted, parts, spans, at]);
  return ticks;
}
