/** The documents in an archive, told from what lies beside them, in the order a person counts. */
import {
  hasCompanions,
  inNaturalOrder,
  isCompanion,
  isPhotograph,
  isSavedPageFolder,
  isSystemName,
} from "../folder-rules.ts";
import type { LooseEntry } from "./loose.ts";

interface Folder {
  readonly name: string;
  readonly folders: Map<string, Folder>;
  readonly files: { readonly name: string; readonly path: string }[];
}

/** Folders deeper than this are no place for documents, but for a reader to fall. */
const DEEPEST = 64;

export interface Entries {
  readonly documents: readonly string[];
  /** Pictures that a page may show. */
  readonly loose: readonly LooseEntry[];
}

/** Of the paths of entries, with `/` between folders. */
export function entriesAmong(paths: readonly string[]): Entries {
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
  const documents: string[] = [];
  const loose: LooseEntry[] = [];
  for (const { path, besidePages } of walk(root, false)) {
    if (besidePages === undefined) documents.push(path);
    else loose.push({ path, isBesidePages: besidePages });
  }
  return { documents, loose };
}

interface Walked {
  readonly path: string;
  /** Of a picture that a page may show: whether pages lie in its very folder. */
  readonly besidePages?: boolean;
}

/** `belongs`: a document stands in a folder above, to which pictures below may belong. */
function* walk(folder: Folder, belongs: boolean): Generator<Walked> {
  const siblings = new Set(folder.files.map(({ name }) => name.toLowerCase()));
  const besidePages = folder.files.some(({ name }) => hasCompanions(name));
  const documents = belongs || besidePages;
  for (const entry of inNaturalOrder<Folder | Folder["files"][number]>([
    ...folder.files,
    ...folder.folders.values(),
  ])) {
    if ("path" in entry) {
      if (!(documents && isCompanion(entry.name))) yield { path: entry.path };
      else if (isPhotograph(entry.name)) yield { path: entry.path, besidePages };
    } else if (!isSavedPageFolder(entry.name, siblings)) {
      yield* walk(entry, documents);
    }
  }
}
