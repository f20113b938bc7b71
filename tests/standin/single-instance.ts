/** The lock by which a second start of the application finds the first, and what the second tells it. */
import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

type SecondStart = (argv: string[], folder: string, data: unknown) => void;

let telling: Promise<void> = Promise.resolve();

/** True for the first process of a data folder; else the first is told of this one, and false. */
export function requestInstanceLock(folder: string, data: unknown, onSecond: SecondStart): boolean {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, "SingletonLock");
  const socket = socketOf(folder);
  if (!takeLock(lock)) {
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
  process.once("exit", () => {
    rmSync(lock, { force: true });
    rmSync(socket, { force: true });
  });
  return true;
}

/** Done when the first process has been told; a second one may end only then. */
export function firstIsTold(): Promise<void> {
  return telling;
}

/** A file with this process's number, put in place whole; one whose process is gone counts for nothing. */
function takeLock(lock: string): boolean {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    linkSync(own, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch {
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
