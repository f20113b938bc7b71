/** The documents in an archive, told from what lies beside them, in the order a person counts. */
import {
  hasCompanions,
  inNaturalOrder,
  isCompanion,
  isSavedPageFolder,
  isSystemName,
} from "../folder-rules.ts";

interface Folder {
  readonly name: string;
  readonly folders: Map<string, Folder>;
  readonly files: { readonly name: string; readonly path: string }[];
}

/** Folders deeper than this are no place for documents, but for a reader to fall. */
const DEEPEST = 64;

/** Of the paths of entries, with `/` between folders. */
export function documentsAmong(paths: readonly string[]): readonly string[] {
  const root: Folder = { name: "", folders: new Map(), files: [] };
  for (const path of paths) {
    const names = path.split("/");
    const name = names.pop() ?? "";
    if (names.length > DEEPEST || isSystemName(name) || names.some(isSystemName)) continue;
    let folder = root;
    for (const part of names) {
      const next = folder.folders.get(part) ?? { name: part, folders: new Map(), files: [] };
      folder.folders.set(part, next);
      folder = next;
    }
    folder.files.push({ name, path });
  }
  return [...walk(root, false)];
}

/** `belongs`: a document stands in a folder above, to which pictures below may belong. */
function* walk(folder: Folder, belongs: boolean): Generator<string> {
  const siblings = new Set(folder.files.map(({ name }) => name.toLowerCase()));
  const documents = belongs || folder.files.some(({ name }) => hasCompanions(name));
  for (const entry of inNaturalOrder<Folder | Folder["files"][number]>([
    ...folder.files,
    ...folder.folders.values(),
  ])) {
    if ("path" in entry) {
      if (!(documents && isCompanion(entry.name))) yield entry.path;
    } else if (!isSavedPageFolder(entry.name, siblings)) {
      yield* walk(entry, documents);
    }
  }
}
