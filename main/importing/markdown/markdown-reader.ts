/** Markdown (CommonMark with GitHub's tables, footnotes, task lists and strike-through), as one article. */
import type { Block } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { FailureError } from "../../../preload/model/result.ts";
import { decodeText } from "../decode-text.ts";
import type { FormatReader, Probe, Reading, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { PictureCollector } from "../pictures.ts";
import { textWarnings } from "../text-warnings.ts";
import { markdownBlocks } from "./convert.ts";
import { readFrontMatter } from "./front-matter.ts";

export const markdownReader: FormatReader = { name: "markdown", recognises, read };

/** Nothing in Markdown's text tells it from plain text for certain: the name decides. */
function recognises({ head, extension }: Probe): boolean {
  return head !== null && /^(?:md|markdown|mkd)$/.test(extension);
}

function read(file: SourceFile): Reading {
  const decoded = decodeText(file.bytes, { encoding: file.encoding });
  const { fields, tags, rest } = readFrontMatter(decoded.text);
  const pictures = new PictureCollector(file.beside);
  const blocks = markdownBlocks(rest, pictures);
  if (blocks.length === 0 && Object.keys(fields).length === 0) throw new FailureError("empty");
  const { title, body } =
    fields.title === undefined ? titleAndBody(blocks) : { title: fields.title, body: blocks };
  const article = { ...emptyArticle(), ...fields, title: title || titleFromName(file.name), body };
  return {
    articles: [{ part: "", article }],
    pictures: pictures.pictures,
    warnings: [...textWarnings(decoded), ...pictures.warnings],
    collection: null,
    tags,
  };
}

/** The title is the first block where that is a heading above all others that follow it. */
function titleAndBody(blocks: readonly Block[]): { readonly title: string; readonly body: readonly Block[] } {
  const [first, ...body] = blocks;
  if (first?.type !== "heading") return { title: "", body: blocks };
  const above = body.every((block) => block.type !== "heading" || block.level > first.level);
  return above
    ? { title: inlineText(first.content).replace(/\s+/g, " "), body }
    : { title: "", body: blocks };
}
