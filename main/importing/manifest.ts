/**
 * A list beside the files that says what they are: a CSV of `file,title,publication,date,page`, the columns in any order,
 * some or most of them left out, headed in Chinese or English.
 */
import { z } from "zod";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleFieldsSchema, plain } from "../../preload/model/article.ts";
import { firstCharacters } from "../../preload/model/first-characters.ts";
import type { Sliced } from "../sliced.ts";
import { atOnce, slicedMap } from "../sliced.ts";
import { decodeSliced } from "./decode-sliced.ts";
import type { ReadingWarning } from "./format.ts";
import { titleFromName } from "./format.ts";
import { dateIn } from "./guess-details.ts";

/** Empty strings and null leave a field to what the file says itself. */
export const manifestRowSchema = z.object({
  title: z.string(),
  publication: z.string(),
  issuedOn: z.string().nullable(),
  page: z.string(),
});

export type ManifestRow = Readonly<z.infer<typeof manifestRowSchema>>;

export interface Manifest {
  /** What it says of the file at a path relative to its own folder, which bears the name `folder`. */
  readonly rowOf: (path: string, folder?: string) => ManifestRow | undefined;
  /** For rows whose file is not among `paths`. */
  readonly warnings: (paths: Iterable<string>, folder?: string) => Sliced<readonly ReadingWarning[]>;
}

/** What a list says in one of its rows. */
interface Listed {
  readonly file: string;
  readonly row: ManifestRow;
}

/** In a warning: behind a quote that is never closed, a name is the rest of the list. */
const LONGEST_NAME = 200;

/** Larger is a table of something else. */
export const LARGEST_MANIFEST_BYTES = 8 * 1024 * 1024;

const COLUMNS: Readonly<Record<"file" | keyof ManifestRow, RegExp>> = {
  file: /^(?:file|filename|file name|path|文件|文件名|文件名称|文件路径|路径)$/i,
  title: /^(?:title|标题|题目|篇名)$/i,
  publication: /^(?:publication|source|来源|报刊|报纸|出处|发布单位|发文机关)$/i,
  issuedOn: /^(?:date|issued|日期|发布日期|出版日期|成文日期|时间)$/i,
  page: /^(?:page|版次|版面|版|页|页码)$/i,
};

export function isManifestName(name: string): boolean {
  return /\.csv$/i.test(name);
}

/** So many rows or names at a time. */
const ROWS_IN_SLICE = 200;

/** Null where the table is about something else than files. */
export function readManifest(bytes: Uint8Array): Manifest | null {
  return atOnce(manifestIn(bytes));
}

/** The same in slices. */
export function* manifestIn(bytes: Uint8Array): Sliced<Manifest | null> {
  const rows = rowsOf(yield* decodeSliced(bytes));
  const head: readonly string[] = rows.next().value ?? [];
  const place = (column: keyof typeof COLUMNS) =>
    head.findIndex((name) => COLUMNS[column].test(name.trim().replace(/^\uFEFF/, "")));
  const file = place("file");
  const others = { title: place("title"), publication: place("publication"), page: place("page") };
  const date = place("issuedOn");
  if (file === -1 || Math.max(date, ...Object.values(others)) === -1) return null;
  const listed = new Map<string, Listed>();
  let count = 0;
  for (const cells of rows) {
    if (++count % ROWS_IN_SLICE === 0) yield;
    const cell = (at: number) => (cells[at] ?? "").trim();
    if (cell(file) === "") continue;
    listed.set(alike(cell(file)), {
      file: cell(file),
      row: {
        title: clipped("title", cell(others.title).replace(/\s+/g, " ")),
        publication: clipped("publication", cell(others.publication).replace(/^《([^《》]+)》$/, "$1")),
        page: clipped("page", pageOf(cell(others.page))),
        issuedOn: dateIn(cell(date)),
      },
    });
  }
  const ends = yield* endsOfWholePaths(listed.values());
  const find = (path: string, folder: string) =>
    listed.get(alike(path)) ?? (ends.size === 0 ? undefined : ends.get(alike(`${folder}/${path}`)));
  return {
    rowOf: (path, folder = "") => find(path, folder)?.row,
    *warnings(paths, folder = "") {
      const unknown = new Set(listed.values());
      const strike = (path: string) => {
        const found = find(path, folder);
        if (found !== undefined) unknown.delete(found);
      };
      yield* slicedMap(paths, strike, ROWS_IN_SLICE);
      const [first] = unknown;
      if (first === undefined) return [];
      return [
        {
          code: "warning.manifest-unknown-file",
          parameters: { name: firstCharacters(first.file, LONGEST_NAME), count: unknown.size },
        },
      ];
    },
  };
}

/** `C:\来件\1.txt`, `/home/来件/1.txt`, `\\\\server\来件\1.txt`. */
const WHOLE_PATH = /^(?:[a-z]:)?[\\/]/i;

/**
 * Rows whose file is named from the root of a disk, by every end of its path: the folder may have been moved or copied
 * to another computer since, but its own name tells where in the path it is.
 */
function* endsOfWholePaths(listed: Iterable<Listed>): Sliced<ReadonlyMap<string, Listed>> {
  const ends = new Map<string, Listed>();
  let count = 0;
  for (const one of listed) {
    if (++count % ROWS_IN_SLICE === 0) yield;
    if (!WHOLE_PATH.test(one.file)) continue;
    const names = alike(one.file).split("/");
    for (let start = Math.max(0, names.length - DEEPEST); start < names.length - 1; start++) {
      ends.set(names.slice(start).join("/"), one);
    }
  }
  return ends;
}

/** Names of folders that a path's end is looked for by, at most. */
const DEEPEST = 12;

/**
 * An article with what the list says of its file. A title goes to the only article of a file; the words that were its
 * title until then stay, at the beginning of the text, unless they are the same or the file's name.
 */
export function withManifestRow(
  article: ImportedArticle,
  row: ManifestRow | undefined,
  file: { readonly name: string; readonly isOnly: boolean },
): ImportedArticle {
  if (row === undefined) return article;
  const details = {
    ...article,
    publication: row.publication || article.publication,
    issuedOn: row.issuedOn ?? article.issuedOn,
    page: row.page || article.page,
  };
  if (!file.isOnly || row.title === "") return details;
  const stated = article.title === titleFromName(file.name) ? "" : article.title;
  if (stated === "" || squeezed(row.title).includes(squeezed(stated))) {
    return { ...details, title: row.title };
  }
  return {
    ...details,
    title: row.title,
    body: [{ type: "heading", level: 1, content: plain(stated) }, ...article.body],
  };
}

/** 第03版, 3版 and 03 are page 3; A03 is printed so. */
function pageOf(cell: string): string {
  const page = /^第?\s*([A-Za-z]?\d{1,3})\s*版?$/.exec(cell)?.[1] ?? cell;
  return /^\d+$/.test(page) ? String(Number(page)) : page.toUpperCase();
}

/** As long as the library takes it: behind a quote that is never closed, a cell is the rest of the list. */
function clipped(field: "title" | "publication" | "page", text: string): string {
  const longest = articleFieldsSchema.shape[field].maxLength ?? text.length;
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
}

function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}

/** Lists are written by hand and on Windows: `.\图\a.JPG` is `图/a.jpg`. */
function alike(path: string): string {
  return path
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "")
    .normalize("NFC")
    .toLowerCase();
}

/** Rows of cells: parted by commas, semicolons or tabs, in quotes where they hold those or line ends (RFC 4180). */
function* rowsOf(table: string): Generator<readonly string[]> {
  // Excel's own line that names the separator.
  const [line = "", named] = /^sep=(.)\r?\n/i.exec(table) ?? [];
  const text = table.slice(line.length);
  const separator = named ?? separatorIn(text);
  const marks = new RegExp(`[\\u{${separator.charCodeAt(0).toString(16)}}"\n]`, "gu");
  for (let at = 0; at <= text.length; ) {
    const cells: string[] = [];
    let end = at - 1;
    do {
      const [cell, after] = cellAt(text, end + 1, marks);
      cells.push(cell);
      end = after;
    } while (text[end] === separator);
    yield cells;
    at = end + 1;
  }
}

/** The cell that begins there, and where it ends: at a separator, a line feed, or the end. */
function cellAt(text: string, start: number, marks: RegExp): readonly [cell: string, end: number] {
  let cell = "";
  let isBlank = true;
  for (let at = start; ; ) {
    marks.lastIndex = at;
    const end = marks.exec(text)?.index ?? text.length;
    const piece = text.slice(at, end).replaceAll("\r", "");
    isBlank &&= piece.trim() === "";
    if (text[end] !== '"') return [cell + piece, end];
    if (isBlank) {
      const close = closingQuote(text, end + 1);
      cell = text.slice(end + 1, close).replaceAll('""', '"');
      isBlank = cell.trim() === "";
      at = close + 1;
    } else {
      cell += `${piece}"`;
      at = end + 1;
    }
  }
}

/** A quote that is written twice stands for itself. */
function closingQuote(text: string, start: number): number {
  for (let at = start; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    if (text[at + 1] !== '"') return at;
  }
}

/** The one that the first line has most of. */
function separatorIn(text: string): string {
  const line = /^.*/.exec(text)?.[0] ?? "";
  const count = (separator: string) => line.split(separator).length;
  return [";", "\t"].reduce((best, other) => (count(other) > count(best) ? other : best), ",");
}
