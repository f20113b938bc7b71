/** An article as corrections find it and leave it: its blocks, its fields, what the file says below them, whether it stands alone. */
import type { Database } from "better-sqlite3";
import { resolverAfterEdit } from "../../preload/model/anchor.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleBlocksSchema, articleFieldsSchema } from "../../preload/model/article.ts";
import { articleText } from "../../preload/model/article-text.ts";
import { officialNames, withOfficial } from "../../preload/model/correct-official.ts";
import { type CorrectedField, correctedFields } from "../../preload/model/correction.ts";
import type { ArticleBlocks } from "../../preload/model/packed-article.ts";
import { packBlocks } from "../../preload/model/packed-article.ts";
import { statement } from "../statement.ts";
import { countRevision, moveToTrash, restoreFromTrash, updateArticleRow } from "./articles.ts";
import { readText, writeContents } from "./contents.ts";
import type { StoredConflict } from "./correction-merge.ts";
import { storedConflictsSchema } from "./correction-merge.ts";
import type { Corrected } from "./correction-patch.ts";
import { digestOf, picturesOf } from "./digest.ts";
import { dropEdits, keepEdits, readEdits, readOfficialEdits, writeOfficialEdits } from "./edits.ts";
import type { SaidFields } from "./field-conflicts.ts";
import { fieldOfText, importedFields, readSaid, writeSaid } from "./field-conflicts.ts";
import { writeArticlePictures } from "./pictures.ts";
import { readFields, readImported } from "./read-article.ts";

/** What the file says of an article that has been corrected. */
export interface CorrectionBase {
  readonly imported: ArticleBlocks;
  readonly conflicts: readonly StoredConflict[];
}

/** Null where nothing of the article's blocks was ever corrected. */
export function readBase(db: Database, id: number): CorrectionBase | null {
  const row = statement<[number], { imported: string; conflicts: string }>(
    db,
    "SELECT imported, conflicts FROM article_corrections WHERE article_id = ?",
  ).get(id);
  return (
    (row && {
      imported: articleBlocksSchema.parse(JSON.parse(row.imported)),
      conflicts: storedConflictsSchema.parse(JSON.parse(row.conflicts)),
    }) ??
    null
  );
}

export function writeBase(db: Database, id: number, { imported, conflicts }: CorrectionBase): void {
  statement<unknown[]>(
    db,
    "INSERT OR REPLACE INTO article_corrections (article_id, imported, conflicts) VALUES (?, ?, ?)",
  ).run(id, packBlocks(imported), JSON.stringify(conflicts));
}

/** Without the base, which is as long as the article. Null where there is none. */
function readConflicts(db: Database, id: number): readonly StoredConflict[] | null {
  const conflicts = statement<[number], string>(
    db,
    "SELECT conflicts FROM article_corrections WHERE article_id = ?",
  )
    .pluck()
    .get(id);
  return conflicts === undefined ? null : storedConflictsSchema.parse(JSON.parse(conflicts));
}

function writeConflicts(db: Database, id: number, conflicts: readonly StoredConflict[]): void {
  statement<[string, number]>(db, "UPDATE article_corrections SET conflicts = ? WHERE article_id = ?").run(
    JSON.stringify(conflicts),
    id,
  );
}

/** Throws `no-such-article`. */
export function readCorrected(db: Database, id: number): Corrected {
  const { lead, body, official } = readImported(db, id);
  return {
    ...{ lead, body, official },
    officialEdits: readOfficialEdits(db, id),
    fields: readFields(db, id).fields,
    edits: readEdits(db, id),
    said: readSaid(db, id),
    conflicts: readConflicts(db, id) ?? [],
    joinedInto: joinedInto(db, id),
  };
}

/** Bookmarks and pieces of print lists follow. `now`: ISO 8601, UTC. Within a transaction. */
export function writeCorrected(db: Database, id: number, corrected: Corrected, now: string): void {
  const standing = readImported(db, id);
  const says = importedFields(db, id, standing);
  if (readConflicts(db, id) === null)
    writeBase(db, id, { imported: standing, conflicts: corrected.conflicts });
  else writeConflicts(db, id, corrected.conflicts);
  const before = readEdits(db, id);
  const officialBefore = readOfficialEdits(db, id);
  const left = correctedFields.filter(
    (name) => isEdited({ edits: before, officialEdits: officialBefore }, name) && !isEdited(corrected, name),
  );
  dropEdits(db, id, Object.keys(before));
  keepEdits(db, id, corrected.edits);
  writeOfficialEdits(db, id, corrected.officialEdits);
  writeSaid(db, id, says, corrected.said);
  const article = { ...standing, ...corrected.fields, official: corrected.official };
  const { lead, body } = corrected;
  writeArticle(db, id, { ...asImported(article, left, says), lead, body });
  keepImportedPictures(db, id);
  writeJoined(db, id, corrected.joinedInto, now);
}

type Edited = Pick<Corrected, "edits" | "officialEdits">;

function isEdited({ edits, officialEdits }: Edited, name: CorrectedField): boolean {
  return name in edits || officialNames.some((each) => `official.${each}` === name && each in officialEdits);
}

/** Fields that are corrected no longer say what the file says now, which may be another thing than before they were. */
function asImported(
  article: ImportedArticle,
  names: readonly CorrectedField[],
  says: SaidFields,
): ImportedArticle {
  let { official } = article;
  const fields = new Map<string, string | null>();
  for (const name of names) {
    const text = says[name];
    if (text === undefined) continue;
    const stated = officialNames.find((each) => `official.${each}` === name);
    const field = articleFieldsSchema.keyof().safeParse(name);
    if (stated !== undefined) official = withOfficial(official, stated, text);
    else if (field.success) fields.set(field.data, fieldOfText(field.data, text));
  }
  return { ...article, ...Object.fromEntries(fields), official };
}

/** Fields, blocks and text over what was there. */
export function writeArticle(db: Database, id: number, article: ImportedArticle): void {
  const text = articleText(article);
  const digest = digestOf(article, text.text);
  updateArticleRow(db, id, { article, digest, path: readFields(db, id).path });
  if (text.text !== readText(db, id)) countRevision(db, id, digest.characters);
  writeContents(db, id, article, text, resolverAfterEdit);
  writeArticlePictures(db, id, article);
}

/** Beside those that it shows, what corrections took out of it and what waits to be settled: either may be put back. */
export function keepImportedPictures(db: Database, id: number): void {
  const base = readBase(db, id);
  if (base === null) return;
  const { imported, conflicts } = base;
  const waiting = conflicts.flatMap((conflict) => conflict.imported);
  const insert = statement<[number, string]>(
    db,
    "INSERT OR IGNORE INTO article_pictures (article_id, sha256) SELECT ?, sha256 FROM pictures WHERE sha256 = ?",
  );
  for (const { hash } of picturesOf({ lead: imported.lead, body: [...imported.body, ...waiting] }))
    insert.run(id, hash);
  statement<[number, number]>(
    db,
    `INSERT OR IGNORE INTO article_pictures (article_id, sha256)
       SELECT ?, sha256 FROM pictures WHERE sha256 IN (
         SELECT value FROM correction_patches, json_tree(patch)
           WHERE article_id = ? AND instr(patch, '"image":"') > 0 AND json_tree.key = 'image')`,
  ).run(id, id);
}

/** The article's text as its file says it, below the corrections of its blocks. */
export function importedText(db: Database, id: number): string {
  return articleText({ ...readImported(db, id), ...readBase(db, id)?.imported }).text;
}

function joinedInto(db: Database, id: number): number | null {
  return (
    statement<[number], number>(db, "SELECT into_id FROM joined_articles WHERE article_id = ?")
      .pluck()
      .get(id) ?? null
  );
}

/** What was put into another article leaves the lists as what is in the trash does, but is not in the trash either. */
export function writeJoined(db: Database, id: number, into: number | null, now: string): void {
  if (joinedInto(db, id) === into) return;
  statement<[number]>(db, "DELETE FROM joined_articles WHERE article_id = ?").run(id);
  if (into === null) restoreFromTrash(db, [id]);
  else {
    statement<[number, number]>(db, "INSERT INTO joined_articles (article_id, into_id) VALUES (?, ?)").run(
      id,
      into,
    );
    moveToTrash(db, [id], now);
  }
}
