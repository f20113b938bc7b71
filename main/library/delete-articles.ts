/** Deleting for good: the article and all that is its own, and the bytes that nothing else needs. */
import type { Database } from "better-sqlite3";
import { statement } from "../statement.ts";
import { requireArticles } from "./articles.ts";
import { forgetSteps } from "./correction-steps.ts";
import { deleteUnusedOriginals, originalsOf } from "./originals.ts";
import { deleteUnusedPictures, picturesShownBy } from "./pictures.ts";

export function deleteForever(db: Database, ids: readonly number[]): void {
  db.transaction(() => {
    requireArticles(db, ids);
    // Half of a step must not be undone in the article that is left.
    for (const id of ids) forgetSteps(db, id);
    const pictures = picturesShownBy(db, ids);
    const originals = originalsOf(db, ids);
    statement<unknown[]>(db, "DELETE FROM articles WHERE id IN (SELECT value FROM json_each(?))").run(
      JSON.stringify(ids),
    );
    deleteUnusedPictures(db, pictures);
    deleteUnusedOriginals(db, originals);
  }).immediate();
}

/** The starter library (示例) goes in one click, from the trash as well. */
export function removeSamples(db: Database): void {
  deleteForever(db, statement<[], number>(db, "SELECT id FROM articles WHERE sample = 1").pluck().all());
}
