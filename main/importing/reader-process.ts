/** Entry of the reader process: parses files that may be hostile, apart from everything that must not be lost. */
import { constants, setPriority } from "node:os";
import { isMainThread, workerData } from "node:worker_threads";
import { startWatch, watch } from "./reader-watch.ts";

if (isMainThread) {
  // Reading files is background work: on an office PC's few cores the window comes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const busy = startWatch(import.meta.filename, Number(process.argv[2]));
  // Loaded only here: the watching thread has no use for the readers.
  const [{ formats }, { connectToParent }, { serveFiles }] = await Promise.all([
    import("./formats.ts"),
    import("./parent-port.ts"),
    import("./serve-files.ts"),
  ]);
  serveFiles(connectToParent(), formats, busy);
} else {
  watch(workerData);
}
