/** One file, read within the reader process: bytes and fingerprint first, then its articles. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { ImportedArticle } from "../../preload/model/article.ts";
import { articleFieldsSchema } from "../../preload/model/article.ts";
import { FailureError } from "../../preload/model/result.ts";
import { openable, readable } from "./byte-names.ts";
import { fileError } from "./file-error.ts";
import { filesBeside } from "./files-beside.ts";
import type { FormatReader, Reading, ReadingOptions, SourceFile } from "./format.ts";
import { recogniseFormat } from "./formats.ts";
import type { ManifestRow } from "./manifest.ts";
import { withManifestRow } from "./manifest.ts";
import { withOfficialDocuments } from "./official/official-documents.ts";
import type { Original } from "./parcels.ts";

/**
 * Reads at once: this process has nothing else to do meanwhile, and for a small file the ways to Node's thread pool and
 * back are most of what it costs. Throws `FailureError`: not-found, permission-denied, empty, unreadable.
 */
export function openFile(path: string): Original {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(openable(path));
  } catch (error) {
    throw fileError(error, path);
  }
  if (bytes.length === 0) throw new FailureError("empty", { path });
  return originalOf(bytes);
}

export function originalOf(bytes: Uint8Array): Original {
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

export interface ReadingChoices extends ReadingOptions {
  /** A document that bears a classification is read like any other. */
  readonly allowClassified?: boolean | undefined;
  /** What a list beside the file says of it. */
  readonly row?: ManifestRow | undefined;
}

/** Throws `FailureError`: empty, unsupported-format, unreadable, encrypted, classified. */
export async function readArticles(
  original: Original,
  path: string,
  formats: readonly FormatReader[],
  { allowClassified = false, row, ...options }: ReadingChoices,
): Promise<Reading> {
  const name = readable(basename(path));
  const format = recogniseFormat(original.bytes, name, formats);
  if (typeof format === "string") throw new FailureError(format, { path });
  const file = { name, bytes: original.bytes, beside: filesBeside(path), ...options };
  // A wrong choice would hide a classification from us alone: what the file is without it counts as well.
  if (!allowClassified && options.encoding !== undefined) {
    await refuseClassified(format, { ...file, encoding: undefined });
  }
  const read = await format.read(file);
  if (read.articles.length === 0) throw new FailureError("empty", { path });
  const reading = withOfficialDocuments(read, name, allowClassified);
  const isOnly = reading.articles.length === 1;
  return {
    ...reading,
    articles: reading.articles.map((part) => ({
      ...part,
      article: withManifestRow(withinLimits(part.article), row, { name, isOnly }),
    })),
  };
}

/** Throws `FailureError` classified, and nothing for what cannot be read at all. */
async function refuseClassified(format: FormatReader, file: SourceFile): Promise<void> {
  let reading: Reading;
  try {
    reading = await format.read(file);
  } catch {
    return;
  }
  withOfficialDocuments(reading, file.name, false);
}

/** Fields as long as the library takes them: a “title” of a thousand characters is a paragraph, and its end is no loss. */
function withinLimits(article: ImportedArticle): ImportedArticle {
  const clipped: Record<string, string> = {};
  for (const [name, schema] of Object.entries(articleFieldsSchema.shape)) {
    const value = article[name as keyof typeof articleFieldsSchema.shape];
    const longest = "maxLength" in schema ? schema.maxLength : null;
    if (typeof value !== "string" || longest === null || value.length <= longest) continue;
    // A character of two UTF-16 units is never cut in half.
    clipped[name] = value.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "");
  }
  return { ...article, ...clipped };
}
