/** `utilityProcess`: a Node process of its own, by `child_process.fork`, which clones values as Electron does. */
import { type ChildProcess, fork as forkNode, type StdioOptions } from "node:child_process";
import { EventEmitter } from "node:events";
import { constants } from "node:os";
import type * as Electron from "electron";
import type { Same } from "./same.ts";

const host = new URL("./utility-host.ts", import.meta.url);

class StandInUtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(modulePath: string, values: readonly string[], options: Electron.ForkOptions) {
    super();
    this.#child = forkNode(host, [modulePath, ...values], {
      serialization: "advanced",
      execArgv: options.execArgv ?? [],
      stdio: stdioOf(options.stdio),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env as NodeJS.ProcessEnv }),
    });
    this.#child.on("spawn", () => this.emit("spawn"));
    this.#child.on("message", (value) => this.emit("message", value));
    this.#child.on("error", (error) => this.emit("error", "FatalError", error.message, ""));
    this.#child.on("exit", (code, signal) => {
      this.emit("exit", code ?? constants.signals[signal ?? "SIGKILL"]);
    });
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  get stdout(): NodeJS.ReadableStream | null {
    return this.#child.stdout;
  }

  get stderr(): NodeJS.ReadableStream | null {
    return this.#child.stderr;
  }

  postMessage(value: unknown): void {
    if (this.#child.connected) this.#child.send(value as object);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = {
  fork: (modulePath: string, values: readonly string[] = [], options: Electron.ForkOptions = {}) =>
    new StandInUtilityProcess(modulePath, values, options),
};

export type CheckedUtilityProcess = Same<StandInUtilityProcess, Electron.UtilityProcess>;

function stdioOf(given: Electron.ForkOptions["stdio"]): StdioOptions {
  const three = Array.isArray(given) ? given.slice(0, 3) : Array<string>(3).fill(given ?? "inherit");
  return [...three, "ipc"] as StdioOptions;
}
