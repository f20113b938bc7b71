/** Word 97–2003 documents (.doc, and .wps files of that kind): the text, with headings where styles name them. */
import type { Block } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { FailureError } from "../../../preload/model/result.ts";
import type { Looks } from "../docx/document.ts";
import { takeTitle } from "../docx/title.ts";
import type { FormatReader, Probe, Reading, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { inlinesOf } from "../html/convert.ts";
import { textRun } from "../inlines.ts";
import { textBlocks } from "../pictures-in-text.ts";
import { isEncrypted } from "../signatures.ts";
import { markedLines, readWord97 } from "./word97.ts";

export const docReader: FormatReader = { name: "doc", recognises, read };

/** The name under which a file of Word's holds its text, in UTF-16. */
const WORD_STREAM = [..."WordDocument"].join("\0");

/** A longer “heading” is a paragraph under a heading's style. */
const LONGEST_HEADING = 200;

/** Letters as large as a title's: this reader knows that a paragraph is centred, not how large it is. */
const TITLE_LOOKS: Looks = { role: "text", centred: true, size: 44 };

function recognises({ bytes, extension }: Probe): boolean {
  if (bytes.length === 0) return extension === "doc";
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf || isEncrypted(bytes)) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(WORD_STREAM, 0, "latin1");
}

async function read(file: SourceFile): Promise<Reading> {
  const text = await readWord97(file.bytes);
  const looks = new Map<Block, Looks>();
  const options = { filterUnicode: false };
  const body = textLines(text.getBody(options), looks);
  // Where notes and boxes belong is not told; they stand after the text.
  const rest = [
    text.getTextboxes({ ...options, includeHeadersAndFooters: false }),
    text.getFootnotes(options),
    text.getEndnotes(options),
  ].flatMap((part) => textLines(part, new Map()));
  if (body.length + rest.length === 0) throw new FailureError("empty");
  const titled = takeTitle(body, looks, "");
  const article = {
    ...emptyArticle(),
    title: titled.title || titleFromName(file.name),
    body: [...titled.body, ...rest],
  };
  const headLines = [
    text.getHeaders({ ...options, includeFooters: false }),
    text.getTextboxes({ ...options, includeHeadersAndFooters: true }),
  ].flatMap((part) => markedLines(part).map((line) => line.text));
  return {
    articles: [{ part: "", article, headLines }],
    pictures: [],
    warnings: [{ code: "warning.text-only", parameters: {} }],
    collection: null,
    tags: [],
  };
}

/** `looks` takes the first centred line: the next may be a second line of the title, or a name. */
function textLines(text: string, looks: Map<Block, Looks>): readonly Block[] {
  return markedLines(text).flatMap(({ text: line, heading, centred }): readonly Block[] => {
    const blocks = textBlocks([textRun(line)]);
    const [first] = blocks;
    if (first === undefined) return [];
    if (heading !== null && line.length <= LONGEST_HEADING) {
      return [{ type: "heading", level: Math.min(heading, 6), content: inlinesOf(blocks) }];
    }
    if (centred && looks.size === 0) looks.set(first, TITLE_LOOKS);
    return blocks;
  });
}
