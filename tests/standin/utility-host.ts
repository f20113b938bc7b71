/** The first module of a utility process: gives it `process.parentPort`, then the module it was forked for. */
import { EventEmitter } from "node:events";
import { pathToFileURL } from "node:url";

const [, , modulePath = "", ...values] = process.argv;

const parentPort = Object.assign(new EventEmitter(), {
  postMessage(value: unknown): void {
    process.send?.(value);
  },
});

// Messages wait in the channel until someone listens, and are lost on nobody.
parentPort.on("newListener", (name) => {
  if (name !== "message" || parentPort.listenerCount("message") > 0) return;
  process.on("message", (data) => parentPort.emit("message", { data, ports: [] }));
});
// A process whose parent is gone has nobody to work for.
process.on("disconnect", () => process.exit());

Object.defineProperty(process, "parentPort", { value: parentPort });
process.argv.splice(1, process.argv.length, modulePath, ...values);
await import(pathToFileURL(modulePath).href);
