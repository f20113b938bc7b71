/** The reading view: fetches an article and shows it, or says why it cannot. */
import type { ReactNode } from "react";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { useAsk } from "../ui/queries.ts";
import { OpenArticle } from "./open-article.tsx";
import styles from "./reading-view.module.css";

interface ReadingViewProps {
  readonly articleId: number;
  /** Opens another article, as the one before or after. */
  readonly onOpen: (articleId: number) => void;
}

export function ReadingView({ articleId, onOpen }: ReadingViewProps): ReactNode {
  const say = useSay();
  const { data, error, refetch } = useAsk("readArticle", { id: articleId });
  if (error !== null)
    return (
      <main className={styles["instead"]}>
        <FailureNote error={error} onRetry={() => void refetch()} />
      </main>
    );
  if (data === undefined)
    return (
      <main className={styles["instead"]}>
        <p className={styles["loading"]} role="status">
          {say("reading.loading")}
        </p>
      </main>
    );
  return (
    <OpenArticle
      // Another revision is another text: nothing measured in the old one may live on.
      key={`${data.article.id}-${data.article.revision}`}
      article={data.article}
      readingPosition={data.readingPosition}
      neighbours={data.neighbours}
      onOpen={onOpen}
    />
  );
}
