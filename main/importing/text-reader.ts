/** Plain text, and newspaper pages, which come as plain text. */
import { FailureError } from "../../preload/model/result.ts";
import { decodeText } from "./decode-text.ts";
import type { FormatReader, Probe, Reading, SourceFile } from "./format.ts";
import { looksLikeNewspaperPage } from "./newspaper-page/looks-like.ts";
import { readNewspaperPage } from "./newspaper-page/newspaper-page.ts";
import { readPlainText } from "./plain-text.ts";
import { textWarnings } from "./text-warnings.ts";

export const textReader: FormatReader = { name: "text", recognises, read };

/** Other names promise a format (csv, json, css, …) that would be no article if read as text. */
function recognises({ head, extension }: Probe): boolean {
  return head !== null && /^(?:txt|text|)$/.test(extension);
}

function read(file: SourceFile): Reading {
  const decoded = decodeText(file.bytes, { encoding: file.encoding });
  if (decoded.text.trim() === "") throw new FailureError("empty");
  const isPage = looksLikeNewspaperPage(decoded.text);
  const { articles, warnings } = isPage
    ? readNewspaperPage(decoded.text)
    : readPlainText(decoded.text, file.name);
  return {
    // A page keeps its ordinals even where it has one article, so that finding a second later moves none.
    articles: articles.map((article, index) => ({
      part: isPage || articles.length > 1 ? String(index + 1) : "",
      article,
    })),
    pictures: [],
    warnings: [...textWarnings(decoded), ...warnings],
    collection: null,
    tags: [],
  };
}
