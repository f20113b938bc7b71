/** Long work, told the same way whatever it is: import, export, print, reindex. */
import { z } from "zod";
import type { Failure } from "./result.ts";

export const jobIdSchema = z.uuid();

export interface Job {
  readonly id: string;
  /** `undo`: an import is taken back. */
  readonly kind: "import" | "undo" | "print";
  /** `laying-out`: the print page is drawn. `printing`: its PDF is made. */
  readonly stage: "waiting" | "looking" | "reading" | "undoing" | "laying-out" | "printing" | "done";
  readonly done: number;
  /** 0 while not yet known. */
  readonly total: number;
  readonly state: "running" | "finished" | "cancelled" | "failed";
  /** What is being worked on, such as a file's name. */
  readonly at: string;
  /** Of an import: the places of the files that are being read or stored, the last inclusive. */
  readonly reading?: { readonly from: number; readonly to: number } | undefined;
  /** Milliseconds since the start, so that the interface can say how long is left. */
  readonly elapsed: number;
  readonly failure: Failure | null;
}
