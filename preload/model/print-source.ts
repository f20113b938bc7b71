/** The line under a printed title that says where an article is from. */
import type { ImportedArticle } from "./article.ts";
import { type Language, say } from "./messages.ts";
import type { PrintTemplate } from "./print.ts";
import { dateIn } from "./print-furniture.ts";

/** Newspaper, date and page; what is not known is left out. */
export function sourceParts(
  { publication, official, issuedOn, page, pageName }: ImportedArticle,
  language: Language,
): readonly string[] {
  const numbered = page === "" ? "" : say(language, "reading.page-number", { page });
  return [
    publication || (official?.issuingBody ?? ""),
    issuedOn === null ? "" : dateIn(language, issuedOn),
    [numbered, pageName].filter((each) => each !== "").join(" "),
  ].filter((each) => each !== "");
}

/** An official document in its own layout says at its end who issued it and when. */
export function saysSourceItself(
  template: PrintTemplate,
  { official, publication }: ImportedArticle,
): boolean {
  return template === "gongwen" && official !== null && publication === "";
}
