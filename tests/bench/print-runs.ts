/** Prints of the print list, asked for as the window asks. */
import type { ElectronApplication, Page } from "@playwright/test";
import type { Reader } from "../../preload/contract.ts";
import type { Job } from "../../preload/model/job.ts";
import { defaultPrintOptions } from "../../preload/model/print.ts";

export interface Printed {
  readonly job: string;
  readonly pages: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** Until its pages stand at their address; they are left there. */
export async function printList(page: Page): Promise<Printed> {
  return page.evaluate(async (options) => {
    const { reader } = window as unknown as { reader: Reader };
    const start = performance.now();
    const ended = new Promise<Job>((resolve) => {
      reader.on("job", (job) => {
        if (job.state !== "running") resolve(job);
      });
    });
    await reader.startPrint({ pieces: null, template: "standard", options });
    const { id, failure } = await ended;
    if (failure !== null) throw new Error(failure.code);
    const preview = await reader.readPrint({ job: id });
    if (!preview.ok) throw new Error(preview.error.code);
    const { pages, bytes } = preview.value;
    return { job: id, pages, bytes, seconds: (performance.now() - start) / 1000 };
  }, defaultPrintOptions.standard);
}

/** Brings the pages to the window, as the preview does. */
export async function fetchPages(page: Page, { job, bytes }: Printed): Promise<void> {
  const came = await page.evaluate(async (address) => {
    const answer = await fetch(address);
    return (await answer.arrayBuffer()).byteLength;
  }, `/print/${job}.pdf`);
  if (came !== bytes) throw new Error(`${came} of ${bytes} bytes of the pages have come`);
}

/** Milliseconds from the wish, `after` so many in a stage, until it is said to be cancelled and the page is gone. */
export async function cancelPrint(
  app: ElectronApplication,
  page: Page,
  stage: Job["stage"],
  after: number,
): Promise<number> {
  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  const took = await page.evaluate(
    async ({ options, stage, after }) => {
      const { reader } = window as unknown as { reader: Reader };
      const reached = Promise.withResolvers<void>();
      const ended = Promise.withResolvers<Job>();
      reader.on("job", (job) => {
        if (job.stage === stage) reached.resolve();
        if (job.state !== "running") ended.resolve(job);
      });
      const started = await reader.startPrint({ pieces: null, template: "standard", options });
      if (!started.ok) throw new Error(started.error.code);
      await reached.promise;
      await new Promise((resolve) => setTimeout(resolve, after));
      const start = performance.now();
      await reader.cancelJob({ job: started.value.job });
      const { state } = await ended.promise;
      if (state !== "cancelled") throw new Error(`the print has ${state}`);
      return performance.now() - start;
    },
    { options: defaultPrintOptions.standard, stage, after },
  );
  const start = performance.now();
  while ((await windows()) > 1) await new Promise((resolve) => setTimeout(resolve, 5));
  return took + performance.now() - start;
}
