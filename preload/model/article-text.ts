/**
 * The canonical plain text of an article, and where each piece lies in it. Bookmarks, hits, sections and the
 * reading position are spans of this text, counted in UTF-16 units.
 *
 * Order: kicker, title, subtitle, byline, lead, body in reading order (captions in place), footnotes, credits.
 * Pieces are joined by a line feed, cells of a table row by a tab. A line break is a line feed; ruby counts its
 * base only; pictures and marks count nothing. What is empty takes no line.
 */
import type { Block, ImportedArticle, Inline, TableCell } from "./article.ts";

export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export type TextField = "kicker" | "title" | "subtitle" | "byline" | "credits";

export interface ArticleText {
  readonly text: string;
  /** Where each field that is not empty stands. */
  readonly fields: ReadonlyMap<TextField, Span>;
  /**
   * Where each block stands, containers and leaves alike, by identity. A block without any text has an empty span
   * where its text would be. Footnotes stand after the body, wherever they are in the model.
   */
  readonly blocks: ReadonlyMap<Block, Span>;
}

/** The text of inlines alone, by the same rules. */
export function inlineText(content: readonly Inline[]): string {
  let text = "";
  for (const inline of content) text += oneInlineText(inline);
  return text;
}

function oneInlineText(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "link":
      return inlineText(inline.content);
    case "line-break":
      return "\n";
    case "ruby":
      return inline.base;
    case "image":
    case "footnote-mark":
    case "page-mark":
      return "";
  }
}

export function articleText(article: ImportedArticle): ArticleText {
  const writer = new TextWriter();
  writer.field("kicker", article.kicker);
  writer.field("title", article.title);
  writer.field("subtitle", article.subtitle);
  writer.field("byline", article.byline);
  writer.sequence(article.lead);
  writer.sequence(article.body);
  writer.footnotesMet();
  writer.field("credits", article.credits);
  return writer.result();
}

class TextWriter {
  readonly #fields = new Map<TextField, Span>();
  readonly #blocks = new Map<Block, Span>();
  readonly #footnotes: (Block & { type: "footnote" })[] = [];
  readonly #pieces: string[] = [];
  #length = 0;
  /** What must stand between the last piece and the next one; none before the first. */
  #separator = "";

  field(name: TextField, text: string): void {
    if (text === "") return;
    this.#fields.set(name, this.#write(text));
  }

  sequence(blocks: readonly Block[]): void {
    for (const block of blocks) this.#block(block);
  }

  footnotesMet(): void {
    // A footnote may itself hold footnotes, so the list can grow while it is read.
    for (const footnote of this.#footnotes) this.#container(footnote, () => this.sequence(footnote.blocks));
  }

  result(): ArticleText {
    return { text: this.#pieces.join(""), fields: this.#fields, blocks: this.#blocks };
  }

  #block(block: Block): void {
    switch (block.type) {
      case "heading":
      case "paragraph":
      case "preformatted":
        this.#blocks.set(block, this.#write(inlineText(block.content)));
        return;
      case "figure":
        this.#blocks.set(block, this.#write(inlineText(block.caption)));
        return;
      case "divider":
        this.#blocks.set(block, this.#write(""));
        return;
      case "list":
        this.#container(block, () => {
          for (const item of block.items) this.sequence(item);
        });
        return;
      case "quote":
        this.#container(block, () => this.sequence(block.blocks));
        return;
      case "table":
        this.#container(block, () => this.#table(block.rows));
        return;
      case "footnote":
        this.#footnotes.push(block);
        return;
    }
  }

  #table(rows: (Block & { type: "table" })["rows"]): void {
    for (const row of rows) this.#row(row);
  }

  /** Cells are parted by tabs, even empty ones: columns stay countable. A row without any text takes no line. */
  #row(row: readonly TableCell[]): void {
    const separator = this.#separator;
    const before = this.#length;
    let tabs = "";
    for (const [column, cell] of row.entries()) {
      if (column > 0) tabs += "\t";
      const written = this.#length;
      this.#separator = written > before ? tabs : separator + tabs;
      this.sequence(cell.blocks);
      if (this.#length > written) tabs = "";
    }
    if (this.#length === before) {
      this.#separator = separator;
      return;
    }
    this.#append(tabs);
    this.#separator = "\n";
  }

  #container(block: Block, write: () => void): void {
    const separatorLength = this.#separator.length;
    const before = this.#length;
    write();
    const start = this.#length > before ? before + separatorLength : before;
    this.#blocks.set(block, { start, end: this.#length });
  }

  #write(text: string): Span {
    if (text === "") return { start: this.#length, end: this.#length };
    this.#flushSeparator();
    const start = this.#length;
    this.#append(text);
    this.#separator = "\n";
    return { start, end: this.#length };
  }

  #flushSeparator(): void {
    this.#append(this.#separator);
    this.#separator = "";
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
  }
}
