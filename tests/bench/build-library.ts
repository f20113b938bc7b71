/** Libraries of any size for measuring, written through the library's own functions. */
import { createHash, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { beginImport, finishImport } from "../../main/library/imports.ts";
import { openLibrary } from "../../main/library/open.ts";
import { changeSettings } from "../../main/library/settings.ts";
import type { PackedFile } from "../../main/library/store-files.ts";
import { storeFiles } from "../../main/library/store-files.ts";
import { ensureIndex, indexing } from "../../main/search/index-table.ts";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { packImport } from "../../preload/model/packed-article.ts";

/** Articles a transaction: a wait for the disk after each of 20,000 would measure nothing we ask about. */
const BATCH = 500;

/** Makes the library of `directory` anew; the articles are numbered from 1 in the order given. */
export function buildLibrary(directory: string, articles: Iterable<ImportedArticle>): void {
  rmSync(directory, { recursive: true, force: true });
  const { db, close } = openLibrary(directory);
  ensureIndex(db);
  const job = randomUUID();
  const now = new Date().toISOString();
  beginImport(db, job, now);
  const storeBatch = (batch: readonly ImportedArticle[]) =>
    indexing(db, () =>
      storeFiles(
        db,
        job,
        batch.map((article) => ({ state: "read", file: fileOf(article, now), warnings: [] })),
      ),
    );
  let batch: ImportedArticle[] = [];
  for (const article of articles) {
    batch.push(article);
    if (batch.length < BATCH) continue;
    storeBatch(batch);
    batch = [];
  }
  storeBatch(batch);
  finishImport(db, job, false);
  // The measured starts are second ones: the first start's card is closed.
  changeSettings(db, { welcomeDone: true });
  close();
}

function fileOf(article: ImportedArticle, now: string): PackedFile {
  const bytes = Buffer.from(JSON.stringify(article.body));
  const name = `${randomUUID()}.txt`;
  const sha256 = createHash("sha256").update(name).digest("hex");
  return {
    file: { path: `/bench/${name}`, shownPath: name, name, sha256, bytes },
    importerVersion: 1,
    articles: [{ part: "", article: packImport(article) }],
    pictures: [],
    collection: null,
    tags: [],
    sample: false,
    now,
  };
}
