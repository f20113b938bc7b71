/** An import's articles as they now stand (本批结果): what to check first, what failed, what can be taken back. */
import type { Database } from "better-sqlite3";
import type { Doubt } from "../../preload/model/doubts.ts";
import {
  doubtCodes,
  doubtKey,
  fieldDoubts,
  inOrderOfWeight,
  warningDoubt,
} from "../../preload/model/doubts.ts";
import type { BatchArticle, BatchFailure, ImportBatch } from "../../preload/model/import-batch.ts";
import type { ImportReport, ImportWarning } from "../../preload/model/import-report.ts";
import type { Sliced } from "../sliced.ts";
import { statement } from "../statement.ts";
import { outcomeOf } from "./bookmarks-follow.ts";
import { parseDoubts, parseSettled } from "./doubts.ts";
import { fileReports, statesOf } from "./import-files.ts";
import { requireImport } from "./imports.ts";
import { undoForecast } from "./undo-import.ts";

/** Files looked at before other calls are let in. */
const FILES_IN_SLICE = 200;

interface StandingRow {
  readonly id: number;
  readonly title: string;
  readonly publication: string;
  readonly issuedOn: string | null;
  readonly issuingBody: string | null;
  readonly signedOn: string | null;
  readonly doubts: string | null;
  readonly checked: string | null;
  /** Places where the file and corrections say different things. */
  readonly conflicts: number;
}

/** Throws `no-such-import` for a job that never began. */
export function* importBatch(db: Database, job: string): Sliced<ImportBatch> {
  requireImport(db, job);
  const articles = new Map<number, BatchArticle>();
  const failed: BatchFailure[] = [];
  const notes: ImportWarning[] = [];
  let files = 0;
  for (const { place, report } of fileReports(db, job)) {
    for (const failure of report.failed) failed.push({ ...failure, place });
    const told = articlesOfFile(db, report);
    for (const article of told.articles) articles.set(article.id, article);
    notes.push(...told.notes);
    files++;
    if (files % FILES_IN_SLICE === 0) yield;
  }
  return {
    articles: [...articles.values()].sort((a, b) => weightOf(a) - weightOf(b)),
    ...{ failed, notes },
    waiting: statesOf(db, job).waiting,
    undo: undoForecast(db, job),
  };
}

/** The place of its weightiest doubt, the least first; behind them all, what has none or was checked. */
function weightOf({ doubts, checked }: BatchArticle): number {
  const [first] = doubts;
  return first === undefined || checked ? doubtCodes.length : doubtCodes.indexOf(first.code);
}

function articlesOfFile(
  db: Database,
  report: ImportReport,
): { readonly articles: readonly BatchArticle[]; readonly notes: readonly ImportWarning[] } {
  const rows = (["imported", "updated", "unchanged"] as const).flatMap((outcome) =>
    report[outcome].flatMap(({ id, file, bookmarks }) => {
      const standing = standingRow(db, id);
      if (standing === undefined) return [];
      return [{ outcome, file, standing, ...(bookmarks && { bookmarks: outcomeOf(db, id) }) }];
    }),
  );
  const ids = rows.map(({ standing }) => standing.id);
  const warned = new Map<number, Doubt[]>();
  const notes: ImportWarning[] = [];
  for (const warning of report.warnings) {
    const doubt = warningDoubt(warning);
    const [owner, ...others] = ownersOf(db, warning, ids);
    if (doubt === null) continue;
    if (owner === undefined || others.length > 0) notes.push(warning);
    else warned.set(owner, [...(warned.get(owner) ?? []), doubt]);
  }
  return {
    articles: rows.map(({ standing, ...came }) =>
      batchArticle(standing, came, warned.get(standing.id) ?? []),
    ),
    notes: ids.length === 0 ? [] : notes,
  };
}

function batchArticle(
  row: StandingRow,
  came: Pick<BatchArticle, "outcome" | "file" | "bookmarks">,
  warned: readonly Doubt[],
): BatchArticle {
  const { id, title, publication, issuedOn, issuingBody, signedOn } = row;
  const fields = fieldDoubts({ publication, issuedOn, issuingBody: issuingBody ?? "", signedOn });
  const conflicts: Doubt = { code: "conflicts", parameters: { count: row.conflicts } };
  const doubts = inOrderOfWeight([
    ...(row.conflicts === 0 ? [] : [conflicts]),
    ...parseDoubts(row.doubts ?? "[]"),
    ...warned,
    ...fields,
  ]);
  const settled = parseSettled(row.checked ?? "[]");
  return {
    ...{ id, title, publication, issuedOn, doubts, ...came },
    checked: doubts.length > 0 && doubts.every((doubt) => settled.has(doubtKey(doubt))),
  };
}

/** Those not in the trash. */
function standingRow(db: Database, id: number): StandingRow | undefined {
  return statement<[number], StandingRow>(
    db,
    `SELECT id, title, publication, nullif(issued_on, '') AS issuedOn, doubts, checked,
       coalesce((SELECT json_array_length(conflicts) FROM article_corrections WHERE article_id = articles.id), 0)
         + (SELECT count(*) FROM article_edits AS says JOIN article_edits AS mine USING (article_id)
             WHERE article_id = articles.id AND says.field = 'says.' || mine.field
               AND coalesce(says.value ->> '$', '') <> coalesce(mine.value ->> '$', '')) AS conflicts,
       json_extract(official, '$.issuingBody') AS issuingBody, json_extract(official, '$.signedOn') AS signedOn
     FROM articles JOIN article_contents ON article_contents.article_id = id
       LEFT JOIN article_doubts ON article_doubts.article_id = id
     WHERE id = ? AND trashed_at IS NULL`,
  ).get(id);
}

/** The articles of a file that a warning may be about: the only one, or the one that holds what it quotes. */
function ownersOf(db: Database, { parameters }: ImportWarning, ids: readonly number[]): readonly number[] {
  const { text } = parameters;
  if (ids.length < 2 || typeof text !== "string" || text === "") return ids;
  return statement<[string, string], number>(
    db,
    "SELECT article_id FROM article_contents WHERE article_id IN (SELECT value FROM json_each(?)) AND instr(text, ?) > 0",
  )
    .pluck()
    .all(JSON.stringify(ids), text);
}
