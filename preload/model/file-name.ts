/** Names for files that every system takes: Windows refuses more characters than the others, Linux counts bytes. */

/** Of 255 bytes that a name may have, what stands behind it, a day and an ending, must fit as well. */
const MOST_BYTES = 200;

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
    left -= bytesOf(segment);
    if (left < 0) break;
    short += segment;
  }
  return short;
}

/** In UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
