/** An import taken back, a few articles at a time, so that the library answers others meanwhile. */
import type { Database } from "./database.ts";
import type { JobProgress } from "./jobs.ts";

/** At most, in one transaction: each commit waits for the disk. */
const ARTICLES_AT_A_TIME = 200;

/** Between two groups it stops when `signal` is aborted; what is left is gone on with the next time. Throws `no-such-import`. */
export async function undoImport(
  database: Pick<Database, "call">,
  job: string,
  signal: AbortSignal,
  onProgress: (progress: JobProgress) => void,
): Promise<void> {
  for (let total = 0, done = 0; !signal.aborted; ) {
    const step = await database.call("undoNext", { job, limit: ARTICLES_AT_A_TIME });
    done += step.done;
    total = Math.max(total, done + step.left);
    onProgress({ stage: "undoing", done, total, at: "" });
    if (step.left === 0) return;
  }
}
