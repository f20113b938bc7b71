/** Why a reader process ended that should not have. */
import type { ImportFailure } from "../../preload/model/import-report.ts";
import type { ReaderExit } from "./reader-start.ts";
import { MEMORY_LIMIT_NOTICE } from "./reader-watch.ts";

export interface Death {
  readonly code: ImportFailure["code"];
  readonly parameters: ImportFailure["parameters"];
}

/** `seconds`: the limit that a file has. */
export function deathOf(
  process: { readonly timedOut: boolean; readonly distrusted: boolean },
  exit: ReaderExit,
  seconds: number,
): Death {
  if (process.timedOut) return { code: "timed-out", parameters: { seconds } };
  return {
    code: !process.distrusted && diedOfMemory(exit) ? "out-of-memory" : "unreadable",
    parameters: {},
  };
}

/** Its own watch or V8 says so on standard error; a kill that nobody here asked for is the system's, short of memory. */
export function diedOfMemory({ signal, errorOutput }: ReaderExit): boolean {
  return (
    errorOutput.includes(MEMORY_LIMIT_NOTICE) ||
    /heap out of memory|Array buffer allocation failed/i.test(errorOutput) ||
    signal === "SIGKILL"
  );
}
