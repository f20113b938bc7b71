/** One page on a canvas. What was drawn stays until the next is there, so that no change flashes. */
import { type ReactNode, useEffect, useRef } from "react";
import type { PdfPages } from "./pdf-pages.ts";
import styles from "./preview.module.css";

interface PageCanvasProps {
  readonly pdf: PdfPages;
  /** From 1. */
  readonly page: number;
  /** CSS pixels a point. */
  readonly scale: number;
  /** For screen readers; without one the page is decoration, and is drawn when there is nothing else to do. */
  readonly name?: string;
}

export function PageCanvas({ pdf, page, scale, name }: PageCanvasProps): ReactNode {
  const shown = useRef<HTMLCanvasElement>(null);
  const isDecoration = name === undefined;
  useEffect(() => {
    const abandoned = new AbortController();
    const { signal } = abandoned;
    shown.current?.removeAttribute("aria-description");
    (isDecoration ? idle() : Promise.resolve())
      .then(() => (signal.aborted ? null : pdf.draw(page, scale * window.devicePixelRatio, signal)))
      .then((drawn) => {
        const canvas = shown.current;
        if (drawn === null || canvas === null || signal.aborted) return;
        canvas.width = drawn.width;
        canvas.height = drawn.height;
        canvas.getContext("2d")?.drawImage(drawn, 0, 0);
        canvas.dataset["drawn"] = String(page);
        return isDecoration ? null : pdf.text(page);
      })
      .then((text) => {
        // Whoever cannot see the page hears what stands on it.
        if (typeof text === "string" && !signal.aborted)
          shown.current?.setAttribute("aria-description", text);
      })
      // A document that was closed meanwhile draws nothing more; the newer one does.
      .catch(() => undefined);
    return () => abandoned.abort();
  }, [pdf, page, scale, isDecoration]);
  return (
    <canvas
      ref={shown}
      className={styles["canvas"]}
      style={{ inlineSize: pdf.size.width * scale, blockSize: pdf.size.height * scale }}
      {...(name === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": name })}
    />
  );
}

/** The page that is read comes before the small ones. */
const LONGEST_WAIT_MS = 300;

function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve, { timeout: LONGEST_WAIT_MS }));
}
