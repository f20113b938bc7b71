/** Corrections that were confirmed are there however the program ends, each step whole or absent, and undone to the letter. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { addBookmark, bookmarksOf } from "../main/library/bookmarks.ts";
import { readText } from "../main/library/contents.ts";
import { correctionDesk } from "../main/library/correction-desk.ts";
import { retrace } from "../main/library/corrections.ts";
import { openLibrary } from "../main/library/open.ts";
import { article, NOW, storeEach, temporaryDirectory } from "./library/temporary-library.ts";

const KILLS = 20;

test("steps that were confirmed survive kill -9, twenty times, and all of them are undone to the letter", {
  timeout: 300_000,
}, async () => {
  const directory = temporaryDirectory();
  const made = openLibrary(directory);
  const lines = Array.from({ length: 30 }, (_, number) => `第${number}段，抢抓农时，早动手，早安排。`);
  const [id = 0] = storeEach(made.db, [article({ title: "春耕" }, ...lines)]);
  const before = readText(made.db, id);
  for (const quote of lines.slice(3, 20)) {
    const start = before.indexOf(quote);
    const place = { article: id, revision: 1, start, end: start + quote.length, quote };
    addBookmark(made.db, { ...place, color: "red", note: "", tags: [] }, NOW);
  }
  made.close();

  let confirmed = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const said = await correctUntilKilled(directory, 2 + (kill % 5));
    const { db, close } = openLibrary(directory);
    const { undoable } = correctionDesk(db, id);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    // What was on its way when the process died may have been written, too.
    expect([said, said + 1]).toContain(undoable);
    expect(undoable).toBeGreaterThan(confirmed);
    confirmed = undoable;
    close();
  }

  const { db, close } = openLibrary(directory);
  onTestFinished(close);
  expect(bookmarksOf(db, id).map(({ state }) => state)).not.toContain("lost");
  while (correctionDesk(db, id).undoable > 0) retrace(db, id, "undo", NOW);
  expect(readText(db, id)).toBe(before);
  expect(new Set(bookmarksOf(db, id).map(({ state }) => state))).toEqual(new Set(["kept"]));
});

/** How many steps the last word was of; killed as soon as it has said so much. */
async function correctUntilKilled(directory: string, enough: number): Promise<number> {
  const corrector = spawn(process.execPath, [join(import.meta.dirname, "corrector.ts"), directory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void corrector.kill("SIGKILL"));
  const exit = once(corrector, "exit");
  let said: string[] = [];
  for await (const line of createInterface({ input: corrector.stdout })) {
    said = [...said, line];
    if (said.length === enough) corrector.kill("SIGKILL");
  }
  await exit;
  return Number(said.at(-1));
}
