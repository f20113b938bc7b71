/** The contract implemented: a line or two a call. Knows services, not Electron. */
import { randomUUID } from "node:crypto";
import type { CallInput, CallName, CallOutput, EventName, Events } from "../preload/contract.ts";
import type { MenuTarget } from "../preload/model/menu-target.ts";
import type { Language } from "../preload/model/messages.ts";
import { say } from "../preload/model/messages.ts";
import { FailureError } from "../preload/model/result.ts";
import { readAnnotationFile } from "./annotation-file.ts";
import { pictureFromFile, storePicture } from "./correction-picture.ts";
import type { Database } from "./database.ts";
import { sentencesFileName } from "./exporting/sentences-xlsx.ts";
import { importAgain, previewEncodings } from "./import-again.ts";
import { runImport } from "./import-job.ts";
import { detailsOfFile, guessDetails, noDetails } from "./importing/guess-details.ts";
import type { StartReader } from "./importing/reader-start.ts";
import type { Jobs } from "./jobs.ts";
import { readOriginal, writeBytes } from "./original.ts";
import type { ClipboardContents } from "./paste.ts";
import { createPasting } from "./paste.ts";
import type { Printing } from "./print-job.ts";
import { printFileName } from "./print-job.ts";
import { undoImport } from "./undo-job.ts";

export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

/** What the handlers need of the desktop. */
export interface Desktop {
  readonly chooseFiles: (what: "files" | "folder" | "annotations" | "picture") => Promise<readonly string[]>;
  /** Null when cancelled. */
  readonly chooseSavePath: (name: string) => Promise<string | null>;
  /** `html`: the same for programs that take it, such as a word processor. */
  readonly copyText: (text: string, html?: string) => Promise<void>;
  readonly readClipboard: () => Promise<ClipboardContents>;
  readonly openMenu: (target: MenuTarget, place: { readonly x: number; readonly y: number }) => void;
  readonly setFullScreen: (on: boolean) => void;
  readonly keepOnTop: (on: boolean) => void;
  readonly speak: (language: Language) => void;
}

export interface Services {
  readonly database: Database;
  readonly desktop: Desktop;
  readonly jobs: Jobs;
  readonly printing: Printing;
  readonly startReader: StartReader;
  readonly tell: <Name extends EventName>(name: Name, value: Events[Name]) => void;
  readonly about: CallOutput<"about">;
}

export function createHandlers(services: Services): Handlers {
  const { database, desktop, jobs, printing, startReader, tell, about } = services;
  const pasting = createPasting({ database, startReader });
  /** Once something in the library has changed, the window is told what it shows no longer. */
  async function changing<Answer>(answer: Promise<Answer>, ...what: Events["changed"]): Promise<Answer> {
    const value = await answer;
    tell("changed", what);
    return value;
  }

  const correcting = <Answer>(answer: Promise<Answer>) =>
    changing(answer, "articles", "bookmarks", "print-list", "collections");

  return {
    listArticles: (query) => database.call("listArticles", query),
    listArticleIds: (query) => database.call("listArticleIds", query),
    overview: () => database.call("overview", null),
    quickFindStamps: (input) => database.call("quickFindStamps", input),
    quickFindBlock: (input) => database.call("quickFindBlock", input),
    readBeginning: (input) => database.call("readBeginning", input),
    readArticle: (input) => database.call("readPackedArticle", input),
    keepReadingPosition: (input) => database.call("keepReadingPosition", input),
    markRead: (input) => changing(database.call("markRead", input), "articles"),
    star: (input) => changing(database.call("star", input), "articles"),
    newspaperIssues: (input) => database.call("newspaperIssues", input),
    issuePages: (input) => database.call("issuePages", input),
    sharedDetails: (input) => database.call("sharedDetails", input),
    editDetails: (input) =>
      changing(database.call("editDetails", input), "articles", "bookmarks", "print-list"),
    undoEdit: (input) => changing(database.call("undoEdit", input), "articles", "bookmarks", "print-list"),
    tag: (input) => changing(database.call("tag", input), "articles"),
    collect: (input) => changing(database.call("collect", input), "articles", "collections"),
    createCollection: (input) => changing(database.call("createCollection", input), "collections"),
    renameCollection: (input) => changing(database.call("renameCollection", input), "collections"),
    deleteCollection: (input) =>
      changing(database.call("deleteCollection", input), "articles", "collections"),
    moveToTrash: (input) =>
      changing(database.call("moveToTrash", input), "articles", "bookmarks", "print-list"),
    restoreFromTrash: (input) =>
      changing(database.call("restoreFromTrash", input), "articles", "bookmarks", "print-list"),
    deleteForever: (input) =>
      changing(database.call("deleteForever", input), "articles", "bookmarks", "print-list"),
    removeSamples: () =>
      changing(database.call("removeSamples", null), "articles", "bookmarks", "print-list"),

    correctionDesk: (input) => database.call("correctionDesk", input),
    correct: (input) => correcting(database.call("correct", input)),
    correctArticles: (input) => correcting(database.call("correctArticles", input)),
    undoCorrection: ({ id }) => correcting(database.call("retraceCorrection", { id, act: "undo" })),
    redoCorrection: ({ id }) => correcting(database.call("retraceCorrection", { id, act: "redo" })),
    settleCorrection: (input) => correcting(database.call("settleCorrection", input)),
    keepCorrectionDraft: (input) => database.call("keepCorrectionDraft", input),
    forgetRescuedText: (input) => database.call("forgetRescuedText", input),
    async chooseCorrectionPicture() {
      const [path] = await desktop.chooseFiles("picture");
      return path === undefined ? null : pictureFromFile(database, path);
    },
    addCorrectionPicture: ({ bytes }) => storePicture(database, bytes),

    readOriginal: ({ id }) => readOriginal(database, id),
    async saveOriginal({ id }) {
      const { name, bytes } = await database.call("original", { id });
      return save(name, bytes);
    },
    async savePicture({ hash }) {
      const picture = await database.call("picture", { hash });
      if (picture === null) throw new FailureError("no-such-picture");
      return save(`${hash.slice(0, 8)}${pictureExtensions[picture.mediaType] ?? ""}`, picture.bytes);
    },

    chooseFiles: ({ what }) => desktop.chooseFiles(what),
    async guessDetails({ paths }) {
      const { lastDetails } = await database.call("readSettings", null);
      return { guess: guessDetails(paths), last: lastDetails };
    },
    async startImport({ paths, details }) {
      const { allowClassified } = await database.call("changeSettings", { lastDetails: details });
      const guess = guessDetails(paths);
      const job = jobs.start("import", async ({ id, signal, progress }) => {
        await runImport({
          database,
          startReader,
          paths,
          detailsOf: (path) => detailsOfFile(details, guess, path),
          details,
          job: id,
          signal,
          allowClassified,
          onProgress: progress,
          now: new Date().toISOString(),
        });
        tell("changed", ["articles", "collections", "imports", "bookmarks", "print-list"]);
      });
      return { job };
    },
    async preparePaste() {
      const { language } = await database.call("readSettings", null);
      return pasting.prepare(await desktop.readClipboard(), say(language, "paste.file-name"));
    },
    async storePaste({ paste, details }) {
      const stored = await pasting.store(paste, details);
      tell("changed", ["articles", "collections", "imports", "bookmarks", "print-list"]);
      return stored;
    },
    forgetPaste() {
      pasting.forget();
      return null;
    },
    previewEncodings: ({ id }) => previewEncodings(database, id),
    importAgain: async ({ id, encoding }) => {
      const now = new Date().toISOString();
      await importAgain({ database, startReader, id, encoding, job: randomUUID(), now });
      tell("changed", ["articles", "collections", "imports", "bookmarks", "print-list"]);
      return null;
    },
    listImports: () => database.call("listImports", null),
    readImport: (input) => database.call("readPackedImport", input),
    listImportFiles: (input) => database.call("listImportFiles", input),
    readBatch: (input) => database.call("readBatch", input),
    settleDoubts: (input) => changing(database.call("settleDoubts", input), "imports"),
    reopenDoubts: (input) => changing(database.call("reopenDoubts", input), "imports"),
    ...batchHandlers(services),
    cancelJob({ job }) {
      jobs.cancel(job);
      return null;
    },

    bookmarksOf: (input) => database.call("bookmarksOf", input),
    listBookmarks: (query) => database.call("listBookmarks", query),
    listBookmarkIds: (selection) => database.call("listBookmarkIds", selection),
    bookmarkGroups: (filter) => database.call("bookmarkGroups", filter),
    addBookmark: (input) => changing(database.call("addBookmark", input), "bookmarks"),
    changeBookmarks: (input) => changing(database.call("changeBookmarks", input), "bookmarks"),
    placeBookmark: (input) => changing(database.call("placeBookmark", input), "bookmarks"),
    deleteBookmarks: (input) => changing(database.call("deleteBookmarks", input), "bookmarks"),
    async exportBookmarks({ ids, format, grouping }) {
      const { language } = await database.call("readSettings", null);
      const path = await desktop.chooseSavePath(`${say(language, "bookmarks.export-name")}.${format}`);
      if (path === null) return null;
      const { bytes } = await database.call("exportBookmarks", { ids, format, grouping });
      await writeBytes(path, bytes);
      return path;
    },
    async chooseAnnotationFile() {
      const [path] = await desktop.chooseFiles("annotations");
      return path ?? null;
    },
    async importBookmarks({ path, dryRun }) {
      const bytes = await readAnnotationFile(path);
      const report = await database.call("importBookmarks", { bytes, path, dryRun }, [bytes.buffer]);
      if (!dryRun) tell("changed", ["bookmarks"]);
      return report;
    },
    restoreBookmarks: (input) => changing(database.call("restoreBookmarks", input), "bookmarks"),

    search: (request) => database.call("search", request),
    articleHits: (input) => database.call("articleHits", input),
    searchBookmarks: (request) => database.call("searchBookmarks", request),
    searchSentences: (request) => database.call("searchSentences", request),
    async saveSentences(asked) {
      const { language } = await database.call("readSettings", null);
      const path = await desktop.chooseSavePath(sentencesFileName(asked.subject.query, language));
      if (path !== null) await database.call("saveSentences", { ...asked, path });
      return path;
    },
    findHeadings: (input) => database.call("findHeadings", input),

    printList: () => database.call("printList", null),
    addToPrintList: (input) => changing(database.call("addToPrintList", input), "print-list"),
    addBookmarksToPrintList: (input) =>
      changing(database.call("addBookmarksToPrintList", input), "print-list"),
    movePrintPieces: (input) => changing(database.call("movePrintPieces", input), "print-list"),
    removePrintPieces: (input) => changing(database.call("removePrintPieces", input), "print-list"),
    restorePrintPieces: () => changing(database.call("restorePrintPieces", null), "print-list"),
    savePrintList: (input) => changing(database.call("savePrintList", input), "print-list"),
    openPrintList: (input) => changing(database.call("openPrintList", input), "print-list"),
    deletePrintList: (input) => changing(database.call("deletePrintList", input), "print-list"),
    startPrint: (asked) => ({ job: printing.start(asked) }),
    readPrint: ({ job }) => printing.preview(job),
    print: ({ job, pages }) => printing.print(job, pages),
    async savePrint({ job, format }) {
      const { document, pdf } = printing.finished(job);
      const path = await desktop.chooseSavePath(printFileName(document, format));
      if (path === null) return null;
      await writeBytes(
        path,
        format === "pdf" ? pdf : (await database.call("printedWord", { document })).bytes,
      );
      return path;
    },
    endPrint() {
      printing.end();
      return null;
    },
    ...printPageHandlers(printing),

    readSettings: () => database.call("readSettings", null),
    async changeSettings(change) {
      const settings = await database.call("changeSettings", change);
      if (change.language !== undefined) desktop.speak(settings.language);
      if (change.keepOnTop !== undefined) desktop.keepOnTop(settings.keepOnTop);
      tell("changed", ["settings"]);
      return settings;
    },
    async copyText({ text, html }) {
      await desktop.copyText(text, html);
      return null;
    },
    openMenu({ target, x, y }) {
      desktop.openMenu(target, { x, y });
      return null;
    },
    setFullScreen({ on }) {
      desktop.setFullScreen(on);
      return null;
    },
    about: () => about,
  };

  async function save(name: string, bytes: Uint8Array): Promise<string | null> {
    const path = await desktop.chooseSavePath(name);
    if (path !== null) await writeBytes(path, bytes);
    return path;
  }
}

/** What is done with an import once it has ended: some of its files again, or all of it back. */
function batchHandlers({
  database,
  jobs,
  startReader,
  tell,
}: Services): Pick<Handlers, "retryImport" | "undoForecast" | "undoImport"> {
  const tellAll = () => tell("changed", ["articles", "collections", "imports", "bookmarks", "print-list"]);
  return {
    async retryImport({ job, places, password }) {
      const { allowClassified } = await database.call("readSettings", null);
      const details = (await database.call("importDetails", { job })) ?? noDetails;
      const again = places ?? (await database.call("waitingPlaces", { job }));
      jobs.start(
        "import",
        async ({ signal, progress }) => {
          await runImport({
            ...{ database, startReader, job, again, password, signal, allowClassified },
            paths: [],
            detailsOf: (path) => detailsOfFile(details, guessDetails([path]), path),
            onProgress: progress,
            now: new Date().toISOString(),
          });
          tellAll();
        },
        job,
      );
      return null;
    },
    undoForecast: (input) => database.call("undoForecast", input),
    undoImport: ({ job }) => ({
      job: jobs.start("undo", async ({ signal, progress }) => {
        try {
          await undoImport(database, job, signal, progress);
        } finally {
          tellAll();
        }
      }),
    }),
  };
}

/** What the print page asks and says. */
export function printPageHandlers(printing: Printing): Pick<Handlers, "printDocument" | "printPageReady"> {
  return {
    printDocument: ({ job }) => printing.document(job),
    printPageReady({ job, ...ready }) {
      printing.pageReady(job, ready);
      return null;
    },
  };
}

const pictureExtensions: Readonly<Record<string, string>> = {
  "image/png": ".png",
  "image/jpeg": ".jpg",
  "image/gif": ".gif",
  "image/webp": ".webp",
  "image/bmp": ".bmp",
  "image/svg+xml": ".svg",
};
