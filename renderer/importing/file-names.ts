/** How the files of an import are named in its rows. */

/** The name, and the folder it lies in with the separator behind it. */
export function partsOf(path: string): { readonly folder: string; readonly name: string } {
  const end = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1;
  return { folder: path.slice(0, end), name: path.slice(end) };
}

/** So many of a file's folders are named in its row: those before them are the same for a whole import. */
const FOLDERS_NAMED = 2;

/** The innermost of a path's folders, with a sign for those before them. */
export function nearest(folder: string): string {
  const named = folder.match(/[^/\\]+[/\\]/g) ?? [];
  return named.length > FOLDERS_NAMED ? `…/${named.slice(-FOLDERS_NAMED).join("")}` : folder;
}
