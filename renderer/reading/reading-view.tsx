/** The reading view: fetches an article and shows it, or says why it cannot. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Article } from "../../preload/model/article.ts";
import type { Command } from "../../preload/model/menu-target.ts";
import type { Opening } from "../../preload/model/opening.ts";
import { type PackedArticle, unpackBlocks } from "../../preload/model/packed-article.ts";
import { runCommand } from "../ui/commands.ts";
import { FailureNote } from "../ui/failure.tsx";
import { useSay } from "../ui/language.ts";
import { asking, useAsk } from "../ui/queries.ts";
import { ArticleBeginning } from "./article-beginning.tsx";
import { OpenArticle } from "./open-article.tsx";
import styles from "./reading-view.module.css";

interface ReadingViewProps {
  readonly articleId: number;
  /** Null: where reading stood. */
  readonly opening: Opening | null;
  /** Opens another article, as the one before or after. */
  readonly onOpen: (articleId: number) => void;
}

export function ReadingView({ articleId, opening, onOpen }: ReadingViewProps): ReactNode {
  const say = useSay();
  const [shownBeginning, setShownBeginning] = useState<number | null>(null);
  const first = useAsk("readBeginning", { id: articleId });
  // On its way with the text, so that both show at once.
  useAsk("bookmarksOf", { article: articleId });
  const beginning = useUnpacked(first.data?.article);
  // A long article on its way keeps the window from drawing, so its first screen is drawn before.
  const enabled = first.isError || first.data === null || shownBeginning === articleId;
  const { data, error, refetch } = useQuery({ ...asking("readArticle", { id: articleId }), enabled });
  const article = useUnpacked(data?.article);
  const [hitsMarked, setHitsMarked] = useState(true);
  const asked = useRef<{ readonly articleId: number; readonly command: Command } | null>(null);
  const isWhole = article !== undefined;
  useEffect(() => {
    // The open article, drawn by now, listens for commands before this runs.
    if (!isWhole || asked.current === null) return;
    const { command, articleId: of } = asked.current;
    asked.current = null;
    if (of === articleId) runCommand(command);
  }, [isWhole, articleId]);
  if (error !== null)
    return (
      <main className={styles["instead"]}>
        <FailureNote error={error} onRetry={() => void refetch()} />
      </main>
    );
  if (data === undefined || article === undefined)
    return beginning !== undefined ? (
      <ArticleBeginning
        article={beginning}
        bookmarks={first.data?.bookmarks ?? []}
        onShown={() => setShownBeginning(articleId)}
        onAsked={(command) => {
          asked.current = { articleId, command };
        }}
      />
    ) : (
      <main className={styles["instead"]}>
        <p className={styles["loading"]} role="status">
          {say("reading.loading")}
        </p>
      </main>
    );
  return (
    <OpenArticle
      // Another revision is another text: nothing measured in the old one may live on.
      key={`${article.id}-${article.revision}`}
      article={article}
      readingPosition={data.readingPosition}
      neighbours={data.neighbours}
      opening={opening}
      hitsMarked={hitsMarked}
      onMarkHits={setHitsMarked}
      onOpen={onOpen}
    />
  );
}

/** A star or a tag brings the same text again, and so the very same blocks. */
function useUnpacked(article: PackedArticle | undefined): Article | undefined {
  const packed = article?.blocks;
  const blocks = useMemo(() => (packed === undefined ? undefined : unpackBlocks(packed)), [packed]);
  return useMemo(
    () => (article === undefined || blocks === undefined ? undefined : { ...article, ...blocks }),
    [article, blocks],
  );
}
