/** Takes one file's articles into the library, after the rules of "same or new?". */
import type { Database } from "better-sqlite3";
import type { ArticleSource, ImportedArticle } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { countRevision, insertArticleRow, restoreFromTrash, updateArticleRow } from "./articles.ts";
import { addToCollection, findOrCreateCollection } from "./collections.ts";
import { readText, writeContents } from "./contents.ts";
import { keepImportedPictures } from "./corrected-articles.ts";
import { correctedImport } from "./corrections.ts";
import { digestOf } from "./digest.ts";
import { officialEdited, readEdits, readOfficialEdits } from "./edits.ts";
import { chosenEncoding, rememberEncoding } from "./encodings.ts";
import { noteDiffering } from "./field-conflicts.ts";
import {
  noteBefore,
  noteBeforeOfBytes,
  noteCreated,
  noteJoined,
  notingCollections,
} from "./import-changes.ts";
import type { StoredRows } from "./imports.ts";
import { settleShifted, takeParts } from "./known-parts.ts";
import { deleteUnusedOriginals, storeOriginal, wasReadBy } from "./originals.ts";
import type { Picture } from "./pictures.ts";
import { deleteUnusedPictures, picturesShownBy, storePictures, writeArticlePictures } from "./pictures.ts";
import type { KnownArticle, KnownPart } from "./sources.ts";
import { broughtOutWith, insertSource, knownArticles, reportRow, updateSource } from "./sources.ts";
import { tag } from "./tags.ts";

export interface FileToStore {
  readonly file: {
    /** Absolute: with the part, what an article is known by when its bytes change. */
    readonly path: string;
    /** As the report names it. */
    readonly shownPath: string;
    readonly name: string;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  };
  readonly importerVersion: number;
  /** In which it was read because a person chose so; remembered with the bytes. */
  readonly encoding?: string | undefined;
  /** No two of the same part. */
  readonly articles: readonly {
    readonly part: string;
    readonly article: ImportedArticle;
    /** As that of the file, where it has one of its own. */
    readonly collection?: string | null;
  }[];
  /** Every picture the articles show. */
  readonly pictures: readonly Picture[];
  /** The title of the collection all of them are put into, found or made. */
  readonly collection: string | null;
  /** What the file says of itself; put on articles that are new, since on others people may have removed them. */
  readonly tags: readonly string[];
  readonly sample: boolean;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** A file of bytes that this version of the importer has read before. */
export interface KnownFile {
  readonly sha256: string;
  /** As the report names it. */
  readonly shownPath: string;
  readonly importerVersion: number;
}

/** `putAway`: articles of an earlier reading that went to the trash, since what they say stands in those of now. */
interface StoredFile extends StoredRows {
  readonly putAway?: number;
}

/**
 * What this version of the importer made of the same bytes before, wherever the file lies; null where the file must
 * be read. Articles that lay in the trash come out of it and count as imported. Within a transaction.
 */
export function recogniseFile(db: Database, file: KnownFile, job: string | null = null): StoredRows | null {
  const known = knownArticles(db, file);
  if (!known) return null;
  const trashed = known.filter((article) => article.trashed);
  const rowsOf = (articles: readonly KnownArticle[]) =>
    articles.map(({ id }) => reportRow(db, id, file.shownPath));
  const rows = {
    imported: rowsOf(trashed),
    updated: [],
    unchanged: rowsOf(known.filter((article) => !article.trashed)),
  };
  bringOut(
    db,
    job,
    trashed.map(({ id }) => id),
  );
  return rows;
}

function bringOut(db: Database, job: string | null, ids: readonly number[]): void {
  if (ids.length === 0) return;
  const out = broughtOutWith(db, ids);
  if (job !== null) for (const id of out) noteBefore(db, job, id);
  restoreFromTrash(db, out);
}

/**
 * Same bytes and part by the same importer version: unchanged; by another version, or the same path and part with
 * other bytes: an update, which keeps id, uuid, star, tags, collections, reading state and edits; else new. Read as more
 * articles than before, or fewer, they are known by their text, and what would stand twice goes to the trash.
 * What lay in the trash comes out of it and counts as imported: whoever imports a file wants to have it.
 * Within a transaction, which is to be undone where this throws. What it changes is noted under `job`, an import that has begun.
 */
export function storeFile(db: Database, input: FileToStore, job: string | null = null): StoredFile {
  refuseEqualParts(input);
  const { file, importerVersion, pictures, encoding = null } = input;
  const isSameEncoding = chosenEncoding(db, file.sha256) === encoding;
  // How the bytes were read before is about to be overwritten.
  if (job !== null && !(isSameEncoding && wasReadBy(db, file.sha256, importerVersion))) {
    noteBeforeOfBytes(db, job, file.sha256);
  }
  storePictures(db, pictures);
  storeOriginal(db, {
    sha256: file.sha256,
    importerVersion,
    articles: input.articles.length,
    bytes: file.bytes,
  });
  if (!isSameEncoding) rememberEncoding(db, file.sha256, encoding);
  const collections = new Map<string, number>();
  const rows = {
    imported: [] as StoredRows["imported"][number][],
    updated: [] as StoredRows["updated"][number][],
    unchanged: [] as StoredRows["unchanged"][number][],
  };
  const { known, shifted } = takeParts(db, file, input.articles, job);
  const stored = new Map<string, number>();
  for (const { part, article, collection: own } of input.articles) {
    const title = own ?? input.collection;
    const collection =
      title === null
        ? null
        : (collections.get(title) ?? notingCollections(db, job, () => findOrCreateCollection(db, title)));
    if (title !== null && collection !== null) collections.set(title, collection);
    const source = { sha256: file.sha256, path: file.path, part, importerVersion };
    const toStore = { input, article, source, collection, isSameEncoding, job };
    const { id, outcome } = storeArticle(db, toStore, known.get(part));
    stored.set(part, id);
    if (collection !== null && addToCollection(db, id, collection) && job !== null) {
      noteJoined(db, job, id, collection);
    }
    rows[outcome].push(reportRow(db, id, file.shownPath, outcome === "updated"));
  }
  const putAway = settleShifted(db, shifted, stored, input.now);
  // A reader may bring pictures that no article shows, or a file without articles.
  if (pictures.length > 0) {
    deleteUnusedPictures(
      db,
      pictures.map(({ sha256 }) => sha256),
    );
  }
  if (input.articles.length === 0) deleteUnusedOriginals(db, [file.sha256]);
  return { ...rows, ...(putAway > 0 && { putAway }) };
}

interface ArticleToStore {
  readonly input: FileToStore;
  readonly article: ImportedArticle;
  readonly source: ArticleSource;
  readonly collection: number | null;
  /** The bytes, if they were read before, were read in the same encoding. */
  readonly isSameEncoding: boolean;
  readonly job: string | null;
}

function storeArticle(
  db: Database,
  stored: ArticleToStore,
  known: KnownPart | undefined,
): { id: number; outcome: keyof StoredRows } {
  if (!known) return { id: insertArticle(db, stored), outcome: "imported" };
  const same =
    known.sha256 === stored.source.sha256 &&
    known.part === stored.source.part &&
    known.importerVersion === stored.source.importerVersion &&
    stored.isSameEncoding;
  if (stored.job !== null && (!same || known.trashed)) noteBefore(db, stored.job, known.id);
  if (!same) updateArticle(db, known, stored);
  if (known.trashed) {
    bringOut(db, stored.job, [known.id]);
    return { id: known.id, outcome: "imported" };
  }
  return { id: known.id, outcome: same ? "unchanged" : "updated" };
}

function insertArticle(db: Database, { input, article, source, collection, job }: ArticleToStore): number {
  const text = articleText(article);
  const digest = digestOf(article, text.text);
  const id = insertArticleRow(db, {
    ...{ article, digest, path: source.path },
    ...{ sample: input.sample, now: input.now },
  });
  writeContents(db, id, article, text);
  writeArticlePictures(db, id, article);
  insertSource(db, id, { ...source, name: input.file.name, collection });
  if (job !== null) noteCreated(db, job, id);
  if (input.tags.length > 0) tag(db, { ids: [id], add: input.tags, remove: [] });
  return id;
}

/** Another text for an article that is there: what people did with it stays, and is laid over. Within a transaction. */
export function updateArticle(
  db: Database,
  known: Pick<KnownArticle, "id" | "sha256">,
  { article, source, collection }: Pick<ArticleToStore, "article" | "source" | "collection">,
): void {
  const { id } = known;
  noteDiffering(db, id, article);
  const official = officialEdited(article.official, readOfficialEdits(db, id));
  const effective = { ...correctedImport(db, id, article), ...readEdits(db, id), official };
  const text = articleText(effective);
  const digest = digestOf(effective, text.text);
  const shownBefore = picturesShownBy(db, [id]);
  updateArticleRow(db, id, { article: effective, digest, path: source.path });
  if (text.text !== readText(db, id)) countRevision(db, id, digest.characters);
  writeContents(db, id, effective, text);
  writeArticlePictures(db, id, effective);
  keepImportedPictures(db, id);
  updateSource(db, id, { ...source, collection });
  deleteUnusedPictures(db, shownBefore);
  deleteUnusedOriginals(db, [known.sha256]);
}

function refuseEqualParts({ articles, file }: FileToStore): void {
  const parts = new Set(articles.map(({ part }) => part));
  if (parts.size < articles.length) throw new Error(`two articles of ${file.name} bear the same part`);
}
