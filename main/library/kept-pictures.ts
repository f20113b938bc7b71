/**
 * Pictures of a file whose very bytes have been read before, in another encoding or by an older importer. Those that lay
 * beside it, in a folder that may be gone by now, are in the library: what is found no more stays as it was.
 */
import type { Database } from "better-sqlite3";
import type { PackedImport } from "../../preload/model/packed-article.ts";
import { statement } from "../statement.ts";
import { readContents } from "./contents.ts";
import { readBase } from "./corrected-articles.ts";

/** As much of what reading a file came to as is looked at here. */
interface ReadFile {
  readonly file: {
    readonly file: { readonly sha256: string };
    readonly articles: readonly { readonly part: string; readonly article: PackedImport }[];
  };
  readonly warnings: readonly {
    readonly code: string;
    readonly parameters: Readonly<Record<string, string | number>>;
  }[];
}

const MISSING = "warning.missing-picture";

/** The articles of the file that are there are known by their parts. */
export function withKeptPictures<Read extends ReadFile>(db: Database, read: Read): Read {
  if (!read.warnings.some(({ code }) => code === MISSING)) return read;
  const { file } = read;
  let kept = 0;
  const articles = file.articles.map((one) => {
    const id = statement<[string, string], number>(
      db,
      "SELECT article_id FROM article_sources WHERE sha256 = ? AND part = ?",
    )
      .pluck()
      .get(file.file.sha256, one.part);
    if (id === undefined) return one;
    const filled = withPicturesOf(one.article, readBase(db, id)?.imported ?? readContents(db, id));
    kept += filled.kept;
    return { ...one, article: filled.article };
  });
  return kept === 0 ? read : { ...read, file: { ...file, articles }, warnings: lacking(read.warnings, kept) };
}

interface Shown {
  image: string | null;
}

/** Place by place, where either reading shows as many: else it is not clear which is which. */
function withPicturesOf(
  article: PackedImport,
  before: { readonly lead: unknown; readonly body: unknown },
): { readonly article: PackedImport; readonly kept: number } {
  const blocks = JSON.parse(article.blocks) as { readonly lead: unknown; readonly body: unknown };
  const shown = picturesIn([blocks.lead, blocks.body]);
  const known = picturesIn([before.lead, before.body]);
  if (shown.length !== known.length) return { article, kept: 0 };
  let kept = 0;
  for (const [place, one] of shown.entries()) {
    const image = known[place]?.image ?? null;
    if (one.image !== null || image === null) continue;
    one.image = image;
    kept++;
  }
  return { article: kept === 0 ? article : { ...article, blocks: JSON.stringify(blocks) }, kept };
}

/** Figures and pictures in the line, in their order. */
function picturesIn(value: unknown): readonly Shown[] {
  if (Array.isArray(value)) return value.flatMap(picturesIn);
  if (typeof value !== "object" || value === null) return [];
  return [...(isShown(value) ? [value] : []), ...Object.values(value).flatMap(picturesIn)];
}

function isShown(value: object): value is Shown {
  return "image" in value && "type" in value && (value.type === "figure" || value.type === "image");
}

/** What is said to be missing, without what is not. */
function lacking(warnings: ReadFile["warnings"], kept: number): ReadFile["warnings"] {
  let left = kept;
  return warnings.flatMap((warning) => {
    const count = Number(warning.parameters["count"]);
    if (warning.code !== MISSING || left === 0) return [warning];
    const gone = Math.min(left, count);
    left -= gone;
    return gone === count ? [] : [{ ...warning, parameters: { ...warning.parameters, count: count - gone } }];
  });
}
