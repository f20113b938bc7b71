/**
 * A thread of the reader process that sees what the other cannot tell while it is busy, and says it on standard error.
 *
 * The memory limit: V8's own covers its heap only; bytes and decoded pictures lie outside it. The thread sees the whole
 * process grow, says why, and ends the process: no reader can go on past the limit by never yielding.
 *
 * What keeps the process busy: a file that hangs, while it is read or, on a network drive that does not answer, while it
 * is opened. The parent ends the process then, and learns which file it was.
 */
import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** What the process writes to standard error before it ends itself, for the parent to find. */
export const MEMORY_LIMIT_NOTICE = "reader memory limit reached";

const CHECK_EVERY_MILLISECONDS = 100;

/** Checks after which a file is worth a notice: it takes its time. */
const CHECKS_UNTIL_NOTICE = 10;

const activities = ["opening", "reading"] as const;

type Activity = (typeof activities)[number];

/** Tells the thread which file the process is busy with; 0 when it is done. */
export type Busy = (activity: Activity, file: number) => void;

export interface Watched {
  readonly megabytes: number;
  /** The file of each activity. */
  readonly files: Int32Array;
}

/** Starts the thread, which runs `entry` again to call `watch`. */
export function startWatch(entry: string, megabytes: number): Busy {
  const files = new Int32Array(new SharedArrayBuffer(activities.length * Int32Array.BYTES_PER_ELEMENT));
  new Worker(entry, { workerData: { megabytes, files } satisfies Watched }).unref();
  return (activity, file) => {
    Atomics.store(files, activities.indexOf(activity), file);
  };
}

/** Runs in the thread, with its `workerData`. */
export function watch({ megabytes, files }: Watched): void {
  const seen = activities.map((activity) => ({ activity, file: 0, checks: 0 }));
  setInterval(() => {
    for (const [place, last] of seen.entries()) {
      const file = Atomics.load(files, place);
      last.checks = file === last.file ? last.checks + 1 : 0;
      last.file = file;
      if (file !== 0 && last.checks === CHECKS_UNTIL_NOTICE) writeSync(2, busyNotice(last.activity, file));
    }
    if (process.memoryUsage.rss() < megabytes * 1024 * 1024) return;
    writeSync(2, `${MEMORY_LIMIT_NOTICE}\n`);
    process.kill(process.pid, "SIGKILL");
  }, CHECK_EVERY_MILLISECONDS);
}

function busyNotice(activity: Activity, file: number): string {
  return `reader busy ${activity} file ${file}\n`;
}

/** The inverse: the files that notices name, in their order. */
export function filesInNotices(errorOutput: string, activity: Activity): readonly number[] {
  const notices = errorOutput.matchAll(new RegExp(`^reader busy ${activity} file (\\d+)$`, "gm"));
  return [...notices].map(([, file]) => Number(file));
}
