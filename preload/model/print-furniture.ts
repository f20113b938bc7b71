/** Headers and footers (页眉, 页脚) with fields in braces. */
import type { ImportedArticle } from "./article.ts";
import { type PrintDocument, type PrintField, printFields } from "./print.ts";

export type FurniturePart = { readonly text: string } | { readonly field: PrintField };

/** `第{page}页` → 第, the field, 页. What is no field's name stays as it is written, braces and all. */
export function furnitureParts(written: string): readonly FurniturePart[] {
  const names = new Set<string>(printFields);
  const parts: FurniturePart[] = [];
  for (const piece of written.split(/(\{[a-z]+\})/)) {
    const name = piece.slice(1, -1);
    if (piece.startsWith("{") && names.has(name)) parts.push({ field: name as PrintField });
    else if (piece !== "") parts.push({ text: piece });
  }
  return parts;
}

/** Whether a text tells of the article that stands on the page. */
export function namesArticle(written: string): boolean {
  return furnitureParts(written).some(
    (part) => "field" in part && (part.field === "title" || part.field === "source" || part.field === "date"),
  );
}

/** Fields that are the same on every page, as they are printed. */
export type FieldValues = Readonly<Record<Exclude<PrintField, "page" | "pages">, string>>;

/** Of articles that share their pages: what is not the same in all of them is not said; the title is the document's. */
export function fieldValues(
  { title, language, printedOn }: Pick<PrintDocument, "title" | "language" | "printedOn">,
  articles: readonly Pick<ImportedArticle, "title" | "publication" | "official" | "issuedOn">[],
): FieldValues {
  return {
    title: shortened(commonValue(articles.map((article) => article.title)) || title),
    source: shortened(
      commonValue(articles.map(({ publication, official }) => publication || (official?.issuingBody ?? ""))),
    ),
    date: dateIn(language, commonValue(articles.map(({ issuedOn }) => issuedOn ?? ""))),
    printed: dateIn(language, printedOn),
  };
}

/** The value that all have; empty where they differ. */
export function commonValue(values: readonly string[]): string {
  const [only = "", ...others] = new Set(values);
  return others.length === 0 ? only : "";
}

/** A day as it is printed: `2021-02-05` → `2021年2月5日`, in English as it is. */
export function dateIn(language: PrintDocument["language"], date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  if (day === undefined || language === "en") return date;
  return `${year}年${month}月${day}日`;
}

/** As much of a title as a header's third has room for, in characters. */
const LONGEST_IN_MARGIN = 32;

function shortened(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, " ")];
  return characters.length <= LONGEST_IN_MARGIN
    ? characters.join("")
    : `${characters.slice(0, LONGEST_IN_MARGIN - 1).join("")}…`;
}
