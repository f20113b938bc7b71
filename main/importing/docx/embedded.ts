/** Documents of other kinds within a Word file (`altChunk`): pages, pages with their pictures, and plain text. */
import { parse } from "parse5";
import type { Block } from "../../../preload/model/article.ts";
import { decodeText } from "../decode-text.ts";
import { htmlBlocks } from "../html/convert.ts";
import { lineBreak, type Run, textRun } from "../inlines.ts";
import { mhtmlReader, packedPage } from "../mhtml.ts";
import { PictureCollector } from "../pictures.ts";
import { textBlocks } from "../pictures-in-text.ts";
import { isText } from "../signatures.ts";

/** Null for what is of another kind, such as a further Word file. `name`: the part's, whose end tells its kind. */
export function embeddedBlocks(
  bytes: Uint8Array,
  name: string,
  pictures: PictureCollector,
): readonly Block[] | null {
  const extension = /\.([^./]*)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (!isText(bytes)) return null;
  const head = decodeText(bytes.subarray(0, 4096)).text;
  if (mhtmlReader.recognises({ bytes, extension, head })) return packedBlocks(bytes, pictures);
  const { text } = decodeText(bytes, { declared: /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] });
  if (/^x?html?$/.test(extension) || /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)/i.test(head)) {
    return htmlBlocks(parse(text).childNodes, { pictures, title: null });
  }
  return extension === "txt" ? textBlocks(linesOf(text)) : null;
}

function packedBlocks(bytes: Uint8Array, pictures: PictureCollector): readonly Block[] | null {
  const page = packedPage(bytes);
  if (page === null) return null;
  const { text } = decodeText(page.bytes, { declared: page.declared });
  const own = new PictureCollector(page.beside, (reference) => page.resolve(reference, ""));
  const blocks = htmlBlocks(parse(text).childNodes, { pictures: own, title: null });
  pictures.adopt(own);
  return blocks;
}

/** Each line is a paragraph, as Word takes it. */
function linesOf(text: string): readonly Run[] {
  return text.split(/\r\n?|\n/).flatMap((line) => [textRun(line), lineBreak, lineBreak]);
}
