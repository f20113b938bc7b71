/** Bookmarks as a Word document that is ready to be edited on: headings, excerpts, notes, citations, no colours. */
import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import type { ExportedBookmark } from "../../preload/model/bookmark.ts";
import { say } from "../../preload/model/messages.ts";
import type { ExportStyle } from "./excerpt.ts";
import { excerptOf, groupTitle } from "./excerpt.ts";
import { grouped } from "./grouping.ts";

/** Half points: 三号 for what is read, 四号 for what is said of it. */
const EXCERPT_SIZE = 32;
const REMARK_SIZE = 28;

/** Twentieths of a point: two characters of the excerpt. */
const INDENT = 640;

/** Of official documents (GB/T 9704—2012), under the names that Word and WPS know them by. */
const bodyFont = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋" };
const headingFont = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "黑体" };

export async function wordDocument(
  bookmarks: readonly ExportedBookmark[],
  style: ExportStyle,
): Promise<Uint8Array> {
  const document = new Document({
    creator: "",
    title: say(style.language, "bookmarks.title"),
    styles: {
      default: {
        document: { run: { font: bodyFont, size: EXCERPT_SIZE } },
        title: { run: { font: headingFont, size: 44 }, paragraph: { alignment: AlignmentType.CENTER } },
        heading1: { run: { font: headingFont, size: EXCERPT_SIZE }, paragraph: { spacing: { before: 240 } } },
      },
    },
    sections: [{ children: paragraphsOf(bookmarks, style) }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function paragraphsOf(bookmarks: readonly ExportedBookmark[], style: ExportStyle): Paragraph[] {
  const title = new Paragraph({
    heading: HeadingLevel.TITLE,
    children: [new TextRun(say(style.language, "bookmarks.title"))],
  });
  const groups = grouped(bookmarks, style.grouping).flatMap(({ title: name, bookmarks: inGroup }) => [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun(sound(groupTitle(name, style)))],
    }),
    ...inGroup.flatMap((bookmark) => excerptParagraphs(bookmark, style)),
  ]);
  return [title, ...groups];
}

function excerptParagraphs(bookmark: ExportedBookmark, style: ExportStyle): Paragraph[] {
  const { quote, changedTo, remark, note, citation } = excerptOf(bookmark, style);
  const separator = style.language === "en" ? ": " : "：";
  const lines = quote.split("\n").filter((line) => line.trim() !== "");
  const excerpt = lines.map((line, index) => {
    const cited = index === lines.length - 1 && citation !== "" ? `（${citation}）` : "";
    return new Paragraph({ indent: { firstLine: INDENT }, children: [new TextRun(sound(line + cited))] });
  });
  return [
    ...excerpt,
    ...remarkParagraphs(remark, changedTo, separator),
    ...remarkParagraphs(say(style.language, "bookmarks.note"), note, separator, note === ""),
  ];
}

/** Below an excerpt, smaller: what it is, and the text. */
function remarkParagraphs(name: string, text: string, separator: string, skipped = name === ""): Paragraph[] {
  if (skipped) return [];
  const whole = text === "" ? name : `${name}${separator}${text}`;
  return whole.split("\n").map(
    (line) =>
      new Paragraph({
        indent: { left: INDENT },
        children: [new TextRun({ text: sound(line), size: REMARK_SIZE })],
      }),
  );
}

/** Without the control characters that XML cannot say; a tab may stay. */
export function sound(text: string): string {
  // biome keeps control characters out of patterns, so they are named by their class.
  return text.replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (unit) => (unit === "\t" ? unit : ""));
}
