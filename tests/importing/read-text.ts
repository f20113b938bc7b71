/** Readers, called as the tests read best: a document's text in, its reading out. */

import type { FilesBeside, FormatReader, Reading } from "../../main/importing/format.ts";
import type { Block, ImportedArticle } from "../../preload/model/article.ts";

const nothingBeside: FilesBeside = () => ({ refused: "missing" });

export function readWith(
  reader: FormatReader,
  content: string | Uint8Array,
  beside: FilesBeside = nothingBeside,
  name = "文件.html",
): Reading {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const reading = reader.read({ name, bytes, beside });
  if (reading instanceof Promise) throw new Error(`${reader.name} does not answer at once`);
  return reading;
}

/** The only article of a reading. */
export function onlyArticle(reading: Reading): ImportedArticle {
  const [first, ...others] = reading.articles;
  if (first === undefined || others.length > 0) throw new Error(`${reading.articles.length} articles`);
  return first.article;
}

export function paragraph(text: string): Block {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

export function heading(level: number, text: string): Block {
  return { type: "heading", level, content: [{ type: "text", text }] };
}
