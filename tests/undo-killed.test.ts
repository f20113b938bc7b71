/** Taking an import back is gone on with where it was interrupted, however that was. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { finishImport } from "../main/library/imports.ts";
import { openLibrary } from "../main/library/open.ts";
import { storeFiles } from "../main/library/store-files.ts";
import { undoForecast } from "../main/library/undo-import.ts";
import {
  article,
  countOf,
  fileOf,
  read,
  startImport,
  temporaryDirectory,
} from "./library/temporary-library.ts";

/** Many times more than are taken back before a kill arrives. */
const FILES = 600;
const KILLS = 15;

test("kill -9 while an import is taken back, fifteen times: each article is there or away, and going on completes it", {
  timeout: 300_000,
}, async () => {
  const directory = temporaryDirectory();
  const made = openLibrary(directory);
  const filesOf = (version: string, count: number) =>
    Array.from({ length: count }, (_, number) =>
      read(
        fileOf(`/${number}.txt`, `${version}${number}`, [
          article({ title: `第${number}篇` }, `${version}的正文。`),
        ]),
      ),
    );
  const first = startImport(made.db);
  storeFiles(made.db, first, filesOf("旧", FILES / 2));
  finishImport(made.db, first, false);
  const job = startImport(made.db);
  storeFiles(made.db, job, filesOf("新", FILES));
  finishImport(made.db, job, false);
  made.close();

  for (let kill = 0; kill < KILLS; kill++) {
    await undoUntil(directory, job, 1);
    const { db, close } = openLibrary(directory);
    const { state, created, changed } = undoForecast(db, job);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(state).toBe("begun");
    const shown = (text: string) =>
      db
        .prepare(
          "SELECT count(*) FROM articles JOIN article_contents ON article_id = id WHERE trashed_at IS NULL AND text LIKE ?",
        )
        .pluck()
        .get(`%${text}的正文%`);
    expect(shown("新")).toBe(created + changed);
    expect(shown("旧")).toBe(FILES / 2 - changed);
    close();
  }
  await undoUntil(directory, job, Number.POSITIVE_INFINITY);
  const { db, close } = openLibrary(directory);
  onTestFinished(close);
  expect(undoForecast(db, job)).toMatchObject({ state: "done", created: 0, changed: 0 });
  expect(countOf(db, "articles WHERE trashed_at IS NULL")).toBe(FILES / 2);
  expect(countOf(db, "article_contents WHERE text LIKE '%旧的正文%'")).toBe(FILES / 2);
});

/** Killed as soon as it has said so much. */
async function undoUntil(directory: string, job: string, enough: number): Promise<void> {
  const undoer = spawn(process.execPath, [join(import.meta.dirname, "undoer.ts"), directory, job], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void undoer.kill("SIGKILL"));
  const exit = once(undoer, "exit");
  let said = 0;
  for await (const _ of createInterface({ input: undoer.stdout })) {
    said++;
    if (said === enough) undoer.kill("SIGKILL");
  }
  await exit;
}
