/** What every format's reader is: one file behind this interface, and one line in the table of `formats.ts`. */
import type { ImageHash, ImportedArticle } from "../../preload/model/article.ts";
import type { ImportFailure, ImportWarning } from "../../preload/model/import-report.ts";

/** Counts up when any reader gives another result for the same bytes: files already in the library are then read again. */
export const importerVersion = 3;

/** A picture that came with an article, stored once by the SHA-256 of its bytes. */
export interface Picture {
  readonly sha256: ImageHash;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** CSS pixels, as it is to be shown. */
  readonly width: number;
  readonly height: number;
}

/** A defect that was lived with; its sentence is in the messages under `code`. */
export interface ReadingWarning extends Omit<ImportWarning, "file"> {
  /** The file within the file that it is about; none where it is about the whole. */
  readonly part?: string | undefined;
}

/** A file within the file that could not be read, and why. */
export interface PartFailure extends Omit<ImportFailure, "file"> {
  readonly part: string;
}

/** What a newspaper page or a plain text comes to: text alone. */
export interface TextReading {
  readonly articles: readonly ImportedArticle[];
  readonly warnings: readonly ReadingWarning[];
}

export interface ArticlePart {
  /** The article's place in its file, as in `ArticleSource`. */
  readonly part: string;
  readonly article: ImportedArticle;
  /** The folders in which it lay within its file, the outermost first: an archive and the folders in it. */
  readonly folders?: readonly string[] | undefined;
  /** As in `Reading`, where a file holds books among other things. */
  readonly collection?: string | undefined;
  /** Lines at its head that are no text of it, such as page headers: looked at for a classification, and not kept. */
  readonly headLines?: readonly string[] | undefined;
}

export interface Reading {
  readonly articles: readonly ArticlePart[];
  readonly pictures: readonly Picture[];
  readonly warnings: readonly ReadingWarning[];
  /** The title of the collection that the articles form, such as a book; null where they form none. */
  readonly collection: string | null;
  /** Tags that the file itself states, for all its articles. */
  readonly tags: readonly string[];
  /** Files within the file that could not be read. */
  readonly failed?: readonly PartFailure[] | undefined;
}

/** The bytes of a file named in a document, relative to it. */
export type FilesBeside = (
  reference: string,
) => { readonly bytes: Uint8Array } | { readonly refused: "missing" | "outside" };

/** What a person says of a file where it does not say so itself. */
export interface ReadingOptions {
  /** Chosen by hand where detection failed: a label of the Encoding Standard, such as `gb18030`. */
  readonly encoding?: string | undefined;
  /** For a file that is locked by one. */
  readonly password?: string | undefined;
}

export interface SourceFile extends ReadingOptions {
  /** The file's name without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly beside: FilesBeside;
}

/** What a format is recognised by. Content decides; the name only tells one kind of text from another. */
export interface Probe {
  readonly bytes: Uint8Array;
  /** Lower case, without the dot; empty where the name has none. */
  readonly extension: string;
  /** The beginning of the text; null where the bytes are not text. */
  readonly head: string | null;
}

export interface FormatReader {
  readonly name: string;
  readonly recognises: (probe: Probe) => boolean;
  /** Throws `FailureError` for what cannot be read at all; everything less is a warning. */
  readonly read: (file: SourceFile) => Reading | Promise<Reading>;
}

/** The title of last resort: the file's name without its extension. */
export function titleFromName(name: string): string {
  return name.replace(/\.[^.]*$/, "").trim() || name;
}

/** Lower case, without the dot; empty where the name has none. The end of “报告2021.3” is a number, not an extension. */
export function extensionOf(name: string): string {
  return /\.(?=[^.]*[a-z])([a-z0-9_-]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}
