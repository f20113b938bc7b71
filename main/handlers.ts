/** The contract implemented: a line or two a call. Knows services, not Electron. */
import { writeFile } from "node:fs/promises";
import type { CallInput, CallName, CallOutput, Events } from "../preload/contract.ts";
import { FailureError } from "../preload/model/result.ts";
import type { Database } from "./database.ts";
import { decodeText } from "./importing/decode-text.ts";
import { guessDetails } from "./importing/guess-details.ts";
import type { StartReader } from "./importing/reader-client.ts";
import { runImport } from "./import-job.ts";
import { createJobs } from "./jobs.ts";
import type { Desktop } from "./shell/desktop.ts";

export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

export interface Services {
  readonly database: Database;
  readonly desktop: Desktop;
  readonly startReader: StartReader;
  readonly tell: <Name extends keyof Events>(name: Name, value: Events[Name]) => void;
  readonly about: CallOutput<"about">;
}
