/** The pages of a PDF, drawn with pdf.js in a worker of its own. The library is loaded when the first preview is. */
import type { PDFWorker } from "pdfjs-dist";
import PdfWorker from "pdfjs-dist/build/pdf.worker.min.mjs?worker";

export interface PageSize {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

export interface PdfPages {
  readonly count: number;
  /** Of the first page; those of one print are all of one size. */
  readonly size: PageSize;
  /** Draws a page, counted from 1, `scale` device pixels a point. Null where it was no longer wanted. */
  readonly draw: (page: number, scale: number, signal: AbortSignal) => Promise<HTMLCanvasElement | null>;
  /** What a page, counted from 1, says, line by line. */
  readonly text: (page: number) => Promise<string>;
  readonly close: () => void;
}

/** A canvas of more device pixels is slow to draw and may not be had at all. */
const MOST_PIXELS = 24_000_000;

let worker: PDFWorker | null = null;

/** Has the library and its worker at hand once there are pages to draw. */
export async function preparePdf() {
  const pdfjs = await import("pdfjs-dist");
  worker ??= pdfjs.PDFWorker.create({ port: new PdfWorker() });
  return { getDocument: pdfjs.getDocument, worker };
}

/** Reads the whole file: what draws later asks for nothing, even when a newer print has taken its place. */
export async function openPdf(address: string): Promise<PdfPages> {
  const [{ getDocument, worker }, answer] = await Promise.all([preparePdf(), fetch(address)]);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const loading = getDocument({
    data: new Uint8Array(await answer.arrayBuffer()),
    worker,
    // The content security policy has no WebAssembly; our own PDFs embed their fonts and need no decoder for it.
    useWasm: false,
    enableXfa: false,
  });
  const pdf = await loading.promise;
  const first = await pdf.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  return {
    count: pdf.numPages,
    size: { width, height },
    async draw(number, scale, signal) {
      const page = await pdf.getPage(number);
      if (signal.aborted) return null;
      const most = Math.sqrt(MOST_PIXELS / (width * height));
      const viewport = page.getViewport({ scale: Math.min(scale, most) });
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      const task = page.render({ canvas, viewport });
      const cancel = () => task.cancel();
      signal.addEventListener("abort", cancel);
      try {
        await task.promise;
        return canvas;
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      } finally {
        signal.removeEventListener("abort", cancel);
        page.cleanup();
      }
    },
    async text(number) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
    },
    close: () => void loading.destroy(),
  };
}
