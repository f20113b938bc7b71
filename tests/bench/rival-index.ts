/**
 * The rival of our index: MiniSearch over the full text, bigrams of Han, as a program would use it that keeps all in
 * memory. Runs in a process of its own (`build` or `load`, the library's directory, the index's file), so that its
 * hundreds of megabytes burden nobody else's figures; answers one line of JSON.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import MiniSearch from "minisearch";

export interface RivalTimes {
  /** Milliseconds. */
  readonly took: number;
  readonly found: number;
}

const options = { fields: ["title", "text"], tokenize: bigrams, processTerm: (term: string) => term };

function bigrams(text: string): string[] {
  const tokens: string[] = [];
  for (const [run] of text.toLowerCase().matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    if (!/\p{Script=Han}/u.test(run) || run.length === 1) tokens.push(run);
    else for (let at = 0; at < run.length - 1; at++) tokens.push(run.slice(at, at + 2));
  }
  return tokens;
}

function build(directory: string, file: string): RivalTimes {
  const db = new Sqlite(join(directory, "library.db"), { readonly: true });
  // Its texts lie ready in memory, which ours are read from the disk for.
  const documents = db
    .prepare("SELECT id, title, text FROM articles JOIN article_contents ON article_id = id")
    .all();
  db.close();
  const index = new MiniSearch(options);
  const started = performance.now();
  index.addAll(documents);
  const took = performance.now() - started;
  writeFileSync(file, JSON.stringify(index));
  return { took, found: index.documentCount };
}

function load(query: string, file: string): RivalTimes {
  const started = performance.now();
  const index = MiniSearch.loadJSON(readFileSync(file, "utf8"), options);
  const found = index.search(query, { combineWith: "AND" }).length;
  return { took: performance.now() - started, found };
}

const [task, directoryOrQuery = "", file = ""] = process.argv.slice(2);
console.log(JSON.stringify(task === "build" ? build(directoryOrQuery, file) : load(directoryOrQuery, file)));
