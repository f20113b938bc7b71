/** How many pages a PDF has that Chromium made. */

/** Enough of a node of the page tree to hold its count. */
const NODE_LENGTH = 4096;

/**
 * Of the page tree's nodes (`/Type /Pages`), which are not compressed, the root counts all pages (ISO 32000-1, 7.7.3).
 * 0 where there is none. Looks at a few kilobytes, however long the file is.
 */
export function pageCount(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  let most = 0;
  for (let at = bytes.indexOf("/Type /Pages"); at !== -1; at = bytes.indexOf("/Type /Pages", at + 1)) {
    const around = bytes.toString("latin1", at, at + NODE_LENGTH);
    const node = around.slice(0, around.indexOf("endobj"));
    most = Math.max(most, Number(/\/Count (\d+)/.exec(node)?.[1] ?? 0));
  }
  return most;
}
