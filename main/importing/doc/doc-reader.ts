/** Word 97–2003 documents (.doc, and .wps files of that kind): text, headings, lists, tables, notes, and pictures in the line. */
import { emptyArticle } from "../../../preload/model/article.ts";
import { FailureError } from "../../../preload/model/result.ts";
import { withoutContents } from "../docx/contents.ts";
import { takeTitle } from "../docx/title.ts";
import type { FormatReader, Probe, Reading, ReadingWarning, SourceFile } from "../format.ts";
import { titleFromName } from "../format.ts";
import { isEncrypted } from "../signatures.ts";
import { CompoundFile } from "./compound-file.ts";
import type { WordContent } from "./document.ts";
import { wordContent } from "./document.ts";
import { openWordFile } from "./file-head.ts";

export const docReader: FormatReader = { name: "doc", recognises, read };

/** The stream that holds the text of Word's files, and its name in UTF-16 as the directory writes it. */
const STREAM = "WordDocument";
const STREAM_NAME = [...STREAM].join("\0");

function recognises({ bytes, extension }: Probe): boolean {
  if (bytes.length === 0) return extension === "doc";
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf || isEncrypted(bytes)) return false;
  try {
    return new CompoundFile(bytes).has(STREAM);
  } catch {
    // Whose directory is lost is still what it was.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return buffer.includes(STREAM_NAME, 0, "latin1");
  }
}

function read(file: SourceFile): Reading {
  const content = contentOf(file.bytes);
  const { body, notes, looks, headLines, damaged } = content;
  if (body.length + notes.length === 0) throw new FailureError("empty");
  const titled = takeTitle(withoutContents(body, looks), looks, "");
  const article = {
    ...emptyArticle(),
    title: titled.title || titleFromName(file.name),
    body: [...titled.body, ...notes],
  };
  const warnings: ReadingWarning[] = [{ code: "warning.text-only", parameters: {} }, ...content.warnings];
  if (damaged) warnings.push({ code: "warning.damaged-document", parameters: {} });
  return {
    articles: [{ part: "", article, headLines }],
    pictures: content.pictures,
    warnings,
    collection: null,
    tags: [],
  };
}

/** What reaches outside its table is damage. */
function contentOf(bytes: Uint8Array): WordContent {
  try {
    return wordContent(openWordFile(bytes));
  } catch (error) {
    throw error instanceof FailureError ? error : new FailureError("unreadable");
  }
}
