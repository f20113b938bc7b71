/** The reader process under plain Node, for the command line and for tests. */
import { fork } from "node:child_process";
import type { StartReader } from "./reader-start.ts";

/** Enough of standard error to hold V8's last words. */
const KEPT_CHARACTERS = 20_000;

/** `entry` is the path of `reader-process`, as source or as built. */
export function forkedReader(entry: string): StartReader {
  return ({ args, execArgv, onMessage, onExit }) => {
    const child = fork(entry, args, {
      execArgv: [...execArgv],
      // Typed arrays cross as they are, not as JSON.
      serialization: "advanced",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let errorOutput = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      errorOutput = (errorOutput + text).slice(-KEPT_CHARACTERS);
    });
    child.on("message", onMessage);
    // "close" comes after "exit", when standard error has been read to its end.
    child.on("close", (code, signal) => onExit({ code, signal, errorOutput }));
    child.on("error", (error) => {
      errorOutput += error.message;
    });
    return {
      // The process may be gone already: its exit is what tells, not a failed send.
      send: (message) => child.send(message, () => {}),
      kill: () => child.kill("SIGKILL"),
    };
  };
}
