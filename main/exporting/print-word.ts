/** What is printed as a Word document that is ready to be edited on (导出Word文档). */
import { AlignmentType, Document, Packer } from "docx";
import type { PrintDocument } from "../../preload/model/print.ts";
import { pageGeometry } from "../../preload/model/print-geometry.ts";
import { look } from "./print-blocks.ts";
import { printLook } from "./print-look.ts";
import type { WordPicture } from "./print-runs.ts";
import { PrintWriter } from "./print-writer.ts";

/** `picture`: those of the library by their hashes; null where one is gone. */
export async function printedWord(
  document: PrintDocument,
  picture: (hash: string) => WordPicture | null,
): Promise<Uint8Array> {
  const { template, options } = document;
  const writer = new PrintWriter(document, picture);
  const sections = writer.sections();
  const isMirrored = options.sides !== "single";
  const { body, line, title, headings } = printLook(template, options);
  const headingStyles = [1, 2, 3, 4, 5].map((level) => {
    const { font, size, bold } = headings[Math.min(level, headings.length) - 1] ?? body;
    const paragraph = { keepNext: true, spacing: line, ...indentOf(template === "gongwen", size) };
    return [`heading${level + 1}`, { run: { font, size, bold, color: "000000" }, paragraph }] as const;
  });
  const file = new Document({
    creator: "",
    title: document.title,
    styles: {
      default: {
        document: {
          // 28 characters a line, by their own spacing: not every program keeps a grid of characters as Word does.
          run: {
            ...look(body),
            characterSpacing: spacingOf(document),
            language: { value: "en-US", eastAsia: "zh-CN" },
          },
          paragraph: { spacing: line },
        },
        heading1: {
          run: { ...look(title), characterSpacing: 0, color: "000000" },
          paragraph: {
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: { before: 240, after: 240 },
          },
        },
        ...Object.fromEntries(headingStyles),
      },
    },
    numbering: { config: writer.numberings() },
    comments: { children: writer.comments() },
    evenAndOddHeaderAndFooters: isMirrored,
    sections,
  });
  return new Uint8Array(await Packer.toBuffer(file, undefined, isMirrored ? [mirroredSettings] : []));
}

/** Which the library cannot say: the binding edge is at the left of odd pages and at the right of even ones. */
const mirroredSettings = {
  path: "word/settings.xml",
  data: [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`,
    `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`,
    `<w:mirrorMargins/><w:evenAndOddHeaders/><w:compat>`,
    `<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>`,
    `</w:compat></w:settings>`,
  ].join(""),
};

/** Twentieths of a point beside each character, rounded down so that the last of a line fits. */
function spacingOf({ template, options }: PrintDocument): number {
  return Math.floor(pageGeometry(template, options).letterSpacing * (1440 / 25.4));
}

/** Headings of official documents begin two characters in, as paragraphs do. */
function indentOf(isOfficial: boolean, size: number) {
  return isOfficial ? { indent: { firstLine: size * 20, firstLineChars: 200 } } : {};
}
