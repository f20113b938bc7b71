/** Names for files that every system takes: Windows refuses more characters than the others, Linux counts bytes. */

/** Of 255 bytes that a name may have, what stands behind it, a day and an ending, must fit as well. */
const MOST_BYTES = 200;
const BYTES = new TextEncoder();

/** The text without what no file name may hold, cut by whole characters; empty where nothing is left. */
export function fileNameOf(text: string): string {
  const clean = text.replaceAll(/[\s\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, " ").toWellFormed();
  // A name may neither begin with a dot nor end with one.
  return shortened(clean.trimStart(), MOST_BYTES).replaceAll(/^[\s.]+|[\s.]+$/g, "");
}

function shortened(text: string, most: number): string {
  let left = most;
  let short = "";
  for (const { segment } of new Intl.Segmenter("zh").segment(text)) {
    left -= BYTES.encode(segment).length;
    if (left < 0) break;
    short += segment;
  }
  return short;
}
