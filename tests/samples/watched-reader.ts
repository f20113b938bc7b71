/** The real reader process with its real limits, and an eye on what it must not do. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { forkedReader } from "../../main/importing/forked-reader.ts";
import type { ReadOutcome } from "../../main/importing/reader-client.ts";
import { ReaderClient } from "../../main/importing/reader-client.ts";
import type { StartReader } from "../../main/importing/reader-start.ts";

const entry = join(import.meta.dirname, "../../main/importing/reader-process.ts");
const networkWatch = pathToFileURL(join(import.meta.dirname, "watch-network.ts")).href;

/** Node's permission model: the process may read and start its memory watch, and write nowhere at all. */
const WRITING_FORBIDDEN = ["--permission", "--allow-fs-read=*", "--allow-worker"];

export interface Trial {
  readonly outcome: ReadOutcome;
  /** Milliseconds. */
  readonly took: number;
  readonly usedNetwork: boolean;
}

export class WatchedReader {
  readonly #folder = mkdtempSync(join(tmpdir(), "antou-samples-"));
  readonly #record = join(this.#folder, "network");
  readonly #free: ReaderClient;
  readonly #confined: ReaderClient;

  constructor() {
    writeFileSync(this.#record, "");
    process.env["NETWORK_RECORD"] = this.#record;
    this.#free = new ReaderClient(startedWith(["--import", networkWatch]));
    this.#confined = new ReaderClient(startedWith(WRITING_FORBIDDEN));
  }

  /** `confined`: where the process may not write, so that a file which made it do so ends as unreadable. */
  async read(path: string, confined: boolean): Promise<Trial> {
    const before = this.#networkUses();
    const started = performance.now();
    const reader = confined ? this.#confined : this.#free;
    const outcome = await reader.read(path, () => Promise.resolve(true));
    return { outcome, took: performance.now() - started, usedNetwork: this.#networkUses() > before };
  }

  close(): void {
    this.#free.close();
    this.#confined.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #networkUses(): number {
    return readFileSync(this.#record, "utf8").length;
  }
}

function startedWith(options: readonly string[]): StartReader {
  const start = forkedReader(entry);
  return (wanted) => start({ ...wanted, execArgv: [...wanted.execArgv, ...options] });
}
