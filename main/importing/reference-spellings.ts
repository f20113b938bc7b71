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

/** Null where it is no percent-encoding after all. */
function percentDecoded(text: string): string | null {
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
