/** Something pasted as an article (粘贴为文章): what it was read as, shown before it is stored, and what a person says of it. */
import { z } from "zod";
import { articleFieldsSchema } from "./article.ts";
import type { ImportWarning } from "./import-report.ts";

export interface PastePreview {
  /** Names what was read, until it is stored or another takes its place. */
  readonly paste: string;
  readonly kind: "document" | "text" | "picture";
  /** More than one where a whole newspaper page was pasted. */
  readonly articles: number;
  /** Of the first article: what the pasted itself says, or seems to. */
  readonly title: string;
  readonly publication: string;
  readonly issuedOn: string | null;
  /** The first lines of its text, shortened. */
  readonly lines: readonly string[];
  /** Of all its articles, white space not counted. */
  readonly characters: number;
  readonly pictures: number;
  readonly warnings: readonly Omit<ImportWarning, "file">[];
}

/** `title` counts where one article was read. */
export const pasteDetailsSchema = articleFieldsSchema.pick({
  title: true,
  publication: true,
  issuedOn: true,
});

export type PasteDetails = z.infer<typeof pasteDetailsSchema>;

export const pasteIdSchema = z.uuid();

export interface StoredPaste {
  /** Of the first article. */
  readonly id: number;
  /** The library held the same already: it was left as it is. */
  readonly known: boolean;
}
