/** Files that a document names beside itself: only from its own folder and below, only regular files. */
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { openable } from "./byte-names.ts";
import type { FilesBeside } from "./format.ts";
import { endsOfLocalPath, referenceSpellings } from "./reference-spellings.ts";

/** A larger file is hardly a picture of an article, and would take the memory meant for the document. */
const LARGEST_BYTES = 100 * 1024 * 1024;

/** Reads files named relative to the document at `path`. */
export function filesBeside(path: string): FilesBeside {
  const folder = dirname(resolve(path));
  return (reference) => {
    const local = endsOfLocalPath(reference);
    if (local !== null) return firstBeside(folder, local);
    for (const name of referenceSpellings(reference)) {
      if (!staysRelative(name)) return { refused: "outside" };
      const candidate = resolve(folder, name);
      if (!isWithin(folder, candidate)) return { refused: "outside" };
      const found = readWithin(folder, candidate) ?? readWithin(folder, otherCase(candidate));
      if (found !== null) return found === "outside" ? { refused: "outside" } : { bytes: found };
    }
    return { refused: "missing" };
  };
}

/** What was named from the root of some computer and is none of these lies elsewhere. */
function firstBeside(folder: string, names: readonly string[]): ReturnType<FilesBeside> {
  for (const name of names.filter(staysRelative)) {
    const candidate = resolve(folder, name);
    const found = readWithin(folder, candidate) ?? readWithin(folder, otherCase(candidate));
    if (found !== null && found !== "outside") return { bytes: found };
  }
  return { refused: "outside" };
}

/** No scheme, drive or stream (`:`), no root, no server. */
function staysRelative(name: string): boolean {
  return name !== "" && !name.includes("\0") && !name.includes(":") && !name.startsWith("/");
}

function isWithin(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function readWithin(folder: string, path: string | null): Uint8Array | "outside" | null {
  if (path === null) return null;
  try {
    // A link may lead anywhere; a pipe or device would never end.
    if (!isWithin(realPath(folder), realPath(path))) return "outside";
    const status = statSync(openable(path));
    return status.isFile() && status.size <= LARGEST_BYTES ? readFileSync(openable(path)) : null;
  } catch {
    return null;
  }
}

/** Byte for byte, whatever the names are written in. */
function realPath(path: string): string {
  return realpathSync(openable(path), "buffer").toString("latin1");
}

/** Pages saved on Windows name their pictures in any letter case, and file systems differ in how they compose accents. */
function otherCase(path: string): string | null {
  const wanted = comparable(basename(path));
  try {
    const name = readdirSync(openable(dirname(path)), "utf8").find((entry) => comparable(entry) === wanted);
    return name === undefined ? null : join(dirname(path), name);
  } catch {
    return null;
  }
}

function comparable(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
