/** What the correcting desk shows of an article: the result, what the file says, and what may be put in or joined. */
import type { Database } from "better-sqlite3";
import type { CorrectionDesk } from "../../preload/model/correction.ts";
import { packBlocks } from "../../preload/model/packed-article.ts";
import { statement } from "../statement.ts";
import { outcomeOf } from "./bookmarks-follow.ts";
import { continuationsOf } from "./continuations.ts";
import { readBase } from "./corrected-articles.ts";
import { rescuedTexts } from "./correction-drafts.ts";
import { correctionState } from "./correction-state.ts";
import { countSteps } from "./correction-steps.ts";
import { readDiffering, textOfField } from "./field-conflicts.ts";
import { readPackedArticle } from "./read-article.ts";
import { documentOf } from "./sources.ts";

/** Throws `no-such-article`. */
export function correctionDesk(db: Database, id: number): CorrectionDesk {
  const { article } = readPackedArticle(db, id);
  const base = readBase(db, id);
  return {
    article,
    state: correctionState(db, id),
    rescued: rescuedTexts(db, id),
    imported: base === null ? article.blocks : packBlocks(base.imported),
    bookmarks: outcomeOf(db, id),
    ...countSteps(db, id),
    conflicts: (base?.conflicts ?? []).map(({ mine, imported }, index) => ({ index, mine, imported })),
    fieldConflicts: fieldConflicts(db, id, article),
    continuations: continuationsOf(db, id),
    spare: sparePictures(db, id),
    siblings: siblingsOf(db, id),
  };
}

function fieldConflicts(
  db: Database,
  id: number,
  article: CorrectionDesk["article"],
): CorrectionDesk["fieldConflicts"] {
  return readDiffering(db, id).map(({ name, imported }) => ({
    ...{ name, imported },
    mine: textOfField(article, name),
  }));
}

/** More than lie beside any page. */
const MOST_SPARE = 200;

/**
 * Pictures of the article's file that none of its articles shows, then those that lie as files in the same folder, or in
 * the same one of an archive, and came in by themselves.
 */
function sparePictures(db: Database, id: number): CorrectionDesk["spare"] {
  return statement<unknown[], CorrectionDesk["spare"][number]>(
    db,
    `WITH own AS (SELECT sha256, substr(path, 1, length(path) - length(name)) AS folder FROM article_sources
         WHERE article_id = @id),
       file AS (SELECT article_id FROM article_sources, own WHERE article_sources.sha256 = own.sha256
         AND (@document = '' OR part = @document OR substr(part, 1, length(@document) + 1) = @document || '/')),
       scans AS (SELECT article_id, path FROM article_sources, own
         WHERE path > folder AND path < folder || char(0x10ffff) AND folder <> '' AND path = folder || name
           AND lower(name) GLOB '*.[jp][pn]*g' AND article_id NOT IN file
         UNION ALL
         SELECT article_id, part FROM article_sources, own
           WHERE article_sources.sha256 = own.sha256 AND article_id NOT IN file
             AND substr(part, 1, length(@inner)) = @inner AND instr(substr(part, length(@inner) + 1), '/') = 0
             AND lower(part) GLOB '*.[jp][pn]*g')
     SELECT DISTINCT pictures.sha256 AS image, width, height
       FROM (SELECT article_id, '' AS path FROM file UNION ALL SELECT article_id, path FROM scans) AS brought
         JOIN article_pictures USING (article_id) JOIN pictures USING (sha256)
       WHERE NOT EXISTS (
         SELECT 1 FROM article_contents WHERE article_id IN file AND instr(blocks, pictures.sha256) > 0)
       ORDER BY path LIMIT @most`,
  ).all({ id, ...placeInArchive(db, id), most: MOST_SPARE });
}

/** The file within an archive that the article came from, and the folder that lies in, with its slash; both may be empty. */
function placeInArchive(db: Database, id: number): { readonly document: string; readonly inner: string } {
  const part = statement<[number], string>(db, "SELECT part FROM article_sources WHERE article_id = ?")
    .pluck()
    .get(id);
  const document = documentOf(part ?? "");
  return { document, inner: document.slice(0, document.lastIndexOf("/") + 1) };
}

/** More than anyone looks through. */
const MOST_SIBLINGS = 200;

/** Of the same file or page first, then of the same issue, then of the files in the same folder. */
function siblingsOf(db: Database, id: number): CorrectionDesk["siblings"] {
  return statement<unknown[], CorrectionDesk["siblings"][number]>(
    db,
    `WITH here AS (
         SELECT articles.id, publication, issued_on, page, sha256, substr(path, 1, length(path) - length(name)) AS folder
           FROM articles JOIN article_sources ON article_id = articles.id WHERE articles.id = @id),
       near AS (
         SELECT article_id AS id, 0 AS far FROM article_sources, here WHERE article_sources.sha256 = here.sha256
         UNION ALL
         SELECT articles.id, here.page = '' OR articles.page <> here.page FROM articles, here
           WHERE articles.trashed_at IS NULL AND here.issued_on <> ''
             AND articles.publication = here.publication AND articles.issued_on = here.issued_on
         UNION ALL
         SELECT article_id, 2 FROM article_sources, here
           WHERE path > folder AND path < folder || char(0x10ffff) AND folder <> '' AND path = folder || name)
       SELECT articles.id, title, page
         FROM (SELECT id, min(far) AS far FROM near GROUP BY id) JOIN articles USING (id)
         WHERE articles.id <> @id AND trashed_at IS NULL
         ORDER BY far, page_key, place_on_page, articles.id LIMIT @most`,
  ).all({ id, most: MOST_SIBLINGS });
}
