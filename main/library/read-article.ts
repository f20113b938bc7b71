/** One article as the library holds it. */
import type { Database } from "better-sqlite3";
import type { Article, ArticleFields, ImportedArticle } from "../../preload/model/article.ts";
import type { Bookmark } from "../../preload/model/bookmark.ts";
import type { Neighbours } from "../../preload/model/listing.ts";
import type { ArticleBlocks, PackedArticle } from "../../preload/model/packed-article.ts";
import { packBlocks } from "../../preload/model/packed-article.ts";
import { FailureError } from "../../preload/model/result.ts";
import { statement } from "../statement.ts";
import { bookmarksIn } from "./bookmark-rows.ts";
import { collectionsOf } from "./collections.ts";
import type { Contents } from "./contents.ts";
import { readBeginningOfContents, readContents, readText } from "./contents.ts";
import { neighboursOf } from "./neighbours.ts";
import { readingPosition } from "./reading-states.ts";
import { tagsOf } from "./tags.ts";

/** Characters from which an article takes noticeably longer to bring to the window than its first screen. */
const LONG = 50_000;

/** More than any screen shows. */
const BEGINNING_BLOCKS = 60;
const BEGINNING_CHARACTERS = 4000;

interface ArticleRecord {
  readonly id: number;
  readonly uuid: string;
  readonly issued_on: string;
  readonly publication: string;
  readonly page: string;
  readonly page_name: string;
  readonly place_on_page: number;
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: string;
  readonly byline: string;
  readonly credits: string;
  readonly characters: number;
  readonly starred: number;
  readonly sample: number;
  readonly revision: number;
  readonly language: string;
  readonly sha256: string;
  readonly path: string;
  readonly part: string;
  readonly importer_version: number;
}

interface ArticleInPlace<Read> {
  readonly article: Read;
  readonly readingPosition: number;
  readonly neighbours: Neighbours;
}

/** With where reading stands in it and what stands beside it. Throws `no-such-article`. */
export function readArticle(db: Database, id: number): ArticleInPlace<Article> {
  const { packed, contents, ...place } = readInPlace(db, id);
  return { ...place, article: { ...place.article, ...contents } };
}

/** The same for the window. */
export function readPackedArticle(db: Database, id: number): ArticleInPlace<PackedArticle> {
  const { packed, contents, ...place } = readInPlace(db, id);
  return { ...place, article: { ...place.article, blocks: packed } };
}

/**
 * The first screens of a long article and the bookmarks on them, so that they are seen before the whole has come. Null where the article is not
 * long, or reading stands further on. Throws `no-such-article`.
 */
export function readBeginning(
  db: Database,
  id: number,
): { readonly article: PackedArticle; readonly bookmarks: readonly Bookmark[] } | null {
  const record = readRecord(db, id);
  if (record.characters < LONG || readingPosition(db, id) > 0) return null;
  const { lead, body, official } = readBeginningOfContents(db, id, BEGINNING_BLOCKS);
  return {
    article: { ...describe(db, record), official, blocks: packBlocks({ lead, body }) },
    bookmarks: bookmarksIn(db, id, BEGINNING_CHARACTERS),
  };
}

function readInPlace(
  db: Database,
  id: number,
): ArticleInPlace<Omit<Article, keyof ArticleBlocks>> & { contents: ArticleBlocks; packed: string } {
  const record = readRecord(db, id);
  const { lead, body, official, packed } = readContents(db, id);
  return {
    article: { ...describe(db, record), official },
    contents: { lead, body },
    packed,
    // Another import may have made the text shorter since.
    readingPosition: Math.min(readingPosition(db, id), readText(db, id).length),
    neighbours: neighboursOf(db, id),
  };
}

function describe(db: Database, record: ArticleRecord): Omit<Article, keyof Contents> {
  const { id, uuid, sha256, path, part } = record;
  return {
    ...ownFieldsOf(record),
    id,
    uuid,
    tags: tagsOf(db, id),
    collections: collectionsOf(db, id),
    starred: record.starred === 1,
    sample: record.sample === 1,
    revision: record.revision,
    source: { sha256, path, part, importerVersion: record.importer_version },
  };
}

/** What its import said of it, corrections laid over. Throws `no-such-article`. */
export function readImported(db: Database, id: number): ImportedArticle {
  const { lead, body, official } = readContents(db, id);
  return { ...ownFieldsOf(readRecord(db, id)), lead, body, official };
}

/** The fields alone, as they stand after corrections. Throws `no-such-article`. */
export function readFields(db: Database, id: number): { fields: ArticleFields; path: string } {
  const record = readRecord(db, id);
  return { fields: fieldsOf(record), path: record.path };
}

function readRecord(db: Database, id: number): ArticleRecord {
  const record = statement<[number], ArticleRecord>(
    db,
    `SELECT articles.*, sha256, path, part, importer_version
       FROM articles JOIN article_sources ON article_id = articles.id WHERE articles.id = ?`,
  ).get(id);
  if (!record) throw new FailureError("no-such-article", { id });
  return record;
}

function ownFieldsOf(record: ArticleRecord): Omit<ImportedArticle, keyof Contents> {
  return { ...fieldsOf(record), placeOnPage: record.place_on_page, language: record.language };
}

function fieldsOf(record: ArticleRecord): ArticleFields {
  return {
    kicker: record.kicker,
    title: record.title,
    subtitle: record.subtitle,
    byline: record.byline,
    publication: record.publication,
    issuedOn: record.issued_on || null,
    page: record.page,
    pageName: record.page_name,
    credits: record.credits,
  };
}
