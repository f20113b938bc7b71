/** What stands above the text: kicker, title, subtitle, and one line that says who wrote it and where it is from. */
import { memo, type ReactNode } from "react";
import type { Article } from "../../../preload/model/article.ts";
import type { TextField } from "../../../preload/model/article-text.ts";
import { type Language, say } from "../../../preload/model/messages.ts";
import styles from "./article.module.css";
import { useArticleSetting } from "./article-context.ts";
import { OfficialDetails } from "./official-details.tsx";
import { ShownText } from "./shown-text.tsx";

export const ArticleHeader = memo(function ArticleHeader({ article }: { article: Article }): ReactNode {
  const { language, characters } = useArticleSetting();
  const length = characters === undefined ? [] : [say(language, "reading.characters", { count: characters })];
  return (
    <header className={styles["header"]}>
      {article.kicker === "" ? null : (
        <p className={styles["kicker"]}>
          <FieldText field="kicker" />
        </p>
      )}
      <h1 className={styles["title"]}>
        <FieldText field="title" />
      </h1>
      {article.subtitle === "" ? null : (
        <p className={styles["subtitle"]}>
          <FieldText field="subtitle" />
        </p>
      )}
      <p className={styles["sourceLine"]}>
        {article.byline === "" ? null : <FieldText field="byline" />}
        {[...sourceParts(article, language), ...length].map((part) => (
          <span key={part} data-uncounted="">
            {part}
          </span>
        ))}
        {article.sample ? (
          <span data-uncounted="" className={styles["sample"]}>
            {say(language, "reading.sample")}
          </span>
        ) : null}
      </p>
      {article.official === null ? null : <OfficialDetails official={article.official} />}
    </header>
  );
});

/** A field of the article as text that counts. */
export function FieldText({ field }: { field: TextField }): ReactNode {
  const { text } = useArticleSetting();
  const span = text.fields.get(field);
  if (span === undefined) return null;
  return (
    <span data-start={span.start}>
      <ShownText start={span.start} end={span.end} />
    </span>
  );
}

/** Newspaper, date and page; what is not known is said so, a page of nothing is left out. */
function sourceParts(article: Article, language: Language): readonly string[] {
  const page = article.page === "" ? "" : say(language, "reading.page-number", { page: article.page });
  const source = article.publication || article.official?.issuingBody;
  return [
    source || say(language, "reading.source-not-known"),
    article.issuedOn ?? say(language, "reading.date-not-known"),
    [page, article.pageName].filter((each) => each !== "").join(" "),
  ].filter((each) => each !== "");
}
