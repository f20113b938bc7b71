/** One article of the printed document: its title block, then its pieces. */
import type { ReactNode } from "react";
import { inlineText } from "../../preload/model/article-text.ts";
import { withCitation } from "../../preload/model/citation.ts";
import { gongwenLevel } from "../../preload/model/gongwen-headings.ts";
import type { PrintDocument } from "../../preload/model/print.ts";
import { saysSourceItself } from "../../preload/model/print-source.ts";
import styles from "../ui/article/article.module.css";
import { Credits, Footnotes, Lead } from "../ui/article/article.tsx";
import { type ArticleSetting, ArticleSettingProvider } from "../ui/article/article-context.ts";
import { Blocks } from "../ui/article/blocks.tsx";
import { keyed } from "../ui/article/keyed.ts";
import { usesBundledSong } from "./faces.ts";
import type { ArticleToPrint, Piece } from "./printed-articles.ts";
import { PassageFields, TitleBlock } from "./title-block.tsx";

interface PrintedArticlePageProps {
  readonly printed: PrintDocument;
  readonly article: ArticleToPrint;
  readonly pictures: ReadonlySet<string>;
}

export function PrintedArticlePage({ printed, article, pictures }: PrintedArticlePageProps): ReactNode {
  const isExcerpt = printed.template === "excerpt";
  const setting = (piece: Piece, index: number) => settingOf(printed, article, pictures, piece, index);
  const [first] = article.pieces;
  if (first === undefined) return null;
  return (
    <article lang={article.article.language} className={styles["article"]} data-article={article.place}>
      {isExcerpt ? null : (
        <ArticleSettingProvider value={{ ...setting(first, 0), text: article.text }}>
          <TitleBlock
            article={article.article}
            withSource={!saysSourceItself(printed.template, article.article)}
          />
        </ArticleSettingProvider>
      )}
      <div className="pieces">
        {keyed(article.pieces).map(({ key, item }) => (
          <ArticleSettingProvider key={key} value={setting(item, key)}>
            <section
              className="piece"
              data-piece={key}
              {...(item.afterGap || (isExcerpt && key > 0) ? { "data-apart": "" } : {})}
            >
              {isExcerpt ? <PassageFields fields={item.text.fields} /> : null}
              <Lead blocks={item.article.lead} />
              <Blocks blocks={item.article.body} body />
              <Footnotes />
              <Credits article={item.article} />
              <SourceLine shown={printed.options.sourceLines} citation={article.citation} />
            </section>
          </ArticleSettingProvider>
        ))}
      </div>
    </article>
  );
}

function SourceLine({ shown, citation }: { shown: boolean; citation: string }): ReactNode {
  if (!shown || citation === "") return null;
  return (
    <p className="citation" data-uncounted="">
      {withCitation("", citation)}
    </p>
  );
}

function settingOf(
  { language, template }: PrintDocument,
  { place, shown, topHeading }: ArticleToPrint,
  pictures: ReadonlySet<string>,
  piece: Piece,
  index: number,
): ArticleSetting {
  return {
    language,
    text: piece.text,
    shown,
    // On the grid of official documents every mark takes its whole square.
    setsPairs: template !== "gongwen" && usesBundledSong(),
    footnotes: piece.footnotes,
    topHeading,
    idPrefix: `article-${place}-${index}-`,
    drawsPicture: (image) => pictures.has(image),
    headingDepth: (heading) => gongwenLevel(inlineText(heading.content), heading.level - topHeading + 1),
  };
}
