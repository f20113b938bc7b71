/**
 * Everything that crosses between the window and the main process: one entry a call, with the schema its input must
 * satisfy and the type of its answer; and the events that main sends. Adding a call here makes the compiler name the
 * missing handler.
 */
import { z } from "zod";
import { articleFieldsSchema, dateSchema } from "./model/article.ts";
import type { AnnotationReport, Bookmark, BookmarkGroups, BookmarkRow } from "./model/bookmark.ts";
import {
  bookmarkColors,
  bookmarkFilterSchema,
  bookmarkFormats,
  bookmarkGroupings,
  bookmarkQuerySchema,
  bookmarkSchema,
  bookmarkSelectionSchema,
  bookmarkTagSchema,
  noteSchema,
} from "./model/bookmark.ts";
import { correctionDraftSchema } from "./model/correct-draft.ts";
import type { CorrectionDesk } from "./model/correction.ts";
import { articleStepSchema, correctedFields, correctionStepSchema } from "./model/correction.ts";
import type { ImportFilePage, PackedBatch, UndoForecast } from "./model/import-batch.ts";
import { importFileStates } from "./model/import-batch.ts";
import type { BatchDetails, PackedReport } from "./model/import-report.ts";
import { batchDetailsSchema } from "./model/import-report.ts";
import type { Job } from "./model/job.ts";
import { jobIdSchema } from "./model/job.ts";
import type {
  ArticleRow,
  Collection,
  ImportRecord,
  IssuePage,
  LibraryOverview,
  Neighbours,
  NewspaperIssues,
  SharedDetails,
} from "./model/listing.ts";
import { listQuerySchema } from "./model/listing.ts";
import type { Command, MenuTarget } from "./model/menu-target.ts";
import { menuTargetSchema } from "./model/menu-target.ts";
import type { PackedArticle } from "./model/packed-article.ts";
import type { PastePreview, StoredPaste } from "./model/paste.ts";
import { pasteDetailsSchema, pasteIdSchema } from "./model/paste.ts";
import type { PrintDocument, PrintList, PrintPreview } from "./model/print.ts";
import {
  chosenPieceSchema,
  LONGEST_PRINT_LIST,
  printOptionsSchema,
  printPageReadySchema,
  printTemplates,
} from "./model/print.ts";
import type { QuickFindBlock } from "./model/quick-find.ts";
import { quickFindKinds } from "./model/quick-find.ts";
import type { Result } from "./model/result.ts";
import type { ArticleHits, BookmarkPage, FoundHeading, SearchAnswer, SentencePage } from "./model/search.ts";
import {
  bookmarkSearchRequestSchema,
  searchRequestSchema,
  searchSubjectSchema,
  sentenceRequestSchema,
} from "./model/search.ts";
import type { Settings } from "./model/settings.ts";
import { settingsChangeSchema } from "./model/settings.ts";
import type { EncodingPreview } from "./model/text-encoding.ts";
import { textEncodings } from "./model/text-encoding.ts";

interface Call<Input, Output> {
  readonly input: z.ZodType<Input>;
  /** Never present: carries the answer's type to the compiler. */
  readonly output?: Output;
}

function call<Output>() {
  return <Input>(input: z.ZodType<Input>): Call<Input, Output> => ({ input });
}

const nothing = z.null();
const articleId = z.int().positive();
const deskState = z.string().max(100);
const articleIds = z.array(articleId).min(1).max(100_000);
const title = z.string().trim().min(1).max(200);
const bookmarkIds = z.array(z.int().positive()).min(1).max(100_000);
const printPieceIds = z.array(z.int().positive()).min(1).max(LONGEST_PRINT_LIST);
const chosenPieces = z.array(chosenPieceSchema).min(1).max(LONGEST_PRINT_LIST);
/** A passage selected in the text of a revision; the quote tells whether that text is still the same. */
const selectedPassage = z
  .object({
    revision: z.int().positive(),
    start: z.int().min(0),
    end: z.int().positive(),
    quote: z.string().min(1).max(5_000_000),
  })
  .refine(({ start, end, quote }) => end - start === quote.length);
const paths = z.array(z.string().min(1).max(32_767)).min(1).max(10_000);

export const calls = {
  listArticles: call<{ total: number; rows: readonly ArticleRow[] }>()(listQuerySchema),
  /** The ids of every article a query lists, so that "select all" needs no rows. */
  listArticleIds: call<readonly number[]>()(listQuerySchema.omit({ offset: true, limit: true })),
  overview: call<LibraryOverview>()(nothing),
  /** The days on which a newspaper came out; an empty name for the articles whose source is not known. */
  newspaperIssues: call<NewspaperIssues>()(z.object({ publication: z.string().max(200) })),
  /** The pages of one issue, in their printed order. */
  issuePages: call<readonly IssuePage[]>()(z.object({ publication: z.string().max(200), day: dateSchema })),
  /** Quick find asks for the stamps after a change, then for the blocks whose stamps have become others. */
  quickFindStamps: call<readonly string[]>()(z.object({ kind: z.enum(quickFindKinds) })),
  quickFindBlock: call<QuickFindBlock>()(z.object({ kind: z.enum(quickFindKinds), block: z.int().min(0) })),
  /** The first screens of a long article, with their bookmarks, shown until the whole has come. Null where that is not worth while. */
  readBeginning: call<{ article: PackedArticle; bookmarks: readonly Bookmark[] } | null>()(
    z.object({ id: articleId }),
  ),
  readArticle: call<{ article: PackedArticle; readingPosition: number; neighbours: Neighbours }>()(
    z.object({ id: articleId }),
  ),
  /** Where reading stands, as an offset in the canonical text; also marks the article as read now. */
  keepReadingPosition: call<null>()(
    z.object({ id: articleId, position: z.int().min(0), through: z.number().min(0).max(1) }),
  ),
  markRead: call<null>()(z.object({ ids: articleIds, read: z.boolean() })),
  star: call<null>()(z.object({ ids: articleIds, starred: z.boolean() })),
  /** What the details of several articles have in common. */
  sharedDetails: call<SharedDetails>()(z.object({ ids: articleIds })),
  /** Changes the fields that are given, of every article named. */
  editDetails: call<{ edit: number }>()(z.object({ ids: articleIds, fields: articleFieldsSchema.partial() })),
  /** Takes an edit back, as long as no other came since: of how many articles. */
  undoEdit: call<{ restored: number }>()(z.object({ edit: z.int().positive() })),
  tag: call<null>()(z.object({ ids: articleIds, add: z.array(title), remove: z.array(title) })),
  collect: call<null>()(
    z.object({ ids: articleIds, add: z.array(z.int().positive()), remove: z.array(z.int().positive()) }),
  ),
  createCollection: call<Collection>()(z.object({ title })),
  /** A title is a path (collection-path.ts): another one around it moves the collection, with all below it. */
  renameCollection: call<null>()(z.object({ id: z.int().positive(), title })),
  /** With the collections below it; the articles stay. */
  deleteCollection: call<null>()(z.object({ id: z.int().positive() })),
  moveToTrash: call<null>()(z.object({ ids: articleIds })),
  restoreFromTrash: call<null>()(z.object({ ids: articleIds })),
  deleteForever: call<null>()(z.object({ ids: articleIds })),
  removeSamples: call<null>()(nothing),

  /**
   * Correcting (校对). Each step answers with the desk as it is then; `desk-changed` where it is no longer in the `state` in
   * which the step was chosen.
   */
  correctionDesk: call<CorrectionDesk>()(z.object({ id: articleId })),
  correct: call<CorrectionDesk>()(
    z.object({ id: articleId, revision: z.int().positive(), state: deskState, step: correctionStepSchema }),
  ),
  correctArticles: call<CorrectionDesk>()(
    z.object({ id: articleId, revision: z.int().positive(), state: deskState, step: articleStepSchema }),
  ),
  /** The last step that this article had part in, whichever articles it touched. */
  undoCorrection: call<CorrectionDesk>()(z.object({ id: articleId })),
  redoCorrection: call<CorrectionDesk>()(z.object({ id: articleId })),
  /** Settles one conflict, of paragraphs by its index or of a field; with neither, all of them. */
  settleCorrection: call<CorrectionDesk>()(
    z.object({
      id: articleId,
      state: deskState,
      index: z.int().min(0).nullable(),
      field: z.enum(correctedFields).nullable(),
      take: z.enum(["mine", "imported"]),
    }),
  ),
  /** What is being typed at the desk; null once it is not. Without a step, it is told on the desk until it is let go. */
  keepCorrectionDraft: call<null>()(z.object({ id: articleId, draft: correctionDraftSchema.nullable() })),
  forgetRescuedText: call<null>()(z.object({ text: z.uuid() })),
  /** Takes a picture in for correcting; null when the dialog was cancelled. Its hash. */
  chooseCorrectionPicture: call<string | null>()(nothing),
  /** The same for one that was dropped or pasted. Throws `damaged` for bytes that are no picture. */
  addCorrectionPicture: call<string>()(z.object({ bytes: z.instanceof(Uint8Array) })),

  /**
   * The original's text, decoded, where it is text; null where it can only be saved. `pdf`: the SHA-256 of one whose
   * pages can be drawn, answered under `/original/<sha256>.pdf`.
   */
  readOriginal: call<{ name: string; bytes: number; text: string | null; pdf: string | null }>()(
    z.object({ id: articleId }),
  ),
  /** Null when the dialog was cancelled; else the path written. */
  saveOriginal: call<string | null>()(z.object({ id: articleId })),
  savePicture: call<string | null>()(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })),

  /** Empty when the dialog was cancelled. */
  chooseFiles: call<readonly string[]>()(z.object({ what: z.enum(["files", "folder"]) })),
  /** `guess`: what the names of the files and folders tell of a batch; `last`: what was said of the last batch. */
  guessDetails: call<{ guess: BatchDetails; last: BatchDetails }>()(z.object({ paths })),
  startImport: call<{ job: string }>()(z.object({ paths, details: batchDetailsSchema })),
  /** Reads what lies on the clipboard as an article, to be looked at. Throws `clipboard-empty`. */
  preparePaste: call<PastePreview>()(nothing),
  /** Stores what was read, as an import of its own. Throws `paste-gone` where that is no longer there. */
  storePaste: call<StoredPaste>()(z.object({ paste: pasteIdSchema, details: pasteDetailsSchema })),
  forgetPaste: call<null>()(nothing),
  /** What each encoding would make of an article's original; null where that is no text. */
  previewEncodings: call<EncodingPreview | null>()(z.object({ id: articleId })),
  /** Reads an article's file again from its original in another encoding; its articles and bookmarks follow. */
  importAgain: call<null>()(z.object({ id: articleId, encoding: z.enum(textEncodings) })),
  /** The reports of imports, newest first. */
  listImports: call<readonly ImportRecord[]>()(nothing),
  readImport: call<PackedReport>()(z.object({ job: jobIdSchema })),
  /** The files of an import in their order, while it runs and ever after. `state`: only those. */
  listImportFiles: call<ImportFilePage>()(
    z.object({
      job: jobIdSchema,
      state: z.enum(importFileStates).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ),
  /** The articles of an import as they now stand, those to be checked first (本批结果). */
  readBatch: call<PackedBatch>()(z.object({ job: jobIdSchema })),
  /** Marks doubts as settled, by their keys (`doubtKey`), and puts that back. */
  settleDoubts: call<null>()(
    z.object({
      articles: z
        .array(z.object({ id: articleId, keys: z.array(z.string().max(5000)).max(1000) }))
        .min(1)
        .max(100_000),
    }),
  ),
  reopenDoubts: call<null>()(z.object({ ids: articleIds })),
  /**
   * Deals once more with some files of an import, or without `places` with those it was stopped before, as part of that
   * import. The password is used for this once and kept nowhere.
   */
  retryImport: call<null>()(
    z.object({
      job: jobIdSchema,
      places: z.array(z.int().min(0)).min(1).max(100_000).nullable(),
      password: z.string().min(1).max(1000).optional(),
    }),
  ),
  undoForecast: call<UndoForecast>()(z.object({ job: jobIdSchema })),
  /** Takes an import back (撤销本次导入): a job of its own, told as others are. */
  undoImport: call<{ job: string }>()(z.object({ job: jobIdSchema })),
  cancelJob: call<null>()(z.object({ job: jobIdSchema })),

  /** All of an article, in the order of its text; the lost where they last stood. */
  bookmarksOf: call<readonly Bookmark[]>()(z.object({ article: articleId })),
  listBookmarks: call<{ total: number; rows: readonly BookmarkRow[] }>()(bookmarkQuerySchema),
  listBookmarkIds: call<readonly number[]>()(bookmarkSelectionSchema),
  bookmarkGroups: call<BookmarkGroups>()(bookmarkFilterSchema),
  /** On disk when it is answered. With a `uuid` it may be sent again after a failure without being made twice. */
  addBookmark: call<Bookmark>()(
    selectedPassage.safeExtend({
      uuid: z.uuid().optional(),
      article: articleId,
      color: z.enum(bookmarkColors),
      note: noteSchema,
      tags: z.array(bookmarkTagSchema).max(100),
    }),
  ),
  /** `before` undoes it with `restoreBookmarks`, `after` does it again. */
  changeBookmarks: call<{ before: readonly Bookmark[]; after: readonly Bookmark[] }>()(
    z.object({
      ids: bookmarkIds,
      color: z.enum(bookmarkColors).optional(),
      note: noteSchema.optional(),
      addTags: z.array(bookmarkTagSchema).max(100),
      removeTags: z.array(bookmarkTagSchema).max(100),
    }),
  ),
  /** Sets a bookmark on another passage of its article (重新定位), undone as `changeBookmarks` is. */
  placeBookmark: call<{ before: readonly Bookmark[]; after: readonly Bookmark[] }>()(
    selectedPassage.safeExtend({ id: z.int().positive() }),
  ),
  /** Answers them whole, for `restoreBookmarks`. */
  deleteBookmarks: call<readonly Bookmark[]>()(z.object({ ids: bookmarkIds })),
  /** In the order of the ids, to a file that is asked for. Its path; null when the dialog was cancelled. */
  exportBookmarks: call<string | null>()(
    z.object({ ids: bookmarkIds, format: z.enum(bookmarkFormats), grouping: z.enum(bookmarkGroupings) }),
  ),
  /** The path of a bookmark backup file; null when the dialog was cancelled. */
  chooseAnnotationFile: call<string | null>()(nothing),
  /** With `dryRun` it only says what would be done. */
  importBookmarks: call<AnnotationReport>()(
    z.object({ path: z.string().min(1).max(32_767), dryRun: z.boolean() }),
  ),
  /** Puts bookmarks back as they were, deleted or changed since; answers them as they then are. */
  restoreBookmarks: call<readonly Bookmark[]>()(
    z.object({ bookmarks: z.array(bookmarkSchema).min(1).max(100_000) }),
  ),

  search: call<SearchAnswer>()(searchRequestSchema),
  articleHits: call<ArticleHits>()(z.object({ id: articleId, subject: searchSubjectSchema })),
  searchSentences: call<SentencePage>()(sentenceRequestSchema),
  /** All the sentences as a spreadsheet. Null when the dialog was cancelled; else the path written. */
  saveSentences: call<string | null>()(sentenceRequestSchema.omit({ after: true })),
  /** The group of bookmarks beside the articles that `search` finds. */
  searchBookmarks: call<BookmarkPage>()(bookmarkSearchRequestSchema),
  findHeadings: call<readonly FoundHeading[]>()(
    z.object({ phrase: z.string().max(200), limit: z.int().min(1).max(100) }),
  ),

  printList: call<PrintList>()(nothing),
  /** At the end of the list; what stands on it already is not added again. */
  addToPrintList: call<{ added: number }>()(z.object({ pieces: chosenPieces })),
  /** The passages of bookmarks, in the order of the ids; those not found any more are left out. */
  addBookmarksToPrintList: call<{ added: number; lost: number }>()(z.object({ ids: bookmarkIds })),
  /** Before the piece named, or to the end. */
  movePrintPieces: call<null>()(z.object({ ids: printPieceIds, before: z.int().positive().nullable() })),
  removePrintPieces: call<null>()(z.object({ ids: printPieceIds })),
  /** Puts back what was last removed, where it stood; 0 where nothing waits. */
  restorePrintPieces: call<{ restored: number }>()(nothing),
  /** Under a new name, or anew under one that is there. */
  savePrintList: call<null>()(z.object({ name: title })),
  /** Puts a saved list in the place of the one at hand. */
  openPrintList: call<null>()(z.object({ id: z.int().positive() })),
  deletePrintList: call<null>()(z.object({ id: z.int().positive() })),
  /**
   * Lays out the pieces, or without them the print list, as a PDF: a job, in the place of an older one that runs. Once it is
   * finished its pages are at `reader://app/print/<job>.pdf`, until the next one or `endPrint`.
   */
  startPrint: call<{ job: string }>()(
    z.object({
      pieces: chosenPieces.nullable(),
      template: z.enum(printTemplates),
      options: printOptionsSchema,
    }),
  ),
  readPrint: call<PrintPreview>()(z.object({ job: jobIdSchema })),
  /** The system's print dialog, for the pages of one side where it is done by hand. False when it was cancelled. */
  print: call<boolean>()(z.object({ job: jobIdSchema, pages: z.enum(["all", "odd", "even"]) })),
  /** Null when the dialog was cancelled; else the path written. */
  savePrint: call<string | null>()(z.object({ job: jobIdSchema, format: z.enum(["pdf", "docx"]) })),
  endPrint: call<null>()(nothing),
  /** Asked by the print page alone. */
  printDocument: call<PrintDocument>()(z.object({ job: jobIdSchema })),
  /** Told by the print page alone, once everything on it stands. */
  printPageReady: call<null>()(printPageReadySchema.safeExtend({ job: jobIdSchema })),

  readSettings: call<Settings>()(nothing),
  changeSettings: call<Settings>()(settingsChangeSchema),
  /** Puts text on the clipboard, as it is shown; `html`: the same for programs that take it, such as a table. */
  copyText: call<null>()(
    z.object({ text: z.string().max(50_000_000), html: z.string().max(50_000_000).optional() }),
  ),
  /** Opens the right-click menu at the pointer or, from the keyboard, at the given place in CSS pixels. */
  openMenu: call<null>()(z.object({ target: menuTargetSchema, x: z.number(), y: z.number() })),
  setFullScreen: call<null>()(z.object({ on: z.boolean() })),
  about: call<{ version: string; runtime: string; dataDirectory: string }>()(nothing),
} as const satisfies Record<string, Call<unknown, unknown>>;

export type CallName = keyof typeof calls;

export type CallInput<Name extends CallName> = z.infer<(typeof calls)[Name]["input"]>;

export type CallOutput<Name extends CallName> =
  (typeof calls)[Name] extends Call<infer _Input, infer Output> ? Output : never;

/** What main tells the window without being asked. */
export interface Events {
  /** What the window shows of these is no longer true. */
  changed: readonly ("articles" | "collections" | "settings" | "imports" | "bookmarks" | "print-list")[];
  job: Job;
  /** A menu item or a shortcut was used. */
  command: { readonly command: Command; readonly target: MenuTarget | null };
  /** The window has become as large as the screen, or is so no longer, whoever asked for it. */
  fullScreen: { readonly on: boolean };
  /** To the print page alone, which stands: it draws another document in place of its own. */
  drawPrint: { readonly job: string };
}

export type EventName = keyof Events;

export const eventNames = [
  "changed",
  "job",
  "command",
  "fullScreen",
  "drawPrint",
] as const satisfies readonly EventName[];

/** `window.reader`: one method a call, and `on` for the events, which answers with its own undoing. */
export type Reader = {
  readonly [Name in CallName]: (input: CallInput<Name>) => Promise<Result<CallOutput<Name>>>;
} & {
  readonly on: <Name extends EventName>(name: Name, listener: (value: Events[Name]) => void) => () => void;
  /** The path of a file that was dropped or chosen; empty where it has none. */
  readonly pathOf: (file: unknown) => string;
};
