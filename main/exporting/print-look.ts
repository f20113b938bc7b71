/** How a Word document of each template looks: faces, sizes and lines. */
import { type IFontAttributesProperties, LineRuleType } from "docx";
import type { PrintOptions, PrintTemplate } from "../../preload/model/print.ts";
import { textSizes } from "../../preload/model/print.ts";
import { type FaceRole, faces } from "../../preload/model/print-faces.ts";

export interface TextLook {
  readonly font: IFontAttributesProperties;
  /** Half points. */
  readonly size: number;
  readonly bold: boolean;
}

export interface PrintLook {
  readonly body: TextLook;
  readonly title: TextLook;
  /** Of the headings, from level 1; those below look as the last. */
  readonly headings: readonly TextLook[];
  /** Source lines, captions and notes. */
  readonly small: TextLook;
  /** Headers and footers. */
  readonly furniture: TextLook;
  readonly line: {
    readonly line: number;
    readonly lineRule: (typeof LineRuleType)[keyof typeof LineRuleType];
  };
}

/** Under the name that offices have it by first; Latin letters and digits in Times New Roman, as offices have it. */
function face(role: FaceRole): IFontAttributesProperties {
  const [eastAsia = ""] = faces[role].own;
  return { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia };
}

const xiaobiaosong = face("xiaobiaosong");
const fangsong = face("fangsong");
const kai = face("kai");
const hei = face("hei");
const song = face("song");

/** Half points of 二号 for titles, and of 小五 for headers and footers. */
const TITLE_SIZE = 2 * textSizes.two;
const furniture: TextLook = { font: song, size: 18, bold: false };

/** The page number of an official document: 四号 Song. */
export const officialNumber: TextLook = { font: song, size: 2 * textSizes.four, bold: false };

/** Twentieths of a point: of 三号, 22 lines in 225 mm, rounded down so that the last of them fits. */
const OFFICIAL_LINE = 579;

export function printLook(template: PrintTemplate, { textSize }: Pick<PrintOptions, "textSize">): PrintLook {
  const size = 2 * textSizes[textSize];
  return template === "gongwen" ? officialLook(size) : readingLook(template, size);
}

/** GB/T 9704—2012, 7.3. */
function officialLook(size: number): PrintLook {
  return {
    body: { font: fangsong, size, bold: false },
    title: { font: xiaobiaosong, size: TITLE_SIZE, bold: false },
    headings: [
      { font: hei, size, bold: false },
      { font: kai, size, bold: false },
      { font: fangsong, size, bold: true },
      { font: fangsong, size, bold: false },
    ],
    small: { font: fangsong, size: Math.max(24, size - 4), bold: false },
    furniture,
    line: {
      line: Math.round((OFFICIAL_LINE * size) / (2 * textSizes.three)),
      lineRule: LineRuleType.EXACT,
    },
  };
}

function readingLook(template: PrintTemplate, size: number): PrintLook {
  const isLarge = template === "large";
  return {
    body: { font: isLarge ? fangsong : song, size, bold: false },
    title: { font: hei, size: Math.max(TITLE_SIZE, size + 12), bold: false },
    headings: [size + 4, size + 2, size].map((each) => ({ font: hei, size: each, bold: false })),
    small: { font: kai, size: Math.max(20, size - 4), bold: false },
    furniture,
    // In 240ths of a line.
    line: { line: isLarge ? 432 : 360, lineRule: LineRuleType.AUTO },
  };
}
