/** The reader process with formats added that misbehave, to see what is left of the other files. */
import { isMainThread, workerData } from "node:worker_threads";
import type { FormatReader } from "../../main/importing/format.ts";
import { formats } from "../../main/importing/formats.ts";
import { connectToParent } from "../../main/importing/parent-port.ts";
import { startWatch, watch } from "../../main/importing/reader-watch.ts";
import { serveFiles } from "../../main/importing/serve-files.ts";

function misbehaving(name: string, misbehave: () => void): FormatReader {
  return {
    name,
    recognises: ({ head }) => head === `misbehave: ${name}`,
    read: () => {
      misbehave();
      throw new Error(`${name} came back`);
    },
  };
}

const trialFormats = [
  misbehaving("hang", () => {
    for (;;);
  }),
  misbehaving("fill the heap", () => {
    const kept: number[][] = [];
    for (;;) kept.push(new Array(1_000_000).fill(kept.length));
  }),
  misbehaving("fill memory outside the heap", () => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
  }),
  misbehaving("crash", () => process.kill(process.pid, "SIGSEGV")),
  misbehaving("answer nonsense", () => process.send?.({ type: "nonsense" })),
  misbehaving("answer pieces that do not fit", () => {
    // In the test's folder it is the third file.
    const piece = { sha256: "0".repeat(64), start: 9, total: 4, bytes: new Uint8Array(4) };
    process.send?.({ type: "parcel", file: 3, articles: [], pieces: [piece], end: null });
    for (;;);
  }),
  misbehaving("throw", () => {}),
];

if (isMainThread) {
  const busy = startWatch(import.meta.filename, Number(process.argv[2]));
  serveFiles(connectToParent(), [...trialFormats, ...formats], busy);
} else {
  watch(workerData);
}
