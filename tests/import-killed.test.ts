import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, watch } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "./importing/temporary-folder.ts";

// Whole imports by the command line itself, ended in the middle.
vi.setConfig({ testTimeout: 120_000 });

const FILES = 2000;
const commandLine = join(import.meta.dirname, "../main/cli.ts");

test("kill -9 in the middle of an import leaves every article whole or absent, and importing again completes it", async () => {
  const files = Array.from({ length: FILES }, (_, index) => [
    `${index}.md`,
    `# 第${index}篇\n\n正文${index}。`,
  ]);
  const folder = temporaryFolder(Object.fromEntries(files));
  const library = join(temporaryFolder(), "库");
  mkdirSync(library);
  // While the first group is written, at its end, in later ones.
  for (const writes of [100, 150, 300, 700]) await importUntilKilled(folder, library, writes);

  const stored = contentsOf(library);
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.length).toBeLessThan(FILES);
  for (const { title, text, original } of stored) {
    const number = /\d+/.exec(title)?.[0];
    expect({ text, original }).toEqual({
      text: `第${number}篇\n正文${number}。`,
      original: `# 第${number}篇\n\n正文${number}。`,
    });
  }

  const ended = await importWhole(folder, library);
  expect(ended.failed).toEqual([]);
  expect(ended.unchanged.length).toBe(stored.length);
  expect(ended.imported.length).toBe(FILES - stored.length);
  expect(new Set(contentsOf(library).map(({ title }) => title)).size).toBe(FILES);
});

/** Kills the command line once so many writes to the library's log have been seen. */
async function importUntilKilled(folder: string, library: string, writes: number): Promise<void> {
  const child = spawn(process.execPath, [commandLine, "import", folder, "--library", library], {
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let seen = 0;
  const watcher = watch(library, (_event, name) => {
    if (name === "library.db-wal" && ++seen === writes) child.kill("SIGKILL");
  });
  const [, signal] = await once(child, "exit");
  watcher.close();
  expect(signal).toBe("SIGKILL");
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
