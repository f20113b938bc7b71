/** The composition root: what is started, in which order, and who is given what. */
import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import type { BrowserWindow } from "electron";
import { app, dialog } from "electron";
import { say, sayFailure } from "../preload/model/messages.ts";
import { FailureError } from "../preload/model/result.ts";
import { isCommandLine, runCommandLine } from "./cli/command-line.ts";
import type { Database } from "./database.ts";
import { openDatabase } from "./database.ts";
import type { Handlers } from "./handlers.ts";
import { createHandlers, printPageHandlers } from "./handlers.ts";
import type { Jobs } from "./jobs.ts";
import { createJobs } from "./jobs.ts";
import { makeDirectory } from "./library/make-directory.ts";
import { originalPdf } from "./original.ts";
import type { Printing } from "./print-job.ts";
import { createPrinting } from "./print-job.ts";
import { closeNetwork, confinePages } from "./shell/confinement.ts";
import { createDesktop } from "./shell/desktop.ts";
import { answerCalls, tell } from "./shell/ipc.ts";
import { createPrintWindow } from "./shell/print-window.ts";
import { registerScheme, serve } from "./shell/protocol.ts";
import { utilityReader } from "./shell/start-reader.ts";
import { openWindow } from "./shell/window.ts";
import { importStarterOnFirstStart } from "./starter.ts";

const developmentServer = app.isPackaged ? undefined : process.env["ELECTRON_RENDERER_URL"];
const resources = app.isPackaged ? process.resourcesPath : join(import.meta.dirname, "../../resources");
const preload = join(import.meta.dirname, "../preload/index.cjs");
const pdfResources = join(import.meta.dirname, "pdf");
// Entries of their own, built beside this file.
const databaseThread = join(import.meta.dirname, "database-thread.js");
const startReader = utilityReader(join(import.meta.dirname, "reader-process.js"));

closeNetwork(developmentServer);
registerScheme();

const words = commandLineWords();
if (isCommandLine(words)) void app.whenReady().then(() => runWithoutWindow(words));
else runWithWindow();

async function runWithoutWindow(typed: readonly string[]): Promise<void> {
  // Whoever reads our output may stop early (`antou list | head`).
  process.stdout.on("error", () => {});
  // The page that prints may go before the answer is written.
  app.on("window-all-closed", () => {});
  app.exit(await runCommandLine(typed, { startReader, databaseThread, openPrinting }));
}

/** What printing needs where there is no window. */
function openPrinting(database: Database, jobs: Jobs): Printing {
  const printing = createPrinting({ database, jobs, page: createPrintWindow(preload) });
  confinePages(developmentServer);
  serve(join(import.meta.dirname, "../renderer"), developmentServer, {
    picture: (hash) => database.call("picture", { hash }),
    pdf: () => null,
    original: () => Promise.resolve(null),
    pdfResources,
  });
  answerCalls(Promise.resolve(printPageHandlers(printing)));
  return printing;
}

function runWithWindow(): void {
  let dataDirectory: string;
  try {
    dataDirectory = openDataDirectory();
  } catch (error) {
    explainAndExit(error);
    return;
  }
  if (app.requestSingleInstanceLock()) void app.whenReady().then(() => start(dataDirectory));
  else app.quit();
}

/** What was typed behind the program's name; unpackaged, Electron's own switches and the application's path stand before. */
function commandLineWords(): readonly string[] {
  const typed = process.argv.slice(1);
  return app.isPackaged ? typed : typed.slice(typed.findIndex((word) => !word.startsWith("-")) + 1);
}

/** `--data-dir=DIR` or the system's place for this user; Chromium's own files go there too. Throws what making it throws. */
function openDataDirectory(): string {
  const given = app.commandLine.getSwitchValue("data-dir");
  const directory = given === "" ? app.getPath("userData") : resolve(given);
  makeDirectory(directory);
  app.setPath("userData", directory);
  return directory;
}

async function start(dataDirectory: string): Promise<void> {
  // The library opens in its thread while the window starts; calls wait for it.
  const opening = openDatabase({ directory: dataDirectory, thread: databaseThread });
  const ready = Promise.withResolvers<Handlers>();
  confinePages(developmentServer);
  let printing: Printing | null = null;
  serve(join(import.meta.dirname, "../renderer"), developmentServer, {
    picture: async (hash) => (await opening).call("picture", { hash }),
    pdf: (job) => printing?.pdf(job) ?? null,
    original: async (sha256) => originalPdf(await opening, sha256),
    pdfResources,
  });
  answerCalls(ready.promise);
  try {
    const window = openWindow({
      ...{ preload, dataDirectory },
      icon: join(resources, "icon.png"),
      title: say("zh-CN", "window.title"),
    });
    const database = await opening;
    const jobs = createJobs((job) => tell("job", job));
    printing = createPrinting({ database, jobs, page: createPrintWindow(preload) });
    // A page that is never seen must not keep the application open.
    window.on("closed", () => printing?.end());
    ready.resolve(await serveLibrary({ database, jobs, printing }, window, dataDirectory));
  } catch (error) {
    explainAndExit(error);
  }
}

/** Joins the open library, the window and long work, and sees that they end in the right order. */
async function serveLibrary(
  { database, jobs, printing }: { database: Database; jobs: Jobs; printing: Printing },
  window: BrowserWindow,
  dataDirectory: string,
): Promise<Handlers> {
  const desktop = createDesktop(window);
  const settings = await database.call("readSettings", null);
  desktop.speak(settings.language);
  desktop.keepOnTop(settings.keepOnTop);

  // Not waited for: the first screen stands while the samples come in.
  const quitting = new AbortController();
  const starter = importStarterOnFirstStart({
    database,
    startReader,
    resourcesDirectory: resources,
    language: settings.language,
    job: randomUUID(),
    now: new Date().toISOString(),
    signal: quitting.signal,
  }).then((report) => {
    if (report !== null) tell("changed", ["articles", "imports"]);
  }, console.error);

  app.on("second-instance", () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on("window-all-closed", () => app.quit());
  app.on("will-quit", (event) => {
    if (quitting.signal.aborted) return;
    event.preventDefault();
    quitting.abort();
    // What is stored stays; what runs is stopped, then the library is written out and its lock let go.
    void Promise.all([jobs.stop(), starter])
      .then(() => database.close())
      .finally(() => app.exit());
  });

  return createHandlers({
    database,
    desktop,
    jobs,
    printing,
    startReader,
    tell,
    about: { version: app.getVersion(), runtime: runtimeName(), dataDirectory },
  });
}

function runtimeName(): string {
  const { electron, chrome, node } = process.versions;
  return `Electron ${electron}, Chromium ${chrome}, Node.js ${node}`;
}

function explainAndExit(error: unknown): void {
  if (!(error instanceof FailureError)) console.error(error);
  const failure =
    error instanceof FailureError
      ? error.failure
      : { code: "internal" as const, parameters: { detail: String(error) } };
  // The library did not open, so its language setting is not known: both are shown.
  dialog.showErrorBox(
    say("zh-CN", "window.title"),
    `${sayFailure("zh-CN", failure)}\n\n${sayFailure("en", failure)}`,
  );
  app.exit(1);
}
