/** What a PDF says of itself: its title, author and date, and its outline. */
import type { PdfDocument, PdfOutlineItem } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import { dateSchema } from "../../../preload/model/article.ts";
import type { Outline } from "./headings.ts";
import { squeezed } from "./headings.ts";

export interface Properties {
  /** Empty where nothing that reads like a title is stated. */
  readonly title: string;
  readonly author: string;
  /** `YYYY-MM-DD`, or null. */
  readonly createdOn: string | null;
  /** BCP 47; empty where not stated. */
  readonly language: string;
}

/** What programs write into a title by themselves: names of files and of programs. */
const NO_TITLE =
  /\.(?:docx?|wps|pdf|txt|xlsx?|pptx?|indd|cdr|qxp|fs|html?|tex|dvi|ps)\b|^(?:Microsoft (?:Word|PowerPoint|Excel)\b|PowerPoint|untitled|无标题|未命名|无题|新建|document\s*\d*$|文档\s*\d*$|幻灯片\s*\d)/i;
/** Names that computers and not people bear. */
const NO_AUTHOR =
  /^(?:admin\w*|user\w*|pc|hp|dell|lenovo|asus|acer|thinkpad|微软\w*|用户\w*|windows.*|作者|unknown|[\w.-]{1,8}|.*\d{3,}.*|.*\b(?:pdf|software|acrobat|scanner)\b.*|.*由.*生成.*)$/i;
/** Bytes of Chinese taken for letters of Western Europe. */
const MOJIBAKE = /[\u00a1-\u00bf\u00c0-\u00ff˜ˆ⁄ˇ˙]{2}|[\uFFFD\p{Co}\p{Cc}]/u;

const OUTLINE_AT_MOST = 5000;
const DEEPEST_OUTLINE = 6;

export async function propertiesOf(document: PdfDocument): Promise<Properties> {
  const info: Readonly<Record<string, unknown>> = await document.getMetadata().then(
    (metadata) => metadata.info,
    () => ({}),
  );
  const text = (name: string) => {
    const value = info[name];
    return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
  };
  const [title, author, language] = [text("Title"), text("Author"), text("Language")];
  return {
    title: NO_TITLE.test(title) || MOJIBAKE.test(title) ? "" : title,
    author: NO_AUTHOR.test(author) || MOJIBAKE.test(author) ? "" : author,
    createdOn: dateOf(text("CreationDate")),
    language: /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(language) ? language : "",
  };
}

/** `D:20210205093000+08'00'`: the day as the author's clock had it. */
function dateOf(text: string): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  return dateSchema.safeParse(date).success ? date : null;
}

export async function outlineOf(document: PdfDocument): Promise<Outline> {
  const levels = new Map<string, number>();
  const walk = (items: readonly PdfOutlineItem[], level: number): void => {
    for (const item of items) {
      if (levels.size >= OUTLINE_AT_MOST) return;
      const title = squeezed(item.title ?? "");
      if (title !== "" && !levels.has(title)) levels.set(title, level);
      if (level < DEEPEST_OUTLINE && Array.isArray(item.items)) walk(item.items, level + 1);
    }
  };
  walk((await document.getOutline().catch(() => null)) ?? [], 1);
  return levels;
}
