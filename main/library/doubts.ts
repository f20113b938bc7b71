/** Which articles look doubtful by their contents, worked out when those are written, and which doubts people have settled. */
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { ImportedArticle } from "../../preload/model/article.ts";
import type { Doubt } from "../../preload/model/doubts.ts";
import { contentDoubts, doubtCodes } from "../../preload/model/doubts.ts";
import { statement } from "../statement.ts";
import { requireArticles } from "./articles.ts";

const doubtsSchema = z.array(
  z.object({
    code: z.enum(doubtCodes),
    parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
) satisfies z.ZodType<readonly Doubt[]>;
const keysSchema = z.array(z.string());

/** Called where an article's contents are written. What was settled stays so. */
export function writeDoubts(db: Database, id: number, article: ImportedArticle): void {
  const doubts = contentDoubts(article);
  if (doubts.length === 0) {
    statement<unknown[]>(db, "UPDATE article_doubts SET doubts = '[]' WHERE article_id = ?").run(id);
    return;
  }
  statement<unknown[]>(
    db,
    `INSERT INTO article_doubts (article_id, doubts) VALUES (?, ?)
       ON CONFLICT (article_id) DO UPDATE SET doubts = excluded.doubts`,
  ).run(id, JSON.stringify(doubts));
}

/** Marks doubts of articles as settled, by their keys; adds to those settled before. Throws `no-such-article`. */
export function settleDoubts(
  db: Database,
  articles: readonly { readonly id: number; readonly keys: readonly string[] }[],
): void {
  db.transaction(() => {
    requireArticles(
      db,
      articles.map(({ id }) => id),
    );
    for (const { id, keys } of articles) {
      const settled = new Set([...settledOf(db, id), ...keys]);
      writeSettled(db, id, [...settled]);
    }
  }).immediate();
}

/** None of an article's doubts counts as settled any more. */
export function reopenDoubts(db: Database, ids: readonly number[]): void {
  statement<unknown[]>(
    db,
    "UPDATE article_doubts SET checked = '[]' WHERE article_id IN (SELECT value FROM json_each(?))",
  ).run(JSON.stringify(ids));
}

/** As they are stored. */
export function parseDoubts(doubts: string): readonly Doubt[] {
  return doubtsSchema.parse(JSON.parse(doubts));
}

/** As they are stored. */
export function parseSettled(checked: string): ReadonlySet<string> {
  return new Set(keysSchema.parse(JSON.parse(checked)));
}

function settledOf(db: Database, id: number): ReadonlySet<string> {
  const checked = statement<[number], string>(db, "SELECT checked FROM article_doubts WHERE article_id = ?")
    .pluck()
    .get(id);
  return parseSettled(checked ?? "[]");
}

function writeSettled(db: Database, id: number, keys: readonly string[]): void {
  statement<unknown[]>(
    db,
    `INSERT INTO article_doubts (article_id, doubts, checked) VALUES (@id, '[]', @checked)
       ON CONFLICT (article_id) DO UPDATE SET checked = excluded.checked`,
  ).run({ id, checked: JSON.stringify(keys) });
}
