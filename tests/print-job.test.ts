/** The life of a print: what becomes of a job that is replaced, hangs, breaks down or is cancelled. */
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Database } from "../main/database.ts";
import { openDatabase } from "../main/database.ts";
import { createJobs } from "../main/jobs.ts";
import type { PrinterOptions, Printing, PrintPage } from "../main/print-job.ts";
import { createPrinting } from "../main/print-job.ts";
import type { Job } from "../preload/model/job.ts";
import type { ChosenPiece } from "../preload/model/print.ts";
import { defaultPrintOptions } from "../preload/model/print.ts";
import { FailureError } from "../preload/model/result.ts";
import { article, fileOf, NOW, read, temporaryDirectory } from "./library/temporary-library.ts";

// Each test starts a thread from the source.
vi.setConfig({ testTimeout: 60_000 });

const thread = join(import.meta.dirname, "../main/database-thread.ts");
const importJob = "0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a";

const made = Buffer.from("%PDF\n1 0 obj\n<</Type /Pages\n/Count 5>>\nendobj\n", "latin1");
const whole: ChosenPiece = { article: 1, revision: 1, span: null, kind: "article" };
const asked = { template: "standard", options: defaultPrintOptions.standard } as const;

/** A page that does as the test says, and notes what it was told. */
class Page implements PrintPage {
  readonly opened: string[] = [];
  readonly printed: PrinterOptions[] = [];
  closed = 0;
  pdf: () => Promise<Uint8Array> = () => Promise.resolve(made);
  #broken: PromiseWithResolvers<never> | null = null;

  open = (job: string): Promise<never> => {
    this.opened.push(job);
    this.#broken = Promise.withResolvers<never>();
    return this.#broken.promise;
  };
  toPdf = (): Promise<Uint8Array> => this.pdf();
  print = async (options: PrinterOptions): Promise<boolean> => {
    this.printed.push(options);
    return true;
  };
  close = (): void => {
    this.closed += 1;
    this.#broken?.reject(new FailureError("cancelled"));
  };
  breakDown(): void {
    this.#broken?.reject(new FailureError("print-page-failed"));
  }
}

interface Desk {
  readonly database: Database;
  readonly printing: Printing;
  readonly page: Page;
  readonly jobs: ReturnType<typeof createJobs>;
  /** Starts a print of what is given, the print list by default. */
  readonly start: (pieces?: readonly ChosenPiece[] | null) => string;
  readonly ended: (job: string) => Promise<Job>;
}

async function desk({ patience }: { readonly patience?: number } = {}): Promise<Desk> {
  const database = await openDatabase({ directory: temporaryDirectory(), thread });
  onTestFinished(() => database.close());
  await database.call("beginImport", { job: importJob, now: NOW });
  const file = fileOf("/甲.txt", "甲", [article({ title: "防汛通知" }, "各村照办。")]);
  await database.call("storeFiles", { job: importJob, files: [read(file)] });
  const ends = new Map<string, PromiseWithResolvers<Job>>();
  const endOf = (job: string) => {
    const end = ends.get(job) ?? Promise.withResolvers<Job>();
    ends.set(job, end);
    return end;
  };
  const jobs = createJobs((job) => {
    if (job.state !== "running") endOf(job.id).resolve(job);
  });
  const page = new Page();
  const printing = createPrinting({
    ...{ database, jobs, page },
    ...(patience === undefined ? {} : { patience }),
  });
  return {
    ...{ database, jobs, page, printing },
    start: (pieces = [whole]) => printing.start({ ...asked, pieces: pieces === null ? null : [...pieces] }),
    ended: (job) => endOf(job).promise,
  };
}

const ready = { missingFaces: [], missingPictures: 0 };

/** As the page does: it asks for the document and says when it stands. */
async function draw({ printing }: Desk, job: string): Promise<void> {
  await printing.document(job);
  printing.pageReady(job, ready);
}

const refusal = (work: () => unknown): string => {
  try {
    work();
    return "";
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : String(error);
  }
};

test("a print is finished once its page stands and its PDF is made; then it can be read, sent and named", async () => {
  const here = await desk();
  const job = here.start();
  expect(refusal(() => here.printing.preview(job))).toBe("print-gone");
  await draw(here, job);
  expect(await here.ended(job)).toMatchObject({ state: "finished", failure: null });
  expect(here.printing.preview(job)).toEqual({ pages: 5, bytes: made.length, leftOut: 0, ...ready });
  expect(here.printing.pdf(job)).toEqual(made);
  expect(here.printing.finished(job).document.title).toBe("防汛通知");
  await here.printing.print(job, "odd");
  await here.printing.print(job, "even");
  await here.printing.print(job, "all");
  expect(here.page.printed.map(({ pages }) => pages)).toEqual([[0, 2, 4], [1, 3], null]);
  expect(here.page.closed).toBe(0);
});

test("a newer print takes the place of one at work, whose page begins anew, and of one that stands, whose page stays", async () => {
  const here = await desk();
  const older = here.start();
  const newer = here.start();
  expect(await here.ended(older)).toMatchObject({ state: "cancelled" });
  expect(here.page.closed).toBe(1);
  expect(here.page.opened).toEqual([older, newer]);
  // What the older page still says is said to nobody.
  expect(refusal(() => here.printing.pageReady(older, ready))).toBe("print-gone");
  await draw(here, newer);
  await here.ended(newer);
  const third = here.start();
  await draw(here, third);
  await here.ended(third);
  expect(here.page.closed).toBe(1);
  expect(refusal(() => here.printing.preview(newer))).toBe("print-gone");
  expect(here.printing.pdf(newer)).toBeNull();
  expect(here.printing.pdf(third)).toEqual(made);
});

test("a page that never stands is given up after a while", async () => {
  const here = await desk({ patience: 1 });
  const hanging = here.start();
  expect((await here.ended(hanging)).failure).toMatchObject({ code: "print-page-failed" });
  expect(here.page.closed).toBe(1);
  expect(refusal(() => here.printing.preview(hanging))).toBe("print-gone");
});

test("a page that breaks down ends its print at once, and the next one is made", async () => {
  const here = await desk();
  const broken = here.start();
  here.page.breakDown();
  expect((await here.ended(broken)).failure).toMatchObject({ code: "print-page-failed" });
  const next = here.start();
  await draw(here, next);
  expect(await here.ended(next)).toMatchObject({ state: "finished" });
});

test("a print is cancelled while it is laid out and while its PDF is made, and its page goes", async () => {
  const here = await desk();
  const laidOut = here.start();
  here.jobs.cancel(laidOut);
  expect(await here.ended(laidOut)).toMatchObject({ state: "cancelled", failure: null });
  expect(here.page.closed).toBe(1);
  const begun = Promise.withResolvers<void>();
  here.page.pdf = () => {
    begun.resolve();
    return new Promise(() => {});
  };
  const printed = here.start();
  await draw(here, printed);
  await begun.promise;
  here.jobs.cancel(printed);
  expect(await here.ended(printed)).toMatchObject({ state: "cancelled" });
  expect(here.page.closed).toBe(2);
  expect(refusal(() => here.printing.preview(printed))).toBe("print-gone");
});

test("nothing chosen, an article that is gone, and a text that has changed are each said; the list stays as it is", async () => {
  const here = await desk();
  const failureOf = async (pieces: readonly ChosenPiece[] | null) => {
    const job = here.start(pieces);
    here.printing.document(job).catch(() => {});
    return (await here.ended(job)).failure?.code;
  };
  expect(await failureOf(null)).toBe("nothing-to-print");
  expect(await failureOf([])).toBe("nothing-to-print");
  expect(await failureOf([{ ...whole, article: 99 }])).toBe("no-such-article");
  expect(await failureOf([{ ...whole, revision: 7, span: { start: 0, end: 2 } }])).toBe("stale-selection");
  await here.database.call("addToPrintList", { pieces: [whole] });
  here.page.pdf = () => Promise.reject(new FailureError("print-page-failed"));
  const job = here.start(null);
  await draw(here, job);
  expect((await here.ended(job)).failure?.code).toBe("print-page-failed");
  const { pieces } = await here.database.call("printList", null);
  expect(pieces.map(({ title }) => title)).toEqual(["防汛通知"]);
});

test("the end cancels what runs and closes the page", async () => {
  const here = await desk();
  const job = here.start();
  here.printing.end();
  expect(await here.ended(job)).toMatchObject({ state: "cancelled" });
  expect(here.page.closed).toBe(1);
});
