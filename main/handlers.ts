/** The contract implemented: a line or two a call. Knows services, not Electron. */
import { writeFile } from "node:fs/promises";
import type { CallInput, CallName, CallOutput, Events } from "../preload/contract.ts";
import type { MenuTarget } from "../preload/model/menu-target.ts";
import type { Language } from "../preload/model/messages.ts";
import { FailureError } from "../preload/model/result.ts";
import type { Database } from "./database.ts";
import { runImport } from "./import-job.ts";
import { decodeText } from "./importing/decode-text.ts";
import { guessDetails } from "./importing/guess-details.ts";
import type { StartReader } from "./importing/reader-client.ts";
import { createJobs } from "./jobs.ts";

export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

/** What the handlers need of the desktop. */
export interface Desktop {
  readonly chooseFiles: (what: "files" | "folder") => Promise<readonly string[]>;
  /** Null when cancelled. */
  readonly chooseSavePath: (name: string) => Promise<string | null>;
  readonly copyText: (text: string) => void;
  readonly openMenu: (target: MenuTarget, place: { readonly x: number; readonly y: number }) => void;
  readonly toggleFullScreen: () => void;
  readonly keepOnTop: (on: boolean) => void;
  readonly speak: (language: Language) => void;
}

export interface Services {
  readonly database: Database;
  readonly desktop: Desktop;
  readonly startReader: StartReader;
  readonly tell: <Name extends keyof Events>(name: Name, value: Events[Name]) => void;
  readonly about: CallOutput<"about">;
}
