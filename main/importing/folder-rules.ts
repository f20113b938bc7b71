/** What a folder holds that is no document of its own, wherever the folder lies: on a disk or in an archive. */
import type { Sliced } from "../sliced.ts";
import { atOnce, slicedMap } from "../sliced.ts";
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

/** Of what belongs to pages, what comes in by itself where it belongs to none. */
export function isPhotograph(name: string): boolean {
  return /^(?:png|jpe?g)$/.test(extensionOf(name));
}

/**
 * Browsers save a page's parts in a folder named after it: `公告.html` with `公告_files` or `公告.files`. `siblings` are in
 * lower case.
 */
export function isSavedPageFolder(name: string, siblings: ReadonlySet<string>): boolean {
  const page = /^(.+)[_.]files$/i.exec(name)?.[1]?.toLowerCase();
  return page !== undefined && (siblings.has(`${page}.html`) || siblings.has(`${page}.htm`));
}

/** So many names are sorted in one go. */
const SORTED_AT_ONCE = 2000;

/** Numbers in names count as numbers: 第2版 before 第10版. */
export function inNaturalOrder<Named extends { readonly name: string }>(
  entries: readonly Named[],
): readonly Named[] {
  return atOnce(naturalOrder(entries));
}

/** The same in slices: piece by piece, then two pieces at a time merged. Keys made once are compared as plain text. */
export function* naturalOrder<Named extends { readonly name: string }>(
  entries: readonly Named[],
): Sliced<readonly Named[]> {
  let sorted: Keyed<Named>[][] = [];
  for (let start = 0; start < entries.length; start += SORTED_AT_ONCE) {
    const some = entries.slice(start, start + SORTED_AT_ONCE);
    sorted.push(some.map(keyed).sort((one, other) => (one.key < other.key ? -1 : 1)));
    yield;
  }
  while (sorted.length > 1) {
    const merged: Keyed<Named>[][] = [];
    for (let at = 0; at < sorted.length; at += 2)
      merged.push(yield* merge(sorted[at] ?? [], sorted[at + 1] ?? []));
    sorted = merged;
  }
  return yield* slicedMap(sorted[0] ?? [], ({ entry }) => entry, SORTED_AT_ONCE);
}

interface Keyed<Named> {
  readonly key: string;
  readonly entry: Named;
}

function keyed<Named extends { readonly name: string }>(entry: Named): Keyed<Named> {
  return { entry, key: entry.name.replace(/\d+/g, (digits) => digits.padStart(LONGEST_NUMBER, "0")) };
}

function* merge<Named>(one: readonly Keyed<Named>[], other: readonly Keyed<Named>[]): Sliced<Keyed<Named>[]> {
  const merged: Keyed<Named>[] = [];
  for (let at = 0, beside = 0; at < one.length || beside < other.length; ) {
    const [first, second] = [one[at], other[beside]];
    const takesFirst = second === undefined || (first !== undefined && first.key < second.key);
    const next = takesFirst ? first : second;
    if (next !== undefined) merged.push(next);
    if (takesFirst) at++;
    else beside++;
    if (merged.length % SORTED_AT_ONCE === 0) yield;
  }
  return merged;
}
