/** Long work cut into slices: whoever runs it lets other work in between them. */
import { setImmediate } from "node:timers/promises";

/** The database thread answers other calls wherever it yields. */
export type Sliced<Output> = Generator<undefined, Output>;

/** Milliseconds: short enough that a window that asks for something meanwhile does not feel it. */
const SLICE_MS = 8;

/** The output, other work of this thread let in whenever a slice has taken long enough. */
export async function inSlices<Output>(work: Sliced<Output>): Promise<Output> {
  for (let since = performance.now(); ; ) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

/** The output, in one go: for a process or thread that has nothing else to do. */
export function atOnce<Output>(work: Sliced<Output>): Output {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The values, with a pause after each `size` of them. */
export function* slicedMap<Value, Made>(
  values: Iterable<Value>,
  make: (value: Value) => Made,
  size: number,
): Sliced<Made[]> {
  const made: Made[] = [];
  for (const value of values) {
    made.push(make(value));
    if (made.length % size === 0) yield;
  }
  return made;
}
