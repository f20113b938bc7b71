/**
 * The reader process's memory limit. V8's own limit covers its heap only; bytes and decoded pictures lie outside it. A
 * thread of its own sees the whole process grow even while the reader is busy, says why, and ends the process: no
 * reader can go on past the limit by never yielding.
 */
import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** What the process writes to standard error before it ends itself, for the parent to find. */
export const MEMORY_LIMIT_NOTICE = "reader memory limit reached";

const CHECK_EVERY_MILLISECONDS = 100;

/** Starts the thread, which runs `entry` again with the limit as its `workerData`. */
export function startMemoryWatch(entry: string, megabytes: number): void {
  new Worker(entry, { workerData: megabytes }).unref();
}

/** Runs in the thread. */
export function watchMemory(megabytes: number): void {
  setInterval(() => {
    if (process.memoryUsage.rss() < megabytes * 1024 * 1024) return;
    writeSync(2, `${MEMORY_LIMIT_NOTICE}\n`);
    process.kill(process.pid, "SIGKILL");
  }, CHECK_EVERY_MILLISECONDS);
}
