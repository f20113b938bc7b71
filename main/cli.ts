/** Entry of the command line under plain Node: the database thread and the reader process lie beside this file. */
import { join } from "node:path";
import { runCommandLine } from "./cli/command-line.ts";
import { forkedReader } from "./importing/forked-reader.ts";

const isSource = import.meta.filename.endsWith(".ts");
const databaseThread = join(import.meta.dirname, isSource ? "database-thread.ts" : "database-thread.js");
const readerProcess = join(
  import.meta.dirname,
  isSource ? "importing/reader-process.ts" : "reader-process.js",
);

const abort = new AbortController();
process.once("SIGINT", () => abort.abort());
// Whoever reads our output may stop early (`antou list | head`).
process.stdout.on("error", () => {});
process.exitCode = await runCommandLine(process.argv.slice(2), {
  startReader: forkedReader(readerProcess),
  databaseThread,
  signal: abort.signal,
});
