/** Headers and footers (页眉, 页脚) with fields in braces. */
import { type PrintField, printFields } from "./print.ts";

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

/** Fields that are the same on every page, of an article where it prints alone on its pages. */
export type FieldValues = Readonly<Record<Exclude<PrintField, "page" | "pages">, string>>;

/** Whether a text tells of the article that stands on the page. */
export function namesArticle(written: string): boolean {
  return furnitureParts(written).some(
    (part) => "field" in part && (part.field === "title" || part.field === "source" || part.field === "date"),
  );
}
