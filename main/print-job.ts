/** Printing: pieces → the hidden print page → its PDF, which is previewed, printed and saved. One print at a time. */
import type { CallInput } from "../preload/contract.ts";
import { fileNameOf } from "../preload/model/file-name.ts";
import { say } from "../preload/model/messages.ts";
import type {
  PrintDocument,
  PrintedArticle,
  PrintOptions,
  PrintPageReady,
  PrintPreview,
} from "../preload/model/print.ts";
import { FailureError } from "../preload/model/result.ts";
import type { Database } from "./database.ts";
import type { JobContext, Jobs } from "./jobs.ts";
import { pageCount } from "./page-count.ts";

/** The hidden page that a print document is drawn on. It draws one at a time. */
export interface PrintPage {
  /**
   * Draws the document of a job, which then asks for it and says when it stands. Never resolves; rejects with
   * `print-page-failed` where the page does not load or breaks down, with `cancelled` where it is closed.
   */
  readonly open: (job: string) => Promise<never>;
  readonly toPdf: () => Promise<Uint8Array>;
  /** The system's dialog. False when it was cancelled. Throws `no-printer` or `printer-failed`. */
  readonly print: (asked: PrinterOptions) => Promise<boolean>;
  /** At once, whatever it is doing. */
  readonly close: () => void;
}

export interface PrinterOptions extends Pick<PrintOptions, "paper" | "landscape" | "sides"> {
  /** The pages wanted, from 0; null: all. */
  readonly pages: readonly number[] | null;
}

export interface Printing {
  /** Cancels the print that runs, forgets the one that has been, and answers the job's id. */
  readonly start: (asked: CallInput<"startPrint">) => string;
  readonly document: (job: string) => Promise<PrintDocument>;
  readonly pageReady: (job: string, ready: PrintPageReady) => void;
  readonly preview: (job: string) => PrintPreview;
  /** Null where there is none of that job. */
  readonly pdf: (job: string) => Uint8Array | null;
  readonly print: (job: string, pages: "all" | "odd" | "even") => Promise<boolean>;
  /** The finished print, for those who save it. */
  readonly finished: (job: string) => FinishedPrint;
  readonly end: () => void;
}

export interface FinishedPrint {
  readonly document: PrintDocument;
  readonly pdf: Uint8Array;
  readonly preview: PrintPreview;
}

interface Run {
  readonly job: string;
  readonly document: Promise<PrintDocument>;
  readonly ready: PromiseWithResolvers<PrintPageReady>;
  finished: FinishedPrint | null;
}

/** Milliseconds in which the slowest of office PCs lays out thousands of pages; a page that hangs is given up then. */
const PATIENCE = 300_000;

export function createPrinting({
  database,
  jobs,
  page,
  patience = PATIENCE,
}: {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly page: PrintPage;
  readonly patience?: number;
}): Printing {
  let current: Run | null = null;

  function runOf(job: string): Run {
    if (current?.job !== job) throw new FailureError("print-gone");
    return current;
  }
  function finished(job: string): FinishedPrint {
    const { finished } = runOf(job);
    if (finished === null) throw new FailureError("print-gone");
    return finished;
  }

  async function run(asked: CallInput<"startPrint">, { id, signal, progress }: JobContext): Promise<void> {
    const contents = contentsOf(database, asked);
    const here: Run = {
      job: id,
      document: contents.then(({ document }) => document),
      ready: Promise.withResolvers(),
      finished: null,
    };
    here.document.catch(() => {});
    // A page that is still at work would first come to its end.
    if (current?.finished === null) page.close();
    current = here;
    progress({ stage: "laying-out", done: 0, total: 0, at: "" });
    const stop = stopping(signal, patience);
    try {
      // Drawn while the articles are read: the page asks for the document and waits for it.
      const broken = page.open(id);
      broken.catch(() => {});
      const { document, leftOut } = await Promise.race([contents, broken, stop.stopped]);
      const ready = await Promise.race([here.ready.promise, broken, stop.stopped]);
      progress({ stage: "printing", done: 0, total: 0, at: document.title });
      const pdf = await Promise.race([page.toPdf(), broken, stop.stopped]);
      const preview = { pages: pageCount(pdf), bytes: pdf.length, ...ready, leftOut };
      here.finished = { document, pdf, preview };
      progress({ stage: "printing", done: preview.pages, total: preview.pages, at: document.title });
    } catch (error) {
      if (current === here) {
        current = null;
        page.close();
      }
      if (!signal.aborted) throw error;
    } finally {
      stop.forget();
    }
  }

  return {
    start: (asked) => jobs.start("print", (context) => run(asked, context)),
    document: (job) => runOf(job).document,
    pageReady: (job, ready) => runOf(job).ready.resolve(ready),
    preview: (job) => finished(job).preview,
    pdf: (job) => (current?.job === job ? (current.finished?.pdf ?? null) : null),
    finished,
    print(job, pages) {
      const { document, preview } = finished(job);
      const { paper, landscape, sides } = document.options;
      return page.print({ paper, landscape, sides, pages: pagesOfSide(preview.pages, pages) });
    },
    end() {
      if (current) jobs.cancel(current.job);
      current = null;
      page.close();
    },
  };
}

async function contentsOf(
  database: Database,
  { pieces, template, options }: CallInput<"startPrint">,
): Promise<{ readonly document: PrintDocument; readonly leftOut: number }> {
  const { language, fullWidthPunctuation, citationFormat } = await database.call("readSettings", null);
  const { articles, leftOut } = await database.call("printedArticles", {
    pieces,
    withBookmarks: options.bookmarks !== "no",
    citationFormat,
  });
  const title = titleOf(articles, language);
  const printedOn = localDate(new Date());
  const document = { title, language, template, options, printedOn, fullWidthPunctuation, articles };
  return { document, leftOut };
}

function titleOf(articles: readonly PrintedArticle[], language: PrintDocument["language"]): string {
  const titles = new Map(articles.map(({ article }) => [article.id, article.title.replaceAll("\n", " ")]));
  const [first = ""] = [...titles.values()].filter((title) => title.trim() !== "");
  if (titles.size <= 1) return first;
  return say(language, "print.several", { title: first, count: titles.size });
}

/** `标题_2026-11-24.pdf` */
export function printFileName(
  { title, language, printedOn }: Pick<PrintDocument, "title" | "language" | "printedOn">,
  extension: string,
): string {
  return `${fileNameOf(title) || say(language, "print.untitled")}_${printedOn}.${extension}`;
}

/** `YYYY-MM-DD` by the clock of this computer. */
function localDate(time: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

/** The first page is an odd one. */
function pagesOfSide(count: number, pages: "all" | "odd" | "even"): readonly number[] | null {
  if (pages === "all") return null;
  const all = Array.from({ length: count }, (_, page) => page);
  return all.filter((page) => page % 2 === (pages === "odd" ? 0 : 1));
}

interface Stopping {
  /** Rejects once the signal says so, or when nothing has come of it for so long. */
  readonly stopped: Promise<never>;
  readonly forget: () => void;
}

function stopping(signal: AbortSignal, patience: number): Stopping {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  const stop = () => reject(new FailureError("cancelled"));
  const timer = setTimeout(() => reject(new FailureError("print-page-failed")), patience);
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  return {
    stopped: promise,
    forget() {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    },
  };
}
