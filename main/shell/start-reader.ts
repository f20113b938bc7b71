/** The reader process under Electron: a utility process, so that what it parses cannot bring the application down. */
import { utilityProcess } from "electron";
import type { StartReader } from "../importing/reader-start.ts";

/** Enough of standard error to hold V8's last words. */
const keptCharacters = 20_000;

/** @param entry the path of the built `importing/reader-process.ts` */
export function utilityReader(entry: string): StartReader {
  return ({ args, execArgv, onMessage, onExit }) => {
    const child = utilityProcess.fork(entry, [...args], {
      execArgv: [...execArgv],
      serviceName: "Antou reader",
      stdio: ["ignore", "ignore", "pipe"],
    });
    let errorOutput = "";
    child.stderr?.on("data", (text: Buffer) => {
      errorOutput = (errorOutput + text.toString("utf8")).slice(-keptCharacters);
    });
    child.on("message", onMessage);
    // V8 out of memory. Unheard, an event of this name would be thrown here and end the application.
    child.on("error", (type, location, report) => {
      errorOutput = `${errorOutput}${type} ${location} ${/"event":\s*"[^"]*"/.exec(report)?.[0] ?? ""}\n`;
    });
    // A utility process does not tell its signal; its code differs from 0 when it was killed.
    child.on("exit", (code) => onExit({ code, signal: null, errorOutput }));
    return {
      send: (message) => child.postMessage(message),
      // Before the process is there, nothing is killed and `kill` says so.
      kill: () => {
        if (!child.kill()) child.once("spawn", () => child.kill());
      },
    };
  };
}
