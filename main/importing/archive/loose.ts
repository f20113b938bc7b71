/** Pictures in an archive that lie beside pages and that none of them shows: they come in by themselves, as in folders. */
import { hasCompanions } from "../folder-rules.ts";

export interface LooseEntry {
  readonly path: string;
  /** Pages lie in its very folder, not only above it. */
  readonly isBesidePages: boolean;
}

export interface Pages {
  /** Entries that pages asked for. */
  readonly shown: ReadonlySet<string>;
  /** Entries that could not be read: pictures beside such pages, and below, may be theirs. */
  readonly failed: readonly string[];
}

export function unshown(loose: readonly LooseEntry[], { shown, failed }: Pages): readonly string[] {
  const lost = failed.filter((path) => hasCompanions(path)).map(folderOf);
  const unused: string[] = [];
  for (const [folder, pictures] of Map.groupBy(loose, ({ path }) => folderOf(path))) {
    if (lost.some((above) => folder.startsWith(above))) continue;
    // What else lies in a folder of a page's pictures belongs to the page: its buttons, its background.
    const isOfPages = pictures.some(({ path, isBesidePages }) => !isBesidePages && shown.has(path));
    if (!isOfPages) unused.push(...pictures.map(({ path }) => path).filter((path) => !shown.has(path)));
  }
  return unused;
}

/** With its `/`; empty for the archive itself. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
