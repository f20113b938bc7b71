/** The reader process's own side of the protocol: opens files as they are named, reads them one after another. */
import type { ImportErrorCode } from "../../preload/model/import-report.ts";
import { importErrorCodes } from "../../preload/model/import-report.ts";
import { FailureError } from "../../preload/model/result.ts";
import type { FormatReader } from "./format.ts";
import type { Original } from "./parcels.ts";
import { parcelsOf } from "./parcels.ts";
import type { ReadingChoices } from "./read-file.ts";
import { openFile, originalOf, readArticles } from "./read-file.ts";
import type { Parcel, ReaderReply, ReaderRequest } from "./reader-protocol.ts";
import { requestSchema } from "./reader-protocol.ts";
import type { Busy } from "./reader-watch.ts";

/** The line to the parent, whichever kind of process this is. */
export interface ParentPort {
  /** Resolves once the reply is on its way, whatever this process does then. */
  readonly send: (reply: ReaderReply) => Promise<void>;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

interface OpenFile {
  readonly path: string;
  readonly choices: ReadingChoices;
  readonly original: Original;
  parcels: Generator<Parcel> | null;
  /** Told once its last parcel is on its way, or it has failed. */
  done: () => void;
}

/** Answers the parent until the process ends. */
export function serveFiles(port: ParentPort, formats: readonly FormatReader[], busy: Busy): void {
  const files = new Map<number, OpenFile>();
  let reading = Promise.resolve();

  async function open(request: ReaderRequest & { type: "open" }): Promise<void> {
    const { type: _, file, path, bytes, ...choices } = request;
    const original = bytes === undefined ? opened(file, path) : originalOf(bytes);
    files.set(file, { path, choices, original, parcels: null, done: () => {} });
    await port.send({ type: "opened", file, sha256: original.sha256, size: original.bytes.length });
  }

  function opened(file: number, path: string): Original {
    busy("opening", file);
    try {
      return openFile(path);
    } finally {
      busy("opening", 0);
    }
  }

  async function read(file: number, encoding: string | undefined): Promise<void> {
    const opened = opening(file);
    const choices = { ...opened.choices, encoding: opened.choices.encoding ?? encoding };
    const articles = await readArticles(opened.original, opened.path, formats, choices);
    opened.parcels = parcelsOf(articles, opened.original);
    // Of what has not reached the parent, it blames the first file for the death of this process: the next one waits.
    const sent = new Promise<void>((resolve) => {
      opened.done = resolve;
    });
    await sendNext(file);
    await sent;
  }

  async function sendNext(file: number): Promise<void> {
    const opened = opening(file);
    const next = opened.parcels?.next();
    if (next?.done !== false) throw new Error(`no parcel is left of file ${file}`);
    const isLast = next.value.end !== null;
    if (isLast) files.delete(file);
    await port.send({ type: "parcel", file, ...next.value });
    if (isLast) opened.done();
  }

  function opening(file: number): OpenFile {
    const opened = files.get(file);
    if (opened === undefined) throw new Error(`file ${file} is not open`);
    return opened;
  }

  async function attempt(file: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const opened = files.get(file);
      files.delete(file);
      await port.send({ type: "failed", file, ...failureOf(error) });
      opened?.done();
    }
  }

  port.onMessage((message) => {
    const request = requestSchema.parse(message);
    const { file } = request;
    switch (request.type) {
      case "open":
        void attempt(file, () => open(request));
        return;
      case "read":
        reading = reading.then(async () => {
          busy("reading", file);
          await attempt(file, () => read(file, request.encoding));
          busy("reading", 0);
        });
        return;
      case "more":
        void attempt(file, () => sendNext(file));
        return;
      case "skip":
        files.delete(file);
        return;
    }
  });
  void port.send({ type: "ready" });
}

/** A reader that throws anything else has met bytes it cannot make sense of: the file is unreadable, the process goes on. */
function failureOf(error: unknown): Pick<ReaderReply & { type: "failed" }, "code" | "parameters"> {
  if (error instanceof FailureError && isImportCode(error.failure.code)) {
    return { code: error.failure.code, parameters: { ...error.failure.parameters } };
  }
  console.error(error);
  return { code: "unreadable", parameters: {} };
}

function isImportCode(code: string): code is ImportErrorCode {
  return importErrorCodes.some((known) => known === code);
}
