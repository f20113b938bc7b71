/** The part of word-extractor that reads Word 97–2003 files, as far as it is used here; it comes without types. */
declare module "word-extractor/lib/word-ole-extractor.js" {
  interface TextOptions {
    /** Whether “ and — become " and -. */
    readonly filterUnicode: boolean;
  }

  export interface WordText {
    getBody(options: TextOptions): string;
    getHeaders(options: TextOptions & { readonly includeFooters: boolean }): string;
    getFootnotes(options: TextOptions): string;
    getEndnotes(options: TextOptions): string;
    getTextboxes(options: TextOptions & { readonly includeHeadersAndFooters: boolean }): string;
  }

  /** A stretch of the text as the file stores it, `bpc` bytes a character. */
  export interface TextPiece {
    text: string;
    readonly startFilePos: number;
    readonly endFilePos: number;
    readonly bpc: 1 | 2;
  }

  export default class WordOleExtractor {
    protected readonly _pieces: readonly TextPiece[];
    extract(reader: object): Promise<WordText>;
    protected extractWordDocument(document: object, buffer: Buffer): Promise<WordText>;
    protected writeParagraphProperties(buffer: Buffer, tableBuffer: Buffer): void;
  }
}

declare module "word-extractor/lib/buffer-reader.js" {
  export default class BufferReader {
    constructor(bytes: Buffer);
  }
}
