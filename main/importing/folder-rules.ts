/** What a folder holds that is no document of its own, wherever the folder lies: on a disk or in an archive. */
import { extensionOf } from "./format.ts";

/** Digits: as many as a number in a name is filled up to. */
const LONGEST_NUMBER = 20;

/** What systems and office programs leave in folders, and a library itself, which may lie beside what it was made from. */
const SYSTEM_NAMES =
  /^(?:\.|~\$)|^library\.(?:db|lock)(?:-\w+)?$|^(?:thumbs\.db|desktop\.ini|ehthumbs\.db|__macosx|\$recycle\.bin|system volume information)$/i;

const DOCUMENT_EXTENSIONS: ReadonlySet<string> = new Set(["html", "htm", "xhtml", "shtml", "md", "markdown"]);

const COMPANION_EXTENSIONS: ReadonlySet<string> = new Set([
  ...["png", "jpg", "jpeg", "gif", "webp", "bmp", "svg", "ico", "avif"],
  ...["css", "js", "woff", "woff2", "ttf", "otf", "eot"],
]);

export function isSystemName(name: string): boolean {
  return SYSTEM_NAMES.test(name);
}

/** Whether pictures may belong to a file of this name: then they stand beside it, or in a folder beside it. */
export function hasCompanions(name: string): boolean {
  return DOCUMENT_EXTENSIONS.has(extensionOf(name));
}

/** What belongs to a page beside it: no import of its own, and no failure either. */
export function isCompanion(name: string): boolean {
  return COMPANION_EXTENSIONS.has(extensionOf(name));
}

/**
 * Browsers save a page's parts in a folder named after it: `公告.html` with `公告_files` or `公告.files`. `siblings` are in
 * lower case.
 */
export function isSavedPageFolder(name: string, siblings: ReadonlySet<string>): boolean {
  const page = /^(.+)[_.]files$/i.exec(name)?.[1]?.toLowerCase();
  return page !== undefined && (siblings.has(`${page}.html`) || siblings.has(`${page}.htm`));
}

/**
 * Numbers in names count as numbers: 第2版 before 第10版. Keys made once and compared as plain text, since sorting is done
 * in one go and a collator would hold the thread more than twice as long.
 */
export function inNaturalOrder<Named extends { readonly name: string }>(
  entries: readonly Named[],
): readonly Named[] {
  return entries
    .map((entry) => ({
      entry,
      key: entry.name.replace(/\d+/g, (digits) => digits.padStart(LONGEST_NUMBER, "0")),
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ entry }) => entry);
}
