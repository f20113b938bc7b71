/** What another text of an article did to its bookmarks, and the way to them. */
import type { ReactNode } from "react";
import type { BookmarkOutcome } from "../../../preload/model/bookmark.ts";
import { Button } from "../button.tsx";
import { useFrame } from "../frame-context.ts";
import { useSay } from "../language.ts";
import styles from "./bookmarks.module.css";

interface BookmarksReportProps {
  readonly article: number;
  readonly title: string;
  readonly outcome: BookmarkOutcome;
}

export function BookmarksReport({ article, title, outcome }: BookmarksReportProps): ReactNode {
  const say = useSay();
  const { showBookmarks } = useFrame();
  return (
    <p className={styles["report"]} data-lost={outcome.lost > 0}>
      <span>{say("bookmarks.outcome", outcome)}</span>
      <Button
        look="quiet"
        aria-label={say("bookmarks.show-of", { title })}
        onPress={() => showBookmarks?.({ article })}
      >
        {say("bookmarks.show")}
      </Button>
    </p>
  );
}
