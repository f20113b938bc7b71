/** Files that a document in an archive names beside itself: only from its own folder and below. */
import type { FilesBeside } from "../format.ts";
import { endsOfLocalPath, referenceSpellings } from "../reference-spellings.ts";
import type { ZipArchive } from "../zip.ts";

/** For each entry's path: reads entries named relative to it, and says which. */
export function besideIn(
  archive: ZipArchive,
  onRead: (entry: string) => void,
): (path: string) => FilesBeside {
  const alike = new Map(archive.entries.map(({ name }) => [comparable(name), name]));
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    return (reference) => {
      const local = endsOfLocalPath(reference);
      const spellings = (local ?? referenceSpellings(reference)).map(resolved);
      const names = spellings.filter((name) => name !== null);
      if (local === null && names.length < spellings.length) return { refused: "outside" };
      const entry = names.map((name) => alike.get(comparable(`${folder}${name}`))).find((found) => found);
      if (local !== null && entry === undefined) return { refused: "outside" };
      if (entry !== undefined) onRead(entry);
      const unpacked = entry === undefined ? null : archive.read(entry);
      return unpacked === null ? { refused: "missing" } : { bytes: unpacked.bytes };
    };
  };
}

/** Null where it leads out of the folder. */
function resolved(path: string): string | null {
  // From a root, a drive or a server.
  if (/^\/|:|\0/.test(path)) return null;
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") {
      if (names.pop() === undefined) return null;
    } else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}

/** Archives are made on systems that differ in letter case and in how they compose accents. */
function comparable(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
