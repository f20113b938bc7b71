/** The hidden window that print documents are drawn in, made into PDFs and sent to printers from. */
import type { WebContents, WebContentsPrintOptions } from "electron";
import { BrowserWindow } from "electron";
import type { EventName, Events } from "../../preload/contract.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { PrinterOptions, PrintPage } from "../print-job.ts";
import { printPage } from "./origin.ts";
import { pagePreferences } from "./window.ts";

/** @param preload the path of the built preload script */
export function createPrintWindow(preload: string): PrintPage {
  let window: BrowserWindow | null = null;
  let broken: PromiseWithResolvers<never> | null = null;

  function open(): BrowserWindow {
    const opened = new BrowserWindow({
      show: false,
      webPreferences: {
        ...pagePreferences(preload),
        // It is never shown, and must not be slow for that.
        backgroundThrottling: false,
      },
    });
    opened.webContents.on("render-process-gone", () => fail());
    opened.on("closed", () => {
      if (window === opened) fail();
    });
    return opened;
  }

  function load(job: string): void {
    const opened = open();
    window = opened;
    opened.loadURL(printPage(job)).catch(() => {
      if (window === opened) fail();
    });
  }

  function fail(): void {
    broken?.reject(new FailureError("print-page-failed"));
    close();
  }

  function close(): void {
    const closed = window;
    window = null;
    broken?.reject(new FailureError("cancelled"));
    if (closed !== null && !closed.isDestroyed()) closed.destroy();
  }

  function contents(): WebContents {
    if (window === null) throw new FailureError("print-gone");
    return window.webContents;
  }

  return {
    open(job) {
      broken?.reject(new FailureError("cancelled"));
      broken = Promise.withResolvers();
      if (window === null) load(job);
      else sendDrawing(window.webContents, { job });
      return broken.promise;
    },
    toPdf: () =>
      contents().printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    print: (asked) => sendToPrinter(contents(), asked),
    close,
  };
}

/** A page that stands draws the next document in its own place: its code, styles and typefaces are there already. */
function sendDrawing(contents: WebContents, drawing: Events["drawPrint"]): void {
  contents.send("drawPrint" satisfies EventName, drawing);
}

/** The margins are the page's own (`@page`), which Chromium heeds only where none are asked for. */
function sendToPrinter(contents: WebContents, asked: PrinterOptions): Promise<boolean> {
  const options: WebContentsPrintOptions = {
    printBackground: true,
    pageSize: asked.paper,
    landscape: asked.landscape,
    margins: { marginType: "default" },
    duplexMode: asked.sides === "double" ? (asked.landscape ? "shortEdge" : "longEdge") : "simplex",
    ...(asked.pages === null ? {} : { pageRanges: asked.pages.map((page) => ({ from: page, to: page })) }),
  };
  return new Promise((resolve, reject) => {
    try {
      contents.print(options, (printed, reason) => {
        if (printed) resolve(true);
        else if (/cancel/i.test(reason)) resolve(false);
        else reject(printerFailure(reason));
      });
    } catch (error) {
      reject(printerFailure(String(error)));
    }
  });
}

function printerFailure(reason: string): FailureError {
  console.error(`printing failed: ${reason}`);
  return new FailureError(/no (?:printers?|valid printer)/i.test(reason) ? "no-printer" : "printer-failed");
}
