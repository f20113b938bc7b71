/** The line to the parent process: Node's own under `child_process.fork`, `process.parentPort` in Electron's utility process. */
import { z } from "zod";
import type { ParentPort } from "./serve-files.ts";

interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: "message", listener: (event: unknown) => void): void;
}

/** Electron wraps each message in an event. */
const eventSchema = z.object({ data: z.unknown() });

/** Throws where the process was not started as a reader. When the parent is gone, the process ends. */
export function connectToParent(): ParentPort {
  const utility = utilityPort();
  if (utility !== null) {
    return {
      // A thread of its own sends it, whatever this one does then. What a crash loses on the way, the parent asks for again.
      send: (reply) => Promise.resolve(utility.postMessage(reply)),
      onMessage: (listener) => utility.on("message", (event) => listener(eventSchema.parse(event).data)),
    };
  }
  const send = process.send?.bind(process);
  if (send === undefined) throw new Error("The reader process is started by the application, not by hand.");
  process.on("disconnect", () => process.exit());
  return {
    // An error means that the parent is gone, and this process with it.
    send: (reply) => new Promise((sent) => send(reply, undefined, {}, () => sent())),
    onMessage: (listener) => process.on("message", listener),
  };
}

function utilityPort(): UtilityPort | null {
  const port: unknown = "parentPort" in process ? process.parentPort : null;
  return isUtilityPort(port) ? port : null;
}

function isUtilityPort(port: unknown): port is UtilityPort {
  return typeof port === "object" && port !== null && "postMessage" in port && "on" in port;
}
