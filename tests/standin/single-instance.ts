/** The lock by which a second start of the application finds the first, and what the second tells it. */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

type SecondStart = (argv: string[], folder: string, data: unknown) => void;

let telling: Promise<void> = Promise.resolve();

/** True for the first process of a data folder; else the first is told of this one, and false. */
export function requestInstanceLock(folder: string, data: unknown, onSecond: SecondStart): boolean {
  mkdirSync(folder, { recursive: true });
  const socket = socketOf(folder);
  if (!takeLock(join(folder, "SingletonLock"))) {
    telling = tellFirst(socket, JSON.stringify({ argv: process.argv, folder: process.cwd(), data }));
    return false;
  }
  rmSync(socket, { force: true });
  const server = createServer((connection) => {
    const parts: Buffer[] = [];
    connection.on("data", (part) => parts.push(part));
    connection.on("end", () => {
      // A second start that was killed before it spoke tells nothing.
      if (parts.length === 0) return;
      const told = JSON.parse(Buffer.concat(parts).toString()) as {
        argv: string[];
        folder: string;
        data: unknown;
      };
      onSecond(told.argv, told.folder, told.data);
    });
  });
  server.listen(socket).unref();
  process.once("exit", () => rmSync(socket, { force: true }));
  return true;
}

/** Done when the first process has been told; a second one may end only then. */
export function firstIsTold(): Promise<void> {
  return telling;
}

/** The operating system's own lock, by way of SQLite: it goes with the process that holds it, however that ends. */
function takeLock(path: string): boolean {
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    // Held by a transaction that never ends, so the database must not be collected.
    process.once("exit", () => lock.close());
    return true;
  } catch {
    lock.close();
    return false;
  }
}

/** Not in the data folder itself: the name of a socket may have a hundred bytes only. */
function socketOf(folder: string): string {
  const name = `antou-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

function tellFirst(socket: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => connection.end(text));
    connection.on("close", () => resolve());
    connection.on("error", () => resolve());
  });
}
