/** Processor time of a program and all it has started, those that have ended included. Linux only. */
import { readFileSync } from "node:fs";
import { treeOf } from "./process-memory.ts";

/** Of `/proc`, on every Linux. */
const TICKS_A_SECOND = 100;

/** Of `/proc/<id>/stat` behind the name: user and system time, and those of children that have been waited for. */
const TIMES = [11, 12, 13, 14];

/** Seconds. */
export function processorTimeOfTree(root: number): number {
  return treeOf(root).reduce((sum, process) => sum + processorTime(process), 0);
}

/** Seconds, of the children of this process that have ended. */
export function processorTimeOfEnded(): number {
  return timesOf(process.pid)
    .slice(2)
    .reduce((sum, seconds) => sum + seconds, 0);
}

function processorTime(process: number): number {
  return timesOf(process).reduce((sum, seconds) => sum + seconds, 0);
}

/** Zeros where the process has just ended. */
function timesOf(process: number): readonly number[] {
  let status = "";
  try {
    status = readFileSync(`/proc/${process}/stat`, "utf8");
  } catch {}
  // The program's name stands in brackets and may hold anything.
  const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
  return TIMES.map((field) => Number(fields[field] ?? 0) / TICKS_A_SECOND);
}
