/** What a document without text comes to: its pages as pictures, and the warning that no search finds what they say. */
import type { Block, ImageHash, ImportedArticle } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import type { ReadingWarning } from "../format.ts";

export const scannedWarning: ReadingWarning = { code: "warning.scanned", parameters: {} };

/** What a scan is called among the tags, so that scans can be found and set apart. */
export const SCAN_TAG = "扫描件";

/** A picture for each page; null where it could not be had. */
export function scannedArticle(title: string, pages: readonly (ImageHash | null)[]): ImportedArticle {
  return {
    ...emptyArticle(),
    title,
    body: pages.flatMap((image, index): readonly Block[] => {
      const figure: Block = { type: "figure", image, caption: [], alt: "" };
      // So that a citation can name the page.
      const mark: Block = { type: "paragraph", content: [{ type: "page-mark", page: String(index + 1) }] };
      return pages.length > 1 ? [mark, figure] : [figure];
    }),
  };
}
