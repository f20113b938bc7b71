/** The search: results at the left, the article found at the right; in a narrow window one over the other. */
import type { ReactNode, RefObject } from "react";
import type { Opening } from "../../preload/model/opening.ts";
import { ReadingView } from "../reading/reading-view.tsx";
import { SearchColumn } from "../searching/search-column.tsx";
import type { Searching } from "../searching/search-session.ts";
import { SearchTips } from "../searching/search-tips.tsx";
import { useSay } from "../ui/language.ts";
import styles from "./app.module.css";
import type { Place } from "./reading-history.ts";

interface SearchScreenProps {
  readonly searching: Searching;
  readonly place: Place;
  readonly isNarrow: boolean;
  /** The reader folded the results away, or the page fills the screen. */
  readonly isFolded: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onOpenFound: (id: number, opening: Opening) => void;
  readonly onOpenBeside: (id: number) => void;
}

export function SearchScreen(props: SearchScreenProps): ReactNode {
  const { searching, place, isNarrow, isFolded, field, onOpenFound, onOpenBeside } = props;
  const { id, opening } = place;
  const say = useSay();
  const column = (
    <SearchColumn searching={searching} openId={id} opening={opening} onOpen={onOpenFound} field={field} />
  );
  if (isNarrow && id === null)
    return (
      <main className={styles["page"]}>
        <h1 className={styles["heard"]}>{say("search.name")}</h1>
        {column}
      </main>
    );
  return (
    <>
      {isNarrow || (isFolded && id !== null) ? null : <div className={styles["results"]}>{column}</div>}
      <div className={styles["page"]}>
        {id === null ? (
          <SearchTips />
        ) : (
          <ReadingView articleId={id} opening={opening} onOpen={onOpenBeside} />
        )}
      </div>
    </>
  );
}
