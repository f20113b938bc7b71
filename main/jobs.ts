/** Long work: it tells how far it is, and stops when it is asked to. */
import { randomUUID } from "node:crypto";
import type { Job } from "../preload/model/job.ts";
import { FailureError } from "../preload/model/result.ts";

export type JobProgress = Pick<Job, "stage" | "done" | "total" | "at" | "reading">;

export interface JobContext {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly progress: (progress: JobProgress) => void;
}

export interface Jobs {
  /**
   * Starts `work` and answers at once with the job's id: the one given, or a new one. Throws `import-running` while an
   * import runs or is taken back; of prints the newer one is wanted, and the older is cancelled.
   */
  readonly start: (kind: Job["kind"], work: (context: JobContext) => Promise<void>, id?: string) => string;
  readonly cancel: (id: string) => void;
  /** Cancels what runs and waits until it has stopped. */
  readonly stop: () => Promise<void>;
}

export function createJobs(tell: (job: Job) => void): Jobs {
  const running = new Map<string, { kind: Job["kind"]; abort: AbortController; ended: Promise<void> }>();

  function start(
    kind: Job["kind"],
    work: (context: JobContext) => Promise<void>,
    id: string = randomUUID(),
  ): string {
    for (const other of running.values()) {
      if ((other.kind === "print") !== (kind === "print")) continue;
      if (kind !== "print") throw new FailureError("import-running");
      other.abort.abort();
    }
    const startedAt = performance.now();
    const abort = new AbortController();
    let last: JobProgress = { stage: "waiting", done: 0, total: 0, at: "" };
    const report = (state: Job["state"], failure: Job["failure"]) =>
      tell({ id, kind, ...last, state, failure, elapsed: Math.round(performance.now() - startedAt) });

    async function run(): Promise<void> {
      try {
        await work({
          id,
          signal: abort.signal,
          progress: (progress) => {
            last = progress;
            report("running", null);
          },
        });
        last = { ...last, stage: "done" };
        report(abort.signal.aborted ? "cancelled" : "finished", null);
      } catch (error) {
        if (!(error instanceof FailureError)) console.error(error);
        report(
          "failed",
          error instanceof FailureError ? error.failure : { code: "internal", parameters: { detail: kind } },
        );
      } finally {
        running.delete(id);
      }
    }

    const ended = run();
    running.set(id, { kind, abort, ended });
    return id;
  }

  return {
    start,
    cancel: (id) => running.get(id)?.abort.abort(),
    stop: async () => {
      const all = [...running.values()];
      for (const job of all) job.abort.abort();
      await Promise.all(all.map((job) => job.ended));
    },
  };
}
