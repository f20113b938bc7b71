/** The pages of a PDF original, drawn by pdf.js in a worker of its own that ends with it: the file may be hostile. */
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist";
import PdfWorker from "pdfjs-dist/build/pdf.worker.min.mjs?worker";
import { type PageText, pageTextOf } from "./page-text.ts";

export interface PageSize {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

export interface OriginalPages {
  readonly count: number;
  /** Of the first page; most have it. */
  readonly size: PageSize;
  /** Of a page, counted from 1. */
  readonly sizeOf: (page: number) => Promise<PageSize>;
  /** Draws a page so many device pixels wide. Null where it was no longer wanted; throws where it cannot be drawn. */
  readonly draw: (page: number, width: number, signal: AbortSignal) => Promise<HTMLCanvasElement | null>;
  /** Asked for once a page. */
  readonly text: (page: number) => Promise<PageText>;
  readonly close: () => void;
}

/** Why there are no pages to show. */
export type NoPages = "encrypted" | "not-drawn";

export class NoPagesError extends Error {
  override readonly name = "NoPagesError";
  readonly why: NoPages;

  constructor(why: NoPages, cause: unknown) {
    super(why, { cause });
    this.why = why;
  }
}

/** A canvas of more device pixels is slow to draw and may not be had at all. */
const MOST_PIXELS = 24_000_000;
/** No picture of an honest page has more. */
const MOST_IMAGE_PIXELS = 100_000_000;
/** A file that was not opened, or a page not drawn, by then never will be: some lead in circles. */
const LONGEST_MS = 30_000;

/** Where main serves what pdf.js asks for, by its own names of the kinds. */
const resources = "/pdf/";
const folders: Readonly<Record<string, string>> = { cMapUrl: "cmaps", standardFontDataUrl: "standard_fonts" };

class ResourceFiles {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const folder = folders[kind];
    if (folder === undefined) throw new Error(`no ${kind} here`);
    const answer = await fetch(`${resources}${folder}/${encodeURIComponent(filename)}`);
    if (!answer.ok) throw new Error(`${filename}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}

/** Throws `NoPagesError`. Whoever aborts gets pages that are closed by then, or none. */
export async function openOriginal(sha256: string, signal: AbortSignal): Promise<OriginalPages> {
  const port = new PdfWorker();
  const end = () => port.terminate();
  signal.addEventListener("abort", end);
  try {
    const [pdfjs, answer] = await Promise.all([
      import("pdfjs-dist"),
      fetch(`/original/${sha256}.pdf`, { signal }),
    ]);
    if (!answer.ok) throw new Error(`${sha256}: ${answer.status}`);
    const loading = pdfjs.getDocument({
      data: new Uint8Array(await answer.arrayBuffer()),
      worker: pdfjs.PDFWorker.create({ port, verbosity: 0 }),
      verbosity: 0,
      BinaryDataFactory: ResourceFiles,
      useWorkerFetch: false,
      // Never fetched from: they only have to be there for the files to be asked for.
      cMapUrl: `${resources}cmaps/`,
      standardFontDataUrl: `${resources}standard_fonts/`,
      // The policy has no WebAssembly: pictures of scans are decoded by the same decoders as JavaScript, from here.
      useWasm: false,
      wasmUrl: new URL(`${resources}wasm/`, location.href).href,
      disableWorkerRendering: true,
      enableXfa: false,
      maxImageSize: MOST_IMAGE_PIXELS,
    });
    return await withinTime(pagesOf(loading, end));
  } catch (error) {
    end();
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new NoPagesError(isLocked ? "encrypted" : "not-drawn", error);
  }
}

async function pagesOf(loading: PDFDocumentLoadingTask, end: () => void): Promise<OriginalPages> {
  const pdf = await loading.promise;
  const sizeOf = async (number: number): Promise<PageSize> => {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    return { width, height };
  };
  const texts = new Map<number, Promise<PageText>>();
  return {
    count: pdf.numPages,
    size: await sizeOf(1),
    sizeOf,
    draw: (number, width, signal) => draw(pdf, number, width, signal),
    text: (number) => {
      const text = texts.get(number) ?? pdf.getPage(number).then(pageTextOf);
      texts.set(number, text);
      return text;
    },
    close: () => void loading.destroy().finally(end),
  };
}

async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  pixels: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> {
  const page = await withinTime(pdf.getPage(number));
  if (signal.aborted) return null;
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({
    scale: Math.min(pixels / width, Math.sqrt(MOST_PIXELS / (width * height))),
  });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  const task = page.render({ canvas, viewport });
  const cancel = () => task.cancel();
  signal.addEventListener("abort", cancel);
  try {
    await withinTime(task.promise);
    return canvas;
  } catch (error) {
    task.cancel();
    if (signal.aborted) return null;
    throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
    page.cleanup();
  }
}

async function withinTime<Value>(promise: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("took too long")), LONGEST_MS);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
