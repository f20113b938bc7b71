/** The printed document: its articles one after another, made of what the reading view is made of. */
import type { ReactNode } from "react";
import type { PrintDocument } from "../../preload/model/print.ts";
import { PrintedArticlePage } from "./printed-article.tsx";
import type { ArticleToPrint } from "./printed-articles.ts";

interface PrintPageProps {
  readonly printed: PrintDocument;
  readonly articles: readonly ArticleToPrint[];
  /** The hashes of the pictures that are drawn. */
  readonly pictures: ReadonlySet<string>;
}

export function PrintPage({ printed, articles, pictures }: PrintPageProps): ReactNode {
  const { watermark } = printed.options;
  return (
    <>
      {watermark === "" ? null : (
        <div className="watermark" aria-hidden>
          <span>{watermark}</span>
        </div>
      )}
      {articles.map((article) => (
        <PrintedArticlePage key={article.place} printed={printed} article={article} pictures={pictures} />
      ))}
    </>
  );
}
