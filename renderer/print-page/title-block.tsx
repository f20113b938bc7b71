/** What stands above an article on paper. What is not known of it is left out. */
import type { ReactNode } from "react";
import type { Article } from "../../preload/model/article.ts";
import type { ArticleText, TextField } from "../../preload/model/article-text.ts";
import { sourceParts } from "../../preload/model/print-source.ts";
import { useArticleSetting } from "../ui/article/article-context.ts";
import { FieldText } from "../ui/article/article-header.tsx";

interface TitleBlockProps {
  readonly article: Article;
  /** Whether newspaper, date and page stand below the title. */
  readonly withSource: boolean;
}

export function TitleBlock({ article, withSource }: TitleBlockProps): ReactNode {
  const { language, text } = useArticleSetting();
  const source = withSource ? sourceParts(article, language) : [];
  const has = (field: TextField) => text.fields.has(field);
  if (source.length === 0 && !(["kicker", "title", "subtitle", "byline"] as const).some(has)) return null;
  return (
    <header className="titleBlock">
      {has("kicker") ? (
        <p className="kicker">
          <FieldText field="kicker" />
        </p>
      ) : null}
      {has("title") ? (
        <h1>
          <FieldText field="title" />
        </h1>
      ) : null}
      {has("subtitle") ? (
        <p className="subtitle">
          <FieldText field="subtitle" />
        </p>
      ) : null}
      {has("byline") || source.length > 0 ? (
        <p className="sourceLine">
          {has("byline") ? <FieldText field="byline" /> : null}
          {source.map((part) => (
            <span key={part} data-uncounted="">
              {part}
            </span>
          ))}
        </p>
      ) : null}
    </header>
  );
}

/** What a passage holds of the title block. */
export function PassageFields({ fields }: Pick<ArticleText, "fields">): ReactNode {
  const kept = [...fields.keys()].filter((field) => field !== "credits");
  return kept.map((field) =>
    field === "title" ? (
      <h1 key={field}>
        <FieldText field={field} />
      </h1>
    ) : (
      <p key={field} className={field}>
        <FieldText field={field} />
      </p>
    ),
  );
}
