/** Word 97–2003 files → their text, with the paragraphs marked that are headings or centred. */
/// <reference path="../word-extractor.d.ts" />
import BufferReader from "word-extractor/lib/buffer-reader.js";
import type { WordText } from "word-extractor/lib/word-ole-extractor.js";
import WordOleExtractor from "word-extractor/lib/word-ole-extractor.js";
import { FailureError } from "../../../preload/model/result.ts";

/** Throws `FailureError`: encrypted, unsupported-format for Word 95 and older, unreadable. */
export async function readWord97(bytes: Uint8Array): Promise<WordText> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await new MarkingExtractor().extract(new BufferReader(buffer));
  } catch (error) {
    throw error instanceof FailureError ? error : new FailureError("unreadable");
  }
}

/** What ends a marked paragraph instead of its own mark: characters that Unicode keeps out of all texts. */
const HEADING_ENDS = "\uFDD1\uFDD2\uFDD3\uFDD4\uFDD5\uFDD6\uFDD7\uFDD8\uFDD9";
const CENTRED_END = "\uFDE0";

export interface MarkedLine {
  readonly text: string;
  /** 1–9, or null. */
  readonly heading: number | null;
  readonly centred: boolean;
}

/** The paragraphs of marked text. */
export function markedLines(text: string): readonly MarkedLine[] {
  return text.split(/(?<=[\n\uFDD1-\uFDD9\uFDE0])/u).map((line) => {
    const end = line.slice(-1);
    const level = HEADING_ENDS.indexOf(end || "\n");
    return {
      text: line.replace(/[\n\uFDD1-\uFDD9\uFDE0]$/u, ""),
      heading: level < 0 ? null : level + 1,
      centred: end === CENTRED_END,
    };
  });
}

/** Where the parts of a file's head lie (MS-DOC, FibBase and FibRgFcLcb97). */
const FLAGS = 0x0a;
const ENCRYPTED = 0x0100;
const PARAGRAPH_PAGES = 0x0102;
const PARAGRAPH_PAGES_LENGTH = 0x0106;
const PAGE_SIZE = 512;

const WORD_97 = 0xa5ec;
const WORD_95 = 0xa5dc;

class MarkingExtractor extends WordOleExtractor {
  protected override extractWordDocument(document: object, buffer: Buffer): Promise<WordText> {
    const magic = buffer.readUInt16LE(0);
    if (magic === WORD_95) throw new FailureError("unsupported-format");
    const encrypted = (buffer.readUInt16LE(FLAGS) & ENCRYPTED) !== 0;
    if (magic === WORD_97 && encrypted) throw new FailureError("encrypted");
    return super.extractWordDocument(document, buffer);
  }

  protected override writeParagraphProperties(buffer: Buffer, tableBuffer: Buffer): void {
    super.writeParagraphProperties(buffer, tableBuffer);
    const start = buffer.readUInt32LE(PARAGRAPH_PAGES);
    const count = (buffer.readUInt32LE(PARAGRAPH_PAGES_LENGTH) - 4) / 8;
    for (let index = 0; index < count; index++) {
      const page = tableBuffer.readUInt32LE(start + (count + 1) * 4 + index * 4);
      this.#markPage(buffer.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE));
    }
  }

  /** One page of paragraph properties (PapxFkp): where each paragraph ends in the file, its style and own settings. */
  #markPage(page: Buffer): void {
    const paragraphs = page.readUInt8(PAGE_SIZE - 1);
    for (let index = 0; index < paragraphs; index++) {
      const place = page.readUInt8((paragraphs + 1) * 4 + index * 13) * 2;
      if (place === 0) continue;
      const short = page.readUInt8(place);
      const from = place + (short === 0 ? 2 : 1);
      const length = short === 0 ? page.readUInt8(place + 1) * 2 : short * 2 - 1;
      const properties = page.subarray(from, from + length);
      if (properties.length < 2) continue;
      const end = page.readUInt32LE((index + 1) * 4);
      // The built-in heading styles have these numbers in every file, whatever they are called.
      const heading = HEADING_ENDS.charAt(properties.readUInt16LE(0) - 1);
      if (heading !== "") this.#markEnd(end, heading);
      else if (isCentred(properties)) this.#markEnd(end, CENTRED_END);
    }
  }

  #markEnd(end: number, mark: string): void {
    for (const piece of this._pieces) {
      if (end <= piece.startFilePos || end > piece.endFilePos) continue;
      const at = (end - piece.startFilePos) / piece.bpc - 1;
      if (piece.text.charAt(at) !== "\r") continue;
      piece.text = piece.text.slice(0, at) + mark + piece.text.slice(at + 1);
    }
  }
}

/** The settings `sprmPJc80` and `sprmPJc`, each with its one byte: centred. */
function isCentred(properties: Buffer): boolean {
  return properties.includes("\x03\x24\x01", 2, "latin1") || properties.includes("\x61\x24\x01", 2, "latin1");
}
