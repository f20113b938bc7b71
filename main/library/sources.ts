/** Where each article came from: decides whether an import is the same, an update, or new. */
import type { Database } from "better-sqlite3";
import type { ArticleSource } from "../../preload/model/article.ts";
import type { ImportedRow } from "../../preload/model/import-report.ts";
import { statement } from "../statement.ts";
import { outcomeOf } from "./bookmarks-follow.ts";

/** An article of the library that a file's part is or becomes. */
export interface KnownArticle {
  readonly id: number;
  readonly sha256: string;
  readonly importerVersion: number;
  readonly trashed: boolean;
}

export interface KnownPart extends KnownArticle {
  readonly part: string;
}

/** In the part of an article that was cut off another by hand: no file has such a part. */
export const CUT_PART = "\u0001cut-";

/** What was put into another article is in the trash where that one is: importing its file again does not bring it out alone. */
const known = `
  SELECT article_id AS id, sha256, part, importer_version AS importerVersion,
    (WITH RECURSIVE into_which (id) AS (
        SELECT article_sources.article_id
        UNION SELECT into_id FROM joined_articles JOIN into_which ON joined_articles.article_id = id)
      SELECT trashed_at IS NOT NULL FROM into_which JOIN articles USING (id)
        WHERE id NOT IN (SELECT article_id FROM joined_articles)) AS trashed
  FROM article_sources`;

type KnownRow = Omit<KnownPart, "trashed"> & { readonly trashed: number };

/** The document that a part lies in: an article's place on a page, as its last number, comes and goes with how it is read. */
export function documentOf(part: string): string {
  return part.replace(/(?:^|\/)\d+$/, "");
}

/** Those of one document: of the same bytes wherever they lay, then others that lay at that path. Titles never decide. */
export function knownOfDocument(
  db: Database,
  { sha256, path }: Pick<ArticleSource, "sha256" | "path">,
  document: string,
): readonly KnownPart[] {
  const ofSource = (column: "sha256" | "path", value: string): readonly KnownPart[] =>
    statement<unknown[], KnownRow>(
      db,
      // One range, which holds little else, asks the index once: two of them, sorted, took a tenth of storing a file.
      `${known} WHERE ${column} = @value AND part >= @document AND part < @behind AND instr(part, '${CUT_PART}') = 0`,
    )
      .all({ value, document, behind: document === "" ? ":" : `${document}/:` })
      .map(knownPart)
      .filter(({ part }) => documentOf(part) === document)
      .sort((one, other) => one.id - other.id);
  const ofBytes = ofSource("sha256", sha256);
  return [...ofBytes, ...ofSource("path", path).filter((one) => one.sha256 !== sha256)];
}

function knownPart(row: KnownRow): KnownPart {
  return { ...row, trashed: row.trashed === 1 };
}

/**
 * The articles of a file whose bytes this very version has read before; null where it has not, or where some of what
 * it then found has since been deleted or overwritten, so that the file must be read again.
 */
export function knownArticles(
  db: Database,
  file: Pick<ArticleSource, "sha256" | "importerVersion">,
): readonly KnownArticle[] | null {
  const expected = statement<[string, number], number>(
    db,
    "SELECT articles FROM originals WHERE sha256 = ? AND importer_version = ?",
  )
    .pluck()
    .get(file.sha256, file.importerVersion);
  if (expected === undefined) return null;
  const rows = statement<[string, number], KnownRow>(
    db,
    `${known} WHERE sha256 = ? AND importer_version = ? AND instr(part, '${CUT_PART}') = 0 ORDER BY id`,
  ).all(file.sha256, file.importerVersion);
  if (rows.length !== expected) return null;
  return rows.map(knownPart);
}

/** What was cut off an article by hand. */
export function cutsOf(db: Database, id: number): readonly number[] {
  return statement<[string, number], number>(
    db,
    `SELECT cut.article_id FROM article_sources AS own JOIN article_sources AS cut
         ON cut.sha256 = own.sha256 AND instr(cut.part, own.part || ?) = 1
       WHERE own.article_id = ?`,
  )
    .pluck()
    .all(CUT_PART, id);
}

/**
 * What is to come out of the trash with these: the articles that they were put into, whose text theirs is part of, and what
 * was cut by hand off any article of that text, but for what stands in another article by now.
 */
export function broughtOutWith(db: Database, ids: readonly number[]): readonly number[] {
  return statement<[string, string], number>(
    db,
    `WITH RECURSIVE above (id) AS (
         SELECT value FROM json_each(?) UNION SELECT into_id FROM joined_articles JOIN above ON article_id = id),
       whole (id) AS (
         SELECT id FROM above UNION SELECT article_id FROM joined_articles JOIN whole ON into_id = id)
       SELECT DISTINCT cut.article_id FROM whole
         JOIN article_sources AS own ON own.article_id = whole.id
         JOIN article_sources AS cut
           ON cut.sha256 = own.sha256 AND (cut.article_id = whole.id OR instr(cut.part, own.part || ?) = 1)
         WHERE cut.article_id NOT IN (SELECT article_id FROM joined_articles)`,
  )
    .pluck()
    .all(JSON.stringify(ids), CUT_PART);
}

/** `collection`: the one the article came in as part of. */
export function insertSource(
  db: Database,
  id: number,
  source: ArticleSource & { readonly name: string; readonly collection: number | null },
): void {
  statement<unknown[]>(
    db,
    `INSERT INTO article_sources (article_id, sha256, path, name, part, importer_version, collection_id)
     VALUES (@id, @sha256, @path, @name, @part, @importerVersion, @collection)`,
  ).run({ id, ...source });
}

/** After an update. The path stays the first one, so that a copy elsewhere does not take the article over. What was cut off it goes along. */
export function updateSource(
  db: Database,
  id: number,
  source: Pick<ArticleSource, "sha256" | "part" | "importerVersion"> & { readonly collection: number | null },
): void {
  takeCutsAlong(db, id, source);
  statement<unknown[]>(
    db,
    `UPDATE article_sources SET sha256 = @sha256, part = @part, importer_version = @importerVersion,
       collection_id = @collection
     WHERE article_id = @id`,
  ).run({ id, ...source });
}

function takeCutsAlong(
  db: Database,
  id: number,
  { sha256 = null, part }: { readonly sha256?: string | null; readonly part: string },
): void {
  statement<unknown[]>(
    db,
    `UPDATE article_sources AS cut
       SET sha256 = coalesce(@sha256, cut.sha256), part = @part || substr(cut.part, length(own.part) + 1)
       FROM article_sources AS own
       WHERE own.article_id = @id AND cut.sha256 = own.sha256 AND instr(cut.part, own.part || @cut) = 1`,
  ).run({ id, sha256, part, cut: CUT_PART });
}

/**
 * No other article of its path is that part afterwards, nor one of these bytes, or its own where none are named. `taken`:
 * parts that are to stay free.
 */
export function makeRoom(
  db: Database,
  id: number,
  { sha256 = null, part }: { readonly sha256?: string | null; readonly part: string },
  taken: ReadonlySet<string> = new Set(),
): void {
  const holders = statement<unknown[], number>(
    db,
    `SELECT other.article_id FROM article_sources AS own JOIN article_sources AS other
         ON other.part = @part AND (other.sha256 = coalesce(@sha256, own.sha256) OR other.path = own.path)
       WHERE own.article_id = @id AND other.article_id <> @id`,
  )
    .pluck()
    .all({ id, sha256, part });
  for (const holder of holders) giveUpPart(db, holder, taken);
}

/** For a number of its document above all that are there or to be there: `taken`. */
export function giveUpPart(db: Database, id: number, taken: ReadonlySet<string> = new Set()): void {
  const parts = statement<[number], string>(
    db,
    `SELECT other.part FROM article_sources AS own JOIN article_sources AS other
         ON other.sha256 = own.sha256 OR other.path = own.path
       WHERE own.article_id = ? AND instr(other.part, '${CUT_PART}') = 0 ORDER BY other.article_id = own.article_id DESC`,
  )
    .pluck()
    .all(id);
  const document = documentOf(parts[0] ?? "");
  const numbers = [...parts, ...taken].map((part) => Number(/\d+$/.exec(part)?.[0] ?? 0));
  setPart(db, id, `${document === "" ? "" : `${document}/`}${Math.max(...numbers) + 1}`);
}

/** `part`: one that has room. */
export function setPart(db: Database, id: number, part: string): void {
  takeCutsAlong(db, id, { part });
  statement<[string, number]>(db, "UPDATE article_sources SET part = ? WHERE article_id = ?").run(part, id);
}

/** The article's line in an import's report; `file` as the report shows it. `updated`: says also what became of its bookmarks. */
export function reportRow(db: Database, id: number, file: string, updated = false): ImportedRow {
  const row = statement<[number], { title: string; collection: string | null }>(
    db,
    `SELECT (SELECT title FROM articles WHERE id = article_id) AS title,
       (SELECT title FROM collections WHERE id = collection_id) AS collection
       FROM article_sources WHERE article_id = ?`,
  ).get(id);
  if (!row) throw new Error(`article ${id} has no source`);
  const { title, collection } = row;
  const bookmarks = updated ? outcomeOf(db, id) : undefined;
  return {
    ...{ id, title, file },
    ...(collection === null ? {} : { collection }),
    ...(bookmarks === undefined ? {} : { bookmarks }),
  };
}
