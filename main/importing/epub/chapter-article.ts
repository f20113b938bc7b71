/** A chapter as an article: its title once, its notes at its end, its pages' marks in its text. */
import type { Block, ImportedArticle } from "../../../preload/model/article.ts";
import { emptyArticle } from "../../../preload/model/article.ts";
import { inlineText } from "../../../preload/model/article-text.ts";
import { htmlBlocks } from "../html/convert.ts";
import type { Element } from "../html/dom.ts";
import type { PictureCollector } from "../pictures.ts";
import type { Chapter } from "./chapters.ts";
import type { Leaf } from "./documents.ts";
import type { Notes } from "./notes.ts";
import type { Book } from "./package.ts";
import { allElements } from "./xml.ts";

/** A longer first heading is a paragraph in large letters. */
const LONGEST_TITLE = 200;

/** What headings print before a chapter's name and contents may leave out; without white space. */
const CHAPTER_NUMBER =
  /^(?:第.{1,9}[章节回卷编部篇集讲]|(?:chapter|part|section)(?:\d+|[ivxlc]+)|[\d.]+|[ivxlc]+|[一二三四五六七八九十百]+)\P{L}*$/iu;

export interface ChapterContext {
  readonly book: Book;
  /** The book's title, or the file's name where it has none. */
  readonly bookTitle: string;
  readonly notes: Notes;
  readonly leaves: ReadonlyMap<Element, Leaf>;
  readonly pictures: PictureCollector;
}

/** Null where nothing is shown in it. */
export function chapterArticle(chapter: Chapter, context: ChapterContext): ImportedArticle | null {
  const { book, bookTitle } = context;
  const blocks = joinPageMarks(chapterBlocks(chapter.trees, context));
  if (blocks.length === 0) return null;
  const { title, body } = titled(blocks, chapter.title);
  return {
    ...emptyArticle(),
    title: title || documentTitle(chapter, bookTitle) || bookTitle,
    byline: book.creators.join(/^(?:zh|ja)/i.test(book.language) ? "、" : ", "),
    publication: bookTitle,
    issuedOn: book.issuedOn,
    language: book.language || emptyArticle().language,
    body,
  };
}

/** The notes are numbered anew in each chapter, in the order of their marks; a note may refer to others. */
function chapterBlocks(trees: readonly Element[], { notes, leaves, pictures }: ChapterContext): Block[] {
  const numbers = new Map<Element, string>();
  const marks = new Map(leaves);
  const waiting: Element[] = [];
  const numberNotes = (root: Element): void => {
    for (const element of allElements(root)) {
      const note = notes.get(element);
      if (note === undefined) continue;
      const id = numbers.get(note) ?? String(numbers.size + 1);
      if (!numbers.has(note)) waiting.push(note);
      numbers.set(note, id);
      marks.set(element, { type: "footnote-mark", id });
    }
  };
  const convert = (root: Element) => htmlBlocks(root.childNodes, { pictures, title: null, leaves: marks });
  for (const tree of trees) numberNotes(tree);
  const blocks = trees.flatMap((tree) => [...convert(tree)]);
  for (let note = waiting.shift(); note !== undefined; note = waiting.shift()) {
    numberNotes(note);
    const inside = convert(note);
    blocks.push({ type: "footnote", id: numbers.get(note) ?? "", blocks: inside });
  }
  return blocks;
}

/** The mark of a page that begins between two paragraphs stands at the second's beginning. */
function joinPageMarks(blocks: readonly Block[]): readonly Block[] {
  const result: Block[] = [];
  let marks: (Block & { type: "paragraph" })["content"] = [];
  for (const block of blocks) {
    if (block.type === "paragraph" && block.content.every((inline) => inline.type === "page-mark")) {
      marks = [...marks, ...block.content];
    } else if (marks.length > 0 && (block.type === "paragraph" || block.type === "heading")) {
      result.push({ ...block, content: [...marks, ...block.content] });
      marks = [];
    } else {
      if (marks.length > 0) result.push({ type: "paragraph", content: marks });
      marks = [];
      result.push(block);
    }
  }
  if (marks.length > 0) result.push({ type: "paragraph", content: marks });
  return result;
}

/**
 * The title once: the headings that the chapter begins with go where together they say what the contents say. The
 * printed heading is the title where it says the same and more, or where the contents say nothing.
 */
function titled(
  blocks: readonly Block[],
  stated: string,
): { readonly title: string; readonly body: readonly Block[] } {
  const wanted = squeezed(stated);
  let printed = "";
  for (const [index, block] of blocks.entries()) {
    if (block.type !== "heading" || !isPlain(block)) break;
    const line = inlineText(block.content).replace(/\s+/g, " ").trim();
    printed = printed === "" ? line : `${printed} ${line}`;
    if (printed.length > LONGEST_TITLE) break;
    const body = blocks.slice(index + 1);
    const said = squeezed(printed);
    if (said === wanted) return { title: stated || printed, body: withMarksOf(blocks, index, body) };
    const more = said.endsWith(wanted) ? said.slice(0, said.length - wanted.length) : "?";
    const goesOn = said.startsWith(wanted) && /^[^\p{L}\p{N}]/u.test(said.slice(wanted.length));
    const saysMore = wanted === "" || goesOn || CHAPTER_NUMBER.test(more);
    if (saysMore) return { title: printed, body: withMarksOf(blocks, index, body) };
  }
  return { title: stated, body: blocks };
}

/** A heading that holds more than words cannot become the title without losing that. */
function isPlain(heading: Block & { type: "heading" }): boolean {
  return heading.content.every(({ type }) => type !== "footnote-mark" && type !== "image");
}

/** The page that a removed heading began on begins with what follows it. */
function withMarksOf(blocks: readonly Block[], last: number, body: readonly Block[]): readonly Block[] {
  const content = blocks
    .slice(0, last + 1)
    .flatMap((block) => ("content" in block ? block.content.filter(({ type }) => type === "page-mark") : []));
  return content.length === 0 ? body : joinPageMarks([{ type: "paragraph", content }, ...body]);
}

/** What a document calls itself, where that is more than the book's title or a program's name for a file. */
function documentTitle(chapter: Chapter, bookTitle: string): string {
  const title = chapter.documents[0]?.title ?? "";
  const saysNothing =
    squeezed(title) === squeezed(bookTitle) || /^(?:untitled|unknown|[\w-]+\.x?html?)$/i.test(title);
  return saysNothing ? "" : title;
}

/** Equal but for white space and letter case, which contents and headings use as they like. */
function squeezed(text: string): string {
  return text.replace(/\s/g, "").toLowerCase();
}
