/** Headers and footers of a Word document, with their fields, and the watermark behind the text. */
import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { TextWatermark } from "docx/watermarks";
import type { PrintDocument, PrintedArticle, PrintOptions } from "../../preload/model/print.ts";
import type { FieldValues } from "../../preload/model/print-furniture.ts";
import { fieldValues, furnitureParts } from "../../preload/model/print-furniture.ts";
import type { PrintLook, TextLook } from "./print-look.ts";
import { officialNumber } from "./print-look.ts";
import { sound } from "./word.ts";

type Furniture = PrintOptions["header"];

/** `width`: of the text, in twentieths of a point. On the backs of sheets left and right change places. */
export function furnitureOf(
  document: PrintDocument,
  articles: readonly PrintedArticle[],
  { look, width }: { readonly look: PrintLook; readonly width: number },
): Pick<ISectionOptions, "headers" | "footers"> {
  const { options, template } = document;
  const values = fieldValues(
    document,
    articles.map(({ article }) => article),
  );
  const line = (furniture: Furniture, isBack: boolean) =>
    furnitureLine(isBack ? turned(furniture) : furniture, values, { look: look.furniture, width });
  const header = (isBack: boolean) =>
    new Header({ children: [...watermark(options), ...line(options.header, isBack)] });
  const footer = (isBack: boolean) =>
    new Footer({
      children: [...(template === "gongwen" ? [pageNumber(isBack)] : []), ...line(options.footer, isBack)],
    });
  const isMirrored = options.sides !== "single";
  return {
    headers: { default: header(false), ...(isMirrored ? { even: header(true) } : {}) },
    footers: { default: footer(false), ...(isMirrored ? { even: footer(true) } : {}) },
  };
}

function turned({ left, center, right }: Furniture): Furniture {
  return { left: right, center, right: left };
}

/** GB/T 9704—2012, 7.5: between dashes, a character from the outer edge. */
function pageNumber(isBack: boolean): Paragraph {
  const indent = officialNumber.size * 10;
  return new Paragraph({
    alignment: isBack ? AlignmentType.LEFT : AlignmentType.RIGHT,
    indent: isBack ? { left: indent } : { right: indent },
    children: [new TextRun({ ...officialNumber, children: ["— ", PageNumber.CURRENT, " —"] })],
  });
}

function furnitureLine(
  { left, center, right }: Furniture,
  values: FieldValues,
  { look, width }: { readonly look: TextLook; readonly width: number },
): Paragraph[] {
  if ([left, center, right].every((text) => text.trim() === "")) return [];
  const tab = new TextRun({ children: [new Tab()] });
  const children = [...fieldRuns(left, values, look), tab, ...fieldRuns(center, values, look)];
  return [
    new Paragraph({
      tabStops: [
        { type: TabStopType.CENTER, position: Math.round(width / 2) },
        { type: TabStopType.RIGHT, position: width },
      ],
      children: [...children, new TextRun({ children: [new Tab()] }), ...fieldRuns(right, values, look)],
    }),
  ];
}

function fieldRuns(written: string, values: FieldValues, look: TextLook): ParagraphChild[] {
  return furnitureParts(written).map((part) => {
    if ("text" in part) return new TextRun({ ...look, text: sound(part.text) });
    if (part.field === "page") return new TextRun({ ...look, children: [PageNumber.CURRENT] });
    if (part.field === "pages") return new TextRun({ ...look, children: [PageNumber.TOTAL_PAGES] });
    return new TextRun({ ...look, text: sound(values[part.field]) });
  });
}

function watermark({ watermark: text }: PrintOptions): Paragraph[] {
  return text === ""
    ? []
    : [new Paragraph({ children: [new TextWatermark({ text: sound(text), font: "宋体" })] })];
}
