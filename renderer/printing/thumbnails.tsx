/** All pages, small: only those in sight are drawn, however many there are. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useSay } from "../ui/language.ts";
import { PageCanvas } from "./page-canvas.tsx";
import type { PdfPages } from "./pdf-pages.ts";
import styles from "./preview.module.css";

/** CSS pixels. */
const WIDTH = 76;
/** The page's number and what is between two pages. */
const BETWEEN = 30;

interface ThumbnailsProps {
  readonly pdf: PdfPages;
  /** From 1. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

export function Thumbnails(props: ThumbnailsProps): ReactNode {
  const { width, height } = props.pdf.size;
  // Another paper has rows of another height.
  return <Rows key={`${width} ${height}`} {...props} />;
}

function Rows({ pdf, page, onPage }: ThumbnailsProps): ReactNode {
  const say = useSay();
  const frame = useRef<HTMLElement>(null);
  const scale = WIDTH / pdf.size.width;
  const height = Math.round(pdf.size.height * scale) + BETWEEN;
  const rows = useVirtualizer({
    count: pdf.count,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 1,
  });
  useEffect(() => {
    rows.scrollToIndex(page - 1, { align: "auto" });
  }, [rows, page]);
  const isReached = useRef(false);
  useEffect(() => {
    if (!isReached.current) return;
    const button = frame.current?.querySelector<HTMLElement>(`[data-page="${page}"]`);
    button?.focus({ preventScroll: true });
  }, [page]);
  const move = (event: KeyboardEvent) => {
    const to = { ArrowDown: page + 1, ArrowUp: page - 1, Home: 1, End: pdf.count }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    onPage(Math.max(1, Math.min(pdf.count, to)));
  };
  return (
    <nav
      ref={frame}
      className={styles["thumbnails"]}
      aria-label={say("print.pages")}
      onKeyDown={move}
      onFocus={() => {
        isReached.current = true;
      }}
      onBlur={() => {
        isReached.current = false;
      }}
    >
      <ol className={styles["allThumbnails"]} style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li key={index} style={{ transform: `translateY(${start}px)`, blockSize: height }}>
            <button
              type="button"
              className={styles["thumbnail"]}
              data-page={index + 1}
              aria-label={say("print.page", { page: index + 1 })}
              aria-current={page === index + 1 ? "page" : undefined}
              tabIndex={page === index + 1 ? 0 : -1}
              onClick={() => onPage(index + 1)}
            >
              <PageCanvas pdf={pdf} page={index + 1} scale={scale} />
              <span aria-hidden>{index + 1}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
