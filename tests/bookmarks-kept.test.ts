/** What was said to be saved is there, however the program ends; what could not be saved is said and can be sent again. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import type { NewBookmark } from "../main/library/bookmarks.ts";
import { addBookmark, bookmarksOf, deleteBookmarks } from "../main/library/bookmarks.ts";
import { storageFailure } from "../main/library/failures.ts";
import { openLibrary } from "../main/library/open.ts";
import { FailureError } from "../preload/model/result.ts";
import {
  article,
  countOf,
  NOW,
  storeEach,
  temporaryDirectory,
  temporaryLibrary,
} from "./library/temporary-library.ts";

const KILLS = 50;

test("every bookmark that was confirmed survives kill -9 within 5 ms, fifty times", {
  timeout: 300_000,
}, async () => {
  const directory = temporaryDirectory();
  const library = openLibrary(directory);
  storeEach(library.db, [article({ title: "春耕" }, "抢抓农时，早动手，早安排。".repeat(200))]);
  library.close();

  const confirmed: string[] = [];
  for (let kill = 0; kill < KILLS; kill++)
    confirmed.push(...(await markUntilKilled(directory, 1 + (kill % 3))));
  expect(confirmed.length).toBeGreaterThanOrEqual(KILLS);

  const db = new Sqlite(join(directory, "library.db"), { readonly: true });
  onTestFinished(() => void db.close());
  const kept = new Set(db.prepare<[], string>("SELECT uuid FROM bookmarks").pluck().all());
  expect(confirmed.filter((uuid) => !kept.has(uuid))).toEqual([]);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.pragma("foreign_key_check")).toEqual([]);
  expect(countOf(db, "bookmark_tags")).toBe(kept.size);
});

/** The uuids that were confirmed before the process was killed: at once, as soon as it has said `enough` of them. */
async function markUntilKilled(directory: string, enough: number): Promise<readonly string[]> {
  const maker = spawn(process.execPath, [join(import.meta.dirname, "bookmark-maker.ts"), directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void maker.kill("SIGKILL"));
  const exit = once(maker, "exit");
  const uuids: string[] = [];
  for await (const uuid of createInterface({ input: maker.stdout })) {
    uuids.push(uuid);
    if (uuids.length === enough) maker.kill("SIGKILL");
  }
  await exit;
  return uuids;
}

test("a full disk is said, loses nothing, and the same bookmark is saved once there is room", () => {
  const { db } = temporaryLibrary();
  const quote = "抢抓农时";
  const [id = 0] = storeEach(db, [article({ title: "春耕" }, `${quote}，早动手，早安排。`)]);
  const bookmark: NewBookmark = {
    ...{ uuid: "5b0c0b5e-7f0e-4b4c-9a55-0d2f6a3f1c11", article: id, revision: 1, quote },
    ...{ start: 3, end: 7, color: "red" as const, note: "长批注".repeat(30_000), tags: [] },
  };
  const first = addBookmark(db, { ...bookmark, uuid: undefined, note: "短" }, NOW);

  db.pragma(`max_page_count = ${db.pragma("page_count", { simple: true })}`);
  expect(failureOf(() => addBookmark(db, bookmark, NOW))).toBe("disk-full");
  expect(bookmarksOf(db, id)).toEqual([first]);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");

  db.pragma("max_page_count = 1073741823");
  const saved = addBookmark(db, bookmark, NOW);
  expect(addBookmark(db, bookmark, NOW)).toEqual(saved);
  expect(bookmarksOf(db, id)).toEqual([first, saved]);
  expect(deleteBookmarks(db, [first.id, saved.id])).toHaveLength(2);
});

/** The code as the database thread would answer it. */
function failureOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    const failure = storageFailure(error, "资料库");
    if (failure instanceof FailureError) return failure.failure.code;
    throw error;
  }
}
