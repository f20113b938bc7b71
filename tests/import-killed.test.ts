import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, watch } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { INDEX } from "../main/search/index-table.ts";
import { createRandom } from "./bench/random.ts";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Whole imports by the command line itself, ended in the middle.
vi.setConfig({ testTimeout: 600_000 });

const FILES = 2000;
/** ANTOU_KILLS=200 for a long run. */
const KILLS = Number(process.env["ANTOU_KILLS"] ?? 30);
/** Then an import of it completes it; until then each goes on for a random part of twice that share. */
const KILLS_A_LIBRARY = 5;
const commandLine = join(import.meta.dirname, "../main/cli.ts");

test("kill -9 at thirty random moments all over an import leaves every article whole or absent, and importing again completes it", async () => {
  const files = Array.from({ length: FILES }, (_, index) => [
    `${index}.md`,
    `# 第${index}篇\n\n正文${index}。`,
  ]);
  const folder = temporaryFolder(Object.fromEntries(files));
  const random = createRandom(20_261_124);
  // Of how much of an import how many writes were seen: fewer when the machine is busy, so that each run adds what it saw.
  let [writes, share] = [await writesOfImport(folder), 1];
  const reached: number[] = [];
  let [library, before, kills] = [newLibrary(), 0, 0];
  // Some end before they are to be killed: then another library is begun.
  for (let run = 0; reached.length < KILLS && run < 2 * KILLS; run++) {
    const most = Math.ceil((writes / share) * (2 / KILLS_A_LIBRARY));
    const { killed, seen } = await importUntilKilled(folder, library, random.between(1, most));
    const stored = contentsOf(library);
    writes += seen;
    share += (stored.length - before) / FILES;
    expect(stored.length).toBeGreaterThanOrEqual(before);
    expectWhole(stored);
    expectIndexed(library);
    before = stored.length;
    if (killed) reached.push(stored.length / FILES);
    if (killed && ++kills < KILLS_A_LIBRARY && reached.length < KILLS) continue;
    const ended = await importWhole(folder, library);
    expect(ended.failed).toEqual([]);
    expect(ended.unchanged.length).toBe(stored.length);
    expect(ended.imported.length).toBe(FILES - stored.length);
    expect(new Set(contentsOf(library).map(({ title }) => title)).size).toBe(FILES);
    expectIndexed(library);
    [library, before, kills] = [newLibrary(), 0, 0];
  }
  expect(reached).toHaveLength(KILLS);
  const killedIn = (from: number, to: number) =>
    reached.filter((share) => share >= from && share < to).length;
  const quarters = [killedIn(0, 0.25), killedIn(0.25, 0.5), killedIn(0.5, 0.75), killedIn(0.75, 1)];
  expect(Math.min(...quarters), `kills in each quarter of an import: ${quarters}`).toBeGreaterThan(0);
});

/** How many writes to its log are seen of a whole import. */
async function writesOfImport(folder: string): Promise<number> {
  const library = newLibrary();
  let seen = 0;
  const watcher = watch(library, (_event, name) => {
    if (name === "library.db-wal") seen++;
  });
  const { imported } = await importWhole(folder, library);
  watcher.close();
  expect(imported).toHaveLength(FILES);
  return seen;
}

function newLibrary(): string {
  const library = join(temporaryFolder(), "库");
  mkdirSync(library);
  return library;
}

/** Kills the command line once so many writes to the library's log have been `seen`. Not `killed` where it had ended before. */
async function importUntilKilled(
  folder: string,
  library: string,
  writes: number,
): Promise<{ readonly killed: boolean; readonly seen: number }> {
  const child = spawn(process.execPath, [commandLine, "import", folder, "--library", library], {
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let seen = 0;
  const watcher = watch(library, (_event, name) => {
    if (name === "library.db-wal" && ++seen === writes) child.kill("SIGKILL");
  });
  const [code, signal] = await once(child, "exit");
  watcher.close();
  if (signal !== "SIGKILL") expect(code).toBe(0);
  return { killed: signal === "SIGKILL", seen };
}

function expectWhole(stored: ReturnType<typeof contentsOf>): void {
  for (const { title, text, original } of stored) {
    const number = /\d+/.exec(title)?.[0];
    expect({ text, original }).toEqual({
      text: `第${number}篇\n正文${number}。`,
      original: `# 第${number}篇\n\n正文${number}。`,
    });
  }
}

/** What is stored can be found, and nothing else. */
function expectIndexed(library: string): void {
  const db = new Sqlite(join(library, "library.db"));
  try {
    const ids = (sql: string) => db.prepare<[], number>(sql).pluck().all();
    // Killed before the index was made, which is before anything is stored.
    if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").get(INDEX) === undefined) return;
    const articles = ids("SELECT id FROM articles ORDER BY id");
    db.exec(`INSERT INTO ${INDEX} (${INDEX}) VALUES ('integrity-check')`);
    const waiting = new Set(ids("SELECT article_id FROM search_queue"));
    const indexed = articles.filter((id) => !waiting.has(id));
    expect(ids(`SELECT id FROM ${INDEX}_docsize ORDER BY id`)).toEqual(indexed);
    // 正文 stands in each of them.
    expect(ids(`SELECT rowid FROM ${INDEX} WHERE ${INDEX} MATCH '正文' ORDER BY rowid`)).toEqual(indexed);
  } finally {
    db.close();
  }
}

async function importWhole(folder: string, library: string) {
  const args = [commandLine, "import", folder, "--library", library, "--json"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  for await (const text of child.stdout.setEncoding("utf8")) output += text;
  return JSON.parse(output) as Record<"imported" | "unchanged" | "failed", readonly unknown[]>;
}

/** Read past the program, once the file has been found sound. */
function contentsOf(library: string) {
  const db = new Sqlite(join(library, "library.db"));
  try {
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(db.pragma("foreign_key_check")).toEqual([]);
    // Killed before the tables were made.
    if (db.pragma("user_version", { simple: true }) === 0) return [];
    return db
      .prepare<[], { title: string; text: string; original: string }>(
        `SELECT title, article_contents.text, CAST(originals.bytes AS TEXT) AS original
           FROM articles LEFT JOIN article_contents ON article_contents.article_id = articles.id
           LEFT JOIN article_sources ON article_sources.article_id = articles.id LEFT JOIN originals USING (sha256)`,
      )
      .all();
  } finally {
    db.close();
  }
}
