/** How a reader process is started and spoken to, whichever kind of process it is. */
import type { ReaderRequest } from "./reader-protocol.ts";

export interface ReaderExit {
  readonly code: number | null;
  /** The signal's name where the system has signals. */
  readonly signal: string | null;
  /** The end of what the process wrote to standard error. */
  readonly errorOutput: string;
}

export interface ReaderStart {
  /** Command line arguments for the entry. */
  readonly args: readonly string[];
  /** Node's own options for the process. */
  readonly execArgv: readonly string[];
  readonly onMessage: (message: unknown) => void;
  /** Called once, also after `kill`. */
  readonly onExit: (exit: ReaderExit) => void;
}

export interface ReaderProcess {
  readonly send: (message: ReaderRequest) => void;
  readonly kill: () => void;
}

/** Starts `importing/reader-process.ts`: `utilityProcess` in Electron, `child_process.fork` under plain Node. */
export type StartReader = (start: ReaderStart) => ReaderProcess;
