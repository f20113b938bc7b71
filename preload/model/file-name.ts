/** Names for files that every system takes: Windows refuses more characters than the others. */

/** Characters: what stands behind it and a long path must fit as well. */
const LONGEST = 80;

/** The text without what no file name may hold, cut by whole characters; empty where nothing is left. */
export function fileNameOf(text: string): string {
  const clean = text.replaceAll(/[\s\p{Cc}\\/:*?"<>|]+/gu, " ").toWellFormed();
  // A name may neither begin with a dot nor end with one.
  return [...clean]
    .slice(0, LONGEST)
    .join("")
    .replaceAll(/^[\s.]+|[\s.]+$/g, "");
}
