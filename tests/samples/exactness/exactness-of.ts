/** What of a sample's own text came, and what came besides. */
import type { ImportedArticle } from "../../../preload/model/article.ts";
import { articleText } from "../../../preload/model/article-text.ts";
import type { Found } from "../found.ts";
import type { Sample } from "../manifest.ts";
import { withoutSigns } from "../source-text/markdown.ts";
import { sourceText } from "../source-text/source-text.ts";
import { charactersOf } from "./characters.ts";
import { compared, type Exactness } from "./compare.ts";

/** Null where there is nothing to compare with, or the file was not read. */
export function exactnessOf(folder: string, sample: Sample, found: Found | null): Exactness | null {
  const source = found === null ? null : sourceText(folder, sample);
  if (found === null || source === null) return null;
  const cleaned = sample.format === "markdown" ? withoutSigns : (text: string) => text;
  const squeezed = charactersOf(source).characters.join("");
  const compare = (isTitled: boolean) =>
    compared(
      cleaned(source),
      cleaned(found.articles.map((article) => textOf(article, sample, squeezed, isTitled)).join("\n")),
    );
  const [titled, untitled] = [compare(true), compare(false)];
  return weight(titled) <= weight(untitled) ? titled : untitled;
}

/** A title or an author that the text does not say comes from the file's name or properties, and is no part of it. */
function textOf(article: ImportedArticle, { format }: Sample, source: string, isTitled: boolean): string {
  const said = (text: string) => (source.includes(charactersOf(text).characters.join("")) ? text : "");
  const { kicker, title, subtitle, byline, credits } = article;
  return articleText({
    ...article,
    ...{ kicker: said(kicker), title: isTitled ? said(title) : "", subtitle: said(subtitle) },
    // A book's author stands with each of its chapters.
    ...{ byline: format === "epub" ? "" : said(byline), credits: said(credits) },
  }).text;
}

/** What stands elsewhere is there all the same: the title above a kicker. */
function weight({ lost, added, moved }: Exactness): number {
  return lost + added + moved / 2;
}
