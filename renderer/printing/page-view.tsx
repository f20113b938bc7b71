/** One page, as large as it fits or as asked. PageUp, PageDown and the wheel turn pages. */
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useState } from "react";
import { reachable } from "../ui/article/reachable.ts";
import { useSay } from "../ui/language.ts";
import { PageCanvas } from "./page-canvas.tsx";
import type { PdfPages } from "./pdf-pages.ts";
import styles from "./preview.module.css";
import { useWheel } from "./use-wheel.ts";
import { scaleOf, type Zoom, zoomed } from "./zoom.ts";

interface PageViewProps {
  readonly pdf: PdfPages;
  /** From 1. */
  readonly page: number;
  readonly zoom: Zoom;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  /** Told how large the page is shown, in CSS pixels a point. */
  readonly onScale: (scale: number) => void;
}

export function PageView({ pdf, page, zoom, onPage, onZoom, onScale }: PageViewProps): ReactNode {
  const say = useSay();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const room = useRoom(frame);
  const scale = room === null ? null : scaleOf(zoom, pdf.size, room);
  const turn = (by: 1 | -1) => {
    const next = Math.max(1, Math.min(pdf.count, page + by));
    if (next === page || frame === null) return;
    onPage(next);
    frame.scrollTop = by === 1 ? 0 : frame.scrollHeight;
  };
  useEffect(() => {
    if (scale !== null) onScale(scale);
  }, [scale, onScale]);
  useWheel(frame, {
    turn,
    zoom: (by) => {
      if (scale !== null) onZoom(zoomed(scale, by));
    },
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || frame === null) return;
    if (event.key === "PageDown") turn(1);
    else if (event.key === "PageUp") turn(-1);
    else if (event.key === "Home") onPage(1);
    else if (event.key === "End") onPage(pdf.count);
    else return;
    event.preventDefault();
  };
  return (
    <section
      ref={setFrame}
      className={styles["frame"]}
      aria-label={say("print.page-of", { page, pages: pdf.count })}
      {...reachable}
      onKeyDown={onKeyDown}
    >
      {scale === null ? null : (
        <div className={styles["sheet"]}>
          <PageCanvas pdf={pdf} page={page} scale={scale} name={say("print.page", { page })} />
        </div>
      )}
    </section>
  );
}

function useRoom(frame: HTMLElement | null) {
  const [room, setRoom] = useState<{ readonly width: number; readonly height: number } | null>(null);
  useLayoutEffect(() => {
    if (frame === null) return;
    // The frame's own box: a scroll bar that comes and goes must not make the page grow and shrink.
    const look = () => setRoom({ width: frame.offsetWidth - SCROLL_BAR, height: frame.offsetHeight });
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(frame);
    return () => sizes.disconnect();
  }, [frame]);
  return room;
}

/** CSS pixels kept free for a scroll bar. */
const SCROLL_BAR = 12;
