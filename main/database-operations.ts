/** Every call the database thread answers: its name, and what it does with the library. */
import type { Database } from "better-sqlite3";
import type { CallInput, CallOutput } from "../preload/contract.ts";
import type { BookmarkFormat, BookmarkGrouping } from "../preload/model/bookmark.ts";
import type { CorrectionDesk } from "../preload/model/correction.ts";
import { packBatch } from "../preload/model/import-batch.ts";
import type { BatchDetails } from "../preload/model/import-report.ts";
import { packReport } from "../preload/model/import-report.ts";
import type { Language } from "../preload/model/messages.ts";
import type { PrintDocument } from "../preload/model/print.ts";
import { annotationEntries, readAnnotation } from "./exporting/annotations.ts";
import { exportBookmarks } from "./exporting/export-bookmarks.ts";
import { printedWord } from "./exporting/print-word.ts";
import { writeSentences } from "./exporting/sentences-xlsx.ts";
import { markRead, moveToTrash, restoreFromTrash, star } from "./library/articles.ts";
import {
  addBookmark,
  bookmarksOf,
  changeBookmarks,
  deleteBookmarks,
  placeBookmark,
  readArticleText,
  restoreBookmarks,
} from "./library/bookmarks.ts";
import { exportedBookmarks } from "./library/bookmarks-export.ts";
import { importAnnotations } from "./library/bookmarks-import.ts";
import { bookmarkGroups, bookmarkRows, listBookmarkIds, listBookmarks } from "./library/bookmarks-list.ts";
import { collect, createCollection, deleteCollection, renameCollection } from "./library/collections.ts";
import { correctArticles } from "./library/correct-articles.ts";
import { correctionDesk } from "./library/correction-desk.ts";
import { forgetRescued, forgetTaken, keepDraft } from "./library/correction-drafts.ts";
import { requireState } from "./library/correction-state.ts";
import { correct, retrace, settle } from "./library/corrections.ts";
import { deleteForever, removeSamples } from "./library/delete-articles.ts";
import { reopenDoubts, settleDoubts } from "./library/doubts.ts";
import { editDetails, undoEdit } from "./library/edit-details.ts";
import { importBatch } from "./library/import-batch.ts";
import type { WaitingFile } from "./library/import-files.ts";
import {
  awaitFiles,
  expectFiles,
  listedPaths,
  listFiles,
  nextPlace,
  waitingPlaces,
} from "./library/import-files.ts";
import {
  beginImport,
  finishImport,
  importDetails,
  listImports,
  readImport,
  resumeImport,
} from "./library/imports.ts";
import { listArticleIds, listArticles } from "./library/listing.ts";
import { issuePages, newspaperIssues } from "./library/newspapers.ts";
import { original, originalBytes, originalHashes } from "./library/originals.ts";
import { overview } from "./library/overview.ts";
import type { Picture } from "./library/pictures.ts";
import { picture, shownByPages, sizedPicture, storePictures } from "./library/pictures.ts";
import {
  deleteList,
  movePieces,
  openList,
  readPrintList,
  removePieces,
  restorePieces,
  saveList,
} from "./library/print-list.ts";
import { addBookmarksToPrintList, addToPrintList } from "./library/print-pieces.ts";
import { printedArticles } from "./library/printed-articles.ts";
import { quickFindBlock, quickFindStamps } from "./library/quick-find-entries.ts";
import { readArticle, readBeginning, readPackedArticle } from "./library/read-article.ts";
import { keepReadingPosition } from "./library/reading-states.ts";
import { changeSettings, keepValue, keptValue, readSettings } from "./library/settings.ts";
import { sharedDetails } from "./library/shared-details.ts";
import { keptBeginning, keptFile, storeAgain } from "./library/store-again.ts";
import type { FileOutcome } from "./library/store-files.ts";
import { areKnown, storeFiles } from "./library/store-files.ts";
import { tag } from "./library/tags.ts";
import { undoForecast, undoNext } from "./library/undo-import.ts";
import { articleHits } from "./search/article-hits.ts";
import { findBookmarks } from "./search/find-bookmarks.ts";
import { findHeadings } from "./search/headings.ts";
import { careForIndex, indexing, withSoundIndex } from "./search/index-table.ts";
import { search } from "./search/search.ts";
import { eachSentence, findSentences } from "./search/sentences.ts";
import type { Sliced } from "./sliced.ts";

/** Few enough that whoever asked is not held up while they are copied. */
const PATHS_AT_ONCE = 5000;

/** Inputs have been parsed at the border; a `Sliced` answer lets other calls in between its slices. */
export const operations = {
  listArticles: (db: Database, query: CallInput<"listArticles">): CallOutput<"listArticles"> =>
    listArticles(db, query),
  listArticleIds: (db: Database, query: CallInput<"listArticleIds">): CallOutput<"listArticleIds"> =>
    listArticleIds(db, query),
  overview: (db: Database, _input: null): CallOutput<"overview"> => overview(db),
  quickFindStamps: (
    db: Database,
    { kind }: CallInput<"quickFindStamps">,
  ): Sliced<CallOutput<"quickFindStamps">> => quickFindStamps(db, kind),
  quickFindBlock: (
    db: Database,
    { kind, block }: CallInput<"quickFindBlock">,
  ): CallOutput<"quickFindBlock"> => quickFindBlock(db, kind, block),
  readArticle: (db: Database, { id }: CallInput<"readArticle">) => readArticle(db, id),
  readBeginning: (db: Database, { id }: CallInput<"readBeginning">): CallOutput<"readBeginning"> =>
    readBeginning(db, id),
  readPackedArticle: (db: Database, { id }: CallInput<"readArticle">): CallOutput<"readArticle"> =>
    readPackedArticle(db, id),
  keepReadingPosition: (db: Database, reading: CallInput<"keepReadingPosition">) =>
    done(() => keepReadingPosition(db, reading, now())),
  markRead: (db: Database, { ids, read }: CallInput<"markRead">) => done(() => markRead(db, ids, read)),
  star: (db: Database, { ids, starred }: CallInput<"star">) => done(() => star(db, ids, starred)),
  newspaperIssues: (
    db: Database,
    { publication }: CallInput<"newspaperIssues">,
  ): CallOutput<"newspaperIssues"> => newspaperIssues(db, publication),
  issuePages: (db: Database, { publication, day }: CallInput<"issuePages">): CallOutput<"issuePages"> =>
    issuePages(db, publication, day),
  sharedDetails: (db: Database, { ids }: CallInput<"sharedDetails">): CallOutput<"sharedDetails"> =>
    sharedDetails(db, ids),
  editDetails: (db: Database, { ids, fields }: CallInput<"editDetails">): CallOutput<"editDetails"> => ({
    edit: indexing(db, () => editDetails(db, ids, fields)),
  }),
  undoEdit: (db: Database, { edit }: CallInput<"undoEdit">): CallOutput<"undoEdit"> => ({
    restored: indexing(db, () => undoEdit(db, edit)),
  }),
  correctionDesk: (db: Database, { id }: CallInput<"correctionDesk">): CorrectionDesk =>
    correctionDesk(db, id),
  correct: (db: Database, asked: CallInput<"correct">): CorrectionDesk =>
    corrected(db, asked, () => correct(db, asked, now())),
  correctArticles: (db: Database, asked: CallInput<"correctArticles">): CorrectionDesk =>
    corrected(db, asked, () => correctArticles(db, asked, now())),
  retraceCorrection: (db: Database, { id, act }: { id: number; act: "undo" | "redo" }): CorrectionDesk =>
    corrected(db, { id }, () => retrace(db, id, act, now())),
  settleCorrection: (db: Database, asked: CallInput<"settleCorrection">): CorrectionDesk =>
    corrected(db, asked, () => settle(db, asked, now())),
  keepCorrectionDraft: (db: Database, { id, draft }: CallInput<"keepCorrectionDraft">) =>
    done(() => keepDraft(db, id, draft)),
  forgetRescuedText: (db: Database, { text }: CallInput<"forgetRescuedText">) =>
    done(() => forgetRescued(db, text)),
  storePicture: (db: Database, { picture: taken }: { picture: Picture }) =>
    done(() => storePictures(db, [taken])),
  tag: (db: Database, change: CallInput<"tag">) => done(() => tag(db, change)),
  collect: (db: Database, change: CallInput<"collect">) => done(() => collect(db, change)),
  createCollection: (
    db: Database,
    { title }: CallInput<"createCollection">,
  ): CallOutput<"createCollection"> => createCollection(db, title),
  renameCollection: (db: Database, { id, title }: CallInput<"renameCollection">) =>
    done(() => renameCollection(db, id, title)),
  deleteCollection: (db: Database, { id }: CallInput<"deleteCollection">) =>
    done(() => deleteCollection(db, id)),
  moveToTrash: (db: Database, { ids }: CallInput<"moveToTrash">) => done(() => moveToTrash(db, ids, now())),
  restoreFromTrash: (db: Database, { ids }: CallInput<"restoreFromTrash">) =>
    done(() => restoreFromTrash(db, ids)),
  deleteForever: (db: Database, { ids }: CallInput<"deleteForever">) =>
    done(() => indexing(db, () => deleteForever(db, ids))),
  removeSamples: (db: Database, _input: null) => done(() => indexing(db, () => removeSamples(db))),

  picture: (db: Database, { hash }: { hash: string }) => picture(db, hash),
  original: (db: Database, { id }: { id: number }) => original(db, id),
  originalBytes: (db: Database, { sha256 }: { sha256: string }) => originalBytes(db, sha256),

  shownByPages: (db: Database, { hashes }: { hashes: readonly string[] }) => shownByPages(db, hashes),
  originalHashes: (db: Database, _input: null) => originalHashes(db),
  areKnown: (db: Database, files: Parameters<typeof areKnown>[1]) => areKnown(db, files),
  storeFiles: (
    db: Database,
    { job, files, places }: { job: string; files: readonly FileOutcome[]; places?: readonly number[] },
  ) => indexing(db, () => storeFiles(db, job, files, places)),
  expectFiles: (
    db: Database,
    list: {
      job: string;
      place: number;
      files: readonly WaitingFile[];
      insteadOf?: number | undefined;
    },
  ) => done(() => expectFiles(db, list.job, list.place, list.files, list.insteadOf)),
  nextPlace: (db: Database, { job }: { job: string }) => nextPlace(db, job),
  listedPaths: (db: Database, { job, after }: { job: string; after: number }) =>
    listedPaths(db, job, after, PATHS_AT_ONCE),
  awaitFiles: (db: Database, { job, places }: { job: string; places: readonly number[] }) =>
    awaitFiles(db, job, places),
  waitingPlaces: (db: Database, { job }: { job: string }) => waitingPlaces(db, job),
  keptFile: (db: Database, { id }: { id: number }) => keptFile(db, id),
  keptBeginning: (db: Database, { id, length }: { id: number; length: number }) =>
    keptBeginning(db, id, length),
  storeAgain: (db: Database, { job, read }: { job: string; read: FileOutcome & { state: "read" } }) =>
    done(() => indexing(db, () => storeAgain(db, job, read))),
  beginImport: (
    db: Database,
    run: { job: string; now: string; details?: BatchDetails | undefined; given?: WaitingFile },
  ) => done(() => beginImport(db, run.job, run.now, run.details, run.given)),
  resumeImport: (db: Database, { job }: { job: string }) => done(() => resumeImport(db, job)),
  importDetails: (db: Database, { job }: { job: string }) => importDetails(db, job),
  finishImport: (db: Database, run: { job: string; cancelled: boolean }) =>
    done(() => finishImport(db, run.job, run.cancelled)),
  listImports: (db: Database, _input: null): CallOutput<"listImports"> => listImports(db),
  readImport: (db: Database, { job }: CallInput<"readImport">) => readImport(db, job),
  readPackedImport: (db: Database, { job }: CallInput<"readImport">): CallOutput<"readImport"> =>
    packReport(readImport(db, job)),
  listImportFiles: (db: Database, asked: CallInput<"listImportFiles">): CallOutput<"listImportFiles"> =>
    listFiles(db, asked),
  readBatch: (db: Database, { job }: CallInput<"readBatch">): Sliced<CallOutput<"readBatch">> =>
    packedBatch(db, job),
  settleDoubts: (db: Database, { articles }: CallInput<"settleDoubts">) =>
    done(() => settleDoubts(db, articles)),
  reopenDoubts: (db: Database, { ids }: CallInput<"reopenDoubts">) => done(() => reopenDoubts(db, ids)),
  undoForecast: (db: Database, { job }: CallInput<"undoForecast">): CallOutput<"undoForecast"> =>
    undoForecast(db, job),
  undoNext: (db: Database, { job, limit }: { job: string; limit: number }) =>
    indexing(db, () => undoNext(db, job, limit, now())),

  bookmarksOf: (db: Database, { article }: CallInput<"bookmarksOf">): CallOutput<"bookmarksOf"> =>
    bookmarksOf(db, article),
  listBookmarks: (db: Database, query: CallInput<"listBookmarks">): CallOutput<"listBookmarks"> =>
    listBookmarks(db, query),
  listBookmarkIds: (db: Database, selection: CallInput<"listBookmarkIds">): CallOutput<"listBookmarkIds"> =>
    listBookmarkIds(db, selection),
  bookmarkGroups: (db: Database, filter: CallInput<"bookmarkGroups">): CallOutput<"bookmarkGroups"> =>
    bookmarkGroups(db, filter),
  addBookmark: (db: Database, added: CallInput<"addBookmark">): CallOutput<"addBookmark"> =>
    addBookmark(db, added, now()),
  changeBookmarks: (db: Database, change: CallInput<"changeBookmarks">): CallOutput<"changeBookmarks"> =>
    changeBookmarks(db, change, now()),
  placeBookmark: (db: Database, place: CallInput<"placeBookmark">): CallOutput<"placeBookmark"> =>
    placeBookmark(db, place, now()),
  deleteBookmarks: (db: Database, { ids }: CallInput<"deleteBookmarks">): CallOutput<"deleteBookmarks"> =>
    deleteBookmarks(db, ids),
  readArticleText: (db: Database, { id }: { id: number }) => readArticleText(db, id),
  /** `language`: where it is not that of the settings. */
  exportBookmarks: async (
    db: Database,
    asked: {
      ids: readonly number[];
      format: BookmarkFormat;
      grouping: BookmarkGrouping;
      language?: Language;
    },
  ): Promise<{ bytes: Uint8Array }> => {
    const { language, citationFormat } = readSettings(db);
    const style = { language: asked.language ?? language, citationFormat, grouping: asked.grouping };
    return { bytes: await exportBookmarks(exportedBookmarks(db, asked.ids), asked.format, style) };
  },
  importBookmarks: (
    db: Database,
    { bytes, path, dryRun }: { bytes: Uint8Array; path: string; dryRun: boolean },
  ): Sliced<CallOutput<"importBookmarks">> =>
    importAnnotations(db, annotationEntries(bytes, path), readAnnotation, { dryRun, now: now() }),
  restoreBookmarks: (
    db: Database,
    { bookmarks }: CallInput<"restoreBookmarks">,
  ): CallOutput<"restoreBookmarks"> => restoreBookmarks(db, bookmarks),

  search: (db: Database, request: CallInput<"search">): Sliced<CallOutput<"search">> =>
    withSoundIndex(db, () => search(db, request, shortNames(db))),
  articleHits: (db: Database, asked: CallInput<"articleHits">): CallOutput<"articleHits"> =>
    articleHits(db, asked, shortNames(db)),
  searchSentences: (
    db: Database,
    request: CallInput<"searchSentences">,
  ): Sliced<CallOutput<"searchSentences">> =>
    withSoundIndex(db, () => findSentences(db, request, shortNames(db))),
  searchBookmarks: (
    db: Database,
    request: CallInput<"searchBookmarks">,
  ): Sliced<CallOutput<"searchBookmarks">> => foundBookmarks(db, request),
  saveSentences: (
    db: Database,
    { path, ...asked }: CallInput<"saveSentences"> & { readonly path: string },
  ): Sliced<void> =>
    writeSentences(path, readSettings(db).language, (take) =>
      withSoundIndex(db, () => eachSentence(db, asked, shortNames(db), take)),
    ),
  /** Answers once the index has been looked through and nothing waits for it. */
  careForIndex: (db: Database, _input: null): Sliced<void> => careForIndex(db),
  findHeadings: (db: Database, asked: CallInput<"findHeadings">): Sliced<CallOutput<"findHeadings">> =>
    withSoundIndex(db, () => findHeadings(db, asked)),

  printList: (db: Database, _input: null): CallOutput<"printList"> => readPrintList(db),
  addToPrintList: (db: Database, { pieces }: CallInput<"addToPrintList">): CallOutput<"addToPrintList"> => ({
    added: addToPrintList(db, pieces),
  }),
  addBookmarksToPrintList: (
    db: Database,
    { ids }: CallInput<"addBookmarksToPrintList">,
  ): CallOutput<"addBookmarksToPrintList"> => addBookmarksToPrintList(db, ids),
  movePrintPieces: (db: Database, { ids, before }: CallInput<"movePrintPieces">) =>
    done(() => movePieces(db, ids, before)),
  removePrintPieces: (db: Database, { ids }: CallInput<"removePrintPieces">) =>
    done(() => removePieces(db, ids)),
  restorePrintPieces: (db: Database, _input: null): CallOutput<"restorePrintPieces"> => ({
    restored: restorePieces(db),
  }),
  savePrintList: (db: Database, { name }: CallInput<"savePrintList">) => done(() => saveList(db, name)),
  openPrintList: (db: Database, { id }: CallInput<"openPrintList">) => done(() => openList(db, id)),
  deletePrintList: (db: Database, { id }: CallInput<"deletePrintList">) => done(() => deleteList(db, id)),
  printedWord: async (
    db: Database,
    { document }: { readonly document: PrintDocument },
  ): Promise<{ bytes: Uint8Array }> => ({
    bytes: await printedWord(document, (hash) => sizedPicture(db, hash)),
  }),
  printedArticles: (db: Database, asked: Parameters<typeof printedArticles>[1]) => printedArticles(db, asked),

  readSettings: (db: Database, _input: null): CallOutput<"readSettings"> => readSettings(db),
  changeSettings: (db: Database, change: CallInput<"changeSettings">): CallOutput<"changeSettings"> =>
    changeSettings(db, change),
  keptValue: (db: Database, { key }: { key: string }) => keptValue(db, key),
  keepValue: (db: Database, { key, value }: { key: string; value: unknown }) =>
    done(() => keepValue(db, key, value)),
} as const;

export type Operations = typeof operations;

export type OperationName = keyof Operations;

export type OperationInput<Name extends OperationName> = Parameters<Operations[Name]>[1];

export type OperationOutput<Name extends OperationName> =
  ReturnType<Operations[Name]> extends Generator<undefined, infer Output>
    ? Output
    : Awaited<ReturnType<Operations[Name]>>;

/**
 * What a call asks, where only the newest question of its kind still matters: a search while it is being typed. Pages
 * of one search are one question.
 */
export function questionOf(
  name: OperationName,
  input: unknown,
): { readonly kind: OperationName; readonly about: string } | null {
  if (name !== "search" && name !== "searchBookmarks") return null;
  const { offset: _, limit: __, ...question } = input as OperationInput<"search" | "searchBookmarks">;
  return { kind: name, about: JSON.stringify(question) };
}

function* packedBatch(db: Database, job: string): Sliced<CallOutput<"readBatch">> {
  return packBatch(yield* importBatch(db, job));
}

function* foundBookmarks(
  db: Database,
  request: CallInput<"searchBookmarks">,
): Sliced<CallOutput<"searchBookmarks">> {
  const { total, page } = yield* withSoundIndex(db, () => findBookmarks(db, request, shortNames(db)));
  const found = new Map(page.map((passage) => [passage.id, passage]));
  const rows = bookmarkRows(db, [...found.keys()]).flatMap((bookmark) => {
    const passage = found.get(bookmark.id);
    return passage === undefined ? [] : { bookmark, passage: passage.passage, note: passage.note };
  });
  return { total, rows };
}

function shortNames(db: Database) {
  return readSettings(db).shortNames;
}

interface Asked {
  readonly id: number;
  readonly state?: string;
  readonly step?: { readonly kind: string };
}

/** Steps that take in what was typed. */
const TYPED: ReadonlySet<string> = new Set(["replace", "field", "official"]);

/** Acts on the desk in the state in which it was seen, and answers with it as it then is. */
function corrected(db: Database, { id, state, step }: Asked, act: () => void): CorrectionDesk {
  indexing(db, () => {
    if (state !== undefined) requireState(db, id, state);
    act();
    forgetTaken(db, id, step !== undefined && TYPED.has(step.kind));
  });
  return correctionDesk(db, id);
}

function done(act: () => void): null {
  act();
  return null;
}

/** ISO 8601, UTC. */
function now(): string {
  return new Date().toISOString();
}
