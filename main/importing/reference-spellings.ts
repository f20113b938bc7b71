/** The file names that a reference in a document may mean. */

/**
 * As it stands, without query and fragment, and percent-decoded; a name that really holds `%20` or `#` comes first. Pages
 * of GBK sites encode the bytes of GBK.
 */
export function referenceSpellings(reference: string): readonly string[] {
  const slashed = reference.replaceAll("\\", "/");
  const bare = slashed.replace(/[?#].*$/s, "");
  const decoded = bare.includes("%") ? percentDecoded(bare) : null;
  return [...new Set([slashed, bare, ...(decoded === null ? [] : [decoded.replaceAll("\\", "/")])])];
}

/** Folders deeper than this were not saved beside a page. */
const MOST_SEGMENTS = 12;

/**
 * Pages that were saved or written on some computer name its files from the root on: `file:///C:/文档/公告_files/图1.png`.
 * Beside the page, wherever it has come since, that is one of the path's ends, the longest first. Null for all other references.
 */
export function endsOfLocalPath(reference: string): readonly string[] | null {
  const path = /^(?:file:|(?=[a-z]:[\\/]))(?:[\\/]{3,}|[\\/]{2}localhost[\\/])?(.*)$/is.exec(reference)?.[1];
  if (path === undefined || /^[\\/]{2}/.test(path)) return null;
  return referenceSpellings(path).flatMap((spelling) => {
    const segments = spelling.split("/").filter((segment) => segment !== "");
    if (segments.includes("..")) return [];
    return segments.slice(-MOST_SEGMENTS).map((_, index, kept) => kept.slice(index).join("/"));
  });
}

/** Of bytes of UTF-8 or else GBK. Null where it is no percent-encoding after all. */
export function percentDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return gbkDecoded(text);
  }
}

function gbkDecoded(text: string): string | null {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  try {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
      decoder.decode(Buffer.from(run.replaceAll("%", ""), "hex")),
    );
  } catch {
    return null;
  }
}
